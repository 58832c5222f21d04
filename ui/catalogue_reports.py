"""The words of the report on a file, in Chinese and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.report import LINES_JOINED
from corpus.vocabulary import ClauseKind, PartRole


@dataclass(frozen=True, slots=True)
class ReportWords:
    """One language of it. Entries with `{}` fields are filled by presenters, which escape what they fill in."""

    title: str
    size: str
    part: str
    parts_label: str
    kinds_label: str
    numbers: str
    no_gaps: str
    gap: str
    gap_more: str
    mended_label: str
    nothing_mended: str
    notes: str
    counted: str
    same_text_as: str
    took_over: str
    dismiss: str
    comma: str
    semicolon: str
    parts: dict[PartRole, str]
    kinds: dict[ClauseKind, str]
    mended: dict[str, str]


CHINESE_REPORTS = ReportWords(
    title="导入报告",
    size="{clauses} 条，{characters} 字",
    part="{part} {size}",
    parts_label="组成",
    kinds_label="内容",
    numbers="序号",
    no_gaps="序号连续，没有缺漏",
    gap="“{before}”与“{after}”之间缺 {missing}",
    gap_more="{missing}等 {count} 个",
    mended_label="整理过的地方",
    nothing_mended="照原样收入，没有改动",
    notes="说明",
    counted="{what} {count} 处",
    same_text_as="与库中的“{name}”内容相同，没有重复收入。",
    took_over="原来设定的状态沿用到新内容。",
    dismiss="收起报告",
    comma="、",
    semicolon="；",
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
        ClauseKind.LEVEL: "带序号的段落",
        ClauseKind.ARTICLE: "法条",
        ClauseKind.PARAGRAPH: "不带序号的段落",
        ClauseKind.ITEM: "列举的项",
        ClauseKind.PREAMBLE: "开头的话",
        ClauseKind.BOX: "专栏",
        ClauseKind.TABLE: "表格",
        ClauseKind.SIGNATURE: "署名和日期",
        ClauseKind.REMARK: "附注",
    },
    mended={
        LINES_JOINED: "接回被换行断开的句子",
        "bookmark": "略去 Word 留下的书签记号",
        "comment": "略去网页里不显示的注释",
        "emphasis": "略去 *、# 等排版记号",
        "page mark": "略去页码一类的版面记号",
    },
)

ENGLISH_REPORTS = ReportWords(
    title="Report",
    size="clauses: {clauses}, characters: {characters}",
    part="{part} ({size})",
    parts_label="Parts",
    kinds_label="Content",
    numbers="Numbering",
    no_gaps="no number is missing",
    gap="between {before} and {after}, missing: {missing}",
    gap_more="{missing} and others, {count} in all",
    mended_label="Tidied up",
    nothing_mended="taken as it is",
    notes="Notes",
    counted="{what}: {count}",
    same_text_as="Its content is that of {name}, which is in the library; nothing was added.",
    took_over="What was stated of the old content holds for the new.",
    dismiss="Close the report",
    comma=", ",
    semicolon="; ",
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
        ClauseKind.LEVEL: "numbered paragraphs",
        ClauseKind.ARTICLE: "articles",
        ClauseKind.PARAGRAPH: "paragraphs without a number",
        ClauseKind.ITEM: "items of lists",
        ClauseKind.PREAMBLE: "opening words",
        ClauseKind.BOX: "boxes",
        ClauseKind.TABLE: "tables",
        ClauseKind.SIGNATURE: "signatures and dates",
        ClauseKind.REMARK: "remarks",
    },
    mended={
        LINES_JOINED: "sentences torn by a line break joined again",
        "bookmark": "bookmark signs of Word left out",
        "comment": "hidden comments of web pages left out",
        "emphasis": "layout signs such as * and # left out",
        "page mark": "page numbers and the like left out",
    },
)

_NOTES = (
    (
        r"文字按 (.+) 编码读取",
        r"文件用的是另一种文字编码（\1），已转换",
        r"The file was in another text encoding (\1) and was converted.",
    ),
    (
        r"有 (\d+) 处文字已损坏，无法解码",
        r"有 \1 处文字在文件里已经损坏，读不出来，请对照原件",
        r"In \1 places the text of the file is damaged and cannot be read; compare it with the original.",
    ),
    (
        r"去掉了 (\d+) 个空字符（NUL）",
        r"略去了 \1 个看不见的无用字符",
        r"\1 invisible characters without a meaning were left out.",
    ),
    (r"省略了目录 (\d+) 行", r"略去了目录页的 \1 行", r"\1 lines of a table of contents were left out."),
    (
        r"省略了每页重复的页眉或页脚",
        r"略去了每页重复的页眉或页脚",
        r"Headers or footers that repeat on every page were left out.",
    ),
    (
        r"(\d+) 页中有 (\d+) 页没有文字（可能是图片）",
        r"\1 页中有 \2 页没有文字，可能是扫描的图片：这几页的内容没有收入",
        r"\2 of \1 pages hold no text, they may be scanned pictures: what they say was not taken in.",
    ),
    (
        r"文件名后缀是“(.*)”，内容是 (\w+)，已按 \w+ 读取",
        r"文件名以 \1 结尾，其实是 \2 文件，已按 \2 读取",
        r"The name ends in \1, but the file is \2 and was read as such.",
    ),
    (
        r"文件名没有后缀，已按 (\w+) 读取",
        r"文件名没有说明格式，已按 \1 读取",
        r"The name does not tell the format; it was read as \1.",
    ),
    (
        r"有 (\d+) 处文字像是写给 AI 的指令（“(.*)”），只作为资料，不会照办",
        r"有 \1 处文字像是写给 AI 的指令（“\2”）：只作为资料，不会照办",
        r"\1 passages read like orders to an AI (“\2”): they are kept as text and not followed.",
    ),
)
"""The readers' notes as they are stored, and how the page tells them."""


def note(text: str, words: ReportWords) -> str:
    """A reader's note in the language of the page."""
    for stored, zh, en in _NOTES:
        if re.fullmatch(stored, text):
            return re.sub(stored, zh if words is CHINESE_REPORTS else en, text)
    return text
