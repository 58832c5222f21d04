"""The words around the conversation: history, filters, actions on an answer, feedback, help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChatWords:
    """One language of the chat tab."""

    # the list of conversations
    history: str
    history_search: str
    history_none: str
    history_not_found: str
    history_today: str
    history_week: str
    history_earlier: str
    rename: str
    remove: str
    remove_sure: str
    export_conversation: str
    briefing: str
    feedback_open: str
    no_cookies: str

    # where is searched
    scope: str
    scope_all: str
    scope_clear: str
    scope_of_answer: str
    places: str
    levels: str
    years: str
    issuers: str
    document_ids: str
    national: str
    provincial: str
    municipal: str
    county: str

    # on an answer
    actions: str
    copy: str
    copied: str
    copy_reference: str
    retry: str
    edit: str
    edit_understood: str
    export_word: str
    export_markdown: str
    good: str
    bad: str
    bad_why: str
    reason_beside: str
    reason_incomplete: str
    reason_wrong: str
    reason_citation: str
    reason_refused: str
    bad_note: str
    bad_send: str
    thanks: str
    follow_ups: str
    sentences: str
    all_verified: str
    some_computed: str
    some_unverified: str
    unkept: str
    earlier: str
    writing: str
    written_by: str
    sent_to: str

    # the evidence panel
    cards: str
    open_reader: str
    context: str
    close: str

    # feedback given
    feedback: str
    feedback_none: str
    feedback_export: str
    feedback_when: str
    feedback_verdict: str
    feedback_question: str
    feedback_answer: str
    feedback_reasons: str
    between_reasons: str
    feedback_note: str
    feedback_browser: str

    # help
    help: str
    help_keys: str
    key_focus: str
    key_send: str
    key_line: str
    key_walk: str
    key_open: str
    key_close: str
    key_new: str
    key_help: str
    help_marks: str
    help_statuses: str
    help_kept: str

    def facet(self, name: str) -> str:
        return str(getattr(self, name))

    def reason(self, name: str) -> str:
        return str(getattr(self, name)) if name in REASONS else name


REASONS = ("reason_beside", "reason_incomplete", "reason_wrong", "reason_citation", "reason_refused")
"""Why an answer is no good: kept by these names, shown in the language of the page."""

CHINESE = ChatWords(
    history="历史对话",
    history_search="搜索对话",
    history_none="这里会列出您问过的对话。",
    history_not_found="没有找到包含这些字的对话。",
    history_today="今天",
    history_week="七天内",
    history_earlier="更早",
    rename="改名",
    remove="删除",
    remove_sure="确认删除",
    export_conversation="导出",
    briefing="简报",
    feedback_open="我的评价",
    no_cookies="浏览器禁用了 Cookie，对话不会保存。",
    scope="查找范围",
    scope_all="全部文件",
    scope_clear="清除范围",
    scope_of_answer="查找范围：",
    places="地区",
    levels="层级",
    years="年份",
    issuers="发文机关",
    document_ids="文件",
    national="国家",
    provincial="省级",
    municipal="市级",
    county="区县",
    actions="对这条回答",
    copy="复制",
    copied="已复制",
    copy_reference="复制出处",
    retry="重试",
    edit="修改问题",
    edit_understood="修改这个问题再问",
    export_word="Word",
    export_markdown="Markdown",
    good="有用",
    bad="有误",
    bad_why="哪里不对？",
    reason_beside="答非所问",
    reason_incomplete="不完整",
    reason_wrong="内容有误",
    reason_citation="出处不对",
    reason_refused="本可以回答",
    bad_note="补充说明（可不填）",
    bad_send="提交",
    thanks="已记下，谢谢。",
    follow_ups="接着问",
    sentences="{count} 句",
    all_verified="逐句核对，均见于原文",
    some_computed="{count} 句为推算",
    some_unverified="{count} 句未核实",
    unkept="这一问没有存入历史对话：",
    earlier="显示更早的 {count} 问",
    writing="正在撰写，尚未核对",
    written_by="由 {model} 撰写",
    sent_to="查到的条款已发往 {host}",
    cards="引用的条款",
    open_reader="在原文中打开",
    context="上下文",
    close="关闭",
    feedback="我的评价",
    feedback_none="还没有评价过回答。回答下方有“有用”和“有误”。",
    feedback_export="导出为表格（CSV）",
    feedback_when="时间",
    feedback_verdict="评价",
    feedback_question="问题",
    feedback_answer="回答",
    feedback_reasons="原因",
    between_reasons="、",
    feedback_note="说明",
    feedback_browser="浏览器",
    help="使用说明",
    help_keys="快捷键",
    key_focus="到问题框（在哪一页都行）",
    key_send="发送",
    key_line="换行",
    key_walk="下一个、上一个标注，显示它引用的字句",
    key_open="在标注上：打开它的条款",
    key_close="关闭原文条款、查找范围、对话列表或一张说明",
    key_new="新对话（在哪一页都行）",
    key_help="打开这张说明",
    help_marks="答案里的数字标注对应原文条款：停留可看引用的字句，点击在右侧打开条款。",
    help_statuses="“与原文一致”表示引用的字句逐字见于条款；“推算”表示由条款中的数字算出；“未核实”表示没有找到依据，不要直接采用。",
    help_kept="对话保存在运行问策的计算机上，在页面上只有这个浏览器能看到；可以改名、导出和删除。"
    "评价连同问题和回答，管理这台计算机的人也能列出，用来改进回答。",
)

ENGLISH = ChatWords(
    history="Conversations",
    history_search="Search conversations",
    history_none="The conversations you have had are listed here.",
    history_not_found="No conversation holds these words.",
    history_today="Today",
    history_week="Last seven days",
    history_earlier="Earlier",
    rename="Rename",
    remove="Delete",
    remove_sure="Really delete",
    export_conversation="Export",
    briefing="Briefing",
    feedback_open="My ratings",
    no_cookies="This browser takes no cookies, so that conversations are not kept.",
    scope="Search in",
    scope_all="all documents",
    scope_clear="Clear",
    scope_of_answer="Searched in: ",
    places="Place",
    levels="Level",
    years="Year",
    issuers="Issuer",
    document_ids="Document",
    national="national",
    provincial="provincial",
    municipal="municipal",
    county="county",
    actions="This answer",
    copy="Copy",
    copied="Copied",
    copy_reference="Copy reference",
    retry="Try again",
    edit="Edit question",
    edit_understood="Change this question and ask again",
    export_word="Word",
    export_markdown="Markdown",
    good="Helpful",
    bad="Not right",
    bad_why="What is wrong?",
    reason_beside="beside the question",
    reason_incomplete="incomplete",
    reason_wrong="wrong",
    reason_citation="wrong source",
    reason_refused="could have been answered",
    bad_note="Anything to add (optional)",
    bad_send="Send",
    thanks="Noted, thank you.",
    follow_ups="Ask next",
    sentences="Statements: {count}",
    all_verified="each checked, all stand in the source",
    some_computed="computed: {count}",
    some_unverified="unverified: {count}",
    unkept="This question was not kept in the conversations: ",
    earlier="Show {count} earlier",
    writing="Being written, not checked yet",
    written_by="written by {model}",
    sent_to="The clauses found were sent to {host}",
    cards="Cited clauses",
    open_reader="Open in the document",
    context="Before and after",
    close="Close",
    feedback="My ratings",
    feedback_none="No answer rated yet. Below each answer there are Helpful and Not right.",
    feedback_export="Export as a table (CSV)",
    feedback_when="Time",
    feedback_verdict="Rating",
    feedback_question="Question",
    feedback_answer="Answer",
    feedback_reasons="Reasons",
    between_reasons="; ",
    feedback_note="Note",
    feedback_browser="Browser",
    help="Help",
    help_keys="Keys",
    key_focus="to the question box, from every tab",
    key_send="send",
    key_line="new line",
    key_walk="next, previous mark, with the words it quotes",
    key_open="on a mark: open its clause",
    key_close="close the source clause, the filters, the list or a sheet",
    key_new="new chat, from every tab",
    key_help="open this sheet",
    help_marks="A number in an answer stands for a clause: rest on it to see the quoted words, "
    "click it to open the clause.",
    help_statuses="'Matches the source' means that the quoted words stand in the clause, word for word; "
    "'computed' that a figure was worked out from figures in the clauses; "
    "'unverified' that no ground was found: do not rely on it.",
    help_kept="Conversations are kept on the computer that runs Wence, and on the page only this browser sees them; "
    "they can be renamed, exported and deleted. Who looks after that computer can list ratings with question "
    "and answer, to make answers better.",
)
