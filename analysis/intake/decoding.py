"""Text from bytes: the encoding that is stated, proved or most likely, and when to ask.

A byte-order mark and valid UTF-8 prove themselves. The old single-byte sets cannot be told
apart by rule: the reading with the more ordinary punctuation and accents wins, and where it
does not win clearly the reader is asked (charset-normalizer took 100 characters of Latin-1
for a Korean set; see ``benchmarks/RESULTS.md``).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from analysis.records import ArticleError

CHOICES = ("utf-8", "cp1252", "mac_roman", "latin-1", "utf-16-le", "utf-16-be")
"""Encodings a reader may choose from, the commonest first."""
LABELS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "mac_roman": "Mac Roman",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 (big-endian)",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 200_000  # bytes judged; the encoding does not change after that
SURE = 1.0  # lead per doubtful character at which the better reading is taken without asking
_ALIKE = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # as browsers read them

# What English prose holds outside ASCII, and what only a wrong reading gives.
_LOWER = "àáâäãåèéêëíîïñóôòöõøúùûüçß"
_GOOD = re.compile(
    r"[“‘](?=\w)|(?<=[\w.,!?…%)])[”’]|(?<=\w)’(?=[a-z])|[–—•](?=[\s\w“]|$)|(?<=[a-zA-Z ])[–—]"
    rf"|…(?=[\s”’\"']|$)|(?<=[a-zA-Z{_LOWER}])[{_LOWER}](?=[a-z{_LOWER}\s.,;:’'”\"-])"
    rf"|(?<![A-Za-z])[ÀÁÂÄÅÈÉÊÍÎÑÓÔÖØÚÜÇ](?=[a-zA-Z])|[£€](?=\d)|(?<=\d)[°½¼€%]|[©®™§]|\xa0"
    r"|[àáéèö](?=[a-z])"
)
_BAD = re.compile(
    r"[\x80-\x9f\ufffd¤¦¬¸¨¯ˆ˜˚˝˛ˇ‡†ƒˆ‰◊∂∑∏π∫Ω√≈∆≤≥∞ﬁﬂıðþÐÞ]|(?<=[a-z])[ÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸ]"
    r"|[ÒÓÔÕÐÑÉ](?=[A-Z\s]|$)|[ªº¿¡«»±µ¥¢¶·×÷](?=[a-z])"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and the candidates to ask about (empty: sure)."""

    text: str
    encoding: str
    candidates: tuple[str, ...] = ()

    @property
    def note(self) -> tuple[str, ...]:
        """A sentence for the reader where the encoding was a guess."""
        if not self.candidates:
            return ()
        others = ", ".join(LABELS.get(c, c) for c in self.candidates[1:])
        return (
            f"The file does not say how its letters are encoded; it was read as "
            f"{LABELS.get(self.encoding, self.encoding)}. If accents or quotes look wrong, "
            f"choose {others}.",
        )


def decode(data: bytes, *, stated: str | None = None, chosen: str | None = None) -> Decoded:
    """The text of a file.

    ``stated`` is what the document says of itself (a page's charset), ``chosen`` what the
    reader picked. Raises ``ArticleError`` for binary data and for a choice that cannot be.
    """
    if chosen:
        return Decoded(_chosen(data, chosen), chosen)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    if data.count(0) > len(data) // 100:
        raise ArticleError("This is not text but binary data: choose a document with an article.")
    for candidate in ("utf-8", _known(stated)):
        text = _strict(data, candidate)
        if text is not None and candidate:
            return Decoded(text, candidate)
    return _guess(data)


def _chosen(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    except LookupError:
        raise ArticleError(f"There is no encoding called {encoding}: choose another.") from None


def _known(stated: str | None) -> str | None:
    try:
        name = codecs.lookup(stated).name if stated else None
    except (LookupError, ValueError):
        return None
    if name is None or name not in _TEXT_SETS:
        return None
    return _ALIKE.get(name, name)


# Only text encodings: a page may not name Python's "zlib" or "idna" codecs.
_TEXT_SETS = frozenset(
    {
        *("ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "iso8859-15"),
        *("cp1250", "cp1251", "cp1252", "cp1254", "cp1257", "iso8859-2", "iso8859-9", "koi8-r"),
        *("mac-roman", "gb18030", "gbk", "gb2312", "big5", "shift_jis", "euc_jp", "euc_kr"),
    }
)


def _strict(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        # a file cut off in the middle of its last character is still UTF-8
        return _cut_short(data, encoding) if encoding == "utf-8" else None


def _cut_short(data: bytes, encoding: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return decoder.decode(data)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is nought."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _guess(data: bytes) -> Decoded:
    """The likeliest single-byte reading, with the others where it is close."""
    sample = data[:SAMPLE]
    doubtful = sum(byte > 0x7F for byte in sample)
    ranked = sorted(((_plausible(sample, e), -i, e) for i, e in enumerate(_OLD)), reverse=True)
    best = ranked[0][2]
    close = tuple(e for score, _, e in ranked if ranked[0][0] - score < SURE * doubtful)
    return Decoded(data.decode(best, "replace"), best, close if len(close) > 1 else ())


_OLD = ("cp1252", "mac_roman")  # Latin-1 is Windows-1252 without its marks: the same text


def _plausible(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    return len(_GOOD.findall(text)) - 2.0 * len(_BAD.findall(text))
