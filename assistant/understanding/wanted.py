"""What kind of value a question asks for: a figure, a sum of money, a date, a person, a telephone number.

Asked in so many words (多少钱, 哪一年, 由哪位领导担任) or by the noun that ends a question
typed as keywords (补贴标准, 建成年份, 单户额度上限): what is asked for comes last in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from assistant.answerable.dimensions import TIME, asks_in_units, clock_asked
from assistant.answerable.units_asked import price_asked, unit_in_brackets
from corpus.facts.units import UNITS, Sort


class Wanted(StrEnum):
    """What must stand in a sentence that answers."""

    NOTHING = "nothing"
    FIGURE = "figure"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    PERSON = "person"
    SHARE = "share"
    PHONE = "phone"
    ADDRESS = "address"
    SITE = "site"
    CODE = "code"
    NAMES = "names"
    CITY = "city"
    PROVINCE = "province"
    COUNTRY = "country"
    FIRM = "firm"
    BODY = "body"


OFFICES = (
    "组长|主任|厅长|局长|书记|市长|省长|县长|区长|镇长|部长|院长|所长|处长|科长|司长|署长|行长|校长|会长|秘书长|主席|"
    "理事长|董事长|经理|总裁|总编|主编|站长|馆长|队长|团长|班长|召集人|负责人|联系人|经办人|承办人|联络人|联络员|"
    "法定代表人|法人代表|首席专家|首席科学家|首席|带头人|总工程师|总师|发言人|主持人|"
    "总指挥|指挥长|专员|河长|林长|链长|一把手"
)
"""Who holds one of these is a person."""

_HOLDS = r"(?:担任|出任|兼任|任命|任职|任|当|做|主持|挂帅|挂名|带队|领衔)"
_WHO = re.compile(
    rf"(?:{OFFICES})(?:由|是|叫|为)?(?:谁|哪位|哪一位|何人|什么人|什么名|哪个人|啥名)|(?:{OFFICES})(?:叫|姓)(?:什么|啥|哪)|"
    rf"谁是[^，？]{{0,12}}?(?:{OFFICES})|(?:谁|何人|什么人|哪个人)(?:来)?{_HOLDS}(?!务|责)|"
    rf"(?:哪|何)一?位(?!置)|由何人|姓甚名谁|姓啥|姓什么|贵姓|何许人|"
    rf"(?:姓名|尊姓大名)(?:是|叫|为|[？?。]?$)|(?:{OFFICES})(?:的)?(?:名字|人选|大名)|"
    rf"(?:经办|承办|联系|负责|对接|主讲|经手)(?:的)?(?:人员?|同志|老师|领导|干部)(?:的)?(?:是谁|叫|姓)"
)
_OFFICE_LAST = re.compile(
    rf"(?:(?:{OFFICES})(?:具体)?(?:人员)?|(?:经办|承办|联系|负责|对接|主讲|经手)(?:的)?(?:人员?|同志|老师|领导|干部)(?:的)?)[？?。]?$"
)
"""Asks for a person where nothing else is asked: 多长时间内通知到负责人 asks how long."""

_WHICH_PERSON = re.compile(r"谁|(?:哪|什么|啥)一?个?(?:人|领导|同志|专家|老师|干部|院士|教授)")
_MONEY = re.compile(
    r"多少钱|罚款?(?:是|要|为|了|多|各|分别|[一-龥]{0,2})?多少|多少[一-龥]{0,4}(?:费|金)(?![一-龥])|(?<![回接招吸])收多少|"
    r"注册资[本金](?:最低|至少)?(?:要|是|为)?(?:多少|几)|金额|安家费|罚几|多少元|多少万元|多少亿(?![吨千立度件人次瓦平])|"
    r"按照?(?:什么|啥|哪一?[种个]|怎样的?)(?:办法|标准|比例|口径|方式|规则)(?:来|给|给予|进行)?(?:补|奖|返还|贴|报销|退|减免|赔|资助)|"
    r"(?:奖励|奖补|补助|补贴|津贴|资助|租金|工资|奖金)的?(?:金额|数额)?(?:各|分别|大概|大约)?(?:是|相?差|高|低|多|少)[了出]?多少"
    r"(?![个项家种类条次人名笔户批成倍天年月%])|"
    r"(?:资金|经费)(?:每年|年度|一年|全年|共|总共|大概|各?要?)*(?:安排|投入?|拨付?|列支|预算|筹集|出)(?:了|到|是|有)*多少(?![个项家种类条次人名笔户批成天年月日])|"
    r"多少(?![个项家种类条次人名笔户批])(?:的)?[一-龥]{0,2}(?:资金|补贴|补助|津贴|奖补|奖励|资助|补偿|赔偿|费用|罚款|工资|经费)|(?<![哪那这好十近])几(?:块|元|万|亿|毛|[分角]钱)|罚多少|贷多少|"
    r"(?:投|出|集|融|拨|砸|掏|拿|凑|募)(?:了|入|进|过|进去|出|出来)*多少(?:的)?(?:资|款|本钱)(?![一-龥]{2})|"
    r"(?:总共|一共|累计|合计)?投资(?:了)?多少(?![个家项])|砸了多少(?![个家项])|"
    r"(?:补助|补贴|津贴|收费|奖励|罚款|资助|赔偿|补偿)(?:的)?(?:是|为)?(?:什么|啥|何种|怎样的?|多高的?)标准|"
    r"花费|价格(?:是|为|各|分别|多|有多|[？?]?$)|成交价|投资规模|租金是|补(?:助|贴)标准|元[/／]"
)
_CITY = re.compile(
    r"哪(?:一|几|[两二三四五六七八九十]|[百千\d]+)?(?:个|座)(?:城市|地级市|市(?!场)|县|城区|市县|县市)(?!级|的?(?:规定|条例|方案|文件|办法))|哪(?:一)?座城|"
    r"哪些(?:城市|地级市|市县|县市)[^，。？]{0,3}(?:入选|列入|纳入|上榜|获批|中选|被列|被选)"
)
_PROVINCE = re.compile(
    r"哪(?:一|几|[两二三四五])?个省(?:份|区)?(?![份区级会直]|的?[^，。？]{0,8}(?:规定|条例|方案|文件|办法|规划))"
)
_COUNTRY = re.compile(
    r"(?:哪(?:一|几|些|[两二三四五六])?个?|(?:什么|啥)|点名的?|名列的?)(?:外国|国家)(?!(?!(?:或者?|和|与|及|、)地区)(?:[级标局队重科安发能公森自]|[一-龥]{1,10}?(?:区|基地|中心|实验室|平台|工程|项目|计划|试点|标准|基金|公园)(?:[？?。]|$)))|国家(?:名称|名单)"
)
_FIRM = re.compile(
    r"哪(?:一|几|[两二三四五六七八九十]|[百千\d]+)?(?:家[一-龥]{0,6}?|个)(?:企业|公司|工厂|厂家|厂商)(?!类|规模)"
)
_BODY = re.compile(
    r"哪(?:一|几|[两二三四五六七八九十]|[百千\d]+)?家[一-龥]{0,6}?(?:机构|单位|银行|院校|高校|医院|媒体|协会)"
)
_PHONE = re.compile(
    r"(?:什么|啥)(?:监督|举报|服务|咨询|联系|投诉)?(?:电话|热线)(?!费)|(?:打|拨打?|联系|致电)(?:给|到)?哪(?:一)?个(?:联系|咨询|服务|办公)?(?:电话|号码|热线)"
)
_NUMERALS = "零〇一二三四五六七八九十"
"""七几年, 十几家: 几 behind them asks for nothing."""

_SHARE = re.compile(
    r"百分之(?:几|多少)|(?:比例|比重|占比|率|降幅|增幅)[^，？]{0,10}(?:多少|多大|几|目标)|几成|(?:几|多少)倍(?!数)|"
    r"比(?:20\d\d|[一-龥]{1,4})年?[^，。？]{0,4}(?:省|节约|下降|降低|减少)(?:了|掉|出)?多少(?![个家项元钱万亿千百吨度亩立公])|"
    r"几个百?分?点(?![位名儿])|多大比例|降(?:低)?多少|下降多少|提高多少|要低多少|占(?:到|了|[^，。？]{0,6}的)?多(?:少|大|高)(?![个家项亩人名座处户吨天年])"
)
_FIGURE = re.compile(
    rf"多少|个数|(?<![哪那这好近{_NUMERALS}])几(?:家|个|只|座|处|人|名|条|项|吨|千瓦|万|支|台|辆|公里|平方|份|年|天|次|日|小时|级|批)|多大|"
    r"多高|多长|数量|规模(?:是|达|要|有)|多远|(?:什么|啥|何种|哪[个种一]?)(?:样的)?(?:数量级|量级)"
)
_TO_WHAT = (
    r"[^，。？]{0,6}?(?:提高|提升|增加|增长|扩大|达|降低?|下降|控制|压缩|压减|缩减|稳定)[^，。？]{0,3}?[到在]"
    r"(?:什么|啥|怎样的?|何种|哪个)(?:水平|程度|数|地步)"
)
_SHARE_TO = re.compile(rf"(?:率|占比|比重|比例){_TO_WHAT}")
_FIGURE_TO = re.compile(rf"(?<![质力])(?:量|面积|规模|总数|产值|投入){_TO_WHAT}")
"""把森林蓄积量提高到什么水平: a figure in all but word."""

_NAMED_ONES = re.compile(
    r"(?:首批|第[一二三四五]批|签约|中标|入选|入围|获奖|互认|合作|公布|认定|指定|这|那)的?[\d几两三四五六七八九十百多来]*[家个所]?"
    r"[一-龥]{0,4}?(?:酒店|宾馆|医院|企业|公司|银行|药店|学校|高校|机构|园区|基地)(?:名单)?(?:都|分别|各|具体)*"
    r"(?:[是有]?哪几?[家个所些](?=[，。？?、]|$)|[是有]谁|叫(?:什么|啥))|"
    r"[有是]哪[几些两三四五六七八九十]?[个家所座][^？?]{2,24}[，,](?:名字|名称)(?:都|分别|各)*(?:是|叫)(?:什么|啥)[？?]*$"
)
"""Which ones were chosen: a sentence that speaks of such without their names is no answer."""

_AMOUNT = re.compile(r"数量")
_YES_OR_NO = re.compile(
    r"(?:能|可以|可不可以|能否|可否|是否|是不是|要不要|用不用|允许|有没有|算不算)[^，。；？?]{0,20}[吗么][？?]*$"
)
"""Whether something may be done asks for no amount that it names: 数量没写清，能不收货吗."""

_WHEN = re.compile(
    rf"何时|什么时候|啥时候|哪年|哪一年|哪天|哪一天|几月|几号(?!文|线)|(?<![好这那近头{_NUMERALS}])几年(?:内|前)?|截止(?:到|时间|"
    r"日期)|什么时间|啥年头|哪个年头|时间是|期限(?:是|为|到|至|多|有多|延|[？?]?$)"
)
_SOME_DAY = re.compile(
    r"哪一?天(?=(?:又|再|真|突然|忽然|不小心|要是|如果|万一)?(?:发现|发觉|碰[到上见]|遇[到上见]|出了?|被|坏|丢|没|不|病|死|走|倒|想|反悔|查[到出])"
    r"[^？?]*(?:怎|咋|如何|谁|哪|什么|啥|吗|多少|几))"
)
"""哪天发现坏了该咋办: on whatever day it happens."""

_HOW_LONG = re.compile(rf"(?<![哪那这好近头{_NUMERALS}])几{TIME}(?![前来])|多少{TIME}|多久|多长(?:时间|期限)|时限")
_MAIL = re.compile(
    r"(?:怎么|如何|怎样|咋|哪)[^，。？]{0,8}(?:电子邮[件箱]|邮箱|邮件)|(?:电子邮[件箱]|邮箱|邮件)[^，。？]{0,4}(?:怎么|如何|怎样|咋|哪|什么)"
)
_SOME = re.compile(
    r"(?<!多少)几[家个只座处人名条项种类份支批][^，,；;？?]*[，,；;][^多几]{0,10}?哪(?:几|些|[两三四五六])|"
    r"[跟和与同][^，。？?]{0,6}几个[一-龥]{1,4}?(?:一起|一块|联手|共同|合作|联合|搞|办)"
)
"""几 of a statement is some; what is asked for behind it is which they are: 要在几个比赛里办专场，是哪几个活动."""

_TOLD_IN_WORDS = re.compile(
    r"(?:网址|网站|邮箱|地址|公众号)[^，。；？?]{0,4}多少|"
    r"分(?:成|作)?几(?:次|回|笔|批|期)|(?:一次性?|一把|一笔|一回|一下子)[^，。？]{0,8}还是分"
)
"""多少 behind what is no figure; 分几次 is told by 分期."""

_PAID = "补贴|补助|津贴|奖补|奖励|资助|赔偿|补偿|罚款|处罚|收费|缴费|保障|低保|救助|工资|薪酬|缴存|供养|差旅|伙食|安家"
_SUMS = r"(?:[奖赏补助险租押抚恤罚慰问酬保赔定年佣]|违约|保证|滞纳)金|(?<=[一-龥])[奖代]补|慰问费|补偿费|稿费|抚养费"
"""Sums that a standard is set for: 奖金标准 asks for one."""

_VALUES: tuple[tuple[Wanted, str], ...] = (
    (
        Wanted.MONEY,
        rf"额度|(?<!名)(?<!份)(?<!配)(?<!余)额|产值|单价|价款|价格|售价|房价|均价|成交价|造价|报价|租金|费用|花费|成本价|保护价|收购价|指导价|票价|限价|"
        rf"保费|运费|学费|电费|水费|手续费|服务费|登记费|安家费|押金|保证金|奖金|奖励金|津贴|预算|总投资|总造价|"
        rf"注册资[金本]|启动资金|工资|薪酬|月薪|年薪|税额|利息|(?:资金|基金|投资|出资|认缴|融资|贷款|募集|专项|经费)(?:总)?规模|"
        rf"(?:{_PAID}|{_SUMS})(?:的)?(?:标准|区间)",
    ),
    (
        Wanted.SHARE,
        r"(?<!效)(?<!频)(?<!汇)(?<!概)率|热效率|转换效率|转化效率|占比|比例|比重|百分比|百分点|份额|降幅|增幅|涨幅|跌幅|倍数|幅度|增速|折扣|成数",
    ),
    (
        Wanted.DURATION,
        r"时限|期限|工期|周期|年限|时长|天数|有效期|保质期|任期|学制|聘期|宽限期|"
        r"(?:作用|持续|保存|存放|间隔|停留|滞留|浸泡|煮沸|加热|冷却|消毒|隔离|观察|留观|等待|等候|响应|留存|储存|保留|续航|待机|办结|整改)时间",
    ),
    (
        Wanted.DATE,
        r"年份|日期|时间表|时间节点|(?:建成|完工|竣工|开工|投产|投用|投运|启用|开通|通车|实现|完成|达成|启动|成立|设立|获批|落成|"
        r"上线|发布|公布|截止|申报|填报|报送|提交|受理|推荐|公示|发放|报名|举办|开幕|验收|交付|创建|达标|达峰|淘汰|印发|出台|实施|执行|生效|施行|起始|开始|结束)?的?时间",
    ),
    (
        Wanted.PHONE,
        r"联系方式|电话|电话号码?|热线|(?:手机|座机|固话|总机|分机|联系|咨询)(?:的)?号码?|座机|固话|总机|传真号?码?",
    ),
    (Wanted.ADDRESS, r"地址|门牌号?|邮编"),
    (Wanted.SITE, r"网址|邮箱|电子邮件|公众号(?:名称?)?|小程序(?:名称?)?|二维码|链接"),
    (Wanted.CODE, r"编号|代码|证号|案号|账号|备案号|许可证号|批号|型号"),
    (Wanted.NAMES, r"名单|名录|(?:企业|公司|单位|机构|院校)名称"),
    (
        Wanted.FIGURE,
        r"数量|数目|总数|总量|(?<!指)(?<!基)(?<!参)(?<!多)(?<!少)(?<!大)(?<!无)(?<!岁)数|面积|长度|全长|里程|跨度|高度|深度|宽度|距离|"
        r"重量|吨位|密度|厚度|(?:投资|排放|碳|能耗|耗电)强度|容量|装机(?:容量|规模)?|产能|产量|销量|储量|用量|排放量|能耗|用电量|用水量|限值|阈值|峰值|增加值|"
        r"(?<![质力测计考衡商变能大批尽适容胆酌掂打])量|速度|时速|功率|浓度|规模|数值|系数",
    ),
)
_WHICH_COSTS = re.compile(r"(?:不得|不能|不予|禁止|不可|不允许|不准)[^，。？]{0,10}的?(?:费用|支出|经费|资金)[？?]*$")
"""不得列支的费用: which they are, no sum."""

_BARE_NOUN = re.compile(
    r"数量|数目|数值|人数|人次数?|公里数|倍数|[个家处件次项台套户座吨亩头辆篇份条批名株位]数|数额|金额|年份|日期|时间|姓名|名单|编号|目标值|"
    r"指标值"
)
"""Nouns that say what kind of value is asked for and nothing of what it is a value of."""

_BETWEEN = (
    r"(?:(?:的)?(?:区间|范围(?=[是为有]*多少)|目标值?|指标值?|数值|上限|下限|最高值|最低值|底线|门槛)|到底|大概|大约|分别|各|都|能|会|可以?|应该?|要求|需|"
    r"要|达到?|定|给|是|为|有|在|约|得|到|必须|须|至少|最少|最多|起码|总共|一共|共)*"
)
_HOW_MUCH = r"(?:多少|多大|多高|几何|几(?![种类项个]))"
_TAIL = r"(?:[（(][^（）()]{1,8}[）)])?(?:(?:19|20)\d{2}年?)?[？?。]*$"
_AND = r"(?:(?:以?及|和|与|、)[^，。；？?]{1,12})?"
_ASKED_OF = tuple(
    (wanted, re.compile(rf"(?:{nouns}){_BETWEEN}{_HOW_MUCH}|(?:多少|多大|多高)的?(?:{nouns})(?![一-龥])"))
    for wanted, nouns in _VALUES
)
_ENDS_IN = tuple(
    (wanted, re.compile(rf"(?:{nouns}){'(?:的?范围)?' if wanted is Wanted.FIGURE else ''}{_BETWEEN}{_AND}{_TAIL}"))
    for wanted, nouns in _VALUES
)
"""占地面积范围 asks from how much to how much; 费用范围 for which costs."""

_ASKS = re.compile(r"谁|什么|啥|哪|何|怎|咋|为何|是否|是不是|能不能|可否|吗|多少|几[个种类项家条大]")
"""With one of these the noun at the end is not what is asked for: 靠什么办法形成规模."""
_WHAT = re.compile(
    rf"(?:{'|'.join(nouns for wanted, nouns in _VALUES if wanted is not Wanted.FIGURE)}){_BETWEEN}(?:什么|啥){_TAIL}"
)
_DONE_TO = re.compile(
    r"(?:提高|提升|增强|优化|改善|扩大|加快|增加|减少|降低|压减|压缩|强化|控制)(?!幅|比|百|目标|率|的)[一-龥]{2,10}"
    r"(?:率|比例|比重|占比|规模|速度|费用|能耗|产量|产能|面积|周期|时限|期限|时长|年限)[？?。]*$"
)
"""A verb and what it is done to is a task, not a value: 提高成果转化效率."""

_YEAR_BEFORE_GOAL = re.compile(r"(?:到)?(?:19|20)\d{2}年?(?=(?:的)?(?:目标|指标))")
"""装机规模2030年目标: what is asked for stands before the year."""

_BOUND = re.compile(rf"(?:上限|下限|底线|最高值|最低值|目标值|指标值|峰值){_TAIL}")
_UNITS = sorted(
    (name for name, unit in UNITS.items() if unit.sort is not Sort.COUNT and len(name) > 1),
    key=len,
    reverse=True,
)
_BARE_UNIT = re.compile(
    rf"(?<![\d.百千万亿第几级])[百千万亿]{{0,2}}(?P<unit>{'|'.join(map(re.escape, _UNITS))}|元|吨|亩|%|％)[）)]?{_TAIL}"
)


@lru_cache(maxsize=512)
def wants(text: str) -> Wanted:
    """The kind of value that must stand in a sentence that answers `text`."""
    text = _SOME_DAY.sub("", text)
    if _WHICH_COSTS.search(text):
        return Wanted.NOTHING
    for wanted, pattern in (
        (Wanted.PERSON, _WHO),
        (Wanted.MONEY, _MONEY),
        (Wanted.SHARE, _SHARE),
        (Wanted.DURATION, _HOW_LONG),
        (Wanted.DATE, _WHEN),
        (Wanted.PHONE, _PHONE),
        (Wanted.CITY, _CITY),
        (Wanted.PROVINCE, _PROVINCE),
        (Wanted.COUNTRY, _COUNTRY),
        (Wanted.FIRM, _FIRM),
        (Wanted.BODY, _BODY),
        (Wanted.SITE, _MAIL),
        (Wanted.SHARE, _SHARE_TO),
        (Wanted.FIGURE, _FIGURE_TO),
        (Wanted.NAMES, _NAMED_ONES),
    ):
        if pattern.search(text):
            return wanted
    if _OFFICE_LAST.search(text) and not _asks_outright(_WHICH_PERSON.sub("", text)):
        return Wanted.PERSON
    if clock_asked(text):
        return Wanted.DATE
    if price_asked(text):
        return Wanted.MONEY
    named = _named(_YEAR_BEFORE_GOAL.sub("", text))
    if named is not Wanted.NOTHING:
        return named
    count = _FIGURE.search(_AMOUNT.sub("", text) if _YES_OR_NO.search(text) else text)
    counted = (count or asks_in_units(text)) and not _TOLD_IN_WORDS.search(text) and not _SOME.search(text)
    return Wanted.FIGURE if counted else Wanted.NOTHING


def wants_in_keywords(question: str) -> Wanted:
    """The kind of value that one of several keywords is the name of, wherever it stands: 督查组 人数 规定."""
    pieces = question.split()
    if len(pieces) < 2 or _asks_outright(question):
        return Wanted.NOTHING
    bare = (piece for piece in pieces if _BARE_NOUN.fullmatch(piece))
    return next((kind for piece in bare if (kind := _first(_ENDS_IN, piece)) is not Wanted.NOTHING), Wanted.NOTHING)


def _asks_outright(text: str) -> bool:
    """Is something asked for in so many words?"""
    return bool(_ASKS.search(text) or _HOW_LONG.search(text) or _FIGURE.search(text))


def names_office(text: str) -> bool:
    """Does the question name an office that a person holds, or ask for a name or a person outright?"""
    return bool(re.search(rf"{OFFICES}|姓|名字|何人|哪一?位|什么人|领导|同志", text))


def is_noun_of_value(word: str) -> bool:
    """Does a word only say what kind of value is asked for: 规模, 时间, 联系电话?"""
    return bool(_BARE_NOUN.fullmatch(word))


def subject_alone(topic: str) -> str:
    """The topic without the nouns that only say what kind of value is asked for."""
    bare = _BARE_NOUN.sub(" ", topic)
    return bare if bare.strip() else topic


def _named(text: str) -> Wanted:
    """The kind of the noun that is asked for, by the first that is one."""
    asked = _first(_ASKED_OF, text)
    if asked is not Wanted.NOTHING:
        return asked
    what = _WHAT.search(text)
    bare = text[: what.end()].rstrip("什么啥？?。是为") if what else text
    if _ASKS.search(bare):
        return Wanted.NOTHING
    ends = Wanted.NOTHING if _DONE_TO.search(bare) else _first(_ENDS_IN, bare)
    if ends is not Wanted.NOTHING:
        return ends
    in_brackets = unit_in_brackets(text)
    if in_brackets:
        return _of_sort(in_brackets)
    unit = _BARE_UNIT.search(text)
    if unit:
        return _of_sort(unit["unit"])
    return Wanted.FIGURE if _BOUND.search(text) else Wanted.NOTHING


def _of_sort(unit: str) -> Wanted:
    """A sum, a share or a figure, by the unit it is told in; of 元/吨 by the first part."""
    kind = UNITS.get(re.split(r"[/／]", unit)[0].lstrip("百千万亿"))
    sort = kind.sort if kind else Sort.MEASURE
    return {Sort.MONEY: Wanted.MONEY, Sort.RATIO: Wanted.SHARE}.get(sort, Wanted.FIGURE)


def _first(patterns: Sequence[tuple[Wanted, re.Pattern[str]]], text: str) -> Wanted:
    found = [(match.start(), wanted) for wanted, pattern in patterns for match in [pattern.search(text)] if match]
    return min(found, key=lambda one: one[0])[1] if found else Wanted.NOTHING
