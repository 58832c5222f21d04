"""The fixed sentences of answers and refusals, in one place for code and tests."""

from __future__ import annotations

from assistant.answerable.lack import Lack, Missing
from assistant.understanding.fields import About

_LACKS: dict[Missing, str] = {
    Missing.TOPIC: "现有文件没有回答这个问题。",
    Missing.MATTER: "现有文件没有涉及所问的事项，不能回答这个问题。",
    Missing.PAPER: "现有文件里没有“{detail}”，不能回答这个问题。",
    Missing.WORDS: "现有文件都没有提到“{detail}”。",
    Missing.PLACE: "现有文件没有关于{detail}的内容，不能回答这个问题。",
    Missing.RANGE: "所选范围不包括{detail}的文件，不能回答这个问题；请放宽范围后再问。",
    Missing.YEAR: "现有文件没有给出{detail}年的这一内容，不能回答这个问题。",
    Missing.FIGURE: "现有文件没有给出所问的数量，不能回答这个问题。",
    Missing.SHARE: "现有文件没有给出所问的比例或幅度，不能回答这个问题。",
    Missing.MONEY: "现有文件没有给出所问的金额，不能回答这个问题。",
    Missing.DATE: "现有文件没有给出所问的时间，不能回答这个问题。",
    Missing.PERSON: "现有文件没有给出所问的人名，不能回答这个问题。",
    Missing.FIELD: "文件没有写明{detail}，不能回答这个问题。",
}
_ALL_DOCUMENTS = "现有文件"
_IN_RANGE = "所选范围内的文件"
_FIELDS: dict[About, str] = {
    About.NUMBER: "发文字号",
    About.DATE: "成文日期",
    About.ISSUER: "发文机关",
    About.ADDRESSEES: "主送机关",
    About.DISCLOSURE: "公开方式",
    About.CONTACT: "联系方式",
    About.BASIS: "制定依据",
    About.TITLE: "标题",
    About.PURPOSE: "制定目的",
    About.PERIOD: "起止年份",
    About.EFFECTIVE: "施行日期",
    About.REPEALS: "废止的文件",
    About.COPIES: "抄送机关",
    About.EXPIRES: "有效期",
    About.INTERPRETER: "解释机关",
    About.SCOPE: "适用范围",
    About.ADOPTED: "通过、批准或者修改的日期",
    About.ATTACHMENTS: "附件",
}

EMPTY_QUESTION = "请输入一个关于政策文件的问题。"
EMPTY_LIBRARY = "文库里还没有文件。请先在网页的“文库”中添加，或运行 wence ingest 文件。"
EMPTY_RANGE = "所选范围内没有文件。请放宽范围。"
NOT_CHINESE = "文件和提问都用中文，请用中文提问。(The documents are in Chinese: please ask in Chinese.)"
REQUEST_NOT_CHINESE = (
    "文件和简报都用中文，请用中文写明要什么简报。",
    "Documents and briefings are in Chinese: please say in Chinese what the briefing is to be about.",
)
NOT_MENTIONED = "未提及"
"""Said only after an exact scan."""

WITHOUT = "没有{feature}"
"""Said only after the structure of every document was looked at."""

OTHERS = "其余文件"

GIVEN = "文件给出的是{years}年的。"
"""Behind the refusal of a year, where the documents give another one."""

RESPONSIBLE_UNIT = "责任单位"
REASON = "原因"
WHICH_ONES = "具体是哪些"
WITHOUT_MODEL = ("这里的回答摘自文件原文。", "This answer is taken from the documents word for word.")
WITHOUT_RANKING = ("条款按检索的次序选取。", "The clauses were taken in the order of the search.")
WITHOUT_REWRITING = ("追问按规则补全。", "The follow-up question was made whole by rule.")
PAPER_WITHOUT_MODEL = (
    "这里的文字摘自文件原文。",
    "What stands here is taken from the documents word for word.",
)
PLACES_KEPT = (
    "模型没有写的 {count} 处（{places}）摘自文件原文。",
    "{count} places that the model did not write ({places}) are taken from the documents word for word.",
)
SHORTENED = (
    "模型写得超出篇幅，略去了 {count} 句。",
    "The model wrote more than the page holds; {count} sentences were left out.",
)
DOUBT = "（未能核实）"
"""Behind a sentence on paper that its clauses do not bear out."""

AUTHOR = "（由语言模型 {model} 依据所引条款撰写，未能核实的句子已标明，请核对原文后使用。）"
"""At the end of a paper that a model has written."""

NOT_ANSWERED = "模型没有在条款中找到这个问题的答案。"
MODEL_FOUND_NOTHING = (
    "以上是模型的判断，请查看下面最接近的条款。",
    "That is the model's judgement; see the nearest clauses below.",
)
WITHHELD = (
    "只限本机使用的文件（{documents}）没有发给 {host} 上的模型。",
    "Documents that must stay on this machine ({documents}) were not sent to the model at {host}.",
)
ASK_APART = "“{parts}”请另外提问。"
NOT_FOUND = "没有找到对应的内容"
NOT_TOLD = "文件没有回答“{parts}”。"
PLACE_UNNAMED = "所引文件没有提到{place}，请核对它是否适用。"
DOUBTED = "这条回答把握不大，所引条款不一定正是所问，请先核对引文。"
DOUBTED_EN = "This may not be quite what was asked: check the quote first."
EARLIER_YEAR = "现有文件没有给出{asked}年的；{given}年的文件给出的是："
NO_SUCH_ITEM = "上面只列了{count}项，没有这一项。"
ALL_TOLD = "文件在这一处列出的，上面已经全部列出。"
NO_LIST = "上面的回答没有分条列出，请写明指的是哪份文件的哪一条。"


def refusal(lack: Lack, *, limited: bool = False) -> str:
    """Why the question is not answered, in one sentence; `limited`: only some of the documents were asked."""
    said = _LACKS[lack.missing].format(detail=lack.detail)
    said += GIVEN.format(years=lack.given) if lack.given else ""
    return said.replace(_ALL_DOCUMENTS, _IN_RANGE, 1) if limited else said


def field_name(field: About) -> str:
    return _FIELDS[field]
