"""A search for a field of a document begins where the document prints it."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from tests.assistant.shelf import PROVINCE, STATE


@pytest.mark.parametrize(
    ("query", "name", "printed"),
    [
        ("浙江方案的发文字号", PROVINCE, "浙水科〔2023〕11号"),
        ("浙江那份文件是哪天印发的", PROVINCE, "2023年1月11日"),
        ("国家方案印了几号文，发给谁", STATE, "国科发农〔2023〕45号"),
        ("《国家节水行动方案》的文号", PROVINCE, "发改环资规〔2019〕695号"),
    ],
)
def test_the_clause_with_the_field_comes_first(assistant: Assistant, query: str, name: str, printed: str) -> None:
    first = assistant.search(query)[0]
    assert first.source == name
    assert printed in first.text


def test_a_query_for_no_field_is_searched_as_it_is(assistant: Assistant) -> None:
    assert "奖励" in assistant.search("浙江节水奖励标准")[0].text
