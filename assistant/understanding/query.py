"""What a question asks: about which documents, places and years, for what kind of answer.

Rules over the words people use in Chinese; no model. What is left when documents,
question words and fillers are taken out is the `topic`, by which sentences are chosen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.across.scans import asks_for_others, asks_of_each, asks_which_documents, looked_for
from assistant.charge.in_charge import asks_who, without_who
from assistant.understanding.aspects import MAY_REFUSE, WHO_PAYS, asks_what_comes, without_consequence
from assistant.understanding.fields import About, fields_asked
from assistant.understanding.keywords import keywords_in
from assistant.understanding.meaning import asks_meaning
from assistant.understanding.naming import Named, named_documents, without_goals
from assistant.understanding.own_case import without_case
from assistant.understanding.response_levels import printed_levels
from assistant.understanding.synonyms import Synonyms, built_in
from assistant.understanding.unit_signs import in_other_units
from assistant.understanding.wanted import Wanted, names_office, wants, wants_in_keywords
from corpus.models import DocumentSummary
from corpus.numbering import int_to_chinese, number_of
from corpus.places import places_in
from corpus.simplified import simplified
from corpus.text import fold


class Kind(StrEnum):
    """The form an answer takes."""

    FACT = "fact"
    LIST = "list"
    MEASURE = "measure"
    RESPONSIBLE = "responsible"
    ABOUT = "about"
    COMPARE = "compare"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as understood.

    `documents` are those it names; where not `exact`, by a place (`places`) that
    other documents may speak of too. `foreign_places` name no document.
    """

    text: str
    kind: Kind
    topic: str
    matter: str = ""
    """The topic without the words that ask who is in charge, where they do."""
    documents: tuple[DocumentSummary, ...] = ()
    about: About | None = None
    also: tuple[About, ...] = ()
    """Further header fields, where more than one is asked for."""
    besides: tuple[str, ...] = ()
    """What else is asked beside header fields, in the question's words."""
    years: tuple[int, ...] = ()
    wanted: Wanted = Wanted.NOTHING
    foreign_places: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    exact: bool = True
    quoted: tuple[str, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
    """Documents by id that are told by a word of the question that is no name of theirs, and that word."""
    keywords: tuple[str, ...] = ()
    """The things that a search in keywords names, each by itself; empty where a question is asked."""
    naming: tuple[str, ...] = ()
    """The words of the question that name its documents: they are printed all over those."""
    of_side: bool = False
    """Is it a comparison, put to one of its documents alone?"""
    synonyms: Synonyms = field(default_factory=built_in)

    @property
    def expansions(self) -> str:
        """The printed forms of what the question types."""
        words = [self.synonyms.expansions(_without(self.text, self.naming)), *_rewritten(self.text)]
        words += [f"所称{self.topic}，是指"] if self.defines else []
        words += ["责令改正 处罚款"] if asks_what_comes(self.text) else []
        words += ["有权拒绝 不得拒绝"] if MAY_REFUSE[0].search(self.text) else []
        words += ["费用 承担"] if WHO_PAYS[0].search(self.text) else []
        words += ["资金 投入 基金"] if _FUNDED_BY.search(self.text) else []
        words += printed_levels(self.text)
        words += [_IN_FULL[verb] for verb in _IN_SHORT.findall(self.text)]
        return " ".join(word for word in words if word)

    @property
    def all_places(self) -> tuple[str, ...]:
        """The places asked about, those first that documents of the library are of."""
        return (*self.places, *self.foreign_places)

    @property
    def of_interpretation(self) -> bool:
        """Does it ask what the official interpretation says, rather than the document itself?"""
        return bool(_INTERPRETED.search(self.text))

    @property
    def defines(self) -> bool:
        """Does it ask what a word means?"""
        return asks_meaning(self.text)


_UNITS = (
    r"[十百千万亿]*(?:元(?![宇件器素])|吨|克|千瓦|平方|立方|公里|公顷|亩|人次|人以|台(?![湾账])|辆|家(?![庭用具电政长])|个(?![人性体])|名(?![单称录牌])|"
    r"座(?!谈)|户(?![外籍用型])|套|余|多|米|mg|kW|MW|[%％℃])|[万亿]"
)
_YEAR = re.compile(rf"(?<![\d.])((?:19|20)\d{{2}})(?:年|(?!\d|[.,]\d|{_UNITS}))")
"""2030 is one, 2000家 and 2000元 are none."""

PLAN_PERIODS = {"十四五": 2025, "十五五": 2030, "十六五": 2035, "十三五": 2020}
_COUNT = re.compile(
    r"(?<![\d第.])(\d{1,3}|[一二三四五六七八九十]{1,3})(年|天|日|个月|个工作日|小时|倍|人|只|次|岁|元|万元)"
)
_TITLE = re.compile(r"《[^《》]*》")
_IN_FULL = {"查": "查询", "交": "缴纳", "退": "退还", "改": "变更", "领": "领取"}
_IN_SHORT = re.compile(
    r"(?:怎么|如何|怎样|咋|哪[里儿]?能?|能|可以|需要|要|去|想|该|不用)([查交退改领])(?![询验处看明找纳付易通换流还回出役休款革造善正进变取域导养头队])"
)
"""Verbs of one character that people ask by: 网上怎么查 is printed as 查询."""

_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{2,30})[”\"」』]")

_COMPARE = re.compile(
    r"比较|对比|相比|区别|差别|不同|差异|异同|差多少|相差|跟.{1,12}比|和.{1,12}比|与.{1,12}比|各(?:是|"
    r"有|提|要|怎么|自|定|指|成立)|分别(?:是|怎么|有|定|成立|用在|选)|都咋说|都怎么"
)
_MENTION = re.compile(
    r"(?:哪|几)(?:几|些|一)?(?:(?:份|个|部)(?:地方)?(?:文件|方案|通知|文)?|文件|方案|通知)(?:里|"
    r"中)?(?:头)?(?:都|既|同时|只)?(?:提到|提了|提及|写了|写到|讲|说|没写|没有提|没提|印了|把|涉及|包含|里讲|"
    r"里提|明确|规定(?![？?。]?$))"
    r"|(?:提到|写了|涉及|写在|提及).{1,24}(?:有|是|的)(?:哪|几)(?:几|些)?(?:份|个)|写在哪(?:几)?份|"
    r"是哪(?:几|一)?份文件里|(?:就|有)?哪一?份没"
)

_INTERPRETED = re.compile(r"解读|答?记者问|答记者|记者的?提问")

_LIST = re.compile(
    r"哪些|哪几|哪两|哪三|哪四|哪五|几(?:种|类|项|个方面|大|方面)|"
    r"[两二三四五六七八九十\d]+(?:项|条|个|大|种|类|方面)(?:基本|重点|主要|工作)?(?:原则|任务|工程|行动|措施|目标|准则)|包括什么|有什么|包含什么|分别|"
    r"(?:啥|什么)(?:情况|情形|条件)下?(?!是|叫)|"
    r"(?:怎样|怎么样|什么样|啥样)的[一-龥]{1,6}?(?:才|就|会|能|要)*被?(?:认定|认作|界定|判定|定|视|算|当)[为作成是]|列出|列举|都有啥|各有|(?:原则|任务|措施|工程|行动|目标)[？?]?$|"
    r"(?:[两二三四五六七八九十\d]+(?:大|个)?(?:方面|领域|部分|类|点|块|步|方向|环节|专项|体系|坚持)|"
    r"(?:原则|任务|措施|工程|行动|目标|领域|方向)[两二三四五六七八九十\d]+[项条个大类])|"
    r"[两二三四五六七八九十\d]+(?:项|条|个|大)[一-龥]{0,4}(?:保障|举措|领域|方向)|(?:组成|构成|名单|清单|一览|种类|类型|情形)[？?]?$"
)
_MEASURE = re.compile(
    r"如何|怎么|怎样|咋|什么措施|举措|做法|办法|手段|采取|打算|方式|措施|为什么|[干做搞]些?(?:什么|啥)|什么招|有啥安排|有什么安排|怎么说|支持"
)
_WHICH_ONE = re.compile(r"哪一?[个类种家座处片]")
_MEANT = re.compile(r"打算|支持")
"""Beside 哪类 they ask for no measures: 打算把企业聚到哪类园区."""

_LOOKED_TO = re.compile(
    r"(?<=[一-龥])(?:参照|参考|依据|根据|依照)了?(?:国家|中央|国务院|上级|省|市|部|里|委|政府|[和与及、的])+"
    r"(?=哪[几些]?[份个项部条]?[^，。？]{0,2}(?:文件|法规|条例|政策|意见|通知|方案))"
)
"""What a document looks to is asked for there: it names none."""

_LASTING = frozenset({Wanted.DATE, Wanted.DURATION})
"""分别要多长时间 asks for a time of each, and for no list."""

_OF_HEADER = frozenset({Wanted.PHONE, Wanted.ADDRESS, Wanted.SITE, Wanted.PERSON})

_WORDS = (
    r"碳中和|中和|和谐|和解|和平|共和|温和|总和|饱和|参与|给予|给付|供给|补给|普及|涉及|以旧换新|以工代赈|以奖代补|以内|以上|以下|"
    r"导向|面向|定向|意向|自由|理由|事由|缘由|转让|出让|让利|让渡|把关|目的|标的|了解|到期|到位|到账|到岗|到场|报到|签到|收到|"
    r"纲要|要点|要素|要件|重要|必要|首要|摘要|要害|要塞|解说|讲座|讲解|演讲|里程|公里|海里|英里|"
    r"所有|特有|占有|持有|共有|拥有|富有|有序|有力|是非|为主|为民|被动"
)
"""Words of which a part could be one of the fillers below."""

_FILLERS = re.compile(
    rf"(?P<word>{_WORDS})|"
    r"(?<=人)才(?=算|叫(?!做))|"
    r"(?:官方|政策)?解读(?:里|中)?(?:称|归纳|说|指出|认为|提到)?|(?:有关|相关)?(?:负责人|发言人)?(?:在)?答?记者问(?:时|里|中)?|"
    r"(?:什么|哪些|怎么|如何|有何|怎样)(?:的)?(?:部署|安排|规定|要求|考虑|内容|情况|说法)|方面|"
    r"请问|我想知道|想问(?:一下|下)?|麻烦问(?:一下)?|请教|帮我(?:查|找)(?:一下)?|告诉我|根据|按照|关于|依据|"
    r"是什么|有什么|为什么|什么时候|啥时候|何时|几时|何地|何种|什么|哪些|哪几|哪个|哪家|哪里|哪儿|哪两|哪三|哪四|哪五|哪一|哪种|"
    r"哪类|哪座|哪份|哪|多少|几项|几个|几家|几种|几类|几大|"
    r"如何|怎么样|怎么|怎样|咋|啥|吗|呢|吧|呀|是否|是不是|有没有|能不能|可不可以|能否|分别|具体|主要|"
    r"一共|总共|打算|准备|计划要|要求|"
    r"这份|那份|该|这个|那个|这一|里面|里头|里|中的|方案(?:里|中)|文件(?:里|中)|文件|方案|通知|政策|"
    r"(?:安排|部署|布置)了?(?=多少[项条个]|几[项条个]|哪[些几])|提出了|提出|规定了|规定|说了|说|讲|要达到|达到|应该|应当|(?<![响供效反对适相感答])应(?![急用对聘届付收])|需要|要|了|的|是|(?<![国公私])有(?![机效限色害毒偿])|在(?![孵建线岗校])|到|对(?![象接应策标外口等])|把|被|"
    r"给|让|和|与|跟(?![踪随进班])|及|等(?!级)|或|(?<!行)为|以|从(?!业)|向|由|"
    r"[？?，,。！!：:；;、（）()\[\]…~]"
)


def understand(
    question: str,
    library: Sequence[DocumentSummary],
    names: Sequence[DocumentSummary] | None = None,
    synonyms: Synonyms | None = None,
) -> Asked:
    """Reads a question against the documents there are; `names` gives the documents where it is known which."""
    typed = simplified(fold_width(question)).strip()
    text = re.sub(r"\s+", "", typed)
    found = _named(typed, text, library)
    documents = tuple(names) if names is not None else found.documents
    papers = documents or (library if len(library) == 1 else ())
    told = "".join((*found.words, *("".join((one.title, *one.issuers)) for one in papers)))
    fields, besides = fields_asked(text, told)
    about = fields[0] if fields else None
    several = (found.several or asks_of_each(text, len(documents))) if names is None else len(documents) >= 2
    scanned = (len(documents) != 1 or asks_for_others(text)) and asks_which_documents(text)
    kind = Kind.MENTION if scanned else _kind(text, about, several)
    wanted = _wanted(text, kind)
    if wanted is Wanted.NOTHING and kind in (Kind.FACT, Kind.LIST, Kind.MEASURE, Kind.COMPARE):
        wanted = wants_in_keywords(question)
    each_alone = kind is Kind.LIST and wanted in _LASTING and not _LIST.search(text.replace("分别", ""))
    if (kind is Kind.MEASURE and wanted is not Wanted.NOTHING) or each_alone:
        kind = Kind.FACT
    return Asked(
        text=text,
        kind=kind,
        topic=topic(looked_for(text) if scanned else without_consequence(text), found.words),
        matter=topic(without_who(text), found.words),
        documents=documents,
        about=about,
        also=fields[1:],
        besides=besides,
        years=years_in(without_case(_TITLE.sub("", text))),
        wanted=wanted,
        foreign_places=_foreign(text, typed, found.words),
        places=found.places if names is None else (),
        exact=found.exact or names is not None,
        keywords=keywords_in(typed),
        naming=found.words,
        quoted=tuple(_QUOTED.findall(text)),
        synonyms=synonyms or built_in(),
    )


def _named(typed: str, text: str, library: Sequence[DocumentSummary]) -> Named:
    """The documents that a question names; in keywords a blank ends a name, where more are found that way."""
    found = named_documents(_LOOKED_TO.sub("，", text), library)
    if typed == text:
        return found
    apart = named_documents(_LOOKED_TO.sub("，", re.sub(r"\s+", "，", typed)), library)
    more = set(apart.documents) > set(found.documents) and len(apart.documents) > 1
    return apart if more and apart.several else found


_FUNDED_BY = re.compile(
    r"(?:钱|资金|本钱|款子?)[^，。？]{0,6}(?:从|靠|找|向|哪|谁)[^，。？]{0,8}(?:凑|筹|化缘)|(?:凑|筹|找)钱"
)
"""钱打算从哪几头凑: documents speak of funds and of who puts them in."""


def _rewritten(text: str) -> list[str]:
    """Counted things in the other writing: 二十年 as 20年, 30天 as 三十日, 500千伏 as 500kV."""
    forms = in_other_units(text)
    for number, unit in _COUNT.findall(text):
        same = ("天", "日") if unit in "天日" else (unit,)
        value = number_of(number)
        forms += [f"{form}{one}" for one in same for form in (str(value), int_to_chinese(value))]
    return [form for form in forms if form not in text]


def fold_width(text: str) -> str:
    """Full-width digits and Latin letters as people meant them; punctuation stays."""
    return "".join(fold(char) if char.isalnum() else char for char in text)


def years_in(text: str) -> tuple[int, ...]:
    """Years named as such or by a plan period's end (“十四五”末 is 2025)."""
    years = [int(year) for year in _YEAR.findall(re.sub(r"[〔\[(（]\d{4}[〕\])）]", "", text))]
    years += [year for name, year in PLAN_PERIODS.items() if re.search(rf"{name}[”\"]?(?:末|收官|期末|结束|时)", text)]
    return tuple(dict.fromkeys(years))


def topic(text: str, document_words: Sequence[str]) -> str:
    """The question without document names and question words; blanks stand where something was taken out."""
    left = _FILLERS.sub(lambda found: found["word"] or " ", _without(text, document_words))
    return re.sub(r"\s+", " ", left).strip()


def _without(text: str, words: Sequence[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = re.sub(f"{re.escape(word[:-1])}(?={word[-1]}级)", " ", text) if word[-1:] in "省市县区" else text
        text = text.replace(word, " ")
    return text


def _kind(text: str, about: About | None, several: bool) -> Kind:
    if _MENTION.search(text):
        return Kind.MENTION
    if several or (_COMPARE.search(text) and re.search(r"五份|几份|各份|各地|各家|份文件", text)):
        return Kind.COMPARE
    if about:
        return Kind.ABOUT
    if asks_who(text) and (wants(text) is not Wanted.PERSON or not names_office(text)):
        return Kind.RESPONSIBLE
    if _LIST.search(text):
        return Kind.LIST
    if _MEASURE.search(_MEANT.sub("", text) if _WHICH_ONE.search(text) else text):
        return Kind.MEASURE
    return Kind.FACT


def _wanted(text: str, kind: Kind) -> Wanted:
    """Who is in charge, and which documents speak of a thing, is no value; a header field may be one."""
    wanted = wants(text)
    if kind is Kind.ABOUT:
        return wanted if wanted in _OF_HEADER else Wanted.NOTHING
    return Wanted.NOTHING if kind in (Kind.RESPONSIBLE, Kind.MENTION) else wanted


_EXAMPLES = re.compile(
    r"[一-龥]{2,4}?[、和跟与]?[一-龥]{0,4}?(?:这|那)(?:种|样|类)[^，。？]{0,8}?(?:地方|地区|省份|城市|省|区域)"
)
"""山西内蒙这种煤多的地方: places that stand for a sort of them."""


def _foreign(text: str, typed: str, words: Sequence[str]) -> tuple[str, ...]:
    """Places in the question that name no document; 依法拆迁 安排 holds no 迁安, which only its blanks part."""
    named = "".join(words)
    places = places_in(_EXAMPLES.sub(" ", without_goals(text)))
    return tuple(place for place in places if place not in named and place in typed)
