"""In which respect a question asks is told by the sentence that goes on to it."""

from __future__ import annotations

import pytest

from assistant.choosing.respects import COUNTS_THEM_UP, TELLS_OF_IT, on_the_respect

COUNTING = "共涉及支持防护救治、支持物资供应、鼓励公益捐赠四个方面12项政策。"


@pytest.mark.parametrize(
    ("question", "text", "factor"),
    [
        ("税收优惠在公益捐赠方面有哪些政策？", "——在鼓励公益捐赠方面，涉及三个税种。", TELLS_OF_IT),
        ("公益捐赠方面的优惠是什么？", "鼓励公益捐赠方面：捐赠可以扣除。", TELLS_OF_IT),
        ("税收优惠在公益捐赠方面有哪些政策？", COUNTING, COUNTS_THEM_UP),
        ("税收优惠在公益捐赠方面有哪些政策？", "在支持物资供应方面，涉及三个税种。", 1.0),
        ("税收优惠有哪些方面？", COUNTING, 1.0),
        ("税收优惠有哪些？", COUNTING, 1.0),
    ],
)
def test_the_sentence_on_the_respect_asked_about(question: str, text: str, factor: float) -> None:
    assert on_the_respect(question, text) == factor
