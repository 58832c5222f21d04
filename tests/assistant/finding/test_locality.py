"""A document is about a place that it names at its head, more than once, or alone."""

from __future__ import annotations

import pytest

from assistant.finding.locality import (
    HEAD,
    answers_for,
    district_asked,
    holds_in,
    is_about,
    is_called_by_name,
    is_of_elsewhere,
    leaves_out,
    lies_there,
    other_county,
    other_zone,
)
from corpus.models import Document
from corpus.parsing import parse
from corpus.places import places_in
from corpus.rows import summary_of
from tests.corpus.sources import source

FILLER = "各单位要落实节水措施，按时报送用水台账。" * 20


def told(*sentences: str) -> Document:
    return parse(source(f"关于节水的通知\n\n{FILLER}{''.join(sentences)}", "通知.txt"))


@pytest.mark.parametrize(
    ("document", "about"),
    [
        (told(), False),
        (told("绍兴先行试点。"), True),
        (told("绍兴先行试点。", "杭州随后推开。"), False),
        (told("绍兴先行试点。", "杭州随后推开。", "绍兴给予补助。"), True),
    ],
    ids=["never", "alone", "once among others", "twice among others"],
)
def test_one_mention_far_down_tells_only_where_no_other_place_is_named(document: Document, about: bool) -> None:
    assert len(document.source.text) > HEAD
    assert is_about(document, "绍兴") is about


def ruled(issuer: str) -> Document:
    return parse(
        source(f"{issuer}关于节水奖励的通知\n\n{FILLER}对节水企业奖励20万元。\n\n{issuer}\n2031年3月1日", "通知.txt")
    )


@pytest.mark.parametrize(
    ("issuer", "question", "answers"),
    [
        ("浙江省水利厅", "我公司在绍兴，节水能领多少奖励？", True),
        ("国家发展改革委", "我在绍兴开厂，节水能领多少奖励？", True),
        ("江苏省水利厅", "我公司在绍兴，节水能领多少奖励？", False),
        ("浙江省水利厅", "绍兴要奖励多少家节水企业？", False),
        ("浙江省水利厅", "我想问在绍兴奖励多少家节水企业？", False),
    ],
)
def test_what_holds_in_a_province_holds_for_whoever_is_in_a_city_of_it(
    issuer: str, question: str, answers: bool
) -> None:
    assert answers_for(ruled(issuer), "对节水企业奖励20万元。", "绍兴", question) is answers


@pytest.mark.parametrize(
    ("document", "question", "there"),
    [
        (told("在绍兴建设节水试验基地。"), "杭州在绍兴的节水试验基地何时验收？", True),
        (told("在绍兴建设节水试验基地。"), "绍兴的节水试验基地何时验收？", False),
        (told("建设节水试验基地。"), "杭州在绍兴的节水试验基地何时验收？", False),
    ],
    ids=["lies there", "is of there", "never printed"],
)
def test_a_place_may_only_tell_where_the_thing_asked_about_lies(document: Document, question: str, there: bool) -> None:
    assert lies_there(document, "绍兴", question) is there


@pytest.mark.parametrize(
    ("question", "district"),
    [
        ("绍兴高新区的水表检定点在哪？", "高新区"),
        ("绍兴市柯桥区水表检定的电话", "柯桥区"),
        ("绍兴高新区的水表检定收费多少？", ""),
        ("绍兴的水表检定点在哪？", ""),
    ],
    ids=["where", "telephone", "what holds in all the city", "no district"],
)
def test_a_district_is_asked_about_where_a_thing_is_looked_for_in_it(question: str, district: str) -> None:
    assert district_asked(question) == district


@pytest.mark.parametrize(
    ("question", "county"),
    [
        ("德清县节水奖励有多少？", "德清县"),
        ("湖州市德清县节水奖励有多少？", "德清县"),
        ("安吉县节水奖励有多少？", ""),
        ("长兴县的水从哪里引来？", ""),
        ("全县节水奖励有多少？", ""),
        ("国家级贫困县节水奖励有多少？", ""),
    ],
    ids=["another", "another of a city", "its own", "one that the clause names", "all of it", "a sort of county"],
)
def test_what_a_county_lays_down_does_not_hold_in_another(question: str, county: str) -> None:
    plan = summary_of(parse(source("安吉县人民政府关于节水的通知\n\n一、引水\n从长兴县引水。", "通知.txt")), "")
    assert other_county(question, plan, "从长兴县引水。") == county


@pytest.mark.parametrize(
    ("title", "question", "answers"),
    [
        ("东湾回族区节水办法", "临江市东湾回族区怎么节水？", True),
        ("东湾回族区节水办法", "临江市西湾区怎么节水？", False),
        ("绍兴市东湾回族区节水办法", "洛阳市东湾回族区怎么节水？", False),
    ],
    ids=["its own district", "another district", "that of another city"],
)
def test_a_document_of_a_district_answers_where_its_city_is_said_too(title: str, question: str, answers: bool) -> None:
    document = parse(source(f"{title}\n\n{FILLER}", "办法.txt"))
    place = next(iter(places_in(question)), "临江")
    assert answers_for(document, FILLER, place, question) is answers


def test_a_document_may_say_that_it_is_not_about_a_place() -> None:
    assert leaves_out(told("各市（不含绍兴市）按时填报。"), "绍兴")
    assert not leaves_out(told("绍兴按时填报。"), "绍兴")


def test_a_clause_holds_where_it_says_so_itself_or_holds_everywhere() -> None:
    silent = told("杭州先行试点。", "宁波随后推开。")
    assert holds_in(silent, "绍兴市用水单位应当报送台账。", "绍兴")
    assert holds_in(silent, "在全国范围内推行用水台账。", "绍兴")
    assert not holds_in(silent, "用水单位应当报送台账。", "绍兴")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("绍兴的《节水惠企政策申报指南》有哪些环节？", True),
        ("绍兴的“节水惠企政策申报指南”有哪些环节？", True),
        ("绍兴的节水惠企政策申报指南有哪些环节？", False),
        ("绍兴的《节水惠企政策实施细则》有哪些环节？", False),
        ("绍兴的《节水》有哪些环节？", False),
    ],
    ids=["title marks", "quotation marks", "no marks", "another name", "too short"],
)
def test_a_document_may_be_called_by_a_name_that_it_prints(question: str, meant: bool) -> None:
    assert is_called_by_name(told("有关部门公布《节水惠企政策\n申报指南》。"), question) is meant


@pytest.mark.parametrize(
    ("sentence", "elsewhere"),
    [
        ("兰州给予用水企业补助。", True),
        ("兰州、西安给予用水企业补助。", True),
        ("绍兴、兰州给予用水企业补助。", False),
        ("浙江给予用水企业补助。", False),
        ("宁波给予用水企业补助。", False),
        ("给予用水企业补助。", False),
        ("兰州等地的做法在全国推开。", False),
        ("除兰州外，均给予补助。", False),
        ("支援兰州的，我市给予补助。", False),
    ],
    ids=["another", "others", "it as well", "its province", "its neighbour", "none", "everywhere", "all but", "ours"],
)
def test_a_sentence_of_other_provinces_says_nothing_of_the_place(sentence: str, elsewhere: bool) -> None:
    assert is_of_elsewhere(summary_of(told("绍兴先行试点。"), ""), sentence, "绍兴") is elsewhere


def test_in_a_document_of_the_place_every_sentence_may_be_about_it() -> None:
    document = parse(source(f"绍兴市节水办法\n\n{FILLER}", "办法.txt"))
    assert not is_of_elsewhere(summary_of(document, ""), "兰州的企业给予补助。", "绍兴")


@pytest.mark.parametrize(
    ("question", "zone"),
    [
        ("绍兴高新区给硕士补多少租金？", "绍兴高新区"),
        ("绍兴经开区给硕士补多少租金？", ""),
        ("绍兴经济技术开发区给硕士补多少租金？", ""),
        ("绍兴给硕士补多少租金？", ""),
        ("绍兴综保区给硕士补多少租金？", ""),
        ("绍兴给从高新区迁来的硕士补多少租金？", ""),
        ("绍兴市高新技术产业开发区给硕士补多少租金？", "绍兴市高新技术产业开发区"),
    ],
)
def test_a_zone_is_not_answered_for_by_the_rules_of_another_one(question: str, zone: str) -> None:
    rules = parse(source("绍兴经济技术开发区人才规定\n\n一、租金补贴\n硕士每月补1500元。综保区参照执行。", "规定.txt"))
    assert other_zone(question, summary_of(rules, ""), lambda _: rules.source.text) == zone
