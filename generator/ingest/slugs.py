"""Makes the id of a source from its file's name.

In: a name. Out: a slug, or "" where nothing is left of the name. Never: makes two ids differ by a suffix.
"""

import re
import unicodedata

# Latin letters that Unicode does not take apart into a plain letter and a mark.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"})
RESERVED = frozenset({"index"})  # the address of the list of sources
LONGEST = 240  # bytes: with a suffix this still fits the 255 bytes that common file systems allow a name


def slug(name: str) -> str:
    """Lower case, Latin letters without marks, all else hyphens; other scripts are kept where there is no Latin letter.

    >>> slug("Ärger am Fluß (2)"), slug("橋 の 話"), slug("!!!")
    ('arger-am-fluss-2', '橋-の-話', '')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    latin = "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))
    if re.search("[a-z]", latin) or (latin and not any(c.isalpha() for c in plain)):
        return latin
    kept = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "-".join("".join(c if _in_words(c) else " " for c in kept).split())


def is_safe(name: str) -> bool:
    """Whether an id can be part of an address: letters and digits in lower case, single hyphens between them.

    >>> is_safe("harbour-post"), is_safe("Harbour Post"), is_safe("a/b"), is_safe("index")
    (True, False, False, False)
    """
    plain = name == unicodedata.normalize("NFKC", name.casefold()) and all(_in_words(c) or c == "-" for c in name)
    pieces = name.split("-")
    return plain and all(pieces) and len(name.encode()) <= LONGEST and name not in RESERVED


def _in_words(character: str) -> bool:
    """Whether a character is a letter, a digit, or a mark on one."""
    return unicodedata.category(character)[0] in "LNM"
