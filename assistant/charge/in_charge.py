"""Does a question ask who is in charge: 由谁负责, 落到哪些部门头上, 是哪两个局管的, 谁牵头还有谁参与?

By its grammar: somebody asked for (谁, 哪些部门, 哪两家), and a charge that is laid on them, stands
behind them as what they do, or is the noun that ends the question. Whom a measure is for, who may
apply and who is asked to help are asked for in the same words: those are no charge.
"""

from __future__ import annotations

import re

_BODY = (
    r"(?:部门|单位|机构|机关|部委|委办局?|[厅局委办]{2}(?!员)|科室|处室|司局|厅|局|委(?!员)|部(?!分|件|法|文|电)|办(?!法)|"
    r"科(?!技|研|学|目)|处(?![于在理罚置所分境长])|处(?=在(?:管|抓|办|盯|跟|负|牵|做))|司|口(?![岸味罩径碑号])|家(?=[？?，、。的来去在都也要应该得会共负牵管抓落承办推监做干配参出把主分还能头身肩手名]|$))"
)
_HOW_MANY = r"(?:几|些|个|一|两|二|三|四|五|六|七|八|九|十|\d)"
_WHOSE = r"(?:[省市区县]直|[省市区县]级|中央|国家|政府|相关|具体|职能|主管|[省市]里的?)*"
_BODIES = rf"(?:哪{_HOW_MANY}*[个家]?|什么|啥){_WHOSE}{_BODY}"
_WHOM = rf"(?:谁|{_BODIES})"

_DUTIES = (
    "负责|牵头|管|统筹|指导|落实|承担|承办|办|组织|实施|推进|推动|监督|监管|查处|审批|批准|受理|审核|审定|认定|制定|编制|拟定|"
    "发布|公布|印发|解释|协调|领导|抓|干|做|主持|处理|处罚|征收|收取|发放|验收|评审|评估|考核|建设|维护|执法|执行|开展|完成|"
    "规定|确定|设定|提出|审查|检查|检测|登记|备案|保管|保障|会同|具体|负|主导|召集|划定|签发|出具|核定|核准|任命|支付|报|定"
)
"""What a body is charged with: who does it is in charge of it; who is to found or to use a thing is not."""

_DOES = (
    r"(?:负责|牵头|管(?!理人|制)|分管|主管|监管|监督|承担|担(?:主|首|总|全)?责任?|承办|办理?|落实|推进?|推动|抓|盯|做|干|搞|"
    r"配合|协助|协同|参与|参加|出面|"
    r"把关|兜底|挑头|带头|查处|受理|审批|批准|解释|征收|发放|兑现|统筹|实施|执行|建(?!议)|扛|认领|主抓|经办|拍板)"
)
_MANNER = (
    r"(?:来|去|在|都|也|要|应当?|该|得|会|共同|一起|一块儿?|分别|具体|主要|各自|联合|还|[省市]里|实际|到底|究竟|给|再)*"
)

_SEES_TO_IT = (
    r"(?:负责|牵头|管(?!理人|制)|分管|主管|承担|担(?:主|首|总|全)?责任?|承办|落实|抓|盯|做|干|搞|"
    r"配合|协助|协同|参与|参加|出面|把关|兜底|挑头|带头|"
    r"扛|认领|主抓|经办|拍板)"
)
_LAID_ON = (
    r"(?:归|归口|由|让|(?<!挂)靠|轮到|(?:责任|任务|担子|工作|活儿?|差事|牵头|事情?)(?:是|就|都|要|该|具体)*(?:在|归|由|给|属)|"
    r"(?:落|交|压|分|派|摊|安排|分解|分配|指定|下达|挂)(?:实|给|由|到|在|配给|派给)?(?:了|给|到|在)?(?:的是)?)"
)
_INVOLVES = r"(?:牵扯|牵涉|涉及|关系)(?:到|着|了)*(?:的是)?"
"""牵扯到哪几家单位: those that have a part in it."""

_FURTHERED = re.compile(
    r"(?:鼓励|支持|依托|引导|面向|针对|帮助|吸引|邀请|联合)(?:的是)?(?:由)?(?:谁|哪些|哪类|什么样的)"
)

_ROLE = r"(?:责任|牵头|主管|配合|参与|承办|主办|协办|落实|实施)"
_ASKS = re.compile(
    r"(?:责任|牵头|负责|主管|配合|承办)(?:的)?(?:单位|部门|机构)?(?:是|有|都|又?是)*(?:谁|哪|什么)|"
    r"(?:落实|实施|执行|组织|承担|主办|协办)(?:的)?(?:单位|部门|机构)(?:是|有|都|又|包括|分别|一共|共)*"
    r"(?:谁|几家|哪(?:些|几个?|[两三四五六七八九十]个?)?(?:家|部门|单位|局|厅)?(?:[，？?。]|$))|"
    r"谁家?(?:在|来)?(?:负责|牵头|管)|谁(?:来)?(?:负责|牵头|管|统筹|指导|落实|承担|担责|担起|办|配合|参与(?!了?起草))|归谁(?!(?:的事)?(?:有争|争|吵|闹|说不清|没定|没说清|起纠纷|有纠纷|扯皮))|"
    rf"由谁(?:来)?(?:去)?(?={_DUTIES}|[，。；？?的]|$)|谁管|谁(?:来)?(?:挑头|带头|主抓|拍板|经办|扛|兜底|抓|把关)|谁来(?:做|干|搞|建|推)|"
    r"由(?:哪些|哪几个|哪个|什么|哪家|哪几家|哪[两二三四五六七八九十]个?)(?:部门|部委|单位|厅局|委办局|厅|局|委办|机构|科室|处室)|"
    rf"{_BODIES}(?:来|去)?(?:负责|牵头|管|承担|办|落实|参与|主管|监管|监督|查处|受理|审批|解释|批准|征收|发放|推进?|推动|抓|做|干|搞|配合|出面)|"
    rf"{_LAID_ON}{_BODIES}(?:头上|身上|名下|肩上|手[里上])?(?:[，。；？?、的]|{_MANNER}{_DOES}|$)|"
    rf"{_INVOLVES}{_BODIES}(?=[，。；？?]|$)|"
    rf"{_LAID_ON}谁(?:家)?(?:的)?(?:头上|身上|名下|肩上|手[里上])|(?:落|压|摊)[到在]了?谁|(?:责任|担子|牵头)(?:在|归|是)谁|"
    rf"(?<![跟和与同向找对]){_BODIES}{_MANNER}{_DOES}(?!过)|{_WHOM}(?:家)?(?:头上|身上|名下|肩上)|"
    rf"是?{_WHOM}(?:家)?的(?:责任|职责|任务|活儿?|差事|份内|分内|事儿?)|"
    r"责任(?:人|主体)(?:应该?|应当|都|又|到底|具体)?(?:是|为|有)(?:谁|哪)|谁(?:来)?(?:是|当|做|担任|为|算)[^，？]{0,12}责任(?:人|主体)|"
    r"谁[^，？]{0,14}(?:负|担|承担)(?:起|着)?(?:的)?(?:首要|第一|主体|主要|总)责任?|(?:首要|第一|主体|主要)责任(?:是|归|由|在|落[在到]|压[在到])*谁|"
    rf"{_WHOM}(?:需要?|要|应当?|得)?(?:来)?对[^，？]{{2,24}}?(?:负责|担责|负[^，？]{{0,4}}责任?)(?:[？?。]|$)|"
    r"(?:任务|工作|责任)(?:落在|分给|交给|落到)(?:了)?(?:哪|谁)|"
    rf"(?:责任|牵头)(?:单位|部门)(?!的?(?:职责|职能|会议|意见))|{_ROLE}(?:单位|部门)(?:都|又)?(?:[？?。]|$)"
)
_IN_KEYWORDS = re.compile(
    r"(?P<verb>审批|批准|核准|审核|受理|查处|处罚|监管|监督|主管|执法|登记|备案|发证|颁发|核发|征收|解释|认定|验收|初审|复审|终审|审定|审查|复核|评审|评定|核定|拨付|抽查|检查|考核|公示)的?"
    r"(?:部门|机关|机构)[。？?]?$"
)
"""A question of nouns alone that ends with who does it: 拆迁审批部门."""

_OTHER_QUESTION = re.compile(r"[哪谁吗呢么啥咋几]|多少|是否|如何|怎|能否|可否|有没有")
_OF_OTHERS = re.compile(
    rf"(?:支持|鼓励|面向|针对|帮助|对|给|向|扶持|奖励|补助|吸引|邀请|引导|为){_BODIES}(?!牵头|负责|管|承担)|"
    rf"(?:依托|托|挂靠|建|设)(?:在|到|于)?{_BODIES}|(?:委托|托管|外包)(?:给|由)?{_BODIES}|{_BODIES}(?:可以|能够?|有资格|必须|不得|不能|符合|享受|联合印发|联合发布|印发|发布|发的|出台)"
)
"""Whom a measure is for, who may apply, who issued the paper."""

_WHO_PART = re.compile(
    rf"{_LAID_ON}?{_WHOM}(?:家)?(?:头上|身上|名下|肩上|手[里上])?{_MANNER}(?:{_SEES_TO_IT})*的?(?:呢|呀|啊|了|过)?|"
    rf"{_ROLE}(?:责任)?(?:单位|部门|机构)(?:都|又)?(?:是|有|为)?(?:谁|哪些?|什么)?|"
    rf"(?:这|那)(?:个|件|块|摊子?|项|条|档子)?(?:事儿?|任务|工作)?|(?<!文)[件块摊](?:事儿?|任务|工作)|还有|{_BODIES}|谁|头上|身上|(?:的)?(?:责任|牵头)(?:的)?$"
)


def asks_who(text: str) -> bool:
    """Does the question ask who is responsible?"""
    asks = bool(verb_in_keywords(text) or _ASKS.search(text))
    return asks and not _FURTHERED.search(text) and not _OF_OTHERS.search(text)


def verb_in_keywords(text: str) -> str:
    """What the body does that a question of nouns alone ends with; "" where it ends otherwise."""
    found = None if _OTHER_QUESTION.search(text) else _IN_KEYWORDS.search(text)
    return found["verb"] if found else ""


def asks_for_body(text: str) -> bool:
    """Does it ask for a public body at all, in whatever part: 找哪个部门, 哪几个局?"""
    return bool(re.search(_BODIES, text)) and not _OF_OTHERS.search(text)


def without_who(text: str) -> str:
    """A question or topic without the words that ask who is in charge: what they are to be in charge of."""
    return re.sub(r"\s+", " ", _WHO_PART.sub(" ", text)).strip()
