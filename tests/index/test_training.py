"""The training code on a handful of made-up texts: what goes in, what is held out, what comes out."""

from __future__ import annotations

import lzma
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from index.embeddings import StaticEmbedder
from index.training import asked, composed, pairs, pieces, recipe, sources
from index.training.sources import Block
from index.training.table import contrast
from index.training.texts import encode, gather

ROOT = Path(__file__).parents[2]


def test_articles_come_with_the_headings_above_them_and_without_their_numbers(data: Path) -> None:
    first, second, third = list(sources.laws(data))[:3]
    assert first.title == "节水条例0"
    assert (first.heading, third.heading) == ("第一章 总则", "第二章 罚则")
    assert first.sentences[0] == "为了节约用水，制定本条例。"
    assert second.sentences[1] == "（一）工业用水应当重复利用；"


def test_cases_are_left_out(data: Path) -> None:
    assert not any("判决书" in "".join(block.sentences) for block in sources.laws(data))


def test_what_is_held_out_is_in_no_training_text(data: Path, written: Path) -> None:
    seen, kept = (recipe.read(data, written=written, held_out=held_out) for held_out in (False, True))
    assert kept.laws and kept.news and kept.questions["cmrc2018"]
    assert not {block.title for block in seen.laws} & {block.title for block in kept.laws}
    assert not {block.sentences for block in seen.news} & {block.sentences for block in kept.news}
    for name, rows in kept.questions.items():
        assert not {one.question for one in seen.questions[name]} & {one.question for one in rows}


def test_a_written_question_comes_with_its_article_or_with_its_stretch_of_the_news(data: Path, written: Path) -> None:
    law, *_, report = list(asked.questions(data, list(sources.laws(data)), written / asked.FILE))
    assert (law.set, report.set) == (asked.ON_LAWS, asked.ON_NEWS)
    assert law.passage == "节水条例0 为了节约用水，制定本条例。本市行政区域内的用水管理适用本条例。"
    assert (report.question, report.passage) == ("第199次会什么时候开？", "，第199届水")


def test_a_composed_clause_comes_under_its_title_with_each_of_its_questions(written: Path) -> None:
    first, second, third, *_ = list(composed.questions(written / composed.FILE))
    assert (first.question, first.passage) == ("0座水厂哪年建好？", "第0号节水方案 到2030年建成0座水厂。")
    assert (second.question, second.passage) == ("第0处建几座水厂", first.passage)
    assert third.passage.startswith("第1号节水方案 ")


def test_the_composed_clauses_each_have_a_title_and_questions() -> None:
    lines = lzma.decompress((recipe.WRITTEN / composed.FILE).read_bytes()).decode().splitlines()
    heads = [at for at, line in enumerate(lines) if line.startswith("P\t")]
    assert len(heads) > 4_000
    assert all(len(lines[at].split("\t")) == 3 and lines[at + 1].startswith("Q\t") for at in heads)
    questions = [line for line in lines if line.startswith("Q\t")]
    assert len(lines) == len(heads) + len(questions)
    assert len(questions) == len(set(questions)) > 12_000


def test_a_written_question_without_its_text_is_an_error(data: Path, written: Path, tmp_path: Path) -> None:
    file = tmp_path / "asked.tsv.xz"
    for key in ("law:00000000", "news:00000000:0:9"):
        file.write_bytes(lzma.compress(f"{key}\t谁来管？\n".encode()))
        with pytest.raises(asked.TextMissing, match=key):
            list(asked.questions(data, list(sources.laws(data)), file))


def test_the_written_questions_name_each_text_by_a_digest() -> None:
    lines = lzma.decompress((recipe.WRITTEN / asked.FILE).read_bytes()).decode().splitlines()
    assert len(lines) > 40_000
    assert len(set(lines)) == len(lines)
    assert all(re.fullmatch(r"(law:[0-9a-f]{8}|news:[0-9a-f]{8}:\d+:\d+)\t[^\t]{5,159}", line) for line in lines)


def test_a_passage_beside_the_batch_counts_against_a_query_unless_it_says_the_same() -> None:
    side = torch.nn.functional.normalize(torch.eye(3), dim=1)
    groups = torch.arange(6).reshape(3, 2)
    alone = contrast(side, side, groups, 0.05)
    assert torch.isclose(contrast(side, side, groups, 0.05, side), alone)
    assert contrast(side, side, groups, 0.05, 0.7 * side) > alone


def test_pieces_are_the_same_on_every_run_and_short() -> None:
    texts = ["碳达峰碳中和工作，科技创新 2030 年 GDP 增长5.5%。"] * 30
    first, second = (pieces.train(texts, 40) for _ in range(2))
    assert first.to_str() == second.to_str()
    assert first.get_vocab_size() == 40
    assert all(len(piece) <= 4 for piece in first.get_vocab() if piece != pieces.UNKNOWN)
    assert first.encode("5.5%", add_special_tokens=False).tokens == ["5.5%"]


def test_gather_reads_the_stretches_of_a_row_one_after_the_other() -> None:
    ids = np.arange(10, 20)
    found, offsets = gather(ids, np.asarray([[[0, 2], [5, 6]], [[3, 3], [9, 7]], [[7, 9], [0, 1]]]))
    assert found.tolist() == [10, 11, 15, 17, 18, 10]
    assert offsets.tolist() == [0, 3, 3]


def test_a_sentence_is_taken_out_of_the_passage_it_is_to_find() -> None:
    blocks = [Block("条例", "", ("甲乙丙丁戊。", "己庚辛壬癸。", "子丑寅卯辰。"))]
    tokenizer = pieces.assemble([(one, -1.0) for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰条例"])
    encoded = encode(tokenizer, pairs.lay_out(blocks))
    places = pairs.block_places(blocks, encoded)
    for seed in range(20):
        drawn = pairs.sentence_and_rest(places, np.random.default_rng(seed), keep=0.0, title=0.0)
        query, _ = gather(encoded.ids, drawn.places[:, 0])
        passage, _ = gather(encoded.ids, drawn.places[:, 1])
        assert len(query) >= 4 or len(drawn) == 0
        assert not set(query.tolist()) & set(passage.tolist())


@pytest.mark.slow
def test_one_command_makes_the_same_model_twice(data: Path, written: Path, tmp_path: Path) -> None:
    names = []
    for run in ("first", "second"):
        command = [sys.executable, "-m", "index.training", "--data", str(data), "--out", str(tmp_path / run)]
        command += ["--written", str(written)]
        options = ["--steps", "3", "--pieces", "60", "--dimension", "8", "--threads", "1"]
        subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True)
        names.append(StaticEmbedder(tmp_path / run).name)
    assert names[0] == names[1]
    assert names[0].startswith("wence-static-8@")
    vectors = StaticEmbedder(tmp_path / "first").embed_passages(["节约用水", "工业用水重复利用"])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
