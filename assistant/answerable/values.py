"""What a value of each kind looks like in print: what a sentence must show that gives one."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answerable.dimensions import SPAN, any_of, clock_asked, dimension_asked, lasting_asked
from assistant.answerable.number_of_office import number_asked
from assistant.answerable.person_named import asks_for_name, person_asked
from assistant.answerable.units_asked import in_unit_asked, price_asked
from assistant.understanding.aspects import PHONE
from assistant.understanding.query import Asked
from assistant.understanding.wanted import OFFICES, Wanted
from corpus.facts.units import ANY_UNIT, UNITS, Sort
from corpus.places import MUNICIPALITIES, PROVINCES

_NOT_NTH = r"(?<!第)(?<!第[一二三四五六七八九十百])(?<!第[一二三四五六七八九十百]{2})"
"""第三十二条 counts nothing."""

_FIGURE = re.compile(
    rf"\d|{_NOT_NTH}(?:[二三四五六七八九十两百千万]|一(?!批))+(?:个|家|项|大|条|种|名|座|处|批|倍|成|类|台|套|辆|户|吨|千瓦|瓦|[kM]W|元|亩|公里|"
    r"只|人|次|岁|天|日|周|年|小时|级|档|场|份|届|期)|分之|(?:[一二三四五六七八九]|\d)折|一半|减半|翻[一两]?番"
)
_SHARE = re.compile(
    r"\d\s*(?:%|％|‰|个百分点|个基点|成|折)|百分之|[\d一二三四五六七八九十百千万两数几]\s*(?:多|余)?倍|翻[一两番]|分之|\d\s*/\s*\d|"
    r"\d\s*[:：∶]\s*\d[\d.:：∶]*(?=\s*的?\s*(?:比例|分担|配比|配套|配备|安排|匹配))|(?:比例|比|配套)[^，。；\d]{0,6}\d[\d.]*\s*[:：∶]\s*\d|"
    r"(?<![完达生建变形组集赞促养])[一二三四五六七八九两]成(?![立为员果长效本功就品分份交套熟年人])|"
    r"全覆盖|全部(?!或|和|由|[利使]用|资料|材料|内容|文件|人员|信息|情况|义务|责任)|一半"
)
_SUM = re.compile(r"\d[\d.,]*\s*(?:万|亿|百|千)?(?:元|块|美元)|[一二三四五六七八九十百千万两]+元")
_MONEY = re.compile(rf"{_SUM.pattern}|免费|免收|减半|全额|不收")
_MYRIADS = re.compile(rf"{_SUM.pattern}|\d\s*[余多]?\s*[十百千]?[万亿]|\d{{5,}}|[一二三四五六七八九十百千两][万亿]")
_IN_MYRIADS = re.compile(r"(?:多少|几)[十百千]?[万亿]")
"""Who asks how many tens of thousands wants a sum in figures: 全额 is none."""
_IN_YUAN = re.compile(r"(?:多少|几)(?:块|毛|元(?!旦))")
"""Who asks how many yuan is not told by a share of something else: 按上年的50%."""

_DATE_BUT_YEAR = (
    r"\d{1,2}\s*月|\d{1,2}\s*日|\d{1,2}[：:]\d\d|十[三四五六]五|年底|月底|即日|之日起|"
    r"第[一二三四五六七八九十\d]+个(?:月|年|工作日)|"
    r"(?:\d+|[一二三四五六七八九十两半]+)\s*个?(?:工作日|小时|分钟|天|日|周|月|年)(?:内|之内|以内|前|后|後)|"
    r"(?:提前|[之以]?前|至少)\s*(?:\d+|[一二三四五六七八九十两半]+)\s*(?:个?(?:工作日|小时|分钟|天|周|月)|日)|"
    r"(?:时间|期限|日期|时限)[^，。；]{0,12}另行(?:通知|公告|公布|确定|规定|安排)|"
    r"(?:结束|解除|期满|届满|完成|终止)(?:之|以)?[后後前]|不超过\s*\d+\s*个?(?:工作日|小时|分钟|天|周|月|年)"
)
_DATE = re.compile(rf"(?:19|20)\d{{2}}(?!年(?:度?(?:报|半年报)|第?[一二三四]季度|版))|{_DATE_BUT_YEAR}")
_DAY_ASKED = re.compile(
    r"哪(?:一)?天|几月|几号|[延推]迟?(?:长|期|后|後)?(?:到|至)了?(?:什么|啥|何|哪)|最[迟晚]|截止|(?:什么|啥)时候(?:为止|之前|以前)"
)
_ON_WHICH_DAY = re.compile(r"哪(?:一)?天|几月几|几号")
_NO_MERE_YEAR = re.compile(_DATE_BUT_YEAR)
_DAY = re.compile(
    rf"[到至在于]\s*(?:19|20)\d\d\s*年(?!度?报)|(?:19|20)\d\d\s*年?(?=[底末前内初，。；])|{_DATE_BUT_YEAR}"
)
"""Where it is asked until which day: the year of a report in the sentence is none."""

DURATION = re.compile(
    rf"{SPAN}\s*(?:个?(?:工作日|小时|分钟|天|周|学期|季度)|日|年|个月|月(?!\s*\d|份))|同寿命|同期限|"
    r"第[一二三四五六七八九十\d]+个(?:月|年|工作日)|之日起|期间|长期|永久|终身|[至到]\s*(?:(?:19|20)\d\d\s*年|\d{1,2}\s*月)"
)
"""How long, or when counted from something: what a rule says where a plan gives a date."""

_ASKS_HOW_OFTEN = re.compile(
    r"(?:多久|多长时间|几个?(?:小时|工作日|天|日|周|星期|月|季度|年)|隔多(?:久|长))[^，。？?]{0,10}(?:一|几|多少)[次回遍趟轮批期]|"
    r"每?隔(?:多久|多长|几)|(?<!音)(?<!视)(?<!射)频[率次](?:是|为|有|多|[？?]?$)"
)
_HOW_OFTEN = re.compile(
    rf"{DURATION.pattern}|每(?:隔|满|逢)?[\d一二两三四五六七八九十半]*\s*个?(?:年|季|月|周|星期|旬|天|日|小时|学期)|"
    r"逐[年月日季]|按[年月季周日旬]|定期|经常|随时|适时|及时|(?:年|季|月)度|常态化?|[\d一两二三四]\s*次"
)
"""多久公布一次 is told by 每季度 and by 定期 alike."""

_SURNAME = (
    "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安"
    "颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席])"
)
_AFTER_NAME = r"(?=[^一-龥]|说|表示|介绍|指出|强调|认为|称|在|为|任|率|带|主持|出席|宣布|等|担|兼|与|和|同|的)"
_PERSON = re.compile(
    rf"(?:{OFFICES}|人员|同志|教授|研究员|院士|姓名)[：:、\s]*{_SURNAME}[一-龥]{{1,2}}{_AFTER_NAME}|"
    rf"[：:、\s]{_SURNAME}(?:工|老师|主任|科长|处长|女士|先生)(?![一-龥])|{_SURNAME}[一-龥]{{1,2}}(?:同志|老师|先生|女士|教授|院士|博士|主任|局长|处长|科长)|"
    rf"(?:联系人|经办人|负责人|召集人|主讲人)[^，。；一-龥]{{1,3}}[一-龥]{{2,4}}|"
    rf"由[^，。；：]{{2,40}}(?:担任|出任|兼任|任(?:{OFFICES}))|(?:{OFFICES})由|为(?:副?(?:{OFFICES}))|[长任记]任副?(?:{OFFICES})"
)
_PERSON_OR_OFFICE = re.compile(
    rf"{_PERSON.pattern}|由[^，。；：]{{0,30}}(?:{OFFICES})(?:决定|批准|签发|签署|宣布|审定|审批|下令|主持|召集|指挥|启动)|"
    r"由[^，。；：]{2,30}(?:履行|行使|承担)[^，。；：]{2,12}(?:职责|职权|职能)"
)
"""哪位领导批准 is told by the office as well: 由局长批准."""

_PHONE = re.compile(rf"(?<!\d)(?:{PHONE.pattern}|\d{{7,8}})(?!\d)|@")
_ADDRESS = re.compile(
    r"(?:路|街|大道|巷|弄|胡同|村|镇|园区?|大厦|广场|中心|楼)[^，。；]{0,8}[\d一二三四五六七八九十]+\s*(?:号|室|层|楼|栋|幢|座)|"
    r"[\d一二三四五六七八九十]+\s*号(?:楼|院|门|窗口)|地址[：:为]|邮编[：:\s]*\d|(?:路|街|大道)(?:与|和|、)[^，。；]{1,10}交"
)
_SITE = re.compile(
    r"https?:|www\.|@|[a-zA-Z0-9-]+\.(?:cn|com|gov|org|net)|公众号[：:“\"（(]|小程序[：:“\"（(]|[”\"]\s*(?:微信)?(?:公众号|小程序)"
)
_MAIL = re.compile(r"@")
_WEB = re.compile(r"https?:|www\.|(?<![@\w.])[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.(?:cn|com|gov|org|net)|网址[：:为是]")
_CODE = re.compile(r"[A-Za-z]+[-—－]?\d+|[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号|第[一二三四五六七八九十百\d]+号|\d{5,}")
_NAMED_THING = (
    r"(?:公司|集团|企业|厂|大学|学院|学校|医院|研究院|研究所|实验室|中心|园区?|基地|平台|项目|工程|产品|品种|"
    r"[县市区镇村站线])"
)
_NAMES = re.compile(
    rf"{_NAMED_THING}(?:[（(][^（）()]*[）)])?[、和及][^，。；：]{{1,30}}{_NAMED_THING}|名单[：:]|"
    r"(?:[一-龥A-Za-z]{2,12}、){2,}[一-龥A-Za-z]{2,12}等?[\d一二三四五六七八九十]+(?:个|家|所|座|条|项|种|名|处)|"
    r"(?:[一-龥A-Za-z]{1,8}、){3,}[一-龥A-Za-z]{1,8}等"
)
_CITY = re.compile(
    rf"{'|'.join([*MUNICIPALITIES, *(city for cities in PROVINCES.values() for city in cities.split())])}|"
    r"[一-龥](?<![我本全各省该城市县、])(?:市(?![场级容政民区县、])|县(?![级域市区、]))|所在|当地|户籍地|缴存地|住地"
)
_COUNTRY = re.compile(
    "美国|日本|韩国|朝鲜|蒙古|新加坡|马来西亚|泰国|越南|老挝|缅甸|柬埔寨|菲律宾|印尼|印度|巴基斯坦|孟加拉|斯里兰卡|尼泊尔|哈萨克斯坦|乌兹别克斯坦|"
    "吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|俄罗斯|乌克兰|白俄罗斯|德国|法国|英国|意大利|西班牙|葡萄牙|荷兰|比利时|卢森堡|瑞士|奥地利|瑞典|丹麦|挪威|芬兰|"
    "冰岛|爱尔兰|捷克|波兰|匈牙利|罗马尼亚|保加利亚|塞尔维亚|希腊|土耳其|以色列|沙特|阿联酋|卡塔尔|科威特|伊朗|伊拉克|约旦|埃及|摩洛哥|南非|肯尼亚|"
    "埃塞俄比亚|尼日利亚|澳大利亚|新西兰|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|古巴|欧盟|欧洲|欧美|日韩|北欧|中东欧|东盟|中亚|东南亚|"
    "(?:沿线|共建|发达|发展中|周边|成员|签约|缔约)国(?:家)?"
)
_FIRM = re.compile(
    r"(?<!合作)(?<!有关)(?<!相关)(?<!其他)(?<!上市)(?<!各)(?<!承保)(?<!受托)公司|集团|(?<!虚拟电)厂(?!房|区)|研究院|研究所|中心|大学|学院|"
    r"实验室|(?<!合作)(?<!有关)(?<!相关)(?<!其他)(?<!各)(?<!商业)(?<!放款)银行|国家电网|南方电网|股份|"
    r"中(?:石[化油]|广核|海油|铁建|交建)|华(?:能|电|润|为)|承[包运租]"
)

_MULTIPLE = r"[十百千万亿]{0,2}"

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
    Wanted.PROVINCE: re.compile("|".join(PROVINCES)),
    Wanted.COUNTRY: _COUNTRY,
    Wanted.FIRM: _FIRM,
    Wanted.BODY: re.compile(
        rf"{_FIRM.pattern}|[一-龥]{{2}}(?<!有关|相关|各级|主管)(?:部门|局|厅|署|委|办公室|医院|学校|协会|学会|基金会|联盟|联合会|交易所|电视台|电台|报社)"
    ),
}


def needed_for(asked: Asked) -> re.Pattern[str] | None:
    """What a sentence must show for the value that is asked for, in the unit that is named with it."""
    if asked.wanted in (Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY) and (unit := in_unit_asked(asked.text)):
        return unit
    if asked.wanted is Wanted.MONEY and (price := price_asked(asked.text)):
        return price
    if asked.wanted is Wanted.DURATION:
        return _HOW_OFTEN if _ASKS_HOW_OFTEN.search(asked.text) else lasting_asked(asked.text) or DURATION
    if asked.wanted is Wanted.FIGURE:
        in_myriads = _MYRIADS if _IN_MYRIADS.search(asked.text) else None
        order = GRADE if _ORDER_ASKED.search(asked.text) else None
        return order or dimension_asked(asked.text) or _of_dimension(asked.text) or in_myriads or _FIGURE
    if asked.wanted is Wanted.PERSON and (named := person_asked(asked.text, _SURNAME)):
        return named
    if asked.wanted is Wanted.PERSON and not asks_for_name(asked.text):
        return _PERSON_OR_OFFICE
    if asked.wanted is Wanted.PHONE and (number := number_asked(asked.text)):
        return number
    if asked.wanted is Wanted.DATE and _TERM.search(asked.text):
        return _DATE_OR_TERM
    if asked.wanted is Wanted.DATE:
        clock = clock_asked(asked.text)
        if clock is None and _ON_WHICH_DAY.search(asked.text):
            return _NO_MERE_YEAR
        return clock or (_DAY if _DAY_ASKED.search(asked.text) else _DATE)
    if asked.wanted is Wanted.SITE:
        return _site_asked(asked.text)
    if asked.wanted is Wanted.MONEY and _IN_YUAN.search(asked.text):
        return _MONEY
    if asked.wanted is Wanted.MONEY and _FINED.search(asked.text):
        return _FINE
    if asked.wanted is Wanted.MONEY and _BY_RULE.search(asked.text) and not _PRICED.search(asked.text):
        return _BY_SHARE
    if asked.wanted is Wanted.MONEY and _IN_MYRIADS.search(asked.text):
        return _SUM
    return NEEDED.get(asked.wanted)


GRADE = re.compile(
    r"[十百千万亿]+\s*(?:吨|千瓦时?|瓦时?|兆瓦|[kMG]Wh?|立方米|升|公里|平方米|标方|方|辆|户|亩|人)\s*级|[十百千万亿]+(?:台套|台|辆|吨|户)(?![以余多])"
)
"""万吨级, 百千瓦级, 千辆级, 万台套."""

_ORDER_ASKED = re.compile(r"量级")

_FINED = re.compile(r"罚(?!没)")
_FINE = re.compile(
    rf"{_MONEY.pattern}|[\d一二两三四五六七八九十百]\s*倍[^，。；]{{0,16}}罚款|罚款[^，。；]{{0,16}}[\d一二两三四五六七八九十百]\s*倍|"
    r"百分之[^，。；]{1,20}罚款|\d\s*[%％][^，。；]{0,16}罚款"
)
"""A fine may be set as so many times what was gained, spent or not paid."""

_TERM = re.compile(r"期限[？?。]*$")
_DATE_OR_TERM = re.compile(f"{_DATE.pattern}|{DURATION.pattern}")
"""期限 alone asks until when, or for how long."""


def _site_asked(question: str) -> re.Pattern[str]:
    """A mail address is no site, and a site no mail address."""
    if re.search(r"邮箱|邮件", question):
        return _MAIL
    return _WEB if re.search(r"网址|网站", question) else _SITE


_YEAR = re.compile(
    rf"(?<![\d.])(?:19|20)\d{{2}}(?:\s*年|(?![\d.,，]|\s*{_MULTIPLE}(?:{ANY_UNIT}|[A-Za-z%％℃折分岁层])))"
)


def without_years(text: str) -> str:
    """A text without its years: 2000mg/L and 2000元 are none."""
    return _YEAR.sub("", text)


_NAMES_OF_PAPERS = re.compile(
    r"《[^》]*》|[〔\[（(]\s*(?:19|20)\d{2}\s*[〕\]）)]\s*第?\s*\d+\s*号(?:文)?|第\s*\d+\s*号(?![楼线])"
)
_QUOTED_NAME = re.compile(
    r"[“「\"](?![^”」\"]*[一二三四五六七八九十百]+(?:大|个|项|条|类|种|家|批))[^“”「」\"\d]{2,8}[”」\"]"
)
"""“氢进万家”, “千乡万村”: names, in which nothing is counted; “十大工程” says how many there are."""

_HOTLINE = re.compile(r"(?<!\d)1\d{4}(?=[“”\"]?[一-龥]{0,4}(?:热线|专线|平台|便民))")
"""12345热线 counts nothing; who asks for the hotline's number asks for a telephone."""

_DAY_OF_NEWS = re.compile(
    r"(?:(?<=[，。；：、\s）)])|(?<=记者)|^)(?:[1-9]|[12]\d|3[01])日(?=[上下][午]|[早晚凌]|[一-龥])"
    r"(?![内以之前后後的到至起止届期为仍未不无逾按计一])"
)
"""10日就有关问题进行了解答: the day of a month, and no ten days."""

_DATELINE = re.compile(
    r"(?:社|网|报|台)[一-龥]{0,8}?(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚)?(?:电|讯|消息)(?![话子视网])"
)
"""The day that a piece of news was written on."""

_TELLS_BY_FIGURE = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY, Wanted.DATE, Wanted.DURATION})


def without_names(text: str, asked: Asked) -> str:
    """A sentence without figures that are no values: of titles, document numbers, and the years asked about."""
    if asked.wanted not in _TELLS_BY_FIGURE:
        return text
    text = _HOTLINE.sub(" ", _QUOTED_NAME.sub(" ", _NAMES_OF_PAPERS.sub(" ", text)))
    if asked.wanted is Wanted.DURATION:
        text = _DAY_OF_NEWS.sub(" ", text)
    if asked.wanted is Wanted.DATE:
        text = _DATELINE.sub(" ", text)
    if asked.wanted is Wanted.DATE and asked.years:
        text = re.sub(rf"(?:{'|'.join(map(str, asked.years))})\s*年?", " ", text)
    return text


_BY_RULE = re.compile(
    r"(?:返|退|抵|补|奖|减|贴|报)(?:还|扣|给|回|贴|励|免|销|息)?(?:多少|几)|"
    r"(?:多少|几)(?:的)?(?:奖[励补]|贴息|返还|资助)|标准|额度|限额|数额|上限|下限|津贴|补贴|补助|工资|利息|(?:奖励|奖补|资助)的?(?:各|分别|大概|大约)?(?:是|相?差|高|低|多|少)|"
    r"按照?(?:什么|啥|哪一?[种个]|怎样的?)(?:办法|比例|口径|方式|规则)"
)
_PRICED = re.compile(r"收费|单价|[电水气热煤油房地]价|价格|租金|每(?:平方?米|平方|吨|度|千瓦时|立方米?|公里|亩)")
_BY_SHARE = re.compile(
    rf"{_MONEY.pattern}|{_SHARE.pattern}|(?<!超过)(?<!最长)(?<!期限)(?<!限为)(?<!缓缴)(?<!延期)(?<!延长)(?<!\d)\d+\s*个月(?!以?内|期)|"
    r"\d\s*个月的?[^，。；]{0,12}(?:费|金|工资|租|贷|款|额|标准)"
)
"""A sum may be set as a share or as so many months of another one."""


_MEASURED = {name: unit.base for name, unit in UNITS.items() if unit.sort is Sort.MEASURE}
_COUNTERS = any_of(name for name, unit in UNITS.items() if unit.sort is Sort.COUNT)
_OTHER_UNITS = any_of(name for name, unit in UNITS.items() if unit.sort is not Sort.COUNT)
_DIGITS = (
    rf"(?<![\d.A-Za-z第])(?!(?:19|20)\d\d(?!\d|\s*{_MULTIPLE}(?:{ANY_UNIT})))"
    r"\d[\d.,，]*(?:\s*[—－\-~～至到]+\s*\d[\d.,]*)?(?![\d.,]"
)
"""A number that is no year and no part of a name, with what must not follow it left open."""

_COUNT = re.compile(
    rf"{_DIGITS}|\s*{_MULTIPLE}(?:{_OTHER_UNITS}|[年月日号时天周岁楼层级届期次]|个月|个?工作日|[A-Za-z%％]))|"
    rf"{_NOT_NTH}(?:[二三四五六七八九十两百千万]|一(?!批))+\s*[余多]?(?:{_COUNTERS}|大|批|次)(?![年月])"
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

_LONG_UNITS = any_of(name for name in _MEASURED if len(name) > 1)
_UNIT_ASKED = re.compile(
    rf"(?:多少|几){_MULTIPLE}(?P<asked>{any_of(_MEASURED)})|(?P<number>{_LONG_UNITS}|吨|亩)数[？?]*$|"
    rf"(?<![\d百千万亿]){_MULTIPLE}(?P<bare>{_LONG_UNITS})[）)？?]*$|(?P<thing>{any_of(_LEAVES_NO_CHOICE)})"
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
    names = any_of(name for name, its in _MEASURED.items() if its in bases)
    number = rf"(?:{_DIGITS})|[一二三四五六七八九十两百千万数几]+)"
    return re.compile(rf"{number}\s*[余多]?\s*{_MULTIPLE}\s*[余多]?(?:{names})")
