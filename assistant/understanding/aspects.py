"""What is asked about a thing (its penalty, its price, its telephone), and the words an answer to that needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

PHONE = re.compile(
    r"\d{3,4}[-—－]?\d{7,8}|\d{11}|\d{3,4}[-—－]\d{3,4}[-—－]\d{3,4}|12\d{3}|95\d{3}"  # 12345: hot lines
)

_CONDITIONS = (
    r"(?:申报|申请|准入|认定|入选|入围|报名|录取|领取|享受|提取|准予|审批|办理)(?:的)?(?:条件|资格|门槛)",
    r"条件|资格|符合|具备|之一的|可以(?:申请|申报|提取|领取|享受)",
)
_PENAL = (
    r"罚|处分|问责|责任追究|追究|拘留|违法|警告|吊销|没收|强制执行|民事责任|刑事责任|赔偿|免责|免予|免除|免于|"
    r"不予|不承担|不作负面|容错|从轻|减轻"
)
ASPECTS = tuple(
    (re.compile(question), re.compile(answer))
    for question, answer in (
        _CONDITIONS,
        (
            r"罚|处分|问责|追责|(?:承担|负|追究)(?:什么|哪些|何种)(?:法律)?责任",
            _PENAL,
        ),
        (
            r"什么后果",
            rf"{_PENAL}|[调移]出|取消|收回|退[还回]|追[回缴]|停[发止]|暂停|扣[减回]|核减|不再|整改|通报|约谈|失信|撤销|终止|放弃|不得|淘汰",
        ),
        (
            r"流程|手续|走啥|怎么(?:申请|注册|报名|办理)|如何(?:申请|注册|报名|办理)",
            r"流程|程序|手续|申请|申报|注册|报名|办理|登录|提交|提出(?:书面)?(?:意见|报告)|报[^，。；]{0,16}(?:批准|审批|审核|备案|同意|核准)",
        ),
        (r"(?:交|要|需要|提交)(?:哪些|什么|啥)材料", r"材料|证明|证件|表"),
        (
            r"(?:第一|首要|主体|主要)责任(?!单位|部门)[^，]{0,6}(?:谁|哪)|(?:谁|哪)[^，]{0,14}(?:第一|首要|主体)责任|责任(?:人|主体)(?:是|为)(?:谁|哪)",
            r"责任(?:人(?!员)|主体)|(?:首要|主体|第一|主要|领导|属地|全面)责任|负总责|总负责|全面负责|负责制",
        ),
        (r"面积", r"面积|平方|亩|公顷"),
        (r"投资(?:规模|额|多少)|总投资|造价", r"投资|元"),
        (r"通车|竣工|开工", r"通车|竣工|开工|建成|投用"),
        (
            r"(?:人|员|者|师|家|[长任记士])(?:[是都]|到底|具体)?叫(?:什么|啥)名字|姓名|(?<![增持励贴补助向对帮养]的)是谁(?:[？?]|$)",
            r"[一-龥]{2,4}(?:说|表示|介绍|任)|(?:长|任|记|人)[：:]?[一-龥]{2,3}",
        ),
        (r"(?:电话|热线|手机)(?:号码?)?(?:是|为)?(?:多少|几|什么)", PHONE.pattern),
        (
            r"(?:赔偿?|补偿)[^，？]{0,6}(?:多少|几倍)|几倍",
            r"赔|补偿|\d\s*倍|[一二三四五六七八九十]倍|[1-9]\d{2}\s*[%％]",  # 300% is three times
        ),
        (r"注册资(?:本|金)", r"注册资"),
        (
            r"管理人(?:的)?(?:名称|名字|是谁|是哪|叫|$)|(?:谁|哪一?[家个])[^，？]{0,8}管理人",
            r"管理人|管理机构|管理公司|受托",
        ),
        (
            r"单价|[一每](?:度|立?方|吨|斤|公里|千瓦时)(?:电|水|气|热)?[^，？]{0,4}(?:多少|几)[块元毛]?钱?|(?:电|水|气|热)价(?:是|为)?(?:多少|几)",
            r"元\s*[/／每]|每[^，。；]{1,14}元|价",
        ),
        (
            r"罚(?:款|金|钱)?[^，？吗]{0,4}(?:多少|几[千百万元块倍])",
            r"罚|处[以\d一二两三四五六七八九十百]|滞纳金|没收|免予|不予",
        ),
        (
            r"(?:票|售|收购|保护|指导|挂牌|成交|拍卖|起拍|零售|批发|出厂|托底)价(?!值)",
            r"(?<![评代估])价(?!值)|票|元\s*[/／每]|每[^，。；\d]{0,6}\d[\d.]*元",
        ),
        (r"第[一二三四五六]档(?!案)|(?<![这那各同分哪])[一二三]档(?!案|位|次)", r"档"),
        (r"中标(?:人|方|单位|企业|公司|价)|谁中标|哪家[^，？]{0,4}中[了的]?标|中标的?[？?]?$", r"中标"),
        (r"(?:承建|施工|监理|设计|总承包)(?:方|单位|商|公司|企业)", r"承建|施工|监理|设计|承包|建设单位"),
        (
            r"(?:为什么|为啥|为何|凭什么|凭啥)[^？，]{0,24}(?:定|设)(?:成|为|在|得|到)|(?:为什么|为啥|为何)[^？]{2,40}[，,][^？]{0,12}(?:解释|说明|交代|写明)(?:了|过)?(?:没有?|吗|没)|(?:什么|啥)(?:原因|缘由)|(?:原因|缘由)(?:是什么|是啥|在哪|何在)",
            r"因(?![地素子材时城企人])|鉴于|考虑到|由于|所以|为了|为(?!核心|主|重点|基础|目标|导向|抓手|依托|载体|单位|支撑)[^，。；]{2,30}[，,]|为(?:防止|避免|减少|减轻|确保|保障)|以免|以防|旨在|目的|原因|基于|导致|造成|致使|提示",
        ),
        (r"供应商|供货商", r"供应商|供货|供应"),
        (r"托管(?:银行|行|机构)", r"托管"),
        (r"利率(?:[^，？]{0,4}多少|[（(][^（）()]{1,4}[）)]|[？?]?$)", r"利率[^。；]{0,12}\d|\d[^。；]{0,12}利率"),
    )
)
"""Questions, and what one of the chosen sentences must show."""


CONDITIONS, _PUNISHED, OUTCOME = ASPECTS[:3]
PENALTY = (re.compile(rf"{_PUNISHED[0].pattern}|{OUTCOME[0].pattern}"), _PUNISHED[1])
RECKONING = (
    re.compile(r"(?:怎么|如何|怎样|咋)(?:折算|计算|算(?!数))|计算(?:方法|公式|方式)|折算方法"),
    re.compile(r"[×÷]|乘以|除以|折算|计算|之和|按"),
)
STEPS = (
    re.compile(
        r"一步一?步|操作步骤|怎么(?:操作|点(?!名|评|赞|火|燃))|(?:从|在|到)?(?:哪儿?|哪里|什么地方|啥地方)(?:能|可以?|去)?点|"
        r"(?<![重试特优缺要热难亮痛盲焦观站网景地节据几一起终])点(?:哪[个里儿]|什么|啥|进(?!展|行|度))|(?<!上)(?:网上|线上|手机上|系统[里上]|平台上|电脑上)(?:应该|该|要|得|具体)?(?:怎么|如何|咋|怎样)"
    ),
    re.compile(
        r"登[录陆]|进入|点击|选择|扫码|填[写报]|提交|上传|下载|网址|"
        r"(?:通过|在|用|到)[^，。；]{0,20}(?:网站|官网|平台|系统|小程序|APP|公众号|客户端)[^，。；]{0,12}(?:申|办|查|预约|缴|报|提|登记|注册)"
    ),
)
"""Where to press, and what to fill in."""

APPLIES = (
    re.compile(
        r"(?:也|还|同样|是否|是不是|要不要|用不用|能不能|可不可以|算不算)[^，。？]{0,6}(?:照|按|参照|依照|遵照|适用|遵守|执行)"
        r"[^，。？]{0,30}(?:办|来|执行|做|管|走|适用|遵守|规定)[^，。？]{0,2}(?:吗|么|呢|不)?[？?]*$"
    ),
    re.compile(r"参照|适用|依照|遵照|按照[^，。；]{2,30}(?:执行|办理)|除外"),
)
"""Is a rule for such as these too?"""

WHO_PAYS = (
    re.compile(
        r"(?:钱|费用?|开销|开支)[^，。？]{0,8}(?:谁|哪[里儿个方家边]|[由归让])[^，。？]{0,6}(?:出|掏|付|承担|负担|交|买单|拿|管|列支)|"
        r"谁(?:来|该|要|得)?[^，。？]{0,4}(?:掏钱|出钱|买单|付钱|付费|花钱|付这|掏这|出这)|(?:掏|出)(?:钱)?还是[^，。？]{1,8}(?:掏|出)"
    ),
    re.compile(
        r"承担|负担|列支|财政|经费|免费|无偿|不得?(?:另行|再|向[^，。；]{1,12})?收取?|[预垫]付|支付[^，。；]{0,8}费|自理|自费"
    ),
)
"""Of the money that a thing takes: out of whose pocket?"""

AGE = (
    re.compile(
        r"年龄|岁数|年纪|几岁|多大(?:年纪|岁数|年龄)|(?:超没超|够不够|超不超|满没满|够没够)(?:年龄|岁数?)|\d岁[^，。？]{0,4}[，,][^。？]*(?:能|可以|行|够|算)"
    ),
    re.compile(r"岁|年龄|出生"),
)
"""Is one too old or too young for it?"""

MAY_REFUSE = (
    re.compile(
        r"(?:能|可以|可不可以|能不能|能否|可否|有权|有没有权利?)(?:直接|当场)?(?:拒绝|回绝|不(?:让|给|接受|配合|收|理|答应|同意|签|买账|认))[^，。？]{0,10}[吗么呢？?]"
    ),
    re.compile(r"拒绝|拒收|(?:可以|有权)不|不得(?:强[制迫]|要求)|应当(?:予以)?(?:配合|接受|如实)|免除|不承担"),
)
"""May one say no?"""

CONSEQUENCE = (
    re.compile(
        r"会(?:受到?|有|遭到?|得到|承担)(?:什么|啥|哪些|何种|怎样的?)(?:样的)?(?:处理|处置|惩罚|惩戒|制裁|后果|下场|结果|责任)|"
        r"(?:会|将|要)被?(?:怎么?样|咋样|怎么着|(?:怎么|咋|如何)(?:处理|处置))[呢？?]*$|(?:受|挨)(?:什么|啥)(?:处理|处分)|有(?:什么|啥)后果"
    ),
    re.compile(
        rf"{PENALTY[1].pattern}|责令|通报批评|撤销|取消|收回|收缴|终止|中止|不予|无效|视为|代为|不得(?:再|重新|申请)|年内不得"
    ),
)
"""What comes of a deed: 不整改会怎样."""

COUNTED_FROM = (
    re.compile(
        r"(?:从|打|自|由)(?:哪|什么|啥|何)[^，。？]{0,8}(?:算|计)|(?:哪[一天年月日]*|何时|什么时候|啥时候)(?:开始|才)?(?:起算|算起|计算|开始算)"
    ),
    re.compile(
        r"(?:自|从)[^，。；]{1,40}(?:日|时|月|年|后)起(?:重新|开始|连续)?(?:计算|起算|算|计)|起(?:计算|算)[；。]?$"
    ),
)
"""From which day a term runs."""

ALLOWED = (
    re.compile(
        r"(?:合法|合规|违法|违规|犯法|允许|让|准许?)(?:的)?[吗么不][^，。？]{0,2}[？?]*$|(?:行|可以|中)(?:吗|么|不行?|不可以)[？?]*$|(?:让不让|准不准|合不合法|违不违[法规])"
    ),
    re.compile(
        r"不得|严禁|禁止|不能|不可|不准|不许|不允许|可以?(?!持续|靠|行|再生|比)|允许|准予|有权|应当|必须|方可|无需|不予|免[收缴予]"
    ),
)
"""Is it allowed?"""

INSTALMENTS = (
    re.compile(
        r"分(?:成|作)?几(?:次|回|笔|批|期)|(?:一次性?|一把|一笔|一回|一下子)[^，。？]{0,8}还是分|分期还是|分[两三四]次还是"
    ),
    re.compile(
        r"分[期批次年]|分[两二三四]次|一次性(?:拨|付|发|支|给|缴|交)|先[^，。；]{0,8}(?:拨|付|发|缴|交)|预拨|预付|首付"
    ),
)
"""All at once, or bit by bit?"""

WORTH_IT = (
    re.compile(r"有(?:没有|无)?必要[^，。？]{0,24}(?:[吗么？?]|$)|必不必要|(?:需|用)不(?:需要|用)"),
    re.compile(r"必要(?!的)|不必|无需|不需要?|不用|用不着"),
)
"""Is there need of it?"""

TELLING = (
    *(CONDITIONS, _PUNISHED, OUTCOME, CONSEQUENCE, RECKONING, STEPS, APPLIES),
    *(AGE, WHO_PAYS, MAY_REFUSE, COUNTED_FROM, INSTALMENTS, ALLOWED, WORTH_IT),
)
"""What tells the sentence that answers from its neighbours, and need not be shown where none does."""

SHORTEST_DEED = 3
"""Characters from which what is left of a question is a deed."""


@lru_cache(maxsize=512)
def told_by(question: str) -> tuple[re.Pattern[str], ...]:
    """What tells the sentence that answers from its neighbours: a penalty, how a thing is reckoned, where to press."""
    return _needed(question, TELLING)


@lru_cache(maxsize=512)
def needs(question: str) -> tuple[re.Pattern[str], ...]:
    """What a sentence that answers `question` must show, beside what its words are about."""
    return _needed(question, ASPECTS)


def _needed(question: str, aspects: Sequence[tuple[re.Pattern[str], re.Pattern[str]]]) -> tuple[re.Pattern[str], ...]:
    return tuple(answer for asked, answer in aspects if asked.search(question))


def asks_what_comes(question: str) -> bool:
    """Is the penalty of a deed asked for, or in whatever words what comes of it?"""
    return bool(PENALTY[0].search(question) or CONSEQUENCE[0].search(question))


def without_consequence(question: str) -> str:
    """The deed alone, where what comes of it is asked for: 处理 and 后果 are no words of it."""
    deed = CONSEQUENCE[0].sub(" ", question)
    return deed if len(deed.strip("，,？?。 ")) > SHORTEST_DEED else question


_DEALT_WITH = (
    re.compile(r"(?:会|将|要)被?(?:怎么|咋|如何|怎样)(?:处理|处置|处罚|惩罚|惩处|惩戒)(?:[呢？?]|$)"),
    re.compile(
        rf"{_PENAL}|责令|通报|约谈|取消|收回|退[还回]|追[回缴]|停[发止]|暂停|终止|终身|不得|不再|整改|撤销|名单|失信|查处|移送|严肃|"
        r"从[严重]|淘汰|限期|扣[减回]|注销|返还|缴回|归还|清退|补缴|[：:]$"
    ),
)
"""How is somebody dealt with?"""


def consequence_missing(question: str, said: str) -> bool:
    """Is it asked how somebody is dealt with, of whom `said` tells no such thing?"""
    return bool(_DEALT_WITH[0].search(question)) and not _DEALT_WITH[1].search(said)


def aspect_missing(question: str, said: str) -> bool:
    """Is something asked about that `said` does not speak of?"""
    return any(not answer.search(said) for answer in needs(question))
