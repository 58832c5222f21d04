"""A case told to bring a rule home is no rule."""

from __future__ import annotations

import pytest

from assistant.choosing.stories import STORY, tells_a_story


@pytest.mark.parametrize(
    ("question", "text", "factor"),
    [
        ("住院报多少？", "家住恩施州利川市的向大爷去年住院，共报销6.9万元。", STORY),
        ("补贴多少？", "例如，小王购买一台冰箱，补贴1080元。", STORY),
        ("补贴多少？", "企业负责人王女士说，收到补贴5万元。", STORY),
        ("补贴怎么算？", "例如，小王购买一台冰箱，补贴1080元。", 1.0),
        ("向大爷报了多少？", "家住恩施州利川市的向大爷去年住院，共报销6.9万元。", 1.0),
        ("补贴多少？", "小微企业和小区物业每家补贴500元，小石村另行规定。", 1.0),
        ("补贴多少？", "每件补贴不超过2000元。", 1.0),
    ],
)
def test_a_story_counts_less_unless_one_is_asked_for(question: str, text: str, factor: float) -> None:
    assert tells_a_story(question, text) == factor
