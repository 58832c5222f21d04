"""What is stated of a document, and the sheet in which it is stated: the words, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.vocabulary import Force


@dataclass(frozen=True, slots=True)
class StatedWords:
    """One language of it."""

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
    since: str
    until: str
    switched_off: str
    local_only_badge: str
    not_searched: str
    forces: dict[Force, str]


CHINESE_STATED = StatedWords(
    sheet_title="文件设置",
    validity_label="时效性",
    from_label="施行日期",
    until_label="有效期至",
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
    since="自 {date} 施行",
    until="有效期至 {date}",
    switched_off="已停用",
    local_only_badge="只留本机",
    not_searched="已停用，不参与检索",
    forces={
        Force.UNKNOWN: "未标注",
        Force.IN_FORCE: "现行有效",
        Force.TRIAL: "试行",
        Force.AMENDED: "已修改",
        Force.REPEALED: "已废止",
        Force.NOT_YET: "尚未施行",
        Force.EXPIRED: "已失效",
    },
)

ENGLISH_STATED = StatedWords(
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
    since="in force from {date}",
    until="in force until {date}",
    switched_off="switched off",
    local_only_badge="local only",
    not_searched="switched off, not searched",
    forces={
        Force.UNKNOWN: "not stated",
        Force.IN_FORCE: "in force",
        Force.TRIAL: "on trial",
        Force.AMENDED: "amended",
        Force.REPEALED: "repealed",
        Force.NOT_YET: "not in force yet",
        Force.EXPIRED: "no longer in force",
    },
)
