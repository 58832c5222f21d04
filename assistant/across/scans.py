"""Does a question ask which documents hold a thing, and which of its words name the thing?

By its grammar: a word for the documents that are asked for, and a verb of holding or a
word for words (字样, 一词). What is left when both are taken out is what is looked for.
"""

from __future__ import annotations

import re

from corpus.numbering import chinese_to_int

_DOCUMENT = r"(?:文件|方案|通知|条例|法规|规章|法律(?!责任|后果|依据|关系|义务|效力))"
_COUNTED = r"(?:份|部(?![门委署分级件])|篇)(?:文件|方案|通知|条例|法规|规章|规定|办法|意见|公告|材料)?"
_SET = (
    r"(?:在|从)?(?:这|那)?(?:[两二三四五六七八九十\d]+|几|各|所有)(?:份|部|个|家)(?:地方)?(?:文件|方案|通知|条例|法规)?"
    r"(?:里头?|里面|当中|之?中|之?内|中间)?[，,]?"
)
_WHICH = (
    r"(?:一共|总共|共)?有?(?:"
    rf"(?:哪|几|多少)(?:几|一|些|两)?(?:地方)?{_COUNTED}|"
    rf"(?:哪|什么)(?:几|一|些|两)?个?(?:家|地方?|省份?|城?市|县|区|部门|单位)?的?(?:地方)?{_DOCUMENT}|"
    rf"(?:谁家?|几家)的{_DOCUMENT})"
)
_WHOSE = r"(?:都)?(?:有)?(?:谁家?|哪(?:几|些|一)?(?:家|省|市|地|个地方|些地方))"
"""Who, beside words in quotation marks: only a document can have written them."""

_HOLDS = (
    r"(?:提(?:到|及|了|过|出)|谈(?:到|及|了)|说(?:到|了|过)|讲(?:到|了|过|的)|写(?:到|了|有|着|进|入|过|的|上)|"
    r"出现|见(?:于|诸)|找(?:得|到)|查(?:得|到)|包含|含有|涉及|涵盖|用(?:到|了|过)|使用|引用|援引|载有|印(?:有|了|着)|"
    r"分布|出自|来自|点(?:到|了|名)|列(?:举|出|入)|罗列|收录|单独提|提)"
)
_NOT_HOLDS = r"(?:没有?|未|未曾|不|只字未|只字不)(?:提及?到?|写到?|说到?|讲到?|谈到?|用到?|涉及|包含|出现)"
_WORDS = (
    r"(?:这|那)?(?:一|两|二|三|四|五|六|七|八|几)?个?"
    r"(?:词语?|字眼|字样|字|说法|提法|表述|缩写|术语|名词|概念|短语|词组|关键词)"
)
_OF_A_SET = re.compile(
    r"(?:[两二三四五六七八九十\d]+|几|各|所有|全部)(?:份|部|个|家)?(?:地方)?(?:文件|方案|通知|条例|法规|省|市)"
    r"(?:里头?|里面|当中|之?中|之?内|中间)?[，,]?(?:都|一共)?有?(?:哪(?:些|几[份个家部]|一?[份部家])|谁)"
    rf"(?:都|也|明确|专门|还)*(?:{_HOLDS}|要求|部署|安排|打算|计划|规划|明确|强调|主张|支持|鼓励|设(?:了|有|立)|有)"
)
"""五份文件中，哪些写到了…: the documents asked for are named before the question word."""

_SO_MANY = re.compile(
    r"有?[两二三四五六七八九十\d]+(?:个(?:省份?|市|城市|地方|地区)|[份部](?:文件|方案|通知|条例|法规)?)"
    rf"[^，。？]{{0,8}}都{_HOLDS}[^？]+(?:分别|各自?)"
)
"""有两个省都写了…，分别…: so many documents hold it, which ones is to be found."""

_THAT_HOLD = re.compile(
    r"^(?:在|从)?(?:这|那)?(?:[两二三四五六七八九十\d]+|几|各|所有|全部)(?:份|部|个)(?:地方)?(?:文件|方案|通知|条例|法规)"
    rf"(?:里头?|里面|当中|之?中|之?内|中间)?[，,]?[^，。？]*(?:{_HOLDS}|标[注明出有]|注明|附有|设有)[^，。？]*的(?:文件|方案)"
    r"(?:有哪些|名单|清单)?[？?。]?$"
)
"""五份方案中写有…的文件, with no question word."""

_BEFORE_SUBJECT = re.compile(r"(?:^|[，,。；;：:”\"」』]|[里中内]|[唯单]独|只有|究竟|到底|还有|另外)$")
_PREDICATE = re.compile(
    r"^(?:里头?|里面|中|上)?(?:都|也|还|又|既|只|同时|明确|专门|单独|具体)*"
    r"(?!是|可以?|能|会|来|去|需|应|必须|属|适用|由|最|更|先|早|晚|有效|仍|已|被|废|失效|依|根据|联合|共同|印|发|下发|"
    r"出台|公布|生效|施行|算|叫|的|，)"
    r"[一-龥“]{2}"
)
"""What is said of the documents that are asked for, and is not about their number, date, issuers or force."""

_NOT_STATED = re.compile(rf"(?:{_WHICH})(?:里头?|里面|中)?(?:都)?(?:没有?|未)(?:写|标|注|印|载|留)(?:明|出|有|上)?")
"""Of header fields too: 哪些文件没有写发文日期."""

_SO_MANY_OF = re.compile(
    r"(?<!哪)(?P<count>[两二三四五六七八九几各])[份部个篇][^，。；？]{0,10}?(?:文件|通知|方案|意见|措施|材料|办法|规定|法规|条例|公告)"
)
_PLACES_THAT = re.compile(
    r"哪(?:些|几)(?:个)?(?:地方|省份?|省市|城市|市|地区)(?:都|也|还|已经?)?"
    r"(?:明确|规定|提出|提到|写|给|给予|单列)了?(?!哪|什么|多少|几)[^，。？]{2}"
)
_ANY_THAT = re.compile(
    rf"(?:有没有|有无|是否有|有)(?:哪)?(?:一?[份部篇个])?{_DOCUMENT}[^，。？]{{0,4}}(?:{_HOLDS})|"
    rf"(?:这些|那些|所有|全部|几份|各份|各个|[两二三四五六七八九十]份){_DOCUMENT}?(?:里头?|里面|中|当中)?"
    rf"(?:有没有|有无|是否|是不是)(?:都)?(?:{_HOLDS})"
)
"""有没有文件提到…"""

_EXCEPT = re.compile(r"除(?:了|去|开)?[^，。？]{1,40}?(?:以外|之外|外)?[，,]?(?:还|另外|其他|其余|别的|剩下|哪)")
_LACKS = re.compile(
    rf"{_NOT_HOLDS}|(?:没有?|未|不)(?:单列|谈|写|说|讲|设|列|规定|明确|涉及|留|附|标|注|印|载|交代)|"
    r"(?:没有?|未)[^，。？]{0,2}(?:谈|写|说|讲|提|用)"
)

_THEN = re.compile(r"[，,。；;？?](?=(?:它们|他们)?(?:分别|各|又?都?是?怎么))")
"""What is asked further of the documents that are found."""

_SOURCE = r"(?:的)?(?:出处|来源|所在|涉及|提及)(?:的)?(?:文件|方案)?[？?]?$"
_HANDED_IN = r"(?:提交|提供|出具|递交|携带|准备|报送|上报|签订|签署|备齐|带上?|交)[^，。？]{0,6}"

_QUOTED = re.compile(r"[“\"「『][^”\"」』]{2,30}[”\"」』]")
_ON_WHOSE_WORD = re.compile(
    r"(?:^|[，,。；;？])(?:按照?|据|根据|依据?|依照|照着?)(?![^，。？]{0,20}[哪谁])"
    r"(?!(?:这|那|上述|以上)*(?:[几各两二三四五六七八九十\d]+[份部个]|[几各两二三四五六七八九十\d]*(?:文件|方案|通知)|所有|全部|现有|有关|相关))"
    r"(?:[^，。？]{2,30}?的?(?:介绍|规定|说法|解释|解答|解读|说明|答复|表述|口径|讲法|披露|[说讲])|[^，。？]{0,30}(?:通报|报道))"
    r"的?[，,]"
)
"""按…的介绍，: whoever says so is named, and what is asked is what they say."""

_ABOUT_ITSELF = re.compile(r"最早|最晚|最新|最近|先后|依据|根据|印发|发布|发文(?!字号)|成文|出台|施行|生效|废止|有效期")
_BEARS = re.compile(r"(?:标|注|附|印|留|列|载|设|带|明确)(?:了|着|有|明|出|上|到)|[带附]")
"""Of a thing that is not a word of the text: a telephone number, boxes."""

_ASKS = re.compile(_WHICH)
_PAPERS = re.compile(rf"{_HANDED_IN}(?:{_WHICH})")
_ASKS_WHOSE = re.compile(_WHOSE)
_HOLDING = re.compile(rf"{_NOT_HOLDS}|{_HOLDS}")
_HAVING = re.compile(
    rf"(?:{_WHICH})(?:里头?|里面|中)?(?:都|也)?(?:没)?有|^[^，？]{{0,3}}有[^，？]+的(?:是)?(?:{_WHICH})|是(?:{_WHICH})(?:里头?|里面|中)?(?:说|写|讲|提|规定)?的?[？?。]?$"
)
_RULES = re.compile(r"(?:规定|明确|强调|部署)(?:了|过|有)[^，。？]{2,10}[？?。]?$")
"""Of a thing in a word or two; what is ruled at length is in no document as it was typed."""

_SAYING = re.compile(
    r"^(?:里头?|里面|中|上)?(?:都|也|还|又|既|只|同时|明确|专门|单独|具体|有)*"
    r"(?:规定|写明|写到?|明确|说明?|说到|讲到?|提到|提出|要求|载明|注明|指出|强调|交代|允许|提)?(?:了|过|到|着)?"
)

_NAMES_WORDS = re.compile(_WORDS)
_FINDS = re.compile(_SOURCE)
_FRAME = re.compile(
    rf"^[^，。？“]{{0,24}}?{_DOCUMENT}(?:里头?|里面|当中|之?中|之?内)[，,]?(?=有?[哪谁])|{_SET}|{_WHICH}|(?<=[”\"」』]){_WORDS}|(?:这|那)?(?:一|两|二|三|四|五|六|七|八)个(?:字|词)|(?:这个|那个|一)词|字眼|字样|"
    rf"缩写|的?说法|{_NOT_HOLDS}|(?:查一?查|检索|搜一?下|列出|找一?找|看看)|{_SOURCE}"
)
_SO_MANY_FRAME = re.compile(
    r"有?[两二三四五六七八九十\d]+(?:个(?:省份?|市|城市|地方|地区)|[份部](?:文件|方案|通知|条例|法规)?)"
    r"(?=[^，。？]{0,8}都)|的(?:文件|方案)(?:有哪些|名单|清单)?[？?。]?$"
)


def asks_for_others(text: str) -> bool:
    """Are the documents that a question names those that it leaves out: 除了浙江，还有哪份文件?"""
    return bool(_EXCEPT.search(text))


def asks_who_is_silent(text: str) -> bool:
    """Are the documents asked for that do not hold the thing?"""
    return bool(_LACKS.search(_QUOTED.sub("“”", text)))


def asks_of_each(text: str, documents: int) -> bool:
    """Is so many documents of one name asked for side by side: 北京的两份文件，补助标准一样吗?"""
    found = _SO_MANY_OF.search(text)
    if found is None or documents <= 1:
        return False
    return found["count"] in "几各" or chinese_to_int(found["count"]) <= documents


def asks_which_documents(text: str) -> bool:
    """Is it documents that are asked for, by what stands in them?"""
    bare = _QUOTED.sub("“”", text)
    if _NOT_STATED.search(bare):
        return True
    if _ABOUT_ITSELF.search(bare) or _PAPERS.search(bare) or (bare == text and _ON_WHOSE_WORD.search(text)):
        return False
    if any(sign.search(text) for sign in (_OF_A_SET, _SO_MANY, _THAT_HOLD, _PLACES_THAT, _ANY_THAT)):
        return True
    if any(_is_subject(found, bare) for found in _ASKS.finditer(bare)):
        return True
    if _ASKS.search(bare):
        rest = _ASKS.sub("，", bare)
        return any(sign.search(rest) for sign in (_HOLDING, _BEARS, _RULES, _NAMES_WORDS)) or bool(_HAVING.search(bare))
    if _FINDS.search(text):
        return True
    return bare != text and bool(_ASKS_WHOSE.search(bare) and _HOLDING.search(bare))


def _is_subject(found: re.Match[str], text: str) -> bool:
    """哪几份文件作了规定: the documents stand in front of what is said of them, and are not handed in or followed."""
    return bool(_BEFORE_SUBJECT.search(text[: found.start()]) and _PREDICATE.match(text[found.end() :]))


def said_of_them(text: str) -> str:
    """What a question says of the documents that it asks for: 工作经费要放进预算 of 哪些文件写明工作经费要放进预算."""
    found = _ASKS.search(text)
    if found is None:
        return ""
    behind = re.split(r"[，,。；;？?！!]", text[found.end() :].lstrip("，,"), maxsplit=1)[0]
    return re.sub(r"(?:的|了|吗|呢)$", "", _SAYING.sub("", behind, count=1))


def looked_for(text: str) -> str:
    """The words of such a question that name what is looked for, with blanks where its frame stood."""
    text = _SO_MANY_FRAME.sub(" ", _THEN.split(text)[0])
    return re.sub(rf"{_HOLDS}|(?:规定|明确|强调|部署)(?:了|过|有)", " ", _FRAME.sub(" ", text))
