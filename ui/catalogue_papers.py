"""Every word of the page around briefings and comparisons, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from ui.catalogue import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class PapersWords:
    """One language. Entries with `{}` fields are filled by presenters, which escape what they fill in."""

    tab: str
    brief_title: str
    brief_lead: str
    request: str
    request_hint: str
    examples: tuple[str, ...]
    examples_label: str
    length: str
    half: str
    one: str
    two: str
    as_asked: str
    documents: str
    documents_hint: str
    write: str
    nothing_asked: str
    compare_title: str
    compare_lead: str
    compare_documents: str
    old: str
    topic: str
    topic_hint: str
    how: str
    by_itself: str
    by_topic: str
    by_version: str
    compare: str
    too_few: str
    documents_gone: str
    working: str
    stop: str
    stopping: str
    empty: str
    take: str
    word: str
    markdown: str
    pdf: str
    references: str
    sources: str
    characters: str
    rows: str
    opens: str
    write_up: str
    writes_here: str
    sends_to: str


CHINESE_PAPERS = PapersWords(
    tab="简报",
    brief_title="写简报",
    brief_lead="用一句话说明要什么，问策从文库的原文里挑出要点，逐句注明出处。",
    request="要求",
    request_hint="如：写一份氢能的简报",
    examples=("给领导一页纸介绍江苏的实施方案", "写一份氢能的简报", "比较各份文件的保障措施"),
    examples_label="试试",
    length="篇幅",
    half="半页",
    one="一页",
    two="两页",
    as_asked="按要求",
    documents="文件",
    documents_hint="不选时按要求的意思取用",
    write="写简报",
    nothing_asked="请先写明要什么简报。",
    compare_title="并排比较",
    compare_lead="选两份以上的文件，逐项列出各家怎么说；同一文件的新旧两版列出增、删、改。",
    compare_documents="要比较的文件",
    old="新旧两版以选中的前一份为旧版",
    topic="专题",
    topic_hint="不填则逐项比较；如：人才",
    how="方式",
    by_itself="自动",
    by_topic="按专题",
    by_version="新旧两版",
    compare="比较",
    too_few="请选两份以上的文件。",
    documents_gone="所选的文件中有的已不在文库：请在更新后的文件列表里重新选择。",
    working="正在办理，已用 {seconds} 秒",
    stop="停止",
    stopping="正在停止……",
    empty="文库是空的，请先在“文库”里添加文件。",
    take="另存为",
    word="Word 文件",
    markdown="Markdown",
    pdf="PDF",
    references="引文出处",
    sources="文件来源",
    characters="{count} 字，{marks} 处引文",
    rows="{count} 项，{marks} 处引文",
    opens="在原文中打开",
    write_up="整理成简报（Word）",
    writes_here="由本机的模型 {model} 撰写，逐句核对。",
    sends_to="由 {host} 上的模型 {model} 撰写，逐句核对；所选条款会发往 {host}。",
)

ENGLISH_PAPERS = PapersWords(
    tab="Briefing",
    brief_title="Write a briefing",
    brief_lead="Say in one sentence, in Chinese, what is wanted: the points come from the documents, each cited.",
    request="Request",
    request_hint="e.g. 写一份氢能的简报 (a briefing on hydrogen)",
    examples=("给领导一页纸介绍江苏的实施方案", "写一份氢能的简报", "比较各份文件的保障措施"),
    examples_label="Try",
    length="Length",
    half="Half a page",
    one="One page",
    two="Two pages",
    as_asked="As asked",
    documents="Documents",
    documents_hint="Left open, the request decides",
    write="Write it",
    nothing_asked="Say first what the briefing is to be about.",
    compare_title="Side by side",
    compare_lead="Choose two documents or more to see what each says, topic by topic; of two versions, what changed.",
    compare_documents="Documents to compare",
    old="Of two versions, the one chosen first is the old one",
    topic="Topic",
    topic_hint="In Chinese, e.g. 人才; left empty, all topics",
    how="How",
    by_itself="By itself",
    by_topic="By topic",
    by_version="As versions",
    compare="Compare",
    too_few="Choose two documents or more.",
    documents_gone="Some of the documents are no longer in the library: choose again from the list as it is now.",
    working="At work for {seconds} seconds",
    stop="Stop",
    stopping="Stopping…",
    empty="The library is empty: add documents in the library tab first.",
    take="Save as",
    word="Word file",
    markdown="Markdown",
    pdf="PDF",
    references="References",
    sources="Sources",
    characters="{count} characters, {marks} citations",
    rows="{count} topics, {marks} citations",
    opens="Open in the document",
    write_up="Write up as a briefing (Word)",
    writes_here="Written by {model} on this machine, every sentence checked.",
    sends_to="Written by {model} at {host}, every sentence checked; the clauses chosen are sent to {host}.",
)


def papers_words(words: Words) -> PapersWords:
    """The words that go with a language of the catalogue."""
    return ENGLISH_PAPERS if words is ENGLISH else CHINESE_PAPERS
