"""Two versions of a document: what was added, dropped, changed and moved, and in which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contrast.models import ChangeKind, Kept, Revision
from assistant.contrast.paper import of_revision
from assistant.contrast.table import column
from assistant.contrast.versions import are_versions, marked, revision
from assistant.export import Line, to_markdown
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import CITY, PROVINCE, TEXTS
from tests.corpus.sources import source

OLD = """河道管理条例

第一条 为了加强河道管理，制定本条例。

第二条 河道管理范围由县级人民政府划定，应当在十五日内公布。

第三条 禁止向河道倾倒垃圾。

第四条 违反本条例的，处200元罚款。

第五条 本条例自2020年1月1日起施行。
"""
NEW = """河道管理条例

第一条 为了加强河道管理，制定本条例。

第二条 河道管理范围由县级人民政府划定，应当在十日内公布。

第三条 河道实行河长制，河长名单应当向社会公布。

第四条 违反本条例的，处500元罚款。

第五条 本条例自2020年1月1日起施行。
"""


def read(text: str, name: str = "旧.txt") -> Document:
    return parse(source(text, name))


def changed(old: str, new: str) -> Revision:
    before, after = read(old), read(new, "新.txt")
    return revision(before, after, column(summary_of(before, "")), column(summary_of(after, "")))


def words(found: Revision, kind: ChangeKind) -> list[str]:
    return ["".join(one.text for one in change.words) for change in found.changes if change.kind is kind]


def test_what_is_new_gone_and_changed_is_told_apart() -> None:
    found = changed(OLD, NEW)
    assert words(found, ChangeKind.DROPPED) == ["禁止向河道倾倒垃圾。"]
    assert words(found, ChangeKind.ADDED) == ["河道实行河长制，河长名单应当向社会公布。"]
    assert [change.new_path for change in found.changes if change.kind is ChangeKind.CHANGED] == ["第二条", "第四条"]
    assert found.same == 3


def test_the_words_that_changed_are_marked_and_figures_are_whole() -> None:
    found = changed(OLD, NEW)
    runs = [
        (one.text, one.kept)
        for change in found.changes
        if change.kind is ChangeKind.CHANGED
        for one in change.words
        if one.kept is not Kept.SAME
    ]
    assert runs == [("十五", Kept.DROPPED), ("十", Kept.ADDED), ("200", Kept.DROPPED), ("500", Kept.ADDED)]


def test_a_clause_that_only_got_another_number_has_moved() -> None:
    inserted = OLD.replace("第三条 禁止", "第三条 河道实行河长制，河长名单应当向社会公布。\n\n第四条 禁止")
    moved = inserted.replace("第四条 违反", "第五条 违反").replace("第五条 本条例", "第六条 本条例")
    found = changed(OLD, moved)
    assert [(change.old_path, change.new_path) for change in found.changes if change.kind is ChangeKind.MOVED] == [
        ("第三条", "第四条"),
        ("第四条", "第五条"),
        ("第五条", "第六条"),
    ]
    assert not words(found, ChangeKind.CHANGED)


def test_a_version_without_changes_has_none() -> None:
    assert changed(OLD, OLD).changes == ()


def test_versions_are_told_from_other_documents() -> None:
    assert are_versions(read(OLD), read(NEW))
    assert not are_versions(read(TEXTS[PROVINCE]), read(TEXTS[CITY]))


def test_on_paper_words_that_went_and_came_stand_in_brackets() -> None:
    paper = of_revision(changed(OLD, NEW))
    assert paper.title == "《河道管理条例》修订对照"
    assert paper.blocks[0] == Line("与《河道管理条例》（旧.txt）相比：修改2条，新增1条，删去1条，移动0条，未变3条。")
    assert "第四条　违反本条例的，处〔删：200〕〔增：500〕元罚款。" in to_markdown(paper)


@pytest.mark.parametrize(("old", "new"), [("处200元罚款", "处2000元罚款"), ("下降13.5%", "下降13.6%"), ("PM2", "PM10")])
def test_a_figure_is_never_cut(old: str, new: str) -> None:
    changed_words = [one.text for one in marked(old, new) if one.kept is not Kept.SAME]
    assert all(any(part in text for part in changed_words) for text in (old, new) for part in [_figure(text)])


def _figure(text: str) -> str:
    return "".join(char for char in text if char.isdigit() or char in ".%")


@given(st.text("河道管理条例第一二三0123年，。", max_size=40), st.text("河道管理条例第一二三0123年，。", max_size=40))
def test_each_version_can_be_read_off_the_marked_words(old: str, new: str) -> None:
    found = marked(old, new)
    assert "".join(one.text for one in found if one.kept is not Kept.ADDED) == old
    assert "".join(one.text for one in found if one.kept is not Kept.DROPPED) == new


@given(st.permutations(OLD.strip().split("\n\n")[1:]), st.integers(0, 5))
def test_every_clause_of_both_versions_is_accounted_for(articles: list[str], kept: int) -> None:
    before, after = read(OLD), read("河道管理条例\n\n" + "\n\n".join(articles[:kept]), "新.txt")
    found = revision(before, after, column(summary_of(before, "")), column(summary_of(after, "")))
    kinds = [change.kind for change in found.changes]
    printed = [sum(bool(clause.printed.strip()) for clause in document.clauses) for document in (before, after)]
    assert found.same + len(kinds) - kinds.count(ChangeKind.ADDED) == printed[0]
    assert found.same + len(kinds) - kinds.count(ChangeKind.DROPPED) == printed[1]
