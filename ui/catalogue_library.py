"""The words of the library tab, in Chinese and in English: of its list and its uploads, and where the others stand."""

from __future__ import annotations

from dataclasses import dataclass

from ui.catalogue import ENGLISH, Words
from ui.catalogue_reader import CHINESE_READER, ENGLISH_READER, ReaderWords
from ui.catalogue_reports import CHINESE_REPORTS, ENGLISH_REPORTS, ReportWords
from ui.catalogue_stated import CHINESE_STATED, ENGLISH_STATED, StatedWords


@dataclass(frozen=True, slots=True)
class LibraryWords:
    """One language of the tab. Entries with `{}` fields are filled by presenters, which escape what they fill in."""

    tab: str
    add_title: str
    drop: str
    choose: str
    drop_hint: str
    uploads_off: str
    waiting: str
    sending: str
    working: str
    reading: str
    indexing: str
    added: str
    replaced: str
    duplicate: str
    failed: str
    stopped: str
    unreachable: str
    cancel: str
    cancel_all: str
    queue_label: str
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
    manage: str
    manage_of: str
    no_value: str

    stated: StatedWords
    reports: ReportWords
    reader: ReaderWords


CHINESE_LIBRARY = LibraryWords(
    tab="文库",
    add_title="加入文件",
    drop="把文件拖到这里，或",
    choose="选择文件",
    drop_hint="txt、md、html、docx 和带文字层的 pdf，每份不超过 {limit} MB。内容相同的只收一份，同名的以新换旧。",
    uploads_off="这台服务器不接受网页上传，请在命令行用 wence ingest 导入。",
    waiting="等待",
    sending="正在上传",
    working="正在收入",
    reading="已读 {done} / {total} 页",
    indexing="已编入检索 {done} / {total} 段",
    added="已导入",
    replaced="已更新",
    duplicate="已有相同内容",
    failed="未导入",
    stopped="已取消",
    unreachable="与服务器的连接断了，不知道这份文件是否已收入：请刷新页面查看。",
    cancel="取消",
    cancel_all="全部取消",
    queue_label="上传进度",
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
    manage="设置",
    manage_of="设置“{title}”",
    no_value="—",
    stated=CHINESE_STATED,
    reports=CHINESE_REPORTS,
    reader=CHINESE_READER,
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
    sending="sending",
    working="adding",
    reading="{done} of {total} pages read",
    indexing="{done} of {total} passages made searchable",
    added="added",
    replaced="replaced",
    duplicate="already there",
    failed="not added",
    stopped="cancelled",
    unreachable="The connection to the server was lost; reload the page to see whether this file got in.",
    cancel="Cancel",
    cancel_all="Cancel all",
    queue_label="Progress of the files",
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
    manage="Settings",
    manage_of="Settings of {title}",
    no_value="—",
    stated=ENGLISH_STATED,
    reports=ENGLISH_REPORTS,
    reader=ENGLISH_READER,
)


def library_words(words: Words) -> LibraryWords:
    """The tab's catalogue in the language of `words`."""
    return ENGLISH_LIBRARY if words is ENGLISH else CHINESE_LIBRARY
