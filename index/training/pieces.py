"""The tokenizer: about forty thousand pieces of one to four Chinese characters, words and figures.

A unigram model picks the split of a sentence that its pieces explain best. It is
learned here rather than by the library's own trainer, whose result changes from
run to run: all frequent strings are candidates, the text is split with them, and
those that the best splits use least are dropped, round by round. Chinese pieces
stay short, since 碳达峰碳中和 as one piece would share nothing with 碳达峰.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

UNKNOWN = "<unk>"
UNKNOWN_ID = 0

_LONGEST_CHINESE = 4
_LONGEST_WORD = 12
_CANDIDATES = 250_000
_WORDS = 6_000
_RAREST_CANDIDATE = 12
_RAREST_CHARACTER = 2
_KEPT_EACH_ROUND = 0.6
_NEVER_FIRST = frozenset("的了和与或及在是将被并等")
_NEVER_LAST = frozenset("的了与或及在是将被并")
_CHINESE_NEIGHBOUR = r"\p{Han}，。、；：！？（）《》〔〕“”"
_TOKEN = r"\p{Han}+|\p{N}+(?:\.\p{N}+)*%?|[^\p{Han}\p{N}\s\p{P}\p{S}]+"
_HAN_RUN = re.compile(r"[㐀-䶿一-鿿]+")
_WORD = re.compile(r"\d+(?:\.\d+)*%?|[^\W\d_㐀-䶿一-鿿]+")

Counts = dict[str, int]


def normalizer() -> normalizers.Normalizer:
    """Width and case folded; white space between Chinese characters (page breaks, justified lines) taken out."""
    gap = Regex(rf"(?<=[{_CHINESE_NEIGHBOUR}])\s+(?=[{_CHINESE_NEIGHBOUR}])")
    return normalizers.Sequence([normalizers.Replace(gap, ""), normalizers.NFKC(), normalizers.Lowercase()])


def pre_tokenizer() -> pre_tokenizers.PreTokenizer:
    """Runs of Chinese, figures and words of other scripts; everything between them is dropped."""
    return pre_tokenizers.Split(Regex(_TOKEN), "removed", invert=True)


def assemble(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """A tokenizer of `pieces` with their log probabilities; id 0 is the unknown piece."""
    tokenizer = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *pieces], unk_id=UNKNOWN_ID, byte_fallback=False))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normalizer(), pre_tokenizer()
    return tokenizer


def train(texts: Sequence[str], size: int) -> Tokenizer:
    """Learns up to `size` pieces, the unknown one among them; the same texts give the same pieces."""
    folded = [normalizer().normalize_str(text) for text in texts]
    counts = _candidates(folded)
    while True:
        tokenizer = assemble(_scored(counts))
        if len(counts) <= size - 1:
            return tokenizer
        used = _uses(tokenizer, folded)
        counts = _pruned(used, max(size - 1, int(len(counts) * _KEPT_EACH_ROUND)))


def _candidates(folded: Sequence[str]) -> Counts:
    words = Counter(word for text in folded for word in _WORD.findall(text) if len(word) <= _LONGEST_WORD)
    characters = Counter(character for text in folded for character in text if re.match(r"\w", character))
    counts = {one: count for one, count in characters.items() if count >= _RAREST_CHARACTER}
    runs = [run for text in folded for run in _HAN_RUN.findall(text)]
    longer = _ngrams(runs)
    longer.sort(key=lambda entry: (-entry[1] * (len(entry[0]) - 1), entry[0]))
    counts.update(longer[:_CANDIDATES])
    counts.update(sorted(words.items(), key=lambda entry: (-entry[1], entry[0]))[:_WORDS])
    return counts


def _ngrams(runs: Sequence[str]) -> list[tuple[str, int]]:
    """Every string of two to four Chinese characters that is not rare, with its count."""
    codes = np.frombuffer("\0".join(runs).encode("utf-16-le"), dtype=np.uint16).astype(np.uint64)
    found: list[tuple[str, int]] = []
    for length in range(2, _LONGEST_CHINESE + 1):
        keys, counts = np.unique(_packed(codes, length), return_counts=True)
        for key, count in zip(keys[counts >= _RAREST_CANDIDATE], counts[counts >= _RAREST_CANDIDATE], strict=True):
            piece = _unpacked(int(key), length) if key else ""
            if piece and not _straddles(piece):
                found.append((piece, int(count)))
    return found


def _straddles(piece: str) -> bool:
    """Does a longer piece begin or end in a function word, as 和下级 does?"""
    return len(piece) > 2 and (piece[0] in _NEVER_FIRST or piece[-1] in _NEVER_LAST)


def _packed(codes: npt.NDArray[np.uint64], length: int) -> npt.NDArray[np.uint64]:
    """One integer a window of `length` characters, 0 where the window crosses the end of a run."""
    total = len(codes) - length + 1
    windows = [codes[place : place + total] for place in range(length)]
    packed = np.zeros(total, dtype=np.uint64)
    for window in windows:
        packed = (packed << np.uint64(16)) | window
    return np.where(np.min(windows, axis=0) == 0, np.uint64(0), packed)


def _unpacked(key: int, length: int) -> str:
    return "".join(chr((key >> (16 * place)) & 0xFFFF) for place in reversed(range(length)))


def _scored(counts: Counts) -> list[tuple[str, float]]:
    total = sum(counts.values())
    scored = [(piece, round(math.log(count / total), 4)) for piece, count in counts.items()]
    return sorted(scored, key=lambda entry: (-entry[1], entry[0]))


def _uses(tokenizer: Tokenizer, folded: Sequence[str], batch: int = 2_000) -> Counts:
    total = np.zeros(tokenizer.get_vocab_size(), dtype=np.int64)
    for start in range(0, len(folded), batch):
        encodings = tokenizer.encode_batch(folded[start : start + batch], add_special_tokens=False)
        ids = np.concatenate([np.asarray(encoding.ids, dtype=np.int64) for encoding in encodings])
        total += np.bincount(ids, minlength=len(total))
    return {piece: int(total[identity]) for piece, identity in tokenizer.get_vocab().items() if identity != UNKNOWN_ID}


def _pruned(used: Counts, size: int) -> Counts:
    """The `size` pieces used most; single characters stay, so that nothing written becomes unknown."""
    ranked = sorted(used.items(), key=lambda entry: (len(entry[0]) > 1, -entry[1], entry[0]))
    return {piece: max(1, count) for piece, count in ranked[:size]}
