"""What the chat page's handlers send to its widgets."""

from __future__ import annotations

import gradio as gr
import pytest

from corpus.bundled import bundled_documents
from corpus.readers import read_source
from tests.ui.desk import HandMadeDesk
from ui.app import build_pages
from ui.conversation import Conversation

PANEL, OPENED = 1, 3


@pytest.fixture
def ask(tmp_path):
    desk = HandMadeDesk(tmp_path, [read_source(document.path) for document in bundled_documents()])
    pages = build_pages(desk, "zh")
    return next(function.fn for function in pages.fns.values() if getattr(function.fn, "__name__", "") == "ask")


@pytest.mark.parametrize("question", ["火星上的碳达峰目标是什么？", "到2025年江苏新增多少家？"])
def test_what_a_reader_opens_once_the_answer_is_there_stays_open(ask, question):
    first, *later, last = ask(question, Conversation(), "zh")
    assert all(output == gr.skip() for output in last)
    opened = first[OPENED]
    for outputs in later:
        kept = outputs[PANEL] == outputs[OPENED] == gr.skip()
        assert kept or outputs[OPENED] != opened
        opened = opened if kept else outputs[OPENED]
