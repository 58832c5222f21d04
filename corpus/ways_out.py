"""What to tell a user whose file has no reader: what it is, and what to save it as."""

from __future__ import annotations

from typing import NamedTuple

from corpus.errors import FormatUnsupported, SourceDamaged, SourceError


class _WayOut(NamedTuple):
    zh: str
    en: str
    zh_do: str
    en_do: str


_SAVE_ZH = "请用 Word 或 WPS 打开，另存为 docx 或 pdf 后再导入。"
_SAVE_EN = "open it in Word or WPS and save it as docx or pdf."
_WAYS_OUT = {
    "doc": _WayOut("Word 97-2003 文档（doc）", "a Word 97-2003 document (doc)", _SAVE_ZH, _SAVE_EN),
    "wps": _WayOut("WPS 文字文档（wps）", "a WPS Writer document (wps)", _SAVE_ZH, _SAVE_EN),
    "rtf": _WayOut("RTF 文档", "an RTF document", _SAVE_ZH, _SAVE_EN),
    "odt": _WayOut("OpenDocument 文档", "an OpenDocument file", _SAVE_ZH, _SAVE_EN),
    "mht": _WayOut("单个网页文件（mht）", "a web archive (mht)", _SAVE_ZH, _SAVE_EN),
    "ofd": _WayOut(
        "版式文档（ofd）",
        "an OFD document",
        "请用 OFD 阅读器打开，另存为（或打印为）pdf 后再导入。",
        "open it in an OFD reader and save or print it as pdf.",
    ),
    "xls": _WayOut(
        "电子表格",
        "a spreadsheet",
        "请用 Excel 或 WPS 打开，另存为 pdf 后再导入。",
        "open it in Excel or WPS and save it as pdf.",
    ),
    "ppt": _WayOut(
        "演示文稿",
        "a slide show",
        "请用 PowerPoint 或 WPS 打开，另存为 pdf 后再导入。",
        "open it in PowerPoint or WPS and save it as pdf.",
    ),
    "image": _WayOut(
        "图片",
        "a picture",
        "请先做文字识别（OCR），把文字存为 docx 或 pdf 后再导入。",
        "recognise its text (OCR) and save that as docx or pdf.",
    ),
    "archive": _WayOut(
        "压缩包",
        "an archive",
        "请先解压，再导入其中的 docx 或 pdf 文件。",
        "unpack it and use the docx or pdf files in it.",
    ),
    "encrypted": _WayOut(
        "加密的 Office 文档",
        "an encrypted Office document",
        "请用密码打开，取消密码后另存为 docx 或 pdf 再导入。",
        "open it with its password and save it without one as docx or pdf.",
    ),
}


def unsupported(name: str, found: str, suffix: str) -> SourceError:
    """The error for a file that was recognised as `found`, which no reader takes."""
    if found == "damaged-zip":
        kind = "docx" if suffix == ".docx" else "zip"
        return SourceDamaged(
            f"“{name}”不完整（{kind} 文件缺少结尾）：请重新下载，或用 Word、WPS 打开修复后另存为 docx。",
            f"{name!r} is incomplete (its {kind} ends too early): download it again, "
            "or repair it in Word or WPS and save it as docx.",
        )
    way = _WAYS_OUT[found]
    return FormatUnsupported(
        f"“{name}”是{way.zh}，不能直接读取：{way.zh_do}", f"{name!r} is {way.en}, which cannot be read: {way.en_do}"
    )
