"""Which documents rest on a certain one: by what they say of their basis, of the place that is asked about."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.document.based_on import based_on, title_rested_on
from tests.assistant.shelf import PROVINCE, library, read


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("哪份文件以《国家节水行动方案》为依据？", "国家节水行动方案"),
        ("哪几份文件都把国家的节水行动方案列为编制依据？", "国家的节水行动方案"),
        ("哪些文件是根据《浙江省节约用水条例》制定的？", "浙江省节约用水条例"),
        ("根据《浙江省节约用水条例》制定的文件有哪些？", "浙江省节约用水条例"),
        ("浙江方案的依据是什么？", ""),
        ("哪份文件提到节水？", ""),
    ],
)
def test_the_title_is_read_out_of_the_question(question: str, title: str) -> None:
    assert title_rested_on(question) == title


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("国家节水行动方案", [PROVINCE]),
        ("浙江省节约用水条例", [PROVINCE]),
        ("江苏省节约用水条例", []),
        ("长江保护法", []),
    ],
)
def test_a_basis_is_meant_by_most_of_its_words_and_never_across_places(title: str, names: list[str]) -> None:
    said, without = based_on(title, [(read(one.name), one) for one in library()])
    assert [one.grounds[0].document.name for one in said] == names
    assert len(said) + len(without) == len(library())


def test_the_assistant_lists_those_that_rest_on_it_and_names_the_others(assistant: Assistant) -> None:
    answer = assistant.ask("哪份文件以《国家节水行动方案》为依据？")
    assert "有1份文件" in answer.answer and "其余文件：" in answer.answer
    assert [one.source for one in answer.citations] == [PROVINCE]
