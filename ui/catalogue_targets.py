"""Every word of the page around the table of targets, in Chinese and in English; its columns name themselves."""

from __future__ import annotations

from dataclasses import dataclass

from ui.catalogue import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class TargetsWords:
    """One language of the table. Entries with `{}` fields are filled by presenters, which escape what they fill in."""

    tab: str
    title: str
    lead: str
    topic: str
    topic_hint: str
    year: str
    place: str
    order: str
    everything: str
    by_document: str
    by_place: str
    by_year: str
    by_value: str
    by_indicator: str
    narrow: str
    take: str
    spreadsheet: str
    word: str
    picture: str
    count: str
    none: str
    empty: str
    plot: str
    plot_hint: str
    no_plot: str
    group: str


CHINESE_TARGETS = TargetsWords(
    tab="比较",
    title="目标指标表",
    lead="各文件写明的量化目标，逐条注明出处；同一地区同一指标写了两次的标“重复”，数值不同的标“不一致”。",
    topic="主题",
    topic_hint="如：高新技术企业、非化石能源",
    year="年份",
    place="地区",
    order="排序",
    everything="全部",
    by_document="按文件",
    by_place="按地区",
    by_year="按年份",
    by_value="按数值",
    by_indicator="按指标",
    narrow="筛选",
    take="另存为",
    spreadsheet="Excel 表格",
    word="Word 文件",
    picture="图（SVG）",
    count="共 {count} 条",
    none="没有符合条件的量化目标。",
    empty="文库里的文件没有写明量化目标。",
    plot="可比的数值",
    plot_hint="指标、单位和口径都相同的才放在一起比较。",
    no_plot="这些目标里没有可比的数值：要有两个地区或两个年份的同一指标。",
    group="第 {number} 组",
)
ENGLISH_TARGETS = TargetsWords(
    tab="Compare",
    title="Table of targets",
    lead="The quantified targets that documents state, each with its clause. What one place states twice is marked as "
    "repeated; where the figures differ, as differing.",
    topic="Topic",
    topic_hint="words of the documents",
    year="Year",
    place="Place",
    order="Sort",
    everything="all",
    by_document="by document",
    by_place="by place",
    by_year="by year",
    by_value="by value",
    by_indicator="by indicator",
    narrow="Narrow",
    take="Save as",
    spreadsheet="spreadsheet",
    word="Word file",
    picture="picture (SVG)",
    count="{count} targets",
    none="No quantified target fits.",
    empty="No document in the library states a quantified target.",
    plot="Values that may be compared",
    plot_hint="Only one indicator, in one unit and of one kind, is set side by side.",
    no_plot="Nothing here may be compared: it takes one indicator of two places or two years.",
    group="group {number}",
)


def targets_words(words: Words) -> TargetsWords:
    """The catalogue of the table in the language of `words`."""
    return ENGLISH_TARGETS if words is ENGLISH else CHINESE_TARGETS
