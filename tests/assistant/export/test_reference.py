"""A citation is printed as official writing prints it."""

from __future__ import annotations

import pytest

from assistant.export.reference import printed_path, printed_reference
from assistant.models import Passage


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("四 > （二） > 2", "四（二）2"),
        ("三 > （一） > 专栏 1 > 3", "三（一）专栏1第3项"),
        ("一 > 专栏1 > 储能技术", "一专栏1“储能技术”"),
        ("第十二条 > （三）", "第十二条（三）"),
        ("第二章 > 第十二条", "第二章第十二条"),
        ("正文前言", "正文前言"),
        ("政策解读 > 一", "政策解读一"),
        ("附件1 > 二 > （一）", "附件1二（一）"),
        ("二 > 1 > （2） > ①", "二.1（2）①"),
        ("一#2", "一[第2处]"),
        ("", ""),
    ],
)
def test_a_clause_path_is_printed_without_its_separators(path: str, printed: str) -> None:
    assert printed_path(path) == printed


def passage(**known: str) -> Passage:
    return Passage(source="通知.txt", path="一 > （三）", text="……", **known)


def test_a_reference_names_title_number_and_clause() -> None:
    assert printed_reference(passage(title="节水方案", number="浙水科〔2023〕11号")) == (
        "《节水方案》（浙水科〔2023〕11号）一（三）"
    )


def test_a_document_without_number_goes_without_and_one_without_title_by_its_file() -> None:
    assert printed_reference(passage(title="节水方案")) == "《节水方案》一（三）"
    assert printed_reference(passage()) == "《通知.txt》一（三）"
