"""The words of the reader, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderWords:
    """One language of it. Entries with `{}` fields are filled by presenters, which escape what they fill in."""

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
    gone_title: str
    gone_body: str
    clause_gone: str


CHINESE_READER = ReaderWords(
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
    gone_title="找不到这份文件",
    gone_body="它已从文库移除，或已换成新的内容。",
    clause_gone="链接所指的条款不在这份文件里，已从头打开。",
)

ENGLISH_READER = ReaderWords(
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
    gone_title="This document cannot be found",
    gone_body="It was removed from the library, or replaced by new content.",
    clause_gone="The clause of the link is not in this document; it is opened at its beginning.",
)
