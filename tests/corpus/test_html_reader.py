"""Web pages of government sites: the document's words, without the page round them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.readers import read_source


@pytest.fixture
def lines_of(tmp_path: Path) -> Callable[..., list[str]]:
    def read(body: str, head: str = "", encoding: str = "utf-8") -> list[str]:
        path = tmp_path / "页.html"
        path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
        return read_source(path).text.split("\n")

    return read


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h1>标题</h1><p>一段。</p><div>二<b>段</b>。</div>", ["标题", "一段。", "二段。"]),
        ("<p>一行<br>二行<br/><br/>三行</p>", ["一行", "二行", "三行"]),
        ("<p>新增\n    高新技术企业</p>", ["新增高新技术企业"]),
        ("<p>2025 年 GDP\n growth</p>", ["2025 年 GDP growth"]),
        ("<p>&nbsp;　　缩进 &lt;b&gt; &amp; 引号</p>", ["\xa0　　缩进 <b> & 引号"]),
        ("<nav>导航</nav><header>站名</header><p>正文</p><aside>相关</aside><footer>版权</footer>", ["正文"]),
        ("<div class='nav x'>导航</div><div id='footer'>版权</div><p>正文</p>", ["正文"]),
        ("<article><header><h1>标题</h1></header><p>正文</p></article>", ["标题", "正文"]),
        (
            "<script>var a='x'</script><style>p{}</style><!-- 注释 --><p style='display: none'>隐</p><p>正文</p>",
            ["正文"],
        ),
        (
            "<table><tr><th>指标</th><th>2025</th></tr><tr><td>企业</td><td>500 家</td></tr></table>",
            ["指标 | 2025", "企业 | 500 家"],
        ),
        ("<table><tr><td></td><td><p>一、要求</p><p>二、任务</p></td></tr></table>", ["一、要求", "二、任务"]),
        (
            "<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>",
            ["左", "甲 | 乙"],
        ),
        ("<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>", ["1. 甲", "2. 乙", "丙"]),
        ("<pre>一\n二</pre>", ["一", "二"]),
    ],
)
def test_blocks_become_lines(lines_of: Callable[..., list[str]], body: str, lines: list[str]) -> None:
    assert lines_of(body) == lines


@pytest.mark.parametrize(
    ("meta", "encoding", "words"),
    [
        ('<meta charset="gb2312">', "gb18030", "镕基同志的通知"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gbk">', "gbk", "关于印发的通知"),
        ('<meta charset="big5">', "big5", "關於補助的通知"),
        ('<meta charset="utf-8">', "utf-8", "关于印发的通知"),
        ('<meta charset="gbk">', "utf-8", "声明的编码不对"),
        ("", "gb18030", "没有声明编码的通知"),
    ],
)
def test_the_declared_charset_is_used_where_it_holds(
    lines_of: Callable[..., list[str]], meta: str, encoding: str, words: str
) -> None:
    assert lines_of(f"<p>{words}</p>", head=meta, encoding=encoding) == [words]


def test_elements_nested_very_deeply_do_not_break_the_program(lines_of: Callable[..., list[str]]) -> None:
    assert lines_of("<div>" * 200 + "深处" + "</div>" * 200) == ["深处"]
