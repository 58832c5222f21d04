"""Files for the library tab: one notice as text, web page, Word and PDF, a long PDF, and files that no reader takes."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT = "STSong-Light"


def notice(city: str, share: int) -> list[str]:
    """The lines of a notice whose figures no other document has; （三） is missing."""
    return [
        f"{city}人民政府关于做好节水工作的通知",
        f"{city[0]}政发〔2021〕{share}号",
        "各县（市）人民政府：",
        "为做好节水工作，现通知如下。",
        "一、总体目标",
        f"到2025年，{city}节水器具普及率达到{share}%。",
        "二、重点任务",
        "（一）推进农业节水。新建高标准农田20万亩。",
        "（二）推进工业节水。推广节水工艺，由市水利局负责。",
        "（四）推进城镇节水。改造老旧管网。",
        f"{city}人民政府",
        "2021年5月6日",
    ]


def question(city: str) -> str:
    return f"到2025年，{city}节水器具普及率要达到多少？"


def txt(path: Path, lines: list[str]) -> Path:
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def html(path: Path, lines: list[str]) -> Path:
    title, *rest = lines
    body = "".join(f"<p>{line}</p>" for line in rest)
    path.write_text(
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><nav>首页 | 政策</nav>'
        f"<h1>{title}</h1>{body}<script>document.title = 'broken'</script></body></html>",
        encoding="utf-8",
    )
    return path


def docx(path: Path, lines: list[str]) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def pdf(path: Path, lines: list[str], password: str = "") -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=StandardEncryption(password) if password else None)
    page.setFont(FONT, 12)
    for at, line in enumerate(lines):
        page.drawString(72, 760 - 24 * at, line)
    page.save()
    path.write_bytes(out.getvalue())
    return path


def long_pdf(path: Path, pages: int) -> Path:
    """A regulation with some articles on each page, as many as take a while to read."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    page = canvas.Canvas(str(path))
    for at in range(pages):
        page.setFont(FONT, 10)
        for row in range(40):
            article = f"第{at * 40 + row + 1}条 用水单位应当按照计划用水，把节水器具普及率提高到{row + 10}%。"
            page.drawString(60, 800 - 19 * row, article)
        page.showPage()
    page.save()
    return path
