"""Members of one family, of which a rule names some: who asks about another one is not answered by it.

失业保险 is no 医疗保险, what holds for state-owned premises says nothing of private ones, a subsidy on a premium is
none on a purchase. A sentence near in all other words gives a sibling's value.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.understanding.query import Asked
from assistant.understanding.tiers import others_of, tiers_in
from assistant.understanding.wanted import Wanted


class Member(NamedTuple):
    """How one of a family is asked for, and how it is printed."""

    asked: re.Pattern[str]
    printed: re.Pattern[str]


Family = tuple[Member, ...]


def _family(*members: str | tuple[str, str]) -> Family:
    both = ((one, one) if isinstance(one, str) else one for one in members)
    return tuple(Member(re.compile(asked), re.compile(printed)) for asked, printed in both)


def _of_level(asked: str, prefix: str) -> tuple[str, str]:
    """省级重点实验室 is printed 省重点实验室 too; 省财政厅 is of no such level."""
    return (
        asked,
        rf"{asked}|{prefix}(?=[^厅局委办处，。；]{{0,6}}(?:实验室|中心|企业|园区|基地|平台|工厂|孵化器|高新区|示范))",
    )


GRADES = 2
"""Degrees that a clause must name for it to sort people by them."""

_ALWAYS = (
    _family(
        "失业(?:保险|金)", "工伤(?:保险|待遇)", "生育(?:保险|津贴)", "养老(?:保险|金)", "医疗保险|医保", "住房公积金"
    ),
    _family(
        "意外(?:伤害)?保?险",
        "责任保?险",
        "信用保险",
        "(?:网络|数据)安全保?险",
        "(?:首台|首批次|首版次|重大技术装备)[^，。；]{0,12}?险",
        "(?:农业|种植|养殖)保?险",
        "交强险|车险",
        "财产保?险",
    ),
    _family(
        ("电动自行车|电瓶车|电单车", "电动(?:自行)?车|电瓶车|电单车|(?<!机动)非机动车"),
        (
            "(?:新能源|电动|燃料电池)(?:小?汽|乘用|公交|客|货|轿|卡)?车(?!棚)(?<!电动车)|(?<!动)汽车(?!站|客运)",
            "汽车|新能源[^，。；]{0,4}车|乘用车|客车|货车|轿车|卡车|(?<!非)机动车|车辆",
        ),
    ),
    _family("人类|人体", "畜禽|家畜|家禽|牲畜|禽畜", "农作物", "水产|水生生物", "林木|苗木", "微生物|菌种"),
    _family("绿色食品", "有机(?:产品|食品|农产品|认证)", "无公害", "地理标志"),
    _family("发明专利", "实用新型", "外观设计"),
    _family(
        "中药|中成药|经典名方|古方",
        "化学药|化药",
        "生物制品|生物药|疫苗",
        "[12一二]类(?:创新|新|改良)|创新药|改良型|仿制药|首仿",
    ),
    _family("婚假", "(?<!陪)产假", "陪产假|护理假", "年休假|年假", "病假", "事假", "丧假", "探亲假", "育儿假"),
)
"""Families whose members are never meant by each other's names."""

_DEGREES = _family("博士", "硕士", "本科|学士", "专科|大专|高职", "中专|中职")
_OF_VALUES = (
    _family(
        ("生活垃圾", "垃圾"),
        ("(?:厨余|餐厨|厨房)垃圾", "厨余|餐厨|厨房"),
        ("(?:建筑|装修|拆迁)(?:垃圾|废弃物)", "(?:建筑|装修|拆迁)(?:垃圾|废)|渣土"),
        ("(?<!燃料)(?<!太阳能)电池(?!片|组件|效率)", "电池"),
        "秸秆",
        ("粪污|粪便", "粪"),
        ("废?塑料", "塑料|农膜"),
        ("(?:工业|大宗)?固(?:体)?废(?:弃?物)?", "固体?废"),
        ("危险废物|危废", "危险废物|危废"),
        ("医疗废物|医废", "医疗废|医废"),
        ("(?:生活)?污水", "污水"),
        "污泥",
    ),
    _family(
        "私人|私有|私营|私企|民营|民企|个人(?:房东|业主)|房东",
        "国有|国企|国资|公有|央企|行政事业单位",
        "外资|外商|外企",
        "村集体|集体所有",
    ),
    _DEGREES,
    _family(
        ("国家级", "国家"), _of_level("省级", "省"), _of_level("(?<!地)市级", "市"), _of_level("区级|县级", "[区县]")
    ),
    _family("微型|小微|中小微", "小型|中小|小微", "中型|中小|大中", "大型|大中|特大型"),
    _family("一星", "二星|两星", "三星", "四星", "五星"),
    _family("[1Ａ]A级", "2A", "3A", "4A", "5A"),
    _family("甲级", "乙级", "丙级", "丁级"),
    _family("首套|第一套", "二套|第二套", "三套|第三套"),
    _family("退役军人|退伍军人", "毕业生|应届生|大学生", "农民工|务工人员", "残疾人|残疾职工", "脱贫|贫困户|低保"),
    _family("公租房|公共租赁", "商品房|商品住房", "共有产权", "廉租房", "经济适用房", "配售型"),
    _family("幼儿园|学前", "小学", "初中", "高中", "大学|高校"),
    _family(
        "(?:购置|购机|购车|采购|购买)(?:费用?)?(?:的)?(?:补贴|补助|奖励|奖补)",
        "运营(?:费用?)?(?:的)?(?:补贴|补助|奖励|奖补)",
        "保费|保险费|实缴保|保费支出",
        "贴息|利息",
        "租金|房租",
    ),
)
"""Families that tell one value from another: the sum for a doctor is none for a master."""


def of_a_sibling(asked: Asked, sentence: str, around: str) -> bool:
    """Is one of a family, or a tier, asked about that sentence and surroundings leave out, and do they name another?"""
    tiers = tiers_in(asked.text)
    if tiers and others_of(tiers, f"{sentence} {around}"):
        return True
    for family in _families(asked.wanted is not Wanted.NOTHING):
        mine = [member.printed for member in family if member.asked.search(asked.text)]
        if not mine or any(member.search(sentence) or member.search(around) for member in mine):
            continue
        if any(member.asked.search(sentence) for member in family):
            return True
        if family is _DEGREES and sum(bool(member.asked.search(around)) for member in family) >= GRADES:
            return True
    return False


def _families(of_values: bool) -> tuple[Family, ...]:
    return (*_ALWAYS, *_OF_VALUES) if of_values else _ALWAYS
