"""Every word of the library tab and of the reader, in Chinese and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.report import LINES_JOINED
from corpus.vocabulary import ClauseKind, PartRole, Validity
from ui.catalogue import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class LibraryWords:
    """One language of the tab. Entries with `{}` fields are filled by presenters, which escape what they fill in."""

    tab: str

    # adding files
    add_title: str
    drop: str
    choose: str
    drop_hint: str
    uploads_off: str
    waiting: str
    sending: str
    working: str
    added: str
    replaced: str
    duplicate: str
    failed: str
    stopped: str
    unreachable: str
    cancel: str
    cancel_all: str
    queue_label: str

    # reports
    report_title: str
    report_size: str
    report_parts: str
    report_kinds: str
    report_numbers: str
    report_no_gaps: str
    report_gap: str
    report_gap_more: str
    report_mended: str
    report_nothing_mended: str
    report_notes: str
    same_text_as: str
    took_over: str
    dismiss: str

    # the list
    list_title: str
    list_count: str
    list_filter: str
    list_none: str
    list_empty: str
    column_title: str
    column_number: str
    column_issuer: str
    column_date: str
    column_place: str
    column_status: str
    column_clauses: str
    column_actions: str
    sort_by: str
    switched_off: str
    local_only_badge: str
    manage: str
    manage_of: str
    no_value: str

    # what users state
    sheet_title: str
    validity_label: str
    from_label: str
    until_label: str
    enabled_label: str
    enabled_hint: str
    local_only_label: str
    local_only_hint: str
    confined_by: str
    save: str
    close: str
    remove: str
    remove_title: str
    remove_question: str
    remove_yes: str
    remove_no: str
    removed: str
    saved: str

    # the reader
    back: str
    outline: str
    find: str
    find_none: str
    find_at: str
    previous: str
    following: str
    print: str
    clauses_label: str
    ask_from: str
    copy_reference: str
    copied: str
    link_here: str
    cited: str
    cited_count: str
    since: str
    until: str
    not_searched: str
    gone_title: str
    gone_body: str
    clause_gone: str

    validities: dict[Validity, str]
    parts: dict[PartRole, str]
    kinds: dict[ClauseKind, str]
    mended: dict[str, str]


CHINESE_LIBRARY = LibraryWords(
    tab="文库",
    add_title="加入文件",
    drop="把文件拖到这里，或",
    choose="选择文件",
    drop_hint="txt、md、html、docx 和带文字层的 pdf，每份不超过 {limit} MB。内容相同的只收一份，同名的以新换旧。",
    uploads_off="这台服务器不接受网页上传，请在命令行用 wence ingest 导入。",
    waiting="等待",
    sending="正在上传 {percent}%",
    working="正在解析和建索引……",
    added="已导入",
    replaced="已更新",
    duplicate="已有相同内容",
    failed="未导入",
    stopped="已取消",
    unreachable="与服务器的连接断了，不知道这份文件是否已收入：请刷新页面查看。",
    cancel="取消",
    cancel_all="全部取消",
    queue_label="上传进度",
    report_title="导入报告",
    report_size="{clauses} 条，{characters} 字",
    report_parts="组成",
    report_kinds="条款",
    report_numbers="编号",
    report_no_gaps="连续，没有缺号",
    report_gap="“{before}”与“{after}”之间缺 {missing}",
    report_gap_more="{missing}等 {count} 个",
    report_mended="整理",
    report_nothing_mended="照原样收入，没有改动",
    report_notes="说明",
    same_text_as="与库中的“{name}”内容相同，没有重复收入。",
    took_over="原来设定的状态沿用到新内容。",
    dismiss="收起报告",
    list_title="库中文件",
    list_count="{shown} / {count} 份",
    list_filter="按标题、文号、机关、地区筛选",
    list_none="没有符合的文件。",
    list_empty="文库还是空的。把文件拖到上面的框里，就可以开始提问。",
    column_title="标题",
    column_number="文号",
    column_issuer="发文机关",
    column_date="日期",
    column_place="地区",
    column_status="状态",
    column_clauses="条数",
    column_actions="操作",
    sort_by="按{column}排序",
    switched_off="已停用",
    local_only_badge="只留本机",
    manage="设置",
    manage_of="设置“{title}”",
    no_value="—",
    sheet_title="文件设置",
    validity_label="时效性",
    from_label="施行日期",
    until_label="失效日期",
    enabled_label="参与检索",
    enabled_hint="停用后仍可阅读，但问答、比较和简报都不再用到它。",
    local_only_label="只留在本机",
    local_only_hint="内容不会发送给其他机器上的模型。",
    confined_by="文件标有密级“{level}”，内容始终只留在本机。",
    save="保存",
    close="关闭",
    remove="移除……",
    remove_title="移除文件",
    remove_question="确定从文库移除“{name}”吗？原文件不受影响；指向它的链接和引用将打不开。",
    remove_yes="确定移除",
    remove_no="保留",
    removed="已移除“{name}”。",
    saved="已保存“{name}”的设置。",
    back="返回文库",
    outline="目录",
    find="在文中查找",
    find_none="没有找到",
    find_at="第 {at} 处，共 {count} 处",
    previous="上一处",
    following="下一处",
    print="打印",
    clauses_label="正文",
    ask_from="从此条提问",
    copy_reference="复制出处",
    copied="已复制：",
    link_here="本条的链接",
    cited="曾引用",
    cited_count="我的问答引用过其中 {count} 条，字句以底色标出。",
    since="自 {date} 施行",
    until="至 {date} 失效",
    not_searched="已停用，不参与检索",
    gone_title="找不到这份文件",
    gone_body="它已从文库移除，或已换成新的内容。",
    clause_gone="链接所指的条款不在这份文件里，已从头打开。",
    validities={
        Validity.UNKNOWN: "未标注",
        Validity.IN_FORCE: "现行有效",
        Validity.TRIAL: "试行",
        Validity.AMENDED: "已修改",
        Validity.REPEALED: "已废止",
    },
    parts={
        PartRole.COVER_NOTICE: "印发通知",
        PartRole.MAIN: "正文",
        PartRole.ATTACHMENT: "附件",
        PartRole.INTERPRETATION: "政策解读",
        PartRole.WEB_TEXT: "网页文字",
        PartRole.CLOSING: "结尾",
    },
    kinds={
        ClauseKind.HEADING: "标题",
        ClauseKind.LEVEL: "层次",
        ClauseKind.ARTICLE: "条",
        ClauseKind.PARAGRAPH: "款",
        ClauseKind.ITEM: "项",
        ClauseKind.PREAMBLE: "前言",
        ClauseKind.BOX: "专栏",
        ClauseKind.TABLE: "表格",
        ClauseKind.SIGNATURE: "落款",
        ClauseKind.REMARK: "附注",
    },
    mended={
        LINES_JOINED: "接回断行",
        "bookmark": "去掉书签",
        "comment": "去掉注释",
        "emphasis": "去掉强调符号",
        "page mark": "去掉页码等符号",
    },
)

ENGLISH_LIBRARY = LibraryWords(
    tab="Library",
    add_title="Add documents",
    drop="Drop files here, or",
    choose="choose files",
    drop_hint="txt, md, html, docx, and pdf with a text layer, up to {limit} MB each. "
    "The same content is kept once; a file of the same name replaces the old one.",
    uploads_off="This server takes no files from the page; use wence ingest on the command line.",
    waiting="waiting",
    sending="sending, {percent}%",
    working="reading and indexing…",
    added="added",
    replaced="replaced",
    duplicate="already there",
    failed="not added",
    stopped="cancelled",
    unreachable="The connection to the server was lost; reload the page to see whether this file got in.",
    cancel="Cancel",
    cancel_all="Cancel all",
    queue_label="Progress of the files",
    report_title="Report",
    report_size="{clauses} clauses, {characters} characters",
    report_parts="Parts",
    report_kinds="Clauses",
    report_numbers="Numbering",
    report_no_gaps="no number is missing",
    report_gap="between {before} and {after}, missing: {missing}",
    report_gap_more="{missing} and others, {count} in all",
    report_mended="Mended",
    report_nothing_mended="taken as it is",
    report_notes="Notes",
    same_text_as="Its content is that of {name}, which is in the library; nothing was added.",
    took_over="What was stated of the old content holds for the new.",
    dismiss="Close the report",
    list_title="Documents in the library",
    list_count="{shown} of {count}",
    list_filter="Filter by title, number, issuer, place",
    list_none="No document fits.",
    list_empty="The library is empty. Drop files into the box above, then ask.",
    column_title="Title",
    column_number="Number",
    column_issuer="Issuer",
    column_date="Date",
    column_place="Place",
    column_status="Status",
    column_clauses="Clauses",
    column_actions="Actions",
    sort_by="Sort by {column}",
    switched_off="switched off",
    local_only_badge="local only",
    manage="Settings",
    manage_of="Settings of {title}",
    no_value="—",
    sheet_title="Settings of the document",
    validity_label="Validity",
    from_label="In force from",
    until_label="In force until",
    enabled_label="Searched",
    enabled_hint="When off, it can still be read; answers, comparisons and briefings no longer use it.",
    local_only_label="Stays on this machine",
    local_only_hint="Its content is never sent to a model on another machine.",
    confined_by="The file is marked {level}: its content stays on this machine in any case.",
    save="Save",
    close="Close",
    remove="Remove…",
    remove_title="Remove the document",
    remove_question="Remove {name} from the library? The original file is left alone; "
    "links and citations that lead to it will no longer open.",
    remove_yes="Remove",
    remove_no="Keep",
    removed="{name} was removed.",
    saved="The settings of {name} were saved.",
    back="Back to the library",
    outline="Outline",
    find="Find in the text",
    find_none="not found",
    find_at="{at} of {count}",
    previous="Previous",
    following="Next",
    print="Print",
    clauses_label="Text",
    ask_from="Ask about this",
    copy_reference="Copy citation",
    copied="Copied: ",
    link_here="Link to this clause",
    cited="cited",
    cited_count="Clauses of it that your answers cite: {count}; the quoted words are lit.",
    since="in force from {date}",
    until="in force until {date}",
    not_searched="switched off, not searched",
    gone_title="This document cannot be found",
    gone_body="It was removed from the library, or replaced by new content.",
    clause_gone="The clause of the link is not in this document; it is opened at its beginning.",
    validities={
        Validity.UNKNOWN: "not stated",
        Validity.IN_FORCE: "in force",
        Validity.TRIAL: "on trial",
        Validity.AMENDED: "amended",
        Validity.REPEALED: "repealed",
    },
    parts={
        PartRole.COVER_NOTICE: "cover notice",
        PartRole.MAIN: "main text",
        PartRole.ATTACHMENT: "attachment",
        PartRole.INTERPRETATION: "interpretation",
        PartRole.WEB_TEXT: "web text",
        PartRole.CLOSING: "closing",
    },
    kinds={
        ClauseKind.HEADING: "headings",
        ClauseKind.LEVEL: "numbered",
        ClauseKind.ARTICLE: "articles",
        ClauseKind.PARAGRAPH: "paragraphs",
        ClauseKind.ITEM: "items",
        ClauseKind.PREAMBLE: "preambles",
        ClauseKind.BOX: "boxes",
        ClauseKind.TABLE: "tables",
        ClauseKind.SIGNATURE: "signatures",
        ClauseKind.REMARK: "remarks",
    },
    mended={
        LINES_JOINED: "torn lines joined",
        "bookmark": "bookmarks left out",
        "comment": "comments left out",
        "emphasis": "emphasis signs left out",
        "page mark": "page numbers and the like left out",
    },
)


def library_words(words: Words) -> LibraryWords:
    """The tab's catalogue in the language of `words`."""
    return ENGLISH_LIBRARY if words is ENGLISH else CHINESE_LIBRARY


_NOTES = (
    (r"文字按 (.+) 编码读取", r"read as \1"),
    (r"有 (\d+) 处文字已损坏，无法解码", r"\1 damaged places could not be decoded"),
    (r"去掉了 (\d+) 个空字符（NUL）", r"\1 NUL characters left out"),
    (r"省略了目录 (\d+) 行", r"\1 lines of a table of contents left out"),
    (r"省略了每页重复的页眉或页脚", r"headers or footers that repeat on every page left out"),
    (r"(\d+) 页中有 (\d+) 页没有文字（可能是图片）", r"\2 of \1 pages hold no text (they may be pictures)"),
    (r"文件名后缀是“(.*)”，内容是 (\w+)，已按 \w+ 读取", r"named \1, but its content is \2: read as \2"),
    (r"文件名没有后缀，已按 (\w+) 读取", r"the name has no suffix: read as \1"),
)
"""The readers' notes, which are stored as they were written, in Chinese."""


def note(text: str, words: LibraryWords) -> str:
    """A reader's note in the language of the page."""
    if words is CHINESE_LIBRARY:
        return text
    return next((re.sub(zh, en, text) for zh, en in _NOTES if re.fullmatch(zh, text)), text)
