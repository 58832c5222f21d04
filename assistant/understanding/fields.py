"""Which fields of a document a question asks for: its number, its issuers, whom it is copied to, when it ends.

Some words ask for a field wherever they stand (发文字号, 抄送). Others do only where nothing
else is asked about: 有效期 may be that of a licence, 由谁制定 said of a plan yet to be made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum


class About(StrEnum):
    """A field of a document that a question can ask for."""

    NUMBER = "number"
    DATE = "date"
    ISSUER = "issuer"
    ADDRESSEES = "addressees"
    COPIES = "copies"
    DISCLOSURE = "disclosure"
    CONTACT = "contact"
    BASIS = "basis"
    TITLE = "title"
    PERIOD = "period"
    PURPOSE = "purpose"
    EFFECTIVE = "effective"
    EXPIRES = "expires"
    REPEALS = "repeals"
    INTERPRETER = "interpreter"
    SCOPE = "scope"
    ADOPTED = "adopted"
    ATTACHMENTS = "attachments"


_FORCE = r"(?:施行|生效|实施|起效)"

_THINGS = ("平台", "中心", "基地", "项目", "工程", "实验室", "基金", "联盟", "园区", "计划", "行动", "公司", "机构")
_NOT_OF_A_THING = "".join(f"(?<!{one})" for one in _THINGS)
"""要建一个平台，全名是啥: the name of a thing that the document speaks of."""

_BEFORE_ISSUE = re.compile(
    r"(?:文件|方案|措施|办法|规定|意见|通知|计划|规划|细则|条例|政策|[这那]份|它)的?在?(?:正式|最终|对外)?(?:印发|下发|出台|发布|发文|公布|出来)(?:之前|以前|前)[^，。？]{0,12}?(?:谁|哪[一-龥]{0,4}|什么(?:机构|部门|单位))[^，。？]{0,4}?"
    r"(?:审定|审核|审议|批准|同意|点头|认可|拍板|通过|把关)的?(?=[，、？]|$)"
)
"""Who approved the paper itself: 出台前是经谁审定的."""

_ABOUT: dict[About, re.Pattern[str]] = {
    About.NUMBER: re.compile(
        r"文号|发文字号|(?:文件|方案|通知|办法|标准|制度|规定|规程)的?编号|几号文|印了.{0,4}号|令(?:的)?(?:第?几号|号|编号|多少号)|令[是为][^，？]{0,4}(?:第?几|多少)号|第?(?:几|多少)号[一-龥]{0,8}令"
    ),
    About.EFFECTIVE: re.compile(
        r"(?:何时|什么时候|什么时间|啥时候|哪天|哪一天|哪年|几时|几月|从哪|多久)[^，、？]{0,8}(?:施行|生效|(?:开始|起)(?:实施|执行)|(?:开始|起)(?:管)?用的?)|"
        r"(?:施行|生效)(?:的)?(?:日期|时间|日)|"
        r"(?:措施|办法|政策|细则|规定|意见|通知)(?:能|可以?|一共|总共)*管(?:几|多少)年|(?:措施|办法|政策|规定|文件)从(?:哪一?天|何时|什么时候|啥时候)(?:开始|起)?算起?(?=[，？?]|$)|"
        rf"(?:哪一?[份部篇个][^，。？]{{0,6}})?(?:最早|最晚|最新|最近|最先)[^，？]{{0,4}}{_FORCE}|"
        rf"(?:哪|谁)[一-龥]{{0,6}}(?:更|较|在)?(?:先|早|晚|后)[^，？]{{0,3}}{_FORCE}|"
        rf"(?:哪一?[份部篇个][^，。？]{{0,6}})?{_FORCE}(?:时间|日期)?得?(?:(?:更|较)?(?:早|晚|先)|最[早晚新先])"
    ),
    About.PURPOSE: re.compile(
        r"(?:为了?(?:啥|什么|何)|目的(?:是|为|何))[^，？]{0,24}(?:制定|出台|印发|颁布|立法)|(?:制定|出台|印发|立法)[^，？]{0,8}目的"
    ),
    About.PERIOD: re.compile(
        r"从?(?:哪|几)一?年[^，？]{0,4}到(?:哪|几)一?年|起止年份|(?:^|规划|方案|计划|行动|文件|政策|实施|执行)的?\s?起止时间|(?:规划|实施)期(?:限)?(?:是|为|有|从|多)|"
        r"管(?:几|多少|哪[些几])年|适用(?:于)?哪几年"
    ),
    About.REPEALS: re.compile(
        r"[老旧原]的?那[部份个][^，？]{0,6}(?:叫(?:什么|啥)|还?管用|还?作数|还?有效)|"
        r"(?:废止|废除|废掉|取代|代替|替代|替换(?:掉了?)?|替下|换下|换掉|顶替|顶掉)(?:掉|了|的)*(?:是)?(?:什么|哪|啥|谁)(?:[几些一]?[份个部项件]?[老旧原]?(?=文件|办法|规定|通知|细则))?|(?:废止|废除|取代|替代)了?的(?:[老旧原]|哪)?(?:文件|通知|办法|规定|条例|细则)|"
        r"(?:什么(?!时)|哪(?!天|一天|年|日)[一-龥]{1,4})[^，？]{0,12}(?:被|同时|随之|予以)?(?:废止|废除|作废|取代|失效)|"
        r"(?:什么(?!时)|啥(?!时)|哪[几些一]?[份个部项件]?)[^，？]{0,4}(?:[老旧原]|以前|之前|过去|先前|早先|文件|办法|规定|通知|细则|条例|规章)"
        r"[^，？]{0,10}(?:(?:不再|停止)(?:执行|施行|实施|有效|适用|使用|生效)|不(?:作数|算数|管用)|停用)"
    ),
    About.CONTACT: re.compile(
        r"(?:联系|咨询|打(?![算造通击破好]))[^，。？]{0,6}(?:电话|方式|号码)|打(?:给)?哪个(?:电话|号)|联系人(?:是谁|[和及、]?(?:联系)?(?:电话|方式|号码))|(?:联系|找|问)谁(?:联系|咨询)?(?=[，、？]|$)|找哪个科室|"
        r"(?:打|问|找|联系|咨询)(?:给|到)?(?:谁|哪)[^，。？]{0,8}[，、][^？]{0,8}(?:电话|号码)|"
        r"(?:疑问|不清楚|不明白|看不懂|不懂)[^？]{0,12}(?:谁|哪)|(?:谁|哪)[^，。？]{0,6}的(?:联系)?(?:电话|号码)|"
        r"电话(?:是多少|号码|多少|号)|(?:咨询|联系)(?:部门|科室|处室)"
    ),
    About.COPIES: re.compile(r"抄(?:送|报|给|发|告|知)"),
    About.ATTACHMENTS: re.compile(
        r"附件(?:一共|总共|都|分别|共|各|里)*(?:有|是|叫|包括|名|列|清单|目录)|(?:几|多少|哪些|什么|哪几)[个份张项]?附件|"
        r"(?:有没有|有无|带没带|附没附)附件|(?:附没附|附了?什么|附带了?什么)(?:附?件)?(?=[？?，]|$)"
    ),
    About.ADOPTED: re.compile(
        r"(?:何时|什么时候|什么时间|啥时候|哪[一]?[天年次届]|谁|哪[个里]?[一-龥]{0,4}|几月几[日号])[^，、？]{0,10}(?:通过|批准|修正|修订|修改|改)的?(?=[，、？]|$)|"
        r"(?:通过|批准|修正|修订|修改)(?:的|它的)?(?:日期|时间|机关|会议)|"
        r"(?:哪一?次|第?几次|(?:哪个?|什么|啥)(?=会|[一-龥]{0,4}(?:常务|部务|局务|办公|党组|领导小组|代表大|常委)会))"
        r"(?![一-龥]{0,4}(?:业主|居民|村民|股东|职工))[一-龥]{0,8}会议?[^，、？]{0,8}(?:通过|批准|同意)|"
        r"(?:修[正订改]|改)(?:动|版)?(?:过|了)*(?:几|多少)[次回遍]|最近(?:一次)?的?修(?:正|订|改)|"
        r"哪一?[次回届](?:[一-龥]{0,6}会议?)?(?:上)?(?:作出|做)?修?改的|"
        rf"{_BEFORE_ISSUE.pattern}"
    ),
    About.INTERPRETER: re.compile(
        r"(?:谁|哪[一-龥]{0,2}(?:部门|单位|机关|机构|家))[^，？]{0,6}解释|解释(?:权|机关|单位|部门|机构|主体)"
    ),
    About.ADDRESSEES: re.compile(
        r"主送|(?:发|印发|下发|写|行文|送)给了?的?(?:都|分别|各)?(?:是)?(?:谁|哪些|哪几|什么)|发(?:到|往)了?(?:哪|什么)"
    ),
    About.DISCLOSURE: re.compile(
        r"(?:能|可以|是否|是不是|属于|主动|依申请|内部)[^？]{0,12}(?:公开|对外(?:公布|发布|传|看|公示))|公开(?:属性|方式)|"
        r"(?:能|可以)(?:对|给|向)?(?:外|社会|公众|别人|外人|外面)(?:公布|发布|看|传)"
    ),
    About.DATE: re.compile(
        r"(?:何时|什么时候|什么时间|啥时候|哪天|哪一天|哪年|几月几[号日]|日期)[^，？]{0,8}"
        r"(?:印发|印的|发布|发的|发出|下发|成文|出台|公布|发文)|"
        r"(?:印发|发布|成文|发文|出台|公布|落款)(?:(?![和与及、\s]|单位|机关|机构)[^，？]){0,6}"
        r"(?:时间|日期|日子|是?哪[天年日月一]|是?几[月号]|是哪(?![家个些几]|[一-龥]{0,2}(?:机[构关]|单位|部门))|于哪|于何)|"
        r"(?:最早|最晚|最新|最近)[^，？]{0,4}(?:印发|发布|下发|出台|公布|成文)|"
        r"(?:哪|谁)[一-龥]{0,3}(?:更|较|在)?(?:先|早|晚|后)[^，？]{0,3}(?:印发|发布|下发|出台|公布|成文)|"
        r"(?:印发|发布|下发|出台|公布|成文|(?<![开研颁蒸启触爆自激])发(?=得)|(?<![提突支输演付做作得])出(?=得))(?:时间|日期)?得?(?:(?:更|较)?(?:早|晚|先)|最[早晚新])|"
        r"哪一?[份部篇][^，。？]{0,4}(?:最早|最晚|最新)的?(?=[，？]|$)|"
        r"(?:落款|印发|发布|出台|公布|成文|下发|日期|时间)[^，？]{0,4}(?:谁(?:更|在)?[先早前](?:谁(?:更|在)?[后晚])?|先后|早晚)"
    ),
    About.ISSUER: re.compile(
        r"(?:谁|哪[几些两三四五六七八九十]?(?:个|家)?(?:政府|国家|中央|省里?|市里?)?(?:部门|部委|单位|机关|机构|委办局|办公室|领导小组|指挥部|委员会|[厅局署])|[哪几][几些两三四五六七八九十]?家|几个(?:部门|部委|单位|机关))[^，？]{0,4}"
        r"(?:印发|发布|发的|印的|出的|发出来?的|下发|出台|发文|联发|联署|会签|(?:一起|联合|共同|联手)(?:搞|弄|出|发|定|写)(?:的|出来))|出自(?:谁|哪(?![一-龥]{0,5}(?:网站|媒体|报[社纸]|公众号)))|(?:部门|部委|单位|机关|(?<!国)家)[^，。？]{0,4}(?:印发|发布|(?<![研开启触爆激])发|下发|出台|发文|联发|联署|会签)的?[，,]?(?:都|分别|各|具体)*(?:是|有|为)*(?:谁|哪(?![天年日月一]))|(?:抬头|落款|署名)[^，？]{0,4}(?:谁(?![先后早晚更])|哪(?![天年日月一])|单位|机关)|"
        r"(?:发文|印发|制发|联合|联署)(?:机关|单位|机构|部门)|"
        r"(?:联合|共同|一起|联手)(?:搞|弄|推|发|印|制|编|写|出)[^，。？]{0,20}(?:方案|通知|文件|意见|办法|措施|规划|细则|公告|[那这]份)[^，。？]{0,3}"
        r"(?:是|有|的)(?:谁|哪[几些两三四五六七八九十]?(?:个|家)?(?:部门|部委|单位|机关))|"
        r"以(?:谁|哪[一-龥]{0,3}?(?:部门|单位|机关|机构|家)|什么(?:部门|单位|机关|机构))的?名义(?:来|去)?(?:印|发|下|出|颁|公)|"
        r"[二两三四五六七八九十]+(?:个|家)?(?:部门|部委|厅局|委办局)(?:的|，|、|\s)*(?:名单|名称|"
        r"(?:都|分别|各|具体)*(?:是|有|指)(?:谁|哪[些几一二三四五六七八九十]*(?:个|家)?(?:部门|部委|单位)?)(?=[，。？?、]|$))"
    ),
    About.BASIS: re.compile(
        r"(?:制定|编制|出台)?(?:的)?(?<!作)(?<!作为)依据(?:是|的|有|哪)|"
        r"(?:什么|哪)[^，。？]{0,8}(?:文件|法规|法律|条例|政策|意见|精神|方案|通知)[^，。？]{0,6}作为?依据|"
        r"根据(?:什么|哪些)(?:文件)?(?:制定|编制|出台)|"
        r"依据(?:什么|哪些|哪份)|(?:编制|制定|出台|起草)的?依据|"
        r"(?:依据|根据|依照|按照|参照|照着?)了?[^，。？]{0,6}(?:什么|哪)[^，。？]{0,6}"
        r"(?:(?:文件|法规|法律|条例|政策|意见|精神)[^，。？]{0,8}(?:来|编|写|定)|[^，。？]{0,8}(?:制定|编制|出台|起草|制订))|"
        r"(?:起草|制定|制订|编制|出台|拟定|印发|写|定|搞)[^，。？]{0,24}(?:参照|参考|依据|根据|依照|按照|照着?)了?[^，。？]{0,10}哪[几些]?[份个项部条]?[^，。？]{0,2}"
        r"(?:文件|法规?|条例|政策|意见|通知|规定|方案)|"
        r"(?:参照|参考|依据|根据)了(?:国家|中央|国务院|上级|省里?|市里?|部里|[和与及、])*的?哪[几些]?[份个项部条]?(?:文件|法规?|条例|政策|意见|通知|方案)|"
        r"(?:参照|依据|根据|对照)的[^，。？]{0,8}(?:文件|意见|方案|通知|法规)(?:是|有)(?:哪|什么)"
    ),
    About.TITLE: re.compile(
        rf"(?:[件案划法例则定知见份》它其]的?|{_NOT_OF_A_THING}[，,\s]|^)(?:标题)?(?:全称|全名)|(?:文件|方案)(?:的)?(?:名称|标题|名字)(?:是|叫|(?=[？?]?$))|(?:文件|方案)叫什么"
    ),
}

_ALONE: dict[About, re.Pattern[str]] = {
    About.EXPIRES: re.compile(
        r"有效期|(?:管|执行|实施|施行|试行|适用|有效|沿用|用|持续|延续|维持|实行)到(?:什么|啥|哪|几|何)"
        r"(?:(?:一?天|时候?|时间|一?年|月|日)*[才就]?(?:失效|到期|过期|截止|为止|终止|结束|作废|停止))?|"
        r"试行期|有效多[久长]|"
        r"(?:什么|啥|哪|几|何)(?:时候?|天|一天|年|时间)?[^，？]{0,4}(?:失效|到期|过期|截止|为止|终止|结束|作废|停止)|"
        r"(?:失效|到期|截止|终止|结束)(?:的)?(?:时间|日期|日)|(?:到|至)(?:什么|啥|何|哪)[^，？]{0,4}(?:为止|失效|结束|截止|止)|"
        r"(?:管|用)(?:多(?:久|长时间)|(?:几|多少)(?:个?月|天|日|年))|多(?:久|长时间)(?:失效|过期|到期|有效)"
    ),
    About.EFFECTIVE: re.compile(
        r"(?:何时|什么时候|什么时间|啥时候|哪天|哪一天|几时|几号|何日)[^，？]{0,4}(?:实施|执行|实行|起效|起用|落地|算数|管用)|"
        r"(?:执行|实施|起始)(?:的)?(?:日期|时间)"
    ),
    About.SCOPE: re.compile(
        r"适用(?:的)?(?:范围|对象|地域|区域|情形)|适用于?(?:哪|谁|什么|啥)|(?:哪些|什么|谁|啥)[^，？]{0,6}适用|"
        r"管(?:的是)?(?:哪些|谁|什么|啥)[^，？]{0,4}(?=[，？]|$)|管(?:哪些|什么|啥)(?:人|地方|单位|活动|行为|区域)"
    ),
    About.ISSUER: re.compile(
        r"(?:谁|哪[几些]?(?:个|家)?(?:部门|单位|机关|机构)|哪[几一]?家)[^，？]{0,4}(?:制定|制订|起草|发(?!得))"
    ),
    About.BASIS: re.compile(r"依据(?:的?文件)?(?=[，？?]|$)"),
    About.PURPOSE: re.compile(r"目的(?=是|为|何|在|[，？?]|$)|为了?(?:啥|什么|何)(?=[，？?]|$)"),
    About.DATE: re.compile(r"(?:日期|时间)(?=各|分别|是|都|[，、？?]|$)"),
    About.PERIOD: re.compile(r"管到哪一?年|到哪一?年(?:为止|结束)"),
}
"""Words that ask for a field where nothing but the document is asked about."""

_OF_A_PAPER = re.compile(
    r"修[正订改]|改(?:动|版)?(?:过|了)*(?:几|多少)[次回遍]|会议?(?:上)?改|会议?(?:上|审议|表决|讨论|研究)*(?:通过|批准|同意)|(?:通过|批准)的?会议|第?几[次届]|哪一?[次届]"
)
"""What is done to a law or a rule alone."""

_WHEN_TOO = re.compile(
    r"[，,、](?:又|都)?(?:是)?在?(?:(?:啥|什么)时[候间]|哪一?[天年]|何时|几时|几号)(?:的|呢|印的|发的|出的)?[？?。]*$"
)
"""是谁发的，啥时候: the date too."""

_ADOPTS = re.compile(r"通过|批准|同意")
_MADE_PUBLIC = re.compile(r"(?:公布|发布)[^，？]{0,6}(?:时间|日期|日子)")
_PAPER = re.compile(
    r"[那这](?:一?[份个部项条些套批])?|它|其|本|该|所附|[后随]附|附带|文件|条例|政策|通知|意见|方案|措施|明电|"
    r"告知书|文本?|法规?|规章|正式|\d+条|号|版|印发|发布|公布|出台|下发|执行|实施|施行|全文|正文|最后|结尾|末尾|文末|后面|前面|开头|里面?|上面?"
)
_WORDLESS = re.compile(
    r"请问|麻烦|帮我?|查|看|找|列|写明?|注明|规定|明确|说明?|告诉|一下|分别|各|都|是|为|有|没有?|的|了|吗|呢|呀|啊|么|着|过|"
    r"从|自|由|到|至|在|和|与|及|以及|还|又|同时|除了?|以外|之外|另外?|开始|起|时候|什么|哪[些个几]?家?|谁|何时|几|多少|叫|给|能|可以?|"
    r"单位|机关|部门|机构|日期|时间|名称|名字|清单|内容|具体|主要|要|会|对|把|被|就|也|多久|为止|联合|共同|一起|啥|[之以]前|[天年日]"
)
_LEFT_OUT = re.compile(r"除了?[^，？]{1,16}?(?:以外|之外|外)")
"""除了主送单位以外还抄给谁: what is named there is not asked for."""

_LEFT = 1
"""Characters of a question that may be left where nothing but the document is asked about."""

_PART = re.compile(r"[^，,；;。！!？?]+")
_ASKS = re.compile(r"谁|何时|什么时候|哪[天年个些份]?|多少|几|什么|如何|怎么|怎样|啥|吗")
EXTREMES = re.compile(r"最早|最晚|最新|最近|先后")


def fields_asked(text: str, told: str = "") -> tuple[tuple[About, ...], tuple[str, ...]]:
    """The fields that a question asks for, in its order, and its parts that ask for something else.

    `told` is what names the documents asked about: their titles and the question's own words for them.
    """
    text = _LEFT_OUT.sub(lambda found: " " * len(found.group()), text)
    found = _found(_ABOUT, text, {})
    loose = _found(_ALONE, text, found)
    words = [match for field in loose for way in _ways(field) for match in way.finditer(text)]
    if len(loose) > len(found) and asks_no_more(text, told, words):
        found = loose
    adopted = _ADOPTS.sub("  ", text)
    when = _WHEN_TOO.search(text) if About.ISSUER in found else None
    if when and About.DATE not in found:
        found[About.DATE] = when
    of_paper = _OF_A_PAPER.search(text) or _BEFORE_ISSUE.search(text)
    if About.ADOPTED in found and not of_paper and not asks_no_more(adopted, told, words):
        # Who approves a plan, a fee or an application is a rule that the document lays down.
        del found[About.ADOPTED]
    public = About.DATE in found and _MADE_PUBLIC.fullmatch(found[About.DATE].group())
    if public and not _PAPER.search(text) and not asks_no_more(text, told, list(found.values())):
        # When a list or a map is made public is a rule that the document lays down.
        del found[About.DATE]
    if About.BASIS in found and About.NUMBER in found and found[About.NUMBER].start() > found[About.BASIS].start():
        # The number asked for is that of what it rests on, printed beside it.
        del found[About.NUMBER]
    if About.REPEALS in found:
        # The number asked for is that of what is repealed, printed beside it.
        found.pop(About.NUMBER, None)
    fields = (*found, About.NUMBER) if {About.BASIS, About.REPEALS} & found.keys() else tuple(found)
    said = [match for field in fields for way in _ways(field) for match in way.finditer(text)]
    said += [when] if when else []
    parts = [part for part in _PART.finditer(text) if _ASKS.search(part.group())]
    besides = [
        part.group()
        for part in parts
        if not any(_meet(part, one) for one in said) and re.search(r"\w", _bare(part.group()))
    ]
    return tuple(sorted(found, key=lambda field: found[field].start())), tuple(besides) if found else ()


def _ways(field: About) -> Iterator[re.Pattern[str]]:
    """All words that ask for a field."""
    yield from (ways[field] for ways in (_ABOUT, _ALONE) if field in ways)


def asks_no_more(text: str, told: str, asked: Sequence[re.Match[str]]) -> bool:
    """Is a question about nothing but the document, once the words that ask are taken out?"""
    for match in asked:
        text = f"{text[: match.start()]}{' ' * len(match.group())}{text[match.end() :]}"
    return sum(char.isalnum() and char not in told for char in _bare(text)) <= _LEFT


def beside_fields(text: str) -> str:
    """What a question says beside the words that ask for fields: how it calls the document."""
    for match in [match for way in _ABOUT.values() for match in way.finditer(text)]:
        text = f"{text[: match.start()]}{' ' * len(match.group())}{text[match.end() :]}"
    return _bare(text)


def _bare(text: str) -> str:
    """A text without words for the document itself and without those that only ask."""
    return _WORDLESS.sub(" ", _PAPER.sub(" ", text))


def _found(
    patterns: Mapping[About, re.Pattern[str]], text: str, before: Mapping[About, re.Match[str]]
) -> dict[About, re.Match[str]]:
    """The first words for each field that are not those of another."""
    found = dict(before)
    for field, pattern in patterns.items():
        match = pattern.search(text) if field not in found else None
        if match and all(_apart(match, other) for other in found.values()):
            found[field] = match
    return found


def _apart(one: re.Match[str], other: re.Match[str]) -> bool:
    """Two fields may share words where each has an asking word of its own: 何时由谁印发."""
    return not _meet(one, other) or any(
        not mine.start() <= at.start() + theirs.start() < mine.end()
        for theirs, mine in ((one, other), (other, one))
        for at in _ASKS.finditer(theirs.group())
    )


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
