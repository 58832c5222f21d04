"""Words that ask for a field do so everywhere, or only where nothing but the document is asked about."""

from __future__ import annotations

import pytest

from assistant.understanding.fields import About, fields_asked

TOLD = "苍水省节约用水若干措施苍水"


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("苍水措施出台前是经谁审定的？", (About.ADOPTED,)),
        ("苍水措施在下发之前得到了哪个机构的批准？", (About.ADOPTED,)),
        ("苍水措施里，水价公布前由谁批准？", ()),
        ("苍水措施是谁发的，啥时候？", (About.ISSUER, About.DATE)),
        ("苍水措施 九部门 名单", (About.ISSUER,)),
        ("苍水措施说的三个部门分别是哪些？", (About.ISSUER,)),
        ("苍水措施里三个部门分别是什么职责？", ()),
        ("苍水措施除了主送单位以外还抄给了谁？", (About.COPIES,)),
        ("苍水措施印发之前是哪个机构批准的？", (About.ADOPTED,)),
        ("苍水措施里，取水计划由谁批准？", ()),
        ("苍水措施发文字号联合发文单位", (About.NUMBER, About.ISSUER)),
        ("苍水措施是哪两家发的？", (About.ISSUER,)),
        ("苍水措施 文件名称", (About.TITLE,)),
        ("要建一个监测水质的平台，全名是啥？", ()),
        ("苍水那个7号文，是哪个单位出的？", (About.ISSUER,)),
        ("联合搞出苍水那份节水方案的是哪九家单位？", (About.ISSUER,)),
        ("国家方案要研发哪种节水阀？", ()),
        ("联合开展节水行动的是哪几家单位？", ()),
        ("苍水措施以哪个部门的名义发出来？", (About.ISSUER,)),
        ("苍水措施是哪几个部门一块儿印的？", (About.ISSUER,)),
        ("苍水措施是由哪几个政府部门联合发布的？", (About.ISSUER,)),
        ("苍水措施是三个部门一块儿发的，都是哪三个？", (About.ISSUER,)),
        ("苍水措施的目的是什么？", (About.PURPOSE,)),
        ("苍水措施里，安装水表的目的是什么？", ()),
        ("苍水措施文号、发文机关、日期各是什么", (About.NUMBER, About.ISSUER, About.DATE)),
        ("苍水措施落款哪天", (About.DATE,)),
        ("水利厅什么时间发布了苍水措施？", (About.DATE,)),
        ("苍水措施什么时间开始施行？", (About.EFFECTIVE,)),
        ("苍水措施从哪天开始用的？", (About.EFFECTIVE,)),
        ("苍水措施能管几年？", (About.EFFECTIVE,)),
        ("苍水措施从哪天起算？", (About.EFFECTIVE,)),
        ("苍水措施里，保修期从哪天起算？", ()),
        ("苍水措施出来了，老的那部还管用不？", (About.REPEALS,)),
        ("苍水措施是哪个办公室、哪天发出来的？", (About.ISSUER, About.DATE)),
        ("苍水措施由哪个厅印发、什么时候印发？", (About.ISSUER, About.DATE)),
        ("苍水措施谁发得最早？分别是哪天？", (About.DATE,)),
        ("苍水措施打算用哪些方式推广节水？", ()),
        ("苍水措施的印发日子", (About.DATE,)),
        ("苍水措施由谁负责解释", (About.INTERPRETER,)),
        ("苍水措施后面附了几个附件，各叫什么？", (About.ATTACHMENTS,)),
        ("苍水那些措施管到啥时候为止？", (About.EXPIRES,)),
        ("苍水措施有效期", (About.EXPIRES,)),
        ("苍水措施什么时候失效", (About.EXPIRES,)),
        ("苍水措施哪天开始实施，什么时候截止？", (About.EFFECTIVE, About.EXPIRES)),
        ("苍水措施管哪些单位？适用范围", (About.SCOPE,)),
        ("苍水措施取代了哪个旧文件", (About.REPEALS,)),
        ("苍水措施 废止的旧文件 文号", (About.REPEALS,)),
        ("苍水措施 依据文件", (About.BASIS,)),
        ("苍水措施里，滴灌补助的依据文件", ()),
        ("苍水措施管几个月？", (About.EXPIRES,)),
        ("苍水措施联系谁", (About.CONTACT,)),
        ("苍水措施是哪天印的？能不能对外公布？", (About.DATE, About.DISCLOSURE)),
        ("苍水措施属于可以对外公布的文件吗？", (About.DISCLOSURE,)),
        ("起草苍水措施时参照了国家和省里的哪几份文件？", (About.BASIS,)),
        ("苍水措施参考了哪些文件？", (About.BASIS,)),
        ("苍水措施是以哪份文件作为依据的？", (About.BASIS,)),
        ("苍水措施是拿哪两年的用水预测作为依据的？", ()),
        ("苍水条例哪天通过、哪天施行", (About.ADOPTED, About.EFFECTIVE)),
        ("苍水条例最近一次修订是哪年", (About.ADOPTED,)),
        ("苍水措施 政府令号 审议通过会议", (About.NUMBER, About.ADOPTED)),
        ("苍水措施是哪次常务会议通过的？", (About.ADOPTED,)),
        ("苍水措施是在什么会议上通过的？", (About.ADOPTED,)),
        ("苍水措施施行以后，哪份旧文件不再执行？", (About.REPEALS,)),
        ("苍水措施生效后，以前的什么办法停止执行？", (About.REPEALS,)),
        ("苍水措施管到啥时候失效？", (About.EXPIRES,)),
        ("苍水措施用到哪天为止，又替下了哪个老文件？", (About.EXPIRES, About.REPEALS)),
        ("苍水措施想打电话问问，找谁、打哪个号？", (About.CONTACT,)),
    ],
)
def test_a_field_is_asked_for_in_many_words(question: str, fields: tuple[About, ...]) -> None:
    assert fields_asked(question, TOLD) == (fields, ())


@pytest.mark.parametrize(
    "question",
    [
        "苍水措施里取水许可证的有效期是多久？",
        "苍水措施的水费减免执行到什么时候？",
        "苍水措施里再生水补贴什么时候到期？",
        "苍水措施的实施细则由谁制定？",
        "阶梯水价适用于哪些用户？",
        "苍水措施里水价可以参照哪个标准？",
        "苍水措施的检测报告要给谁看？",
        "苍水措施里哪些用户不再适用阶梯水价？",
        "苍水措施的水费减免管到什么时候失效？",
        "苍水措施里用水计划经哪个部门同意？",
        "苍水措施里什么情况要业主大会同意才能装水表？",
        "苍水措施里哪次村民会议同意才能打井？",
    ],
)
def test_of_a_thing_in_it_nothing_of_the_document_is_asked(question: str) -> None:
    assert fields_asked(question, TOLD) == ((), ())


def test_what_only_asks_again_is_nothing_beside_the_fields() -> None:
    assert fields_asked("苍水措施是谁发的，都有哪几家？", TOLD)[1] == ()
    assert fields_asked("苍水措施是谁发的，水价怎么定？", TOLD)[1] == ("水价怎么定",)


@pytest.mark.parametrize(
    ("question", "asked"),
    [("节水规划的起止时间", True), ("节水行动起止年份", True), ("节水奖励 网上填报 起止时间", False)],
)
def test_from_when_to_when_asks_for_the_period_of_a_plan_and_not_of_what_it_opens(question: str, asked: bool) -> None:
    assert (About.PERIOD in fields_asked(question)[0]) is asked
