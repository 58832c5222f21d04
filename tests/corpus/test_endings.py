"""What stands behind the body is read: names of attachments, signatures, copies, how long the document holds."""

from __future__ import annotations

import pytest

from corpus.attached import attachments
from corpus.parsing import parse
from corpus.places import place_and_level
from corpus.vocabulary import Level, PartRole
from tests.corpus.sources import clause, document, paths, source

BODY = (
    "水利厅 财政厅 关于做好冬季供水工作的通知 苍水明电〔2031〕7号 各市水务局： 为保障冬季供水，现就有关事项通知如下： "
    "一、检修管网 各地水务部门要在十一月底前完成管网检修，对老旧管段逐段排查，发现渗漏立即修复，并将检修情况登记造册。 "
    "二、备足物资 供水企业要按照不少于七天的用量储备药剂，由市水务局会同应急部门组织抽查，抽查结果向社会公布。 "
)
TAIL = (
    "附件： 1.管网检修指南 2.抽查登记表（式样） 水利厅 财政厅 2031年11月3日 "
    "抄送：住房城乡建设厅、卫生健康委。 文档附件："
)


def test_names_of_attachments_in_one_line_with_the_signature_begin_no_part() -> None:
    found = parse(source(BODY + TAIL))
    assert paths(found)[-1] == "结语"
    assert not any(one.part is PartRole.ATTACHMENT for one in found.clauses)
    assert [one.text for one in found.metadata.issuers] == ["水利厅", "财政厅"]
    assert found.metadata.date is not None
    assert found.metadata.date.iso == "2031-11-03"


def test_names_of_attachments_on_lines_of_their_own_above_a_date_begin_no_part() -> None:
    found = document(
        *("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。"),
        *("附件：", "1.管网检修指南", "2.抽查登记表", "苍水市水务局", "2031年11月3日"),
    )
    assert paths(found)[-1] == "结语"
    assert [one.text for one in found.metadata.issuers] == ["苍水市水务局"]


def test_an_attachment_with_text_of_its_own_is_a_part() -> None:
    found = document(
        *(
            "关于检修管网的通知",
            "一、检修。十一月底前完成。",
            "二、备料。储备七天用量。",
            "苍水市水务局",
            "2031年11月3日",
        ),
        *("附件：", "管网检修指南", "检修应当先排水，再开挖，并留存影像。"),
    )
    assert any(one.part is PartRole.ATTACHMENT for one in found.clauses)


@pytest.mark.parametrize(
    "closing",
    [
        "本通知自印发之日起施行，有效期至2032年3月31日。",
        "国家另有规定的，从其规定。以上措施自2031年11月10日起实施，由水务局负责解释。",
    ],
)
def test_a_paragraph_on_the_force_of_the_document_is_none_of_the_last_clause(closing: str) -> None:
    found = document("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。", closing)
    assert clause(found, "结语").text == closing
    assert clause(found, "二").text == "储备七天用量。"


def test_it_is_its_clause_s_where_that_is_headed_so() -> None:
    found = document("关于检修管网的通知", "一、检修。十一月底前完成。", "二、附则", "本通知自印发之日起施行。")
    assert paths(found)[-1] == "二"
    assert clause(found, "二").text == "本通知自印发之日起施行。"


_TO_ALL = "各级水务部门要充分认识冬季供水的意义，抓紧抓实各项工作，确保供水安全。"


def test_what_all_are_told_at_the_end_is_none_of_the_last_clause() -> None:
    body = ("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。")
    for behind in ((), ("苍水市水务局", "2031年11月3日")):
        found = document(*body, _TO_ALL, *behind)
        assert clause(found, "结语").text.startswith(_TO_ALL)
        assert clause(found, "二").text == "储备七天用量。"


def test_it_is_where_that_is_on_how_all_is_carried_out_or_more_follows() -> None:
    body = ("关于检修管网的通知", "一、检修。十一月底前完成。", "二、加强组织领导。成立专班。")
    assert _TO_ALL in clause(document(*body, _TO_ALL), "二").text
    body = ("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。")
    assert (
        _TO_ALL
        in clause(
            document(*body, _TO_ALL, "药剂由市水务局统一采购，各区按月领取，领取时核对批号并登记造册。"), "二"
        ).text
    )


def test_it_is_cut_off_behind_brackets_where_line_ends_were_lost() -> None:
    force = "本通知自印发之日起施行，有效期至供水恢复正常。"
    found = parse(source(f"{BODY}三、落实责任 各地要压实责任。（责任单位：市水务局） {force}"))
    assert clause(found, "结语").text == force
    assert clause(found, "三").text.endswith("（责任单位：市水务局）")


def test_contact_lines_under_a_label_belong_to_it() -> None:
    found = document(
        *("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。"),
        *("联系人及联系方式：", "管网科 高山，电话：0000-1234567。", "苍水市水务局", "2031年11月3日"),
    )
    assert found.metadata.contact is not None
    assert found.metadata.contact.text == "联系人及联系方式：管网科 高山，电话：0000-1234567。"


@pytest.mark.parametrize("label", ["联系处室", "联系部门", "咨询方式", "咨询热线"])
def test_an_office_to_turn_to_is_a_contact(label: str) -> None:
    line = f"{label}：水务局管网处　电话：0000-1234567"
    found = document("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。", line)
    assert found.metadata.contact is not None
    assert found.metadata.contact.text == line


def test_lines_with_labels_of_their_own_under_the_contact_belong_to_it() -> None:
    found = document(
        *("关于检修管网的通知", "一、检修。十一月底前完成。", "二、备料。储备七天用量。"),
        *(
            "联系人：管网科 高山、江河",
            "联系电话：0000-1234567",
            "电子邮箱：gw@example.cn",
            "苍水市水务局",
            "2031年11月3日",
        ),
    )
    assert found.metadata.contact is not None
    said = found.metadata.contact.text.split("\n")
    assert said == ["联系人：管网科 高山、江河", "联系电话：0000-1234567", "电子邮箱：gw@example.cn"]


def test_words_of_the_page_behind_a_date_leave_it_one() -> None:
    found = document("关于检修管网的通知", "一、检修。", "二、备料。", "苍水市水务局", "2031年11月3日 附件下载:")
    assert found.metadata.date is not None
    assert found.metadata.date.iso == "2031-11-03"
    assert [one.text for one in found.metadata.issuers] == ["苍水市水务局"]


def test_the_page_s_headline_above_a_title_is_not_the_title() -> None:
    found = document(
        *("苍水省出台供水保障20条意见", "苍水省人民政府 关于保障冬季供水的若干意见", "（2031年11月3日）"),
        *("为保障供水，现提出如下意见。", "一、检修。十一月底前完成。", "二、备料。储备七天用量。"),
    )
    assert found.metadata.title is not None
    assert found.metadata.title.text == "苍水省人民政府 关于保障冬季供水的若干意见"
    assert [one.text for one in found.metadata.issuers] == ["苍水省人民政府"]


def test_labels_of_a_web_page_do_not_swallow_number_and_addressees() -> None:
    found = document(
        *(
            "苍水省水利厅关于检修管网的通知",
            "发布时间：2031-11-05　来源：水利厅　字号：[大 中 小]",
            "苍水发〔2031〕7号",
        ),
        *("各市水务局：", "一、检修。十一月底前完成。", "二、备料。储备七天用量。"),
    )
    assert found.metadata.number is not None
    assert found.metadata.number.text == "苍水发〔2031〕7号"
    assert found.metadata.addressees is not None
    assert found.metadata.addressees.text == "各市水务局："


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("珠海经济特区供水用水条例", Level.MUNICIPAL),
        ("海南经济特区供水用水条例", Level.PROVINCIAL),
        ("珠海经济特区横琴新区供水规定", Level.COUNTY),
        ("宁波市住宅小区供水管理规定", Level.MUNICIPAL),
        ("广东省经济技术开发区条例", Level.PROVINCIAL),
        ("宁波经济技术开发区供水办法", Level.COUNTY),
        ("宁波市镇海区供水办法", Level.COUNTY),
    ],
)
def test_a_word_for_a_kind_of_area_is_not_the_name_of_one(title: str, level: Level) -> None:
    assert place_and_level(title, ())[1] is level


NOTICE = (
    "水利部办公厅 关于冬季供水保障的通知 （办水〔2031〕46号） 各省、自治区水利厅： 为保障供水，现通知如下： "
    "（一）检修管网。对老旧管段逐段排查。 （二）备足药剂。储备不少于七天的用量。 （三）公开信息。按日公布停水计划。"
)


def test_a_notice_attached_in_the_same_line_is_a_part_with_clauses_of_its_own() -> None:
    note = "附件：《水利部办公厅关于冬季供水保障的通知》（办水〔2031〕46号） 2031年11月3日 （此件主动公开） "
    found = parse(source(f"{BODY}{note}附件 {NOTICE}"))
    assert paths(found)[-5:] == ["结语", "附件", "附件 > （一）", "附件 > （二）", "附件 > （三）"]
    assert clause(found, "附件").text.startswith("水利部办公厅 关于冬季供水保障的通知")
    assert clause(found, "附件 > （二）").heading == "备足药剂"
    assert clause(found, "结语").text.endswith("（此件主动公开）")
    assert found.metadata.date is not None
    assert found.metadata.date.iso == "2031-11-03"


def test_several_in_the_same_line_are_as_many_parts() -> None:
    found = parse(source(f"{BODY}2031年11月3日 附件1 {NOTICE} 附件2 抽查工作方案 {NOTICE.partition('： ')[2]}"))
    assert [path for path in paths(found) if path.endswith("（一）")] == ["附件1 > （一）", "附件2 > （一）"]


@pytest.mark.parametrize(
    "behind", ["管网检修指南 2031年11月3日", "1.检修工作指南。2.抽查办法。3.登记表。", "《检修办法》。一。二。三。"]
)
def test_an_attachment_that_is_only_named_in_the_line_begins_none(behind: str) -> None:
    assert attachments(f"{BODY}附件 {NOTICE}")
    assert not attachments(f"{BODY}附件 {behind}")
