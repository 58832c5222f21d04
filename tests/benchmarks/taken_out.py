"""What is told where the clause that answers was taken out: `python -m tests.benchmarks.taken_out [GOLDEN] [--show]`.

GOLDEN is a folder of questions as `wence evaluate --golden` takes it. Every answerable
question on one text document is asked of its library without the lines that hold its
evidence. Right is then a refusal; a caution is better than nothing; what says the key
strings all the same found them in another place. Beside it, the same questions with
nothing taken out: how many of their right answers are refused or told with a caution.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from assistant import wording
from assistant.evaluation import score_answer, texts_of
from assistant.golden import GoldenQuestion, load_questions, own_documents
from assistant.models import Answer, AnswerStatus
from corpus.bundled import bundled_documents
from corpus.text import fold
from tests.benchmarks.speed import GOLDEN, ingested, services_in

ROUNDS = 5
"""The questions are asked in so many rounds, each with the lines of its own questions taken out."""

MOST = 0.35
"""Share of a document up to which it is still that document without the lines."""


@click.command(help=__doc__)
@click.argument("golden", type=click.Path(path_type=Path, exists=True), default=GOLDEN)
@click.option("--show", is_flag=True, help="Print what is told of what is gone.")
def main(golden: Path, show: bool) -> None:
    files = own_documents(golden) or tuple(document.path for document in bundled_documents())
    texts = {file.name: file.read_text(encoding="utf-8") for file in files if file.suffix in (".txt", ".md")}
    sources = texts_of([file for file in files if file.name in texts])
    questions = [one for one in load_questions(golden / "questions.jsonl") if _can_be_cut(one, texts)]
    whole = Counter(_told(one, answer, sources) for one, answer in _asked(questions, texts))
    cut = Counter[str]()
    for start in range(ROUNDS):
        part = questions[start::ROUNDS]
        for one, answer in _asked(part, without(part, texts)):
            told = _told(one, answer, sources)
            cut[told] += 1
            if show and told == "told":
                click.echo(f"{one.question} | {answer.answer[:100]!r}")
    for name, counted in (("clause there", whole), ("clause taken out", cut)):
        shares = "  ".join(f"{told} {count / len(questions):.3f}" for told, count in sorted(counted.items()))
        click.echo(f"{name:17s} n {len(questions)}  {shares}")


def without(questions: Sequence[GoldenQuestion], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts less the lines that hold the evidence of the questions."""
    left = dict(texts)
    for one in questions:
        left[one.source[0]] = _without(left[one.source[0]], one.evidence)
    return left


def _can_be_cut(one: GoldenQuestion, texts: Mapping[str, str]) -> bool:
    if not one.answerable or len(one.source) != 1 or one.source[0] not in texts or not one.must:
        return False
    text = texts[one.source[0]]
    return (1 - MOST) * len(text) < len(_without(text, one.evidence)) < len(text)


def _without(text: str, evidence: Sequence[str]) -> str:
    """A text less the lines that hold some words, wherever a line breaks them."""
    lines = text.splitlines(keepends=True)
    folded = [fold(line) for line in lines]
    whole = "".join(folded)
    gone = [False] * len(lines)
    for words in map(fold, evidence):
        at = whole.find(words)
        while at >= 0:
            start = 0
            for number, line in enumerate(folded):
                gone[number] |= start < at + len(words) and start + len(line) > at
                start += len(line)
            at = whole.find(words, at + len(words))
    return "".join(line for line, is_gone in zip(lines, gone, strict=True) if not is_gone)


def _asked(questions: Sequence[GoldenQuestion], texts: Mapping[str, str]) -> Iterator[tuple[GoldenQuestion, Answer]]:
    """Each question with its answer over a library of the texts."""
    with tempfile.TemporaryDirectory(prefix="wence-cut-") as folder:
        files = [Path(folder, name) for name in texts]
        for file in files:
            file.write_text(texts[file.name], encoding="utf-8")
        with services_in(Path(folder, "home")) as services:
            ingested(services, files)
            for one in questions:
                yield one, services.assistant.ask(one.question)


def _told(one: GoldenQuestion, answer: Answer, sources: Mapping[str, str]) -> str:
    if answer.status is AnswerStatus.REFUSED:
        return "refused"
    says_it = "said " if score_answer(one, one.question, answer, sources).complete else ""
    return says_it + ("told with a caution" if wording.DOUBTED in answer.notice else "told")


if __name__ == "__main__":
    main()
