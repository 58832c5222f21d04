"""Villages asked for by name are told by a sentence that names one, and by no slogan."""

from __future__ import annotations

import pytest

from assistant.answerable.villages_named import names_no_village


@pytest.mark.parametrize(
    ("question", "said", "refused"),
    [
        ("节水试点选了哪几个村？", "在东风村、红旗村开展节水试点。", False),
        ("“节水乡村”选的是哪几个村？", "支持苍水等地开展“节水乡村”示范。", True),
        ("哪些镇先装智能水表？", "大桥镇、孙耿街道先行安装。", False),
        ("哪些街道先装智能水表？", "由各街道组织安装。", True),
        ("哪些乡镇先装智能水表？", "在三河乡先行安装。", False),
        ("哪个社区管水表？", "由社区居委会管理。", True),
        ("哪些村民能领补贴？", "低保户每月领五元。", False),
        ("哪些措施？", "由各村落实。", False),
    ],
)
def test_which_villages(question: str, said: str, refused: bool) -> None:
    assert names_no_village(question, said) is refused
