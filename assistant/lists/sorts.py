"""What sort of list a question asks for, and how documents print the words above a list of that sort.

需要交哪些材料 asks for 应当提交下列材料：, 什么人不能当 for 有下列情形之一的，不得…：. A list that forbids
answers who asks what is forbidden, and nobody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text import fold


@dataclass(frozen=True, slots=True)
class Sort:
    """The words that ask for a sort of list, and those that stand above one."""

    asked: re.Pattern[str]
    printed: re.Pattern[str]


def _sort(asked: str, printed: str) -> Sort:
    return Sort(re.compile(asked), re.compile(printed))


_WHO_IS_MEANT = r"(?:哪(?:些|几?[种类])|(?:啥|什么)样的?|什么|啥)(?:单位|企业|公司|机构|项目|家庭|学校|商户)"
"""Who is let in, or shut out: told by what must hold, or must not, of them."""

_STEPS = r"[走分要经过有][了哪]?几(?:大|个)?(?:步|道?关|道|环)|(?:哪|几)(?:几)?(?:个?步骤|步)(?!走)"
"""要走几步 asks for a procedure."""

SORTS = (
    _sort(r"条件|资格|(?:符合|满足|具备)(?:哪|什么|啥|几)|门槛", r"条件|(?:符合|具备|满足)[^。：]{0,12}要求"),
    _sort(
        r"材料|资料|证件|要?件(?:清单|$)|(?:提交|递交|报送|附|交|带|提供|准备)(?:上|齐|好)?[些点]?(?:什么|哪些|啥)(?:东西|文件|证)?",
        r"材料|资料|证件|文件|(?:提交|提供|报送|递交|附具)[：:]?$",
    ),
    _sort(
        rf"情形|情况|什么时候|什么样|怎样的|(?:啥|什么|哪些|哪种|哪类)人|干(?:了)?(?:什么|啥|哪些)会|{_WHO_IS_MEANT}",
        r"情形|情况|行为|人员|条件",
    ),
    _sort(r"职责|职能|管(?:哪些|什么|啥)|负责(?:哪些|什么|啥)|干(?:哪些|什么|啥)", r"职责|职能|工作|事项"),
    _sort(r"权利", r"权利"),
    _sort(r"义务", r"义务"),
    _sort(r"(?:用|花|投|使)(?:于|在|到|来|途|做)|支出|开支|用处", r"用于|支出|使用|用途"),
    _sort(r"来源|组成|构成|(?:从|打)哪(?:儿|里)?来", r"构成|来源|组成"),
    _sort(rf"程序|流程|步骤|环节|手续|{_STEPS}", r"程序|流程|步骤|环节|办理"),
    _sort(r"范围|对象|适用|哪(?:几)?类|(?:什么|哪些)(?:单位|企业|机构)", r"范围|对象|适用|下列|类别"),
    _sort(r"地方|区域|场所|哪儿|哪里|地点|地段", r"区域|场所|地点|地段|范围"),
    _sort(r"(?:哪些|什么|啥)(?:信息|内容|事项|事|情况)|内容|事项", r"信息|内容|事项|情况|工作"),
    _sort(r"(?:哪些|什么|啥)(?:行为|事|活动)|行为|活动|的事(?:情|儿)?(?=[是不？?]|$)", r"行为|活动|工作|事项|情形"),
    _sort(r"措施|扶持|支持|鼓励|举措|办法|手段", r"措施"),
    _sort(r"标准|档次|几档|等级|分级", r"标准|档|等级|级"),
    _sort(r"方式|途径|渠道|形式|(?:哪|几|什么|啥)[一-龥]{0,2}(?:办法|手段|法子)", r"方式|途径|渠道|形式"),
    _sort(r"要求|规定|遵守", r"要求|规定|规范"),
)

DEFINITE = SORTS[:2]
"""Sorts that a list is of for good: conditions are no papers to hand in."""

_GIVEN = r"支持|扶持|资助|补[贴助]|奖[励补]|受理|认定|享受"
"""What is granted to some and not to others; 支不支持 asks whether."""

_FORBIDS_ASKED = re.compile(
    r"(?<!能)不能|不得|不准|不许|(?<!可)不可以?|不让|不允许|不予|不批|不应|禁止|严禁|违禁|禁|"
    rf"(?<![给支扶资补奖受认享])不(?:会?再?给(?:予|以)?)?(?:{_GIVEN})|(?<!给)不给(?!{_GIVEN})|"
    r"被(?:拒|刷|打回|挡)|没有?资格|不够(?:格|资格|条件)|不符合条件|[报领拿享轮申][一-龥]{0,2}不[了到上着]|排除在外|被排除"
)
_PENAL_ASKED = re.compile(r"罚|处分|责任|后果|违|追究|吊销|怎么办|(?:被|受|会|要)[一-龥]{0,4}处理")
_PENAL = re.compile(r"罚款|责令|处分|处罚|追究|警告|没收")
_FORBIDS = re.compile(r"不得|不予|不能|不准|不应|不享受|不适用|(?:禁止|严禁)(?![^，：]*(?:应当|履行))")
_EXEMPT_ASKED = re.compile(
    r"不(?:会|能|该|应)?(?:再)?(?:被|给)?(?:算|属于|视[为作]|作为|构成|按|认定|认作|定为|当[成作]|看[作成]|计入)|除外|例外|豁免|免责"
)
_EXEMPT = re.compile(
    r"不(?:属于|视[为作]|作为|构成|认定|认作|定为|算作?|计入|以[^，]{2,12}论)|除外|例外|豁免|不受[^，]{2,20}限制"
)
"""What is no such thing, though it looks like one."""

_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_LISTED = re.compile(r"(?:下列|以下|如下)[^：]*")

LIST_WORDS = re.compile(
    r"都(?:是|有|在)?(?:谁|哪|啥|什么)|都[一-龥]{1,4}(?:什么|啥)(?!时)|那几个|这几个|分(?:为|成)?(?:哪)?几(?:档|级|等|类|种|块|步|部分)|(?:什么|啥)样的?(?:人|单位|企业|公司|机构|项目|情况)|"
    r"(?:什么|啥)样的[一-龥]{0,4}(?:方法|办法|措施|方式|手段)|"
    r"(?:哪|什么|啥)(?:人|单位|地方|时候)(?:不|禁|都|才)|给(?:哪些|什么|啥)人|(?:都|各)叫(?:什么|啥)|"
    r"(?:能|可以|可|要|该|会)(?:干|做|办)(?:什么|啥)|(?:什么|啥|哪些)(?:样的)?(?:程序|流程|步骤|环节)|"
    rf"{_STEPS}|"
    r"(?:[交带办]|提交|准备|满足|符合|具备)[些点]?(?:哪|什么|啥|几)|(?:都|各|还|里|的)(?:有|包括|包含|含|是)(?:了|着)?些(?:什么|啥)"
)
"""Asks for all of several, though by no 哪些."""

KEYWORD = re.compile(
    r"(?:清单|名单|目录|条件|材料|资料|证件|种类|类型|类别|内容|程序|流程|步骤|环节|"
    r"(?<!面积|长度|高度|深度|宽度|厚度|距离|浓度|温度|湿度|数量|容量|产量|速度|时速|功率|金额|额度|比例|价格|年龄|取值|数值)范围|职责|权利|义务|原则|任务|措施|举措|政策|机制|"
    r"要求|行为|情形|对象|方式|渠道|事项|项目|领域|指标|构成|组成|区域|场所|名称|来源|用途|工程|行动)[。？?]?$"
)
"""A question of nouns alone that ends with the sort of a list."""

_QUESTION = re.compile(r"[哪谁吗呢么啥咋几？?]|多少|是否|如何|怎")


def asks_for_list(text: str) -> bool:
    """Does a question ask for all of several things without saying 哪些?"""
    said = fold(text)
    return bool(LIST_WORDS.search(said)) or (bool(KEYWORD.search(said)) and not _QUESTION.search(said))


def asks_in_nouns(text: str) -> bool:
    """Is a question typed as keywords, without a question word?"""
    return not _QUESTION.search(fold(text))


def is_of(sort: Sort, label: str) -> bool:
    """Do the words above a list say that it is of a sort? What stands behind 下列 is what is listed."""
    listed = _LISTED.search(label)
    return bool(sort.printed.search(listed.group() if listed else label))


def sorts_of(text: str) -> tuple[Sort, ...]:
    """The sorts of list that a question asks for."""
    return tuple(sort for sort in SORTS if sort.asked.search(text))


def forbids(text: str) -> bool:
    """Does a question ask what is forbidden?"""
    return bool(_FORBIDS_ASKED.search(text))


def of_the_side(question: str, label: str) -> bool:
    """Does a list that forbids answer who asks what is forbidden, one that punishes who asks for that, and one of
    what is no such thing who asks for that?"""
    label = _ASIDE.sub("", label)
    if _PENAL.search(label):
        return bool(_PENAL_ASKED.search(question))
    if bool(_EXEMPT_ASKED.search(question)) or _EXEMPT.search(label):
        return bool(_EXEMPT_ASKED.search(question)) == bool(_EXEMPT.search(label))
    return forbids(question) == bool(_FORBIDS.search(label))


def without_sorts(text: str) -> str:
    """What a question says beside the sort of list it asks for."""
    for sort in SORTS:
        text = sort.asked.sub(" ", text)
    return LIST_WORDS.sub(" ", _FORBIDS_ASKED.sub(" ", text))
