"""People are counted by their role, and by nothing else."""

from __future__ import annotations

import pytest

from assistant.answerable.people_counted import of_other_people, people_asked


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("配备几名安全员？", True),
        ("卫生员 配备人数", True),
        ("招多少人？", True),
        ("服务多少人次？", False),
        ("建几个站点？", False),
    ],
)
def test_people_are_asked_for_by_their_measure(question: str, counts: bool) -> None:
    assert (people_asked(question) is not None) is counts


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("配备几名专职安全员？", "专职技术人员不少于30人。", True),
        ("配备几名专职安全员？", "安全管理人员不少于2人。", False),
        ("要几名测温员？", "每班安排测温人员2名。", False),
        ("招多少人？", "招录30名。", False),
        ("住了多少名老年人员以上要派护工？", "收住托养人员30人以上的，派护工驻点。", False),
        ("超过多少名求助人员要上报？", "滞留人员达到50人的，当日上报。", False),
        ("配备多少名安全人员？", "从业人员300人以上的，设管理机构。", True),
    ],
)
def test_people_of_another_role_do_not_count(question: str, said: str, others: bool) -> None:
    assert of_other_people(question, said) is others
