"""Turns the bytes of a file into stored text, or says why it cannot.

UTF-8 is the rule; UTF-16 and UTF-32 are read where a byte-order mark announces them. Of the older encodings, those
are tried that charset-normalizer finds tidy, and the first is taken in which the text is in a language that was
written in that encoding: the same bytes are French in one and gibberish in the next.

In: bytes. Out: stored text, the encoding taken, or a refusal. Never: reads files, changes text beyond line ends.
"""

import codecs
import re

from charset_normalizer import from_bytes

from generator.language.identify import identify
from generator.model import Record

MARKS = (  # the longer mark first: that of UTF-16 LE begins that of UTF-32 LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = frozenset(
    ("ca", "da", "de", "en", "es", "fi", "fr", "id", "is", "it", "ms", "nl", "no", "pt", "sq", "sv", "sw"),
)
CENTRAL = frozenset(["bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"])
LANGUAGES_OF = {  # in the order of preference where two fit equally
    "cp1252": WESTERN,
    "cp1250": CENTRAL,
    "iso8859_2": CENTRAL,
    "cp1251": frozenset(["be", "bg", "mk", "mn", "ru", "sr", "uk"]),
    "koi8_r": frozenset(("ru",)),
    "cp1253": frozenset(("el",)),
    "cp1254": frozenset(("tr",)),
    "cp1255": frozenset(("he",)),
    "cp1256": frozenset(["ar", "fa", "ur"]),
    "cp1257": frozenset(["et", "lt", "lv"]),
    "cp932": frozenset(("ja",)),
    "euc_jp": frozenset(("ja",)),
    "gb18030": frozenset(("zh",)),
    "big5": frozenset(("zh",)),
    "cp949": frozenset(("ko",)),
    "mac_roman": WESTERN,
}
DOUBLE_BYTE = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
RARE = "mac_roman"  # taken only where it is clearly tidier than what is common
UNKNOWN = "Its encoding cannot be made out. Save it as UTF-8."
LANGUAGE_SURE = 0.9  # probability under which a decoding is not taken: a wrong one misspells every name
MARGIN = 0.02  # of mess (0-1): the tidiest encoding must beat every other fitting one by it, else nothing is sure
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
CONTROL_SHARE = 0.02  # of a file's bytes: a text has next to none, compressed data one in ten
NON_ASCII = re.compile(rb"[\x80-\xff]+")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class Decoded(Record, frozen=True, kw_only=True):
    """Stored text and its encoding ("utf-8", "cp1252"). `certain` is False where the encoding was worked out."""

    text: str
    encoding: str
    certain: bool


class Refused(Record, frozen=True, kw_only=True):
    """Why a file has no stored text, in a sentence, and the line of the fault, where one can be named."""

    why: str
    line: int | None = None


def decode(data: bytes) -> Decoded | Refused:
    r"""The stored text of a file: decoded, `\r\n` turned into `\n`, a byte-order mark dropped, nothing else changed.

    >>> decode("\ufeffé\r\n".encode("utf-16-le")).text
    'é\n'
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    if b"\0" in data or len(CONTROL.findall(data)) > CONTROL_SHARE * len(data):
        return Refused(why="This is not text but binary data. Save its text in a .txt file (UTF-8).")
    try:
        return Decoded(text=_stored(data.decode("utf-8")), encoding="utf-8", certain=True)
    except UnicodeDecodeError as fault:
        damaged = _looks_like_utf8(data)
        found = _work_out(data, DOUBLE_BYTE if damaged else tuple(LANGUAGES_OF))
        return found or (_broken_utf8(data, fault.start) if damaged else Refused(why=UNKNOWN))


def _decode_marked(data: bytes, encoding: str) -> Decoded | Refused:
    try:
        return Decoded(text=_stored(data.decode(encoding)), encoding=encoding, certain=True)
    except UnicodeDecodeError:
        return Refused(why=f"Its byte-order mark says {encoding.upper()}, but it cannot be read so. Save it as UTF-8.")


def _stored(text: str) -> str:
    return text.replace("\r\n", "\n")


def _looks_like_utf8(data: bytes) -> bool:
    """Whether more of what is not ASCII is sound UTF-8 than not: a damaged file, or one in a double-byte encoding."""
    strange = sum(len(run) for run in NON_ASCII.findall(data))
    sound = sum(len(run) for run in MULTIBYTE.findall(data))
    return sound * 2 > strange


def _broken_utf8(data: bytes, at: int) -> Refused:
    line = data.count(b"\n", 0, at) + 1
    why = f"Byte {at} is not valid UTF-8, though most of the rest is. Mend that place and save the file as UTF-8."
    return Refused(why=why, line=line)


def _work_out(data: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    """The text in the tidiest encoding that fits its language, None where another fits about as well.

    Double-byte encodings turn each other's text into words that no measure of mess tells from real ones: of them only
    one may fit at all.
    """
    best, limit = None, 1.0
    for encoding, mess in _tidiest_first(data, encodings):
        fitting = _try(data, encoding) if mess < limit else None
        if fitting and best is None:
            best, limit = fitting, mess + MARGIN
        elif fitting and best and fitting.text != best.text:
            return None
    if best and best.encoding in DOUBLE_BYTE:
        others = (_try(data, encoding) for encoding in DOUBLE_BYTE if encoding != best.encoding)
        return None if any(other and other.text != best.text for other in others) else best
    return best


def _try(data: bytes, encoding: str) -> Decoded | None:
    """The text in an encoding, None where it cannot be read so or is in a language that was not written in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    fits = identify(text, least=LANGUAGE_SURE) in LANGUAGES_OF[encoding]
    return Decoded(text=_stored(text), encoding=encoding, certain=False) if fits else None


def _tidiest_first(data: bytes, encodings: tuple[str, ...]) -> list[tuple[str, float]]:
    """The encodings that charset-normalizer finds possible, with the mess (0-1) it sees in each; ties as given."""
    mess: dict[str, float] = {}
    for match in from_bytes(data, cp_isolation=list(encodings), preemptive_behaviour=False):
        for encoding in match.could_be_from_charset:
            mess[encoding] = match.chaos + (MARGIN if encoding == RARE else 0)
    return sorted(((name, mess[name]) for name in encodings if name in mess), key=lambda found: found[1])
