"""What a value of each kind looks like in print: what a sentence must show that gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.aspects import PHONE
from assistant.query import Asked
from assistant.wanted import OFFICES, Wanted
from corpus.facts.units import UNITS, Sort
from corpus.places import MUNICIPALITIES, PROVINCES

_FIGURE = re.compile(
    r"\d|(?:[二三四五六七八九十两百千万]|(?<!第)一(?!批))+(?:个|家|项|大|条|种|名|座|处|批|倍|成|类|吨|千瓦|瓦|[kM]W|元|亩|公里|"
    r"只|人|次|岁|天|日|周|年|小时)"
)
_SHARE = re.compile(
    r"\d\s*(?:%|％|‰|个百分点|成)|百分之|[\d一二三四五六七八九十百千万两数几]\s*(?:多|余)?倍|翻[一两番]|分之|\d\s*/\s*\d|全覆盖|全部|一半"
)
_MONEY = re.compile(
    r"\d[\d.,]*\s*(?:万|亿|百|千)?(?:元|块|美元)|[一二三四五六七八九十百千万两]+元|免费|免收|减半|全额|不收"
)
_DATE = re.compile(
    r"(?:19|20)\d{2}|\d{1,2}\s*月|\d{1,2}\s*日|\d{1,2}[：:]\d\d|十[三四五六]五|年底|月底|即日|之日起|"
    r"第[一二三四五六七八九十\d]+个(?:月|年|工作日)|"
    r"(?:\d+|[一二三四五六七八九十两半]+)\s*个?(?:工作日|小时|天|日|周|月|年)(?:内|之内|以内|前|后|後)|"
    r"(?:结束|解除|期满|届满|完成|终止)(?:之|以)?[后後前]|不超过\s*\d+\s*个?(?:工作日|小时|天|周|月|年)"
)
DURATION = re.compile(
    r"(?:\d+|[一二三四五六七八九十两半]+)\s*个?(?:工作日|小时|分钟|日|天|周|月|年)(?!\s*\d*月)|第[一二三四五六七八九十\d]+个(?:月|年|工作日)|之日起|期间"
)
"""How long, or when counted from something: what a rule says where a plan gives a date."""

_SURNAME = (
    "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安"
    "颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席])"
)
_AFTER_NAME = r"(?=[^一-龥]|说|表示|介绍|指出|强调|认为|称|在|为|任|率|带|主持|出席|宣布|等|担|兼|与|和|同|的)"
_PERSON = re.compile(
    rf"(?:{OFFICES}|人员|同志|教授|研究员|院士|姓名)[：:、\s]*{_SURNAME}[一-龥]{{1,2}}{_AFTER_NAME}|"
    rf"{_SURNAME}[一-龥]{{1,2}}(?:同志|老师|先生|女士|教授|院士|博士|主任|局长|处长|科长)|"
    rf"(?:联系人|经办人|负责人|召集人|主讲人)[^，。；一-龥]{{1,3}}[一-龥]{{2,4}}|"
    rf"由[^，。；：]{{2,40}}(?:担任|出任|兼任|任(?:{OFFICES}))|(?:{OFFICES})由|为(?:副?(?:{OFFICES}))|[长任记]任副?(?:{OFFICES})"
)
_PHONE = re.compile(rf"(?<!\d)(?:{PHONE.pattern}|\d{{7,8}})(?!\d)|@")
_ADDRESS = re.compile(
    r"(?:路|街|大道|巷|弄|胡同|村|镇|园区?|大厦|广场|中心|楼)[^，。；]{0,8}[\d一二三四五六七八九十]+\s*(?:号|室|层|楼|栋|幢|座)|"
    r"[\d一二三四五六七八九十]+\s*号(?:楼|院|门|窗口)|地址[：:为]|邮编[：:\s]*\d|(?:路|街|大道)(?:与|和|、)[^，。；]{1,10}交"
)
_SITE = re.compile(
    r"https?:|www\.|@|[a-zA-Z0-9-]+\.(?:cn|com|gov|org|net)|公众号[：:“\"（(]|小程序[：:“\"（(]|[”\"]\s*(?:微信)?(?:公众号|小程序)"
)
_CODE = re.compile(r"[A-Za-z]+[-—－]?\d+|[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号|第[一二三四五六七八九十百\d]+号|\d{5,}")
_NAMED_THING = (
    r"(?:公司|集团|企业|厂|大学|学院|学校|医院|研究院|研究所|实验室|中心|园区?|基地|平台|项目|工程|产品|品种|"
    r"[县市区镇村站线])"
)
_NAMES = re.compile(rf"{_NAMED_THING}(?:[（(][^（）()]*[）)])?[、和及][^，。；：]{{1,30}}{_NAMED_THING}|名单[：:]")
_CITY = re.compile(
    rf"{'|'.join([*MUNICIPALITIES, *(city for cities in PROVINCES.values() for city in cities.split())])}|"
    r"[一-龥](?<![我本全各省该城市县、])(?:市(?![场级容政民区县、])|县(?![级域市区、]))|所在|当地|户籍地|缴存地|住地"
)
_FIRM = re.compile(
    r"公司|集团|(?<!虚拟电)厂(?!房|区)|研究院|研究所|中心|大学|学院|实验室|银行|国家电网|南方电网|股份|"
    r"中(?:石[化油]|广核|海油|铁建|交建)|华(?:能|电|润|为)|承[包运租]"
)

NEEDED = {
    Wanted.FIGURE: _FIGURE,
    Wanted.SHARE: _SHARE,
    Wanted.MONEY: _MONEY,
    Wanted.DATE: _DATE,
    Wanted.DURATION: DURATION,
    Wanted.PERSON: _PERSON,
    Wanted.PHONE: _PHONE,
    Wanted.ADDRESS: _ADDRESS,
    Wanted.SITE: _SITE,
    Wanted.CODE: _CODE,
    Wanted.NAMES: _NAMES,
    Wanted.CITY: _CITY,
    Wanted.FIRM: _FIRM,
}

_UNIT_OF_TIME = re.compile(r"(?:几|多少)个?(天|日|年|月|小时|周|工作日)")
_LASTING = {
    unit: re.compile(rf"(?:\d+|[一二三四五六七八九十两半百]+)\s*个?(?:{printed})")
    for unit, printed in (
        ("天", "天|日|工作日"),
        ("日", "天|日|工作日"),
        ("工作日", "天|日|工作日"),
        ("年", "年(?!度|末|底)"),
        ("月", "月"),
        ("小时", "小时"),
        ("周", "周|星期|天"),
    )
}


def needed_for(asked: Asked) -> re.Pattern[str] | None:
    """What a sentence must show for the value that is asked for, in the unit that is named with it."""
    if asked.wanted is Wanted.DURATION:
        unit = _UNIT_OF_TIME.search(asked.text)
        return _LASTING[unit.group(1)] if unit else DURATION
    if asked.wanted is Wanted.FIGURE and _DEGREES_ASKED.search(asked.text):
        return _DEGREES
    if asked.wanted is Wanted.FIGURE:
        return _of_dimension(asked.text) or _FIGURE
    if asked.wanted is Wanted.MONEY and _BY_RULE.search(asked.text) and not _PRICED.search(asked.text):
        return _BY_SHARE
    return NEEDED.get(asked.wanted)


_DEGREES_ASKED = re.compile(r"温[^电]*(?:多少|几)度(?!电)")
_DEGREES = re.compile(r"\d\s*(?:℃|°\s*[cC]|度|摄氏)")
"""Of warmth: a degree (度) is a kilowatt-hour elsewhere."""

_BY_RULE = re.compile(r"标准|额度|限额|数额|上限|下限|津贴|补贴|补助|工资|利息")
_PRICED = re.compile(r"收费|单价|[电水气热煤油房地]价|价格|租金|每(?:平方?米|平方|吨|度|千瓦时|立方米?|公里|亩)")
_BY_SHARE = re.compile(rf"{_MONEY.pattern}|{_SHARE.pattern}|\d\s*个月")
"""A sum may be set as a share or as so many months of another one."""


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


_MEASURED = {name: unit.base for name, unit in UNITS.items() if unit.sort is Sort.MEASURE}
_COUNTERS = _any(name for name, unit in UNITS.items() if unit.sort is Sort.COUNT)
_OTHER_UNITS = _any(name for name, unit in UNITS.items() if unit.sort is not Sort.COUNT)
_MULTIPLE = r"[十百千万亿]{0,2}"
_DIGITS = r"(?<![\d.A-Za-z第])(?!(?:19|20)\d\d(?!\d))\d[\d.,，]*(?:\s*[—－\-~～至到]+\s*\d[\d.,]*)?(?![\d.,]"
"""A number that is no year and no part of a name, with what must not follow it left open."""

_COUNT = re.compile(
    rf"{_DIGITS}|\s*{_MULTIPLE}(?:{_OTHER_UNITS}|[年月日号时天周岁楼层级届期次]|个月|个?工作日|[A-Za-z%％]))|"
    rf"(?<!第)(?:[二三四五六七八九十两百千万]|一(?!批))+\s*[余多]?(?:{_COUNTERS}|大|批|次)(?![年月])"
)
_COUNTED = re.compile(
    rf"(?:多少|(?<!哪)几)(?:{_COUNTERS})(?![付持出撑罚理件例织植地])|数量|个数|家数|总数|数目|"
    r"(?<![多少大])数(?:目标|是|有|[？?（(]|$)"
)
_LEAVES_NO_CHOICE = {
    **dict.fromkeys(("长度", "全长", "里程", "跨度", "高度", "宽度", "深度", "距离"), "公里"),
    "面积": "平方米",
    "装机": "千瓦",
    "功率": "千瓦",
    "用电量": "千瓦时",
    "重量": "吨",
}
"""What is measured, and a unit to measure it in."""

_ALIKE = (("亩", "平方米"), ("吨", "吨标准煤", "吨二氧化碳"))
"""Base units of one dimension."""

_LONG_UNITS = _any(name for name in _MEASURED if len(name) > 1)
_UNIT_ASKED = re.compile(
    rf"(?:多少|几){_MULTIPLE}(?P<asked>{_any(_MEASURED)})|(?P<number>{_LONG_UNITS}|吨|亩)数[？?]*$|"
    rf"(?<![\d百千万亿]){_MULTIPLE}(?P<bare>{_LONG_UNITS})[）)？?]*$|(?P<thing>{_any(_LEAVES_NO_CHOICE)})"
)


@lru_cache(maxsize=512)
def _of_dimension(question: str) -> re.Pattern[str] | None:
    """A number of the dimension that is asked for: kilowatts in any of their units, or things that are counted."""
    found = _UNIT_ASKED.search(question)
    if found is None:
        return _COUNT if _COUNTED.search(question) else None
    thing, unit = found["thing"], found["asked"] or found["number"] or found["bare"]
    base = _LEAVES_NO_CHOICE[thing] if thing else _MEASURED[unit]
    bases = next((alike for alike in _ALIKE if base in alike), (base,))
    names = _any(name for name, its in _MEASURED.items() if its in bases)
    number = rf"(?:{_DIGITS})|[一二三四五六七八九十两百千万数几]+)"
    return re.compile(rf"{number}\s*[余多]?\s*{_MULTIPLE}\s*[余多]?(?:{names})")
