"""The words of a quotation as they are compared: without typography, with an editor's marks understood.

In: text and where it starts. Out: words with their places. Never: changes a word beyond its form of writing.
"""

import re

from generator.model import Record

CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(rf"[{CJK}]|\[?[^\W{CJK}]+(?:['’\[\]]+[^\W{CJK}]+)*\]?|…|\.(?:\s?\.)+")
NOTE = re.compile(r"\[\s?sic\s?[.!]?\]", re.IGNORECASE)


class Wording(Record, frozen=True, kw_only=True):
    """Words in the form in which they are compared, and the half-open offsets of each in the source.

    An editor's brackets are dropped and their words kept; "[sic]" is no word. `gaps` are the indexes of the words
    before which an ellipsis stands, `len(words)` where one stands at the end.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    gaps: frozenset[int]


def read_wording(text: str, start: int) -> Wording:
    """The wording of a text that starts at an offset of its source.

    >>> read_wording("“The “[old] Bridge’s … gone”", 0).words
    ('the', 'old', "bridge's", 'gone')
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    gaps: set[int] = set()
    notes = [found.span() for found in NOTE.finditer(text)]
    for found in WORD.finditer(text):
        if any(first <= found.start() < last for first, last in notes):
            continue
        if found.group()[0] in "….":
            gaps.add(len(words))
            continue
        words.append(normal_word(found.group()))
        places.append((start + found.start(), start + found.end()))
    return Wording(words=tuple(words), places=tuple(places), gaps=frozenset(gaps))


def normal_word(word: str) -> str:
    """A word in lower case, with straight apostrophes, without brackets; a name in -s has one possessive form.

    >>> normal_word("[T]he"), normal_word("It’s"), normal_word("Hans’s"), normal_word("Hans")
    ('the', "it's", 'hans', 'hans')
    """
    plain = word.replace("[", "").replace("]", "").replace("’", "'").casefold()
    return plain.removesuffix("'s") if plain.endswith("s's") else plain
