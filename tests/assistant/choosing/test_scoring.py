"""Sentences are cut from evidence word for word and ranked by what they share with the question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.choosing.spoken_years import governing_years, of_its_titles_year
from assistant.finding.rarity import Rarity
from assistant.understanding.aspects import told_by
from assistant.understanding.synonyms import Pairs, Synonyms
from corpus.vocabulary import PartRole
from tests.assistant.shelf import (
    AREA,
    CITY,
    PROVINCE,
    STATE,
    ask,
    candidate,
    evidence,
    evidence_of,
    rarity,
    summary_named,
)
from tests.corpus.sources import document

GOALS = "一 > （二）"


def ranked(question: str, found: list[Candidate]) -> list[Candidate]:
    return SentenceScorer(ask(question), rarity()).score(found)


@pytest.mark.parametrize(
    ("name", "path", "first"),
    [
        (PROVINCE, GOALS, "到2025年"),
        (PROVINCE, "二 > 1", "在设施农业中"),
        (CITY, "二 > （一）", "推广低浴比染色工艺"),
        (AREA, "二", "公共建筑全部更换"),
    ],
)
def test_a_heading_is_no_sentence_of_its_clause(name: str, path: str, first: str) -> None:
    assert candidates(evidence(name, path))[0].text.startswith(first)


def test_what_is_too_short_to_be_cited_is_no_sentence() -> None:
    one = evidence_of(document("某县方案", "", "一、任务分解", "按照下表执行。", "梨树乡", "其他乡镇另行通知。"), "一")
    assert "梨树乡" not in [found.text for found in candidates([one])]


def test_a_clause_with_nothing_but_a_heading_gives_nothing() -> None:
    assert candidates(evidence(PROVINCE, "二")) == []


@pytest.mark.parametrize("path", ["标题", "正文前言", "一 > （一）", GOALS, "二 > 1", "三 > （一）"])
def test_every_candidate_stands_word_for_word_in_its_evidence(path: str) -> None:
    (one,) = evidence(PROVINCE, path)
    assert all(found.text in one.text for found in candidates([one]))
    assert all(found.text == found.text.strip() != "" for found in candidates([one]))


def test_a_headline_glued_to_its_first_sentence_is_left_out_of_it() -> None:
    glued = evidence_of(
        document("某市方案", "", "一、主要目标", "节水器具普及率明显提高，供水管网漏损率大幅下降。"), "一"
    )
    run_on = replace(
        glued,
        text="主要目标 节水器具普及率明显提高，供水管网漏损率大幅下降。",
        clause=replace(glued.clause, num=""),
    )
    assert candidates([run_on])[0].text == "节水器具普及率明显提高，供水管网漏损率大幅下降。"


def test_a_heading_with_its_ordinal_glued_to_its_first_sentence_is_left_out_of_it() -> None:
    glued = evidence_of(
        document("某市方案", "", "（一）主要目标", "节水器具普及率明显提高，供水管网漏损率大幅下降。"), "（一）"
    )
    run_on = replace(glued, text="（一）主要目标 节水器具普及率明显提高，供水管网漏损率大幅下降。")
    assert candidates([run_on])[0].text == "节水器具普及率明显提高，供水管网漏损率大幅下降。"


def test_a_very_short_piece_goes_with_what_follows_it() -> None:
    found = document("某市方案", "", "一、主要目标", "资金。对验收合格的节水型企业给予一次性奖励。")
    assert [one.text for one in candidates([evidence_of(found, "一")])] == [
        "资金。对验收合格的节水型企业给予一次性奖励。"
    ]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("用水量下降百分之几？", "16%"),
        ("2025年建成多少家节水型企业？", "300家"),
        ("2030年建成多少家节水型企业？", "500家"),
        ("节水型企业奖励多少钱？", "30万元"),
        ("供水管网如何改造？", "更新改造"),
        ("舟山的海水淡化怎么发展？", "舟山群岛"),
    ],
)
def test_the_sentence_that_answers_comes_first(question: str, words: str) -> None:
    paths = ("三 > （二）", GOALS, "二 > 1", "二 > 2", "二 > 3", "三 > （一）")
    assert words in ranked(question, candidates(evidence(PROVINCE, *paths)))[0].text


def test_equal_sentences_keep_the_order_of_the_evidence() -> None:
    found = candidates(evidence(PROVINCE, GOALS))
    assert [one.text[:6] for one in ranked("氢能", found)] == ["到2025年", "到2030年"]
    assert [one.text[:6] for one in ranked("氢能", found[::-1])] == ["到2030年", "到2025年"]


def test_the_better_hit_of_the_search_wins_among_equal_sentences() -> None:
    paths = ("二 > 1", "三 > （二）")
    found = ranked("氢能", candidates(evidence(PROVINCE, *paths, scores=[0.2, 0.9])))
    assert found[0].evidence.clause.path_text == "三 > （二）"


def test_a_word_in_the_heading_above_counts_less_than_in_the_sentence() -> None:
    found = ranked("资金支持", candidates(evidence(PROVINCE, "三 > （一）")))
    other = ranked("一次性奖励", candidates(evidence(PROVINCE, "三 > （一）")))
    assert 0 < found[0].score < other[0].score


def test_that_a_notice_hands_a_document_on_says_nothing_of_it() -> None:
    rule = document(
        "澜河市水务局关于印发《节水补贴方案》的通知",
        "澜水发〔2023〕7号",
        "各区水务局：",
        "为做好节水补贴虚报面积的查处，现将《节水补贴方案》印发给你们，请认真组织实施。",
        "节水补贴方案",
        "一、监督",
        "对套取节水资金的，追回并取消资格。",
    )
    found = candidates([evidence_of(rule, "标题"), evidence_of(rule, "一")])
    assert ranked("虚报面积套取节水补贴的怎么处理？", found)[0].text.startswith("对套取")
    assert "印发给你们" in ranked("节水补贴方案是哪天印发的？", found)[0].text


def test_covered_is_the_share_of_the_questions_words() -> None:
    found = candidates(evidence(PROVINCE, "三 > （一）"))
    assert ranked("一次性奖励", found)[0].covered == pytest.approx(1.0)
    assert ranked("氢能", found)[0].covered == 0


def test_an_interpretation_ranks_behind_the_document_itself() -> None:
    found = candidates(evidence(PROVINCE, "三 > （一）"))
    (own,) = found
    told = replace(own.evidence, clause=replace(own.evidence.clause, part=PartRole.INTERPRETATION))
    both = [replace(own, evidence=told), own]
    assert ranked("节水型企业奖励", both)[0].evidence is own.evidence
    assert ranked("政策解读怎么说节水型企业奖励", both)[0].evidence is told


def test_without_candidates_there_is_nothing_to_score() -> None:
    assert ranked("节水型企业奖励", candidates([])) == []


@pytest.mark.parametrize(
    ("name", "path", "words", "years"),
    [
        (PROVINCE, GOALS, "500家", {2030}),
        (PROVINCE, GOALS, "300家", {2025}),
        (STATE, "一", "20个", {2030}),
        (STATE, "二", "专项", {2023, 2030}),
        (AREA, "二", "3次", set()),
    ],
)
def test_a_sentence_speaks_of_its_own_years_else_of_the_titles(
    name: str, path: str, words: str, years: set[int]
) -> None:
    assert governing_years(candidate(name, path, words)) == years


@pytest.mark.parametrize(("said", "year"), [("到2027年，建成管网。", 2027), ("“十五五”期间，改造管网。", 2030)])
def test_a_sentence_without_a_year_goes_on_from_the_one_named_before_it(said: str, year: int) -> None:
    made = document("某市节水方案（2023—2030年）", "", "一、目标", f"{said}漏损率大幅度下降。")
    last = candidates([evidence_of(made, "一")])[-1]
    assert "漏损率" in last.text
    assert governing_years(last) == {year}


def test_both_ends_of_a_range_of_years_are_spoken_of() -> None:
    made = document("某市节水方案", "", "一、目标", "2023—2025年，每年改造管网100公里。")
    assert governing_years(candidates([evidence_of(made, "一")])[0]) == {2023, 2025}


@pytest.mark.parametrize(
    ("question", "first"),
    [("每户限养几只犬？", "每户限养一只。"), ("犬只满几个月要登记？", "犬只满三个月应当登记。")],
)
def test_a_number_counts_that_is_of_the_measure_asked_for(question: str, first: str) -> None:
    found = document("某市养犬规定", "", "一、登记", "犬只满三个月应当登记。", "二、限养", "每户限养一只。")
    evidence = [evidence_of(found, path) for path in ("一", "二")]
    assert ranked(question, candidates(evidence))[0].text == first


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("水务企业要组成什么联盟？", "推动水务企业组建节水产业联盟。"),
        ("水务企业要建什么平台？", "支持水务企业建设数据平台。"),
    ],
)
def test_the_kind_of_thing_asked_for_stands_in_the_sentence(question: str, first: str) -> None:
    found = document("某市方案", "", "一、企业", "支持水务企业建设数据平台。推动水务企业组建节水产业联盟。")
    assert ranked(question, candidates([evidence_of(found, "一")]))[0].text == first


def test_a_document_of_the_place_goes_before_one_that_only_speaks_of_it() -> None:
    same = "建立健全节水评价体系和计量体系。"
    found = document("某市方案", "", "一、评价", same)
    other = candidates([evidence_of(found, "一")])[0]
    asked = ask("浙江要建立健全哪些节水体系？")
    own = replace(other, evidence=replace(other.evidence, document=asked.documents[0]))
    scored = SentenceScorer(asked, rarity()).score([other, own])
    assert scored[0].evidence.document == asked.documents[0]
    assert scored[0].score > scored[1].score


def test_a_sentence_of_another_document_than_the_one_named_counts_less() -> None:
    other = candidates(evidence(PROVINCE, "二 > 1"))
    asked = ask("怎么推广滴灌？")
    (open_to_all, *_) = SentenceScorer(asked, rarity()).score(other)
    (unnamed, *_) = SentenceScorer(replace(asked, documents=(summary_named(STATE),)), rarity()).score(other)
    assert unnamed.score < open_to_all.score


def test_that_a_document_is_made_and_sent_out_tells_how_nothing_is_done() -> None:
    text = "为落实节水方案任务，制定本方案。建立节水任务跟踪机制，督促各地按期完成。"
    found = candidates([evidence_of(document("某市方案", "", "一、节水", text), "一")])
    assert ranked("怎么落实节水方案任务？", found)[0].text.startswith("建立节水任务跟踪机制")
    assert ranked("本方案何以制定", found)[0].text.startswith("为落实")


def test_a_list_in_one_line_goes_with_the_words_that_open_it() -> None:
    text = (
        "单位提出申请，提交下列材料：申请报告；营业执照副本复印件；经审计的上一年度财务报告。逾期不再受理；退回材料。"
    )
    found = candidates([evidence_of(document("某市节水资金办法", "一、申请", text), "一")])
    assert [one.text for one in found] == [text[:-12], "逾期不再受理；退回材料。"]


def test_so_does_one_behind_a_comma() -> None:
    text = "有下列情形之一的，不得申请：拖欠水费的；私自取水的；三年内骗取补助的。"
    found = candidates([evidence_of(document("某市节水资金办法", "一、申请", text), "一")])
    assert [one.text for one in found] == [text]


def test_the_noun_a_question_ends_in_leads_to_the_value_right_behind_it() -> None:
    permit = document(
        "某市取水许可办法",
        "一、延续取水许可证的，在取水许可证届满30日前向取水许可证原审批机关提出。",
        "二、许可证有效期为5年。",
    )
    asked = ask("取水许可证有效期")
    counted = Rarity(one.printed for one in permit.clauses)
    found = SentenceScorer(asked, counted).score(candidates([evidence_of(permit, "一"), evidence_of(permit, "二")]))
    assert "有效期为5年" in found[0].text


def test_a_sentence_that_refers_back_is_about_what_was_said_before() -> None:
    said = "检测机构应当对取样过程作出完整记录。用水单位应当建立台账。{}保存期为5年。"
    scores = []
    for words in ("本条规定的记录", "水样瓶"):
        found = evidence_of(document("某市办法", "", "一、检测", said.format(words)), "一")
        (one,) = (one for one in ranked("取样过程的记录要留几年？", candidates([found])) if "5年" in one.text)
        scores.append(one.share)
    assert scores[0] > 2 * scores[1]


@pytest.mark.parametrize(
    "teaser",
    [
        "用水企业欠缴水费，应当承担什么责任？",
        "用水企业欠缴水费，对责任有何规定…… 为此，记者采访了水务部门负责人。",
    ],
)
def test_a_sentence_that_asks_itself_goes_behind_one_that_states(teaser: str) -> None:
    found = document("某市节水问答", "", "一、水费", f"{teaser}欠缴水费的，应当承担违约责任。")
    best = ranked("用水企业欠缴水费 责任规定", candidates([evidence_of(found, "一")]))[0]
    assert best.text == "欠缴水费的，应当承担违约责任。"


def test_how_work_is_shared_out_is_told_by_the_sentence_that_gives_bodies_their_parts() -> None:
    one = evidence_of(
        document(
            "某省通知",
            "",
            "一、登记服务",
            "水站首日办理节水登记服务九件。县水利部门负责收集节水信息，乡镇负责组织登记服务。",
        ),
        "一",
    )
    assert "乡镇负责" in ranked("节水登记服务的任务分工是怎样的？", candidates([one]))[0].text
    assert "首日" in ranked("水站首日办理节水登记服务多少件？", candidates([one]))[0].text


def test_counts_by_place_are_no_measure() -> None:
    one = evidence_of(
        document(
            "某省通报", "", "一、漏损", "节水检查中，越州市5起、明州市4起、台州市3起、衢州市1起。越州市每日巡查管网。"
        ),
        "一",
    )
    assert "每日巡查" in ranked("越州市采取了哪些节水检查措施？", candidates([one]))[0].text
    assert "5起" in ranked("越州市节水检查中有几起？", candidates([one]))[0].text


def test_what_follows_where_telling_off_does_not_help_goes_with_the_rule() -> None:
    found = document("某市办法", "", "一、巡查", "对违规用水应当劝阻；劝阻无效的，应当在3小时内报告水务部门。")
    assert [one.text for one in candidates([evidence_of(found, "一")])] == [
        "对违规用水应当劝阻；劝阻无效的，应当在3小时内报告水务部门。"
    ]


def test_a_further_way_to_do_it_goes_with_the_first() -> None:
    found = document("某市办法", "", "一、清洗", "水箱采用高压水枪清洗；也可用含氯消毒液浸泡，作用三十分钟。")
    assert len(candidates([evidence_of(found, "一")])) == 1


def test_what_a_notice_rests_on_is_told_by_what_says_so_in_front_of_it() -> None:
    notice = document(
        "关于做好节水工作",
        "",
        "按照《国务院关于加强节水工作的通知》（国发〔2020〕2号）要求，帮助全市用水企业节水。现就有关事项通知如下：",
        "",
        "一、制定方案",
        "指导用水企业根据企业实际制定节水方案，报送节水通知的落实情况。",
    )
    found = [evidence_of(notice, "正文前言"), evidence_of(notice, "一")]
    asked = ask("绍兴市出台的企业节水通知，是依照上级的哪个文件制定的？")
    (first, *_) = SentenceScorer(asked, Rarity(one.text for one in found)).score(candidates(found))
    assert "国发〔2020〕2号" in first.text


STEPS = document(
    "某市供水服务问答",
    "",
    "一、用水业务办理",
    "用户登录供水平台后进入“业务办理”，填写报装信息并提交。供水企业及时受理报装，提高服务水平。"
    "“待勘查”表示业务已经受理，尚未上门。报装进度显示为待受理、待勘查、已完成等。"
    "本问答所称困难用户范围为低保户、特困人员。供水企业上门服务困难用户，为困难用户保留纸质材料。",
    "二、适用范围",
    "供水企业应当按照规定提高供水服务水平。农村供水单位可参照执行。",
    "三、水质",
    "本指南规定了供水工作人员发现水质问题的工作要求。发现水质异常的，应当停止供水。",
)


@pytest.mark.parametrize(
    ("question", "path", "first"),
    [
        ("报装在网上怎么办？", "一", "用户登录供水平台"),
        ("报装申请从哪儿点进去？", "一", "用户登录供水平台"),
        ("报装进度显示“待勘查”，代表到哪一步了？", "一", "“待勘查”表示"),
        ("哪些人才算得上“困难用户”？", "一", "本问答所称困难用户"),
        ("农村供水企业也要按照这个规定提高服务水平吗？", "二", "农村供水单位可参照执行"),
        ("供水工作人员发现水质异常怎么办？", "三", "发现水质异常"),
    ],
)
def test_steps_meanings_and_scope_are_told_by_the_words_that_give_them(question: str, path: str, first: str) -> None:
    assert ranked(question, candidates([evidence_of(STEPS, path)]))[0].text.startswith(first)


@pytest.mark.parametrize("question", ["试点进展怎么样？", "重点进行哪些改造？", "在试点哪个区？"])
def test_a_pilot_is_nothing_to_press(question: str) -> None:
    assert told_by(question) == ()


def test_a_long_printed_form_does_not_outweigh_what_was_asked() -> None:
    told = document(
        "某市办法",
        "",
        "一、值守",
        "供水调度管理服务机构实行封闭管理，不对外开放。发现异常的，及时报告。",
    )
    asked = replace(
        ask("调度站的人发现异常怎么办？"),
        synonyms=Synonyms(Pairs([("调度站", "供水调度管理服务机构")])),
    )
    found = candidates([evidence_of(told, "一")])
    assert SentenceScorer(asked, Rarity([told.source.text])).score(found)[0].text.startswith("发现异常")


def test_a_thing_called_by_both_its_names_is_called_once() -> None:
    found = document("某市方案", "", "一、研发", "以AI推动节水技术进步。以人工智能（AI）推动节水技术进步。")
    scorer = SentenceScorer(ask("节水方面怎么用AI？"), Rarity([found.source.text, "建设水库。"]))
    once, twice = sorted(scorer.score(candidates([evidence_of(found, "一")])), key=lambda one: one.span.start)
    assert once.share == twice.share


YEARLY = document(
    "青川县2024年度节水产品奖励申报指南",
    "",
    "一、产品奖励",
    "节水产品奖励重点支持滴灌带、水肥机等领域在2023年1月至2023年12月实现销售的产品。",
    "",
    "二、奖励上限",
    "同一企业的节水产品奖励合计不超过300万元。",
)


def test_a_year_that_names_the_document_does_not_choose_among_its_sentences() -> None:
    found = candidates([evidence_of(YEARLY, "一"), evidence_of(YEARLY, "二")])
    scored = SentenceScorer(ask("2024年节水产品奖励 重点支持领域"), rarity()).score(found)
    assert "重点支持滴灌带" in scored[0].text


def test_a_year_after_that_of_the_title_is_another_one() -> None:
    later = document(
        "青川县2024年节水工作要点", "", "一、管网", "到2027年改造老旧管网80公里。", "", "二、井房", "改造井房9座。"
    )
    found = candidates([evidence_of(later, "一")])
    assert not any(of_its_titles_year(one, (2024,)) for one in found)
    assert all(of_its_titles_year(one, (2024,)) for one in candidates([evidence_of(later, "二")]))


def test_what_stands_under_a_heading_that_the_question_says_is_asked_for() -> None:
    found = document(
        *("某市方案", "", "一、加强用水权益保护", "对逾期申报的用户免予处罚，相关记录不纳入信用评价。"),
        *("", "二、其他", "各级水利部门要按照水利厅的要求，切实保护权益。"),
    )
    under, other = (candidates([evidence_of(found, path)])[0] for path in ("一", "二"))
    assert ranked("水利厅要求的加强用水权益保护内容是什么？", [other, under])[0].text == under.text
    assert ranked("水利厅 加强用水权益保护", [other, under])[0].text == under.text
