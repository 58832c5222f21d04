"""Bytes of a text file to text: which encoding, and what had to be left out.

Government files come as UTF-8, as UTF-16 from Windows, as GB18030 (with GBK and GB 2312
inside it) and, from Hong Kong, Macao and Taiwan, as Big5. The last two overlap: most
bytes of one are valid in the other. They are told apart by how common the characters
are that come out, for which the length of a title is enough.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST_TIER = {"gb18030": ("gb2312", 0xB0, 0xD7), "cp950": ("big5", 0xA4, 0xC6), "big5hkscs": ("big5", 0xA4, 0xC6)}
"""Both standards put their common characters first: GB 2312 level 1, Big5 level 1."""
_LABELS = {"cp950": "big5", "big5hkscs": "big5-hkscs"}

_SAMPLE = 40_000
_PLAUSIBLE = 0.3
_TOLERATED_DAMAGE = 0.01
_TOLERATED_CONTROLS = 0.1

_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PUNCTUATION = frozenset(
    "\u3000，。、；：？！“”‘’（）《》〈〉〔〕【】「」『』—…·％～／－＋×℃①②③④⑤⑥⑦⑧⑨⑩０１２３４５６７８９"
)
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进"
    "等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各"
    "重新线内数正心反明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品"
    "式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造"
    "百规热领七海口东导器压志世金增争济阶油思术极交受联认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报完"
    "类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律且究观越织装影算低持音众书布复容须际商非验连断深难近矿千周委素技"
    "备半办青省列习响约支般史感便团往历市何除消构府称太准精值号率族维划选标写存候毛快效斯院查江型王按格养易置派层片始却专状育厂京适属圆包火住"
    "调满县局照参红细引听该铁价严施印函策款补贴申请企项创园镇街乡村督促落贯彻绿碳环境源贷税险障鼓励奖惩依章附审批核监督培训站点牌奖投融担健康"
    "這個國來時們會對後發動過說產種進經電裡現實當應開從業還點與關線數變條結問無軍題黨員總設長頭資邊圖統組見計別農幾區強決戰則據處隊給門規熱領"
    "東導壓爭濟階術極聯認權證採轉單風帶場車務達積議聲報類離華確張馬節話溫傳許廣記觀織裝須際驗連斷難礦備辦習響約歷構稱準號維劃選標寫養專狀廠識"
    "屬圓調滿縣參紅細聽該鐵價嚴項創園鎮鄉貫徹綠環險獎勵懲臺灣審監訓"
)


class Decoded(NamedTuple):
    """Text, the encoding it came in, and notes on what the decoding had to do."""

    text: str
    encoding: str
    notes: tuple[str, ...]


class NotText(ValueError):
    """The bytes are no text in any encoding known here."""


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decodes `data`; `declared` is the encoding that the file itself names, if it does.

    >>> decode("关于印发方案的通知".encode("gb18030")).encoding
    'gb18030'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding)
    bare = data.replace(b"\0", b"")
    gaps = data.rstrip(b"\0").count(0)
    for encoding in filter(None, (declared, "utf-8")):
        if _is_strictly(bare, encoding) and gaps <= _TOLERATED_CONTROLS * len(data):
            return _decoded(bare, encoding, removed=len(data) - len(bare))
    found, encoding = max(_candidates(data, bare), key=lambda candidate: _plausibility(*candidate))
    if _plausibility(found, encoding) < _PLAUSIBLE:
        raise NotText
    return _decoded(found, encoding, removed=len(data) - len(found))


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Line ends of any kind become one newline; characters that are no text go, with a note."""
    text = _LINE_ENDS.sub("\n", text)
    kept, dropped = _NOT_TEXT.subn("", text)
    if dropped > _TOLERATED_CONTROLS * len(text):
        raise NotText
    return kept, ((f"去掉了 {dropped} 个控制字符",) if dropped else ())


def _decoded(data: bytes, encoding: str, removed: int = 0) -> Decoded:
    text = data.decode(encoding, errors="replace")
    label = _LABELS.get(encoding, encoding)
    notes = [] if encoding == "utf-8" else [f"文字按 {label.upper()} 编码读取"]
    damaged = text.count("\ufffd")
    if damaged > max(1, _TOLERATED_DAMAGE * len(text)):
        raise NotText
    if damaged:
        notes.append(f"有 {damaged} 处文字已损坏，无法解码")
    if removed:
        notes.append(f"去掉了 {removed} 个空字符（NUL）")
    text, more = clean(text)
    return Decoded(text, label, (*notes, *more))


def _is_strictly(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _candidates(data: bytes, bare: bytes) -> list[tuple[bytes, str]]:
    narrow = [(bare, encoding) for encoding in ("utf-8", *_FIRST_TIER)]
    wide = [(data, "utf-16-le"), (data, "utf-16-be")] if len(bare) < len(data) else []
    return narrow + wide


def _plausibility(data: bytes, encoding: str) -> float:
    """How much a sample of `data`, read in `encoding`, looks like Chinese: from -2 to 1."""
    wide = encoding.startswith("utf-16")
    first = None if wide else _HIGH_BYTE.search(data)
    start = first.start() if first else 0
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    sample = decoder.decode(data[start : start + _SAMPLE])
    telling = sample if wide else [character for character in sample if character > "\x7f"]
    return sum(_weight(character, encoding) for character in telling) / max(1, len(telling))


def _weight(character: str, encoding: str) -> float:
    if character in _PUNCTUATION or character in _FREQUENT:
        return 1.0
    if character.isascii():
        return 0.5 if character.isprintable() or character in "\r\n\t" else -2.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.5 if _first_tier(character, encoding) else -0.2
    unassigned = character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or not character.isprintable()
    return -2.0 if unassigned else -0.5


def _first_tier(character: str, encoding: str) -> bool:
    codec, low, high = _FIRST_TIER.get(encoding, _FIRST_TIER["gb18030"])
    return low <= character.encode(codec, errors="ignore")[:1].ljust(1, b"\0")[0] <= high
