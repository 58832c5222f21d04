"""Made-up official documents: the wording is nonsense, the structure is that of real ones."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from corpus.numbering import int_to_chinese

_WORDS = (
    "加强统筹",
    "推进改造",
    "健全机制",
    "完善标准",
    "节约用水",
    "绿色低碳",
    "技术攻关",
    "示范应用",
    "到2025年",
    "500家",
)
words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map("".join)
sentences = st.lists(words, min_size=1, max_size=4).map(lambda parts: "，".join(parts) + "。")
bodies = st.lists(sentences, min_size=1, max_size=3).map("".join)


@dataclass(frozen=True)
class Official:
    """Lines of a document and the paths that its outline must have."""

    lines: tuple[str, ...]
    paths: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@st.composite
def officials(draw: st.DrawFn) -> Official:
    """A title, a preamble, two to five sections 一、 with （一） and, in some of those, 1. below."""
    lines = ["某某市节水行动方案", "", draw(bodies)]
    paths = ["正文前言"]
    opened, closed = draw(st.sampled_from([("（", "）"), ("(", ")"), ("(", ") ")]))
    for section in range(1, draw(st.integers(2, 5)) + 1):
        first = int_to_chinese(section)
        lines += [f"{first}、{draw(words)}", *draw(st.lists(bodies, max_size=1))]
        paths.append(first)
        for level in range(1, draw(st.sampled_from([0, 2, 3])) + 1):
            second = int_to_chinese(level)
            lines += [
                f"{opened}{second}{closed}{draw(words)}。{draw(bodies)}",
                *draw(st.lists(st.just("-"), max_size=1)),
            ]
            paths.append(f"{first} > （{second}）")
            for item in range(1, draw(st.sampled_from([0, 0, 2])) + 1):
                lines.append(f"{item}.做好{draw(words)}。{draw(bodies)}")
                paths.append(f"{first} > （{second}） > {item}")
    if draw(st.booleans()):
        lines += ["", "某某市水务局", "2024年3月5日"]
        paths.append("结语")
    return Official(tuple(lines), tuple(paths))


_PIECES = """
一、|二、|（一）|(二) |1.|2．|（1）|①|第一条|第二条 |第三条之一|第一章 总则|专栏1 |专栏 2|附件1|附件：1.甲|
政策解读|目录|**|## |-|[bookmark: _GoBack]|<!-- X -->|某市方案|关于某事的通知|各单位：|
某某市水务局|2024年3月5日|某发〔2024〕1号|
（此件公开发布）|特此通知。
""".replace("\n", "").split("|")

scraps = st.lists(
    st.one_of(
        st.sampled_from(_PIECES),
        st.sampled_from(("\n", "\n\n", " ", "\u3000", "。", "，", "：", "“", "”", "（", "）")),
        bodies,
        st.text(max_size=12),
    ),
    max_size=40,
).map("".join)
"""Anything, and the pieces that the parser looks for in any order."""
