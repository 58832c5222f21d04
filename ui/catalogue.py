"""Every word of the page that the user reads, in Chinese and in English.

The type checker sees to it that both languages have every entry; a test sees to
it that no page holds words of its own. Entries with `{}` fields are filled with
`str.format`, by presenters that escape what they fill in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.models import AnswerStatus, CitationStatus, SentenceStatus
from assistant.recheck import Fate
from ui import catalogue_chat
from ui.catalogue_chat import ChatWords

Language = Literal["zh", "en"]

LANGUAGES: tuple[tuple[str, Language], ...] = (("中文", "zh"), ("English", "en"))
"""The switch's choices, each in its own language."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language of the page."""

    html_language: str
    product: str
    tagline: str
    language_label: str
    tab_chat: str
    theme_label: str

    # while starting
    loading: str
    loading_pages: str
    loading_failed: str

    # the question box
    question_label: str
    question_placeholder: str
    send: str
    stop: str
    clear: str

    # the conversation
    conversation_label: str
    welcome_title: str
    welcome_body: str
    examples_title: str
    library_title: str
    empty_title: str
    empty_body: str
    empty_command: str
    empty_after: str
    you: str
    thinking: str
    stopped: str
    understood_as: str
    answered: str
    partial: str
    refused_title: str
    refused_body: str
    nearest_title: str
    nearest_none: str
    citations_title: str
    unused_title: str
    unused_hint: str
    open_passage: str
    mark_label: str
    computed: str
    computed_hint: str
    unverified: str
    unverified_hint: str
    unplaced_title: str
    problem_title: str
    problem_unexpected: str
    connection_lost: str
    too_many: str
    answer_unreadable: str
    disclaimer: str

    # the evidence panel
    panel_label: str
    panel_title: str
    panel_empty: str
    panel_back: str
    verified: str
    verified_hint: str
    altered: str
    altered_hint: str
    missing: str
    missing_hint: str
    opened: str
    quote_absent: str
    gone: str
    replaced: str
    document_gone: str
    cited_gone: str
    more_issuers: str
    no_number: str
    no_date: str
    location: str
    before: str
    after: str

    @property
    def chat(self) -> ChatWords:
        """What stands around the conversation, in the same language."""
        return catalogue_chat.ENGLISH if self.html_language == "en" else catalogue_chat.CHINESE

    def status(self, status: AnswerStatus) -> str:
        return {
            AnswerStatus.ANSWERED: self.answered,
            AnswerStatus.PARTIAL: self.partial,
            AnswerStatus.REFUSED: self.refused_title,
        }[status]

    def citation(self, status: CitationStatus) -> tuple[str, str]:
        """Badge and its explanation."""
        return {
            CitationStatus.VERIFIED: (self.verified, self.verified_hint),
            CitationStatus.ALTERED: (self.altered, self.altered_hint),
            CitationStatus.MISSING: (self.missing, self.missing_hint),
        }[status]

    def fate(self, fate: Fate) -> tuple[str, str]:
        """Badge of a citation whose document is not there any more, and its explanation."""
        return {Fate.REMOVED: self.gone, Fate.REPLACED: self.replaced}[fate], self.document_gone

    def sentence(self, status: SentenceStatus) -> tuple[str, str]:
        """Badge and its explanation; a verified sentence needs none."""
        return {
            SentenceStatus.VERIFIED: ("", ""),
            SentenceStatus.COMPUTED: (self.computed, self.computed_hint),
            SentenceStatus.UNVERIFIED: (self.unverified, self.unverified_hint),
        }[status]


CHINESE = Words(
    html_language="zh-CN",
    product="问策",
    tagline="政策文件问答，句句有出处",
    language_label="界面语言",
    tab_chat="问答",
    theme_label="深色或浅色",
    loading="正在启动……",
    loading_pages="正在准备页面……",
    loading_failed="启动失败，原因见运行窗口中的日志。",
    question_label="问题",
    question_placeholder="输入问题，回车发送",
    send="发送",
    stop="停止",
    clear="新对话",
    conversation_label="对话",
    welcome_title="想查哪条政策？",
    welcome_body="答案只取自文库中的文件。点答案里的标注，就打开它所依据的原文条款，引用的字句以底色标出。",
    examples_title="试着问",
    library_title="文库现有 {count} 份文件",
    empty_title="文库还是空的",
    empty_body="先把政策文件放进来：打开上方的“文库”，把文件拖进去；或在命令行运行：",
    empty_command="wence ingest 文件或文件夹",
    empty_after="支持 txt、md、html、docx 和带文字层的 pdf。收入后即可提问。",
    you="问",
    thinking="正在查阅文件……",
    stopped="已停止，没有作答。",
    understood_as="按这个问题查找：",
    answered="已回答",
    partial="部分回答",
    refused_title="为什么没有回答",
    refused_body="文库的文件里没有找到可以回答这个问题的条款。为免误导，这里不作推测。",
    nearest_title="最接近的条款",
    nearest_none="没有相近的条款。可以换一种问法，或者先放入相关文件。",
    citations_title="出处",
    unused_title="查到但未采用的条款（{count}）",
    unused_hint="与问题相关，但没有写进答案。",
    open_passage="打开原文",
    mark_label="出处 {mark}：{title}，{path}",
    computed="推算",
    computed_hint="由引用条款中的数字计算得出，原文没有这句话",
    unverified="未核实",
    unverified_hint="没有在引用的条款中找到依据，请勿直接采用",
    unplaced_title="以下语句未能直接核对：",
    problem_title="没有办成",
    problem_unexpected="程序出了意外，问题没有得到处理。请再试一次；如果仍然如此，请查看运行窗口中的日志。",
    connection_lost="与问策的连接断了，正在重新连接。问题还在框里，连上后再发送。",
    too_many="现在提问的人太多，请稍后再试。",
    answer_unreadable="这条回答由另一版本的程序写成，现在显示不了。请重新提问。",
    disclaimer="引用前请核对原文。",
    panel_label="原文",
    panel_title="原文条款",
    panel_empty="点答案里的标注，这里显示它所依据的条款。",
    panel_back="回到答案",
    verified="与原文一致",
    verified_hint="引用的字句逐字见于本条款",
    altered="与原文有出入",
    altered_hint="引用的字句与本条款不完全相同，请以原文为准",
    missing="原文中未见",
    missing_hint="本条款中没有引用的字句，请勿采用",
    opened="相近条款",
    quote_absent="引用的字句：",
    gone="文件已移除",
    replaced="文件已换新",
    document_gone="这份文件已从文库移除，或已换成新的内容。请重新提问。",
    cited_gone="回答之后，它引用的文件有的已从文库移除，或已换成新的内容。请重新提问。",
    more_issuers="{named}等{count}家",
    no_number="未标注文号",
    no_date="未标注日期",
    location="位置",
    before="上一条",
    after="下一条",
)

ENGLISH = Words(
    html_language="en",
    product="Wence 问策",
    tagline="Answers from policy documents, every statement cited",
    language_label="Language",
    tab_chat="Ask",
    theme_label="Dark or light",
    loading="Starting…",
    loading_pages="Preparing the pages…",
    loading_failed="Could not start; see the log in the window the program runs in.",
    question_label="Question",
    question_placeholder="Ask in Chinese",
    send="Send",
    stop="Stop",
    clear="New chat",
    conversation_label="Conversation",
    welcome_title="What would you like to look up?",
    welcome_body="Answers come only from the documents in the library; they are in Chinese, and so are questions. "
    "Click a mark to open the clause it rests on, with the quoted words lit.",
    examples_title="Try asking",
    library_title="Documents in the library: {count}",
    empty_title="The library is empty",
    empty_body="Add policy documents first: open the library above and drop them there; or, on the command line, run:",
    empty_command="wence ingest FILE",
    empty_after="FILE may be a folder: txt, md, html, docx, and pdf with a text layer. Then ask.",
    you="Question",
    thinking="Reading the documents…",
    stopped="Stopped without an answer.",
    understood_as="Searched as: ",
    answered="Answered",
    partial="Answered in part",
    refused_title="Why there is no answer",
    refused_body="No clause in the library answers this question, and nothing is guessed here.",
    nearest_title="Nearest clauses",
    nearest_none="No clause comes near. Put the question another way, or add the document it is about.",
    citations_title="Sources",
    unused_title="Found but not used ({count})",
    unused_hint="Related to the question, but not part of the answer.",
    open_passage="Open the clause",
    mark_label="Source {mark}: {title}, {path}",
    computed="computed",
    computed_hint="Worked out from figures in the cited clauses; no document says this sentence",
    unverified="unverified",
    unverified_hint="No ground for this was found in the cited clauses; do not rely on it",
    unplaced_title="These statements could not be checked word for word:",
    problem_title="That did not work",
    problem_unexpected="Something went wrong and the question was not handled. "
    "Try again; if it happens again, see the log in the window the program runs in.",
    connection_lost="The connection to Wence was lost; trying to connect again. Your question is still in the box: "
    "send it when the connection is back.",
    too_many="Too many questions at once. Try again in a moment.",
    answer_unreadable="This answer was written by another version of the program and cannot be shown. Ask again.",
    disclaimer="Check the source before quoting.",
    panel_label="Source text",
    panel_title="Source clause",
    panel_empty="Click a mark in an answer to see the clause it rests on.",
    panel_back="Back to the answer",
    verified="Matches the source",
    verified_hint="The quoted words stand in this clause, word for word",
    altered="Differs from the source",
    altered_hint="The quoted words are not quite those of this clause; the source prevails",
    missing="Not in the source",
    missing_hint="The quoted words are not in this clause; do not rely on them",
    opened="Nearby clause",
    quote_absent="Quoted words:",
    gone="Document removed",
    replaced="Document replaced",
    document_gone="This document has been removed from the library, or replaced by new content. Ask again.",
    cited_gone="Since this was answered, documents that it cites have been removed from the library, "
    "or replaced by new content. Ask again.",
    more_issuers="{named} and others, {count} in all",
    no_number="no document number given",
    no_date="no date given",
    location="Place",
    before="Before",
    after="After",
)


def words(language: str) -> Words:
    """The catalogue of `language`; anything but English is Chinese."""
    return ENGLISH if language == "en" else CHINESE
