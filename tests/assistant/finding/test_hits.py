"""A search shows what reads as the answer first; comparisons by turns, and what is pointed to before all."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.answering import Assistant
from index import second_reading
from tests.assistant.conftest import MakeAssistant


def places(assistant: Assistant, query: str) -> list[str]:
    return [" > ".join(one.path) for one in assistant.search(query, 5)]


def test_search_reads_its_hits_again_and_answers_do_not(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = second_reading.bundled_cross_encoder()

    class Heard:
        def scores(self, question, texts):
            read.append(question)
            return real.scores(question, texts)

    monkeypatch.setattr(second_reading, "bundled_cross_encoder", Heard)
    asked = "咋让老百姓少用一次性的玩意儿？"
    assistant.search(asked, 5)
    assert read == [asked]
    assistant.ask(asked)
    assert read == [asked]


@pytest.mark.parametrize("query", ["浙江和绍兴的再生水利用有什么不同？", "绍兴二（一）"])
def test_comparisons_keep_their_turns_and_places_come_first(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    before = places(assistant, query)

    class Contrary:
        def scores(self, question, texts):
            return 9.0 * np.arange(len(texts), dtype=np.float32)

    monkeypatch.setattr(second_reading, "bundled_cross_encoder", Contrary)
    assert places(assistant, query)[0] == before[0]


def test_a_reader_that_turns_the_hits_round_shows(
    assistant_over: MakeAssistant, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "咋让老百姓少用一次性的玩意儿？"
    before = places(assistant, asked)

    class Contrary:
        def scores(self, question, texts):
            return 9.0 * np.arange(len(texts), dtype=np.float32)

    monkeypatch.setattr(second_reading, "bundled_cross_encoder", Contrary)
    assert places(assistant, asked)[0] != before[0]
