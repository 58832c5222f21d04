"""Made-up laws, news and questions to train on, and what was written on them."""

from __future__ import annotations

import io
import json
import lzma
import tarfile
from pathlib import Path

from index.training import asked, composed, sources

LAW = """# 某市节约用水条例

2020年1月1日 通过

<!-- INFO END -->

## 第一章 总则

第一条 为了节约用水，制定本条例。本市行政区域内的用水管理适用本条例。

第二条 节约用水应当坚持统一规划；
（一）工业用水应当重复利用；
（二）农业用水应当采用滴灌。

## 第二章 罚则

第三条 违反本条例规定的，由水行政主管部门责令限期改正。逾期不改正的，处一万元以下罚款。
"""


def put_data(folder: Path) -> None:
    """The three files that a data folder holds."""
    with tarfile.open(folder / sources.LAWS, "w:xz") as archive:
        for number in range(60):
            _put(archive, f"行政法规/节水条例{number}(2020-01-01).md", LAW)
        _put(archive, "案例/某案.md", "# 某案\n\n第一条 判决书内容。不应出现。\n")
    reports = [report(n) for n in range(600)]
    consulted = [
        {"set": name, "question": f"第{n}号用户如何节约用水？", "passage": f"{n}：工业用水应当重复利用。", "answer": ""}
        for name in ("cmrc2018", "drcd", "lawyer-llama-article", "lawyer-llama-advice")
        for n in range(150)
    ]
    _pack(folder / sources.NEWS, reports)
    _pack(folder / sources.QUESTIONS, consulted)


def put_written(data: Path) -> None:
    """Beside them, questions on articles of the laws, on a stretch of each of some news texts, on composed clauses."""
    laws = [("".join(block.sentences), f"谁来管{block.title}的水？") for block in list(sources.laws(data))[:3]]
    lines = [f"law:{asked.digest(text)}\t{question}" for text, question in laws]
    lines += [f"news:{asked.digest(report(n))}:3:7\t第{n}次会什么时候开？" for n in range(200)]
    clauses = [
        f"P\t第{n}号节水方案\t到203{n % 10}年建成{n}座水厂。\nQ\t{n}座水厂哪年建好？\nQ\t第{n}处建几座水厂"
        for n in range(200)
    ]
    for name, rows in ((asked.FILE, lines), (composed.FILE, clauses)):
        (data / name).write_bytes(lzma.compress("".join(f"{row}\n" for row in rows).encode()))


def report(number: int) -> str:
    return f"本报讯，第{number}届水利会议开幕。会议讨论了节水。代表们参观了水厂。"


def _put(archive: tarfile.TarFile, name: str, text: str) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(text.encode())
    archive.addfile(entry, io.BytesIO(text.encode()))


def _pack(path: Path, rows: list[object]) -> None:
    path.write_bytes(lzma.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
