"""Links that open the live page of a source at a passage: `#:~:text=[prefix-,]textStart[,textEnd][,-suffix]`.

Source: URL Fragment Text Directives (WICG draft), "find a range from a text directive". A browser compares without
regard to case and accents, finds whole words only, and each term inside one block of the page; a line break of the
stored text is taken for the end of a block. A directive is made only if it matches one place of the stored text.

In: sources, passages, the gate. Out: addresses. Never: holds a word that the gate withholds; knows the live page.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Protocol
from urllib.parse import quote

from generator.model import Record, Source, SourceEntry, Span
from generator.publish.occurrences import Occurrences
from generator.spans import cut

MARK = ":~:"
MOST_EXACT = 8  # words: a longer passage is named by how it begins and ends
LEAST_TERM = 3  # words: the live page has more text than was saved, and a single word soon stands there again
MOST_TERM = 8
MOST_TERMS = 3  # ways to name the passage that are tried with words around it: these tell more than longer terms
MOST_AROUND = 5  # words before or after
LONGEST_AROUND = 200  # characters in which these are looked for
MOST_PLACES = 20  # of a term that are compared
SPACE = re.compile(r"\s+")
WORD = re.compile(r"\S+")

Range = tuple[int, int]


class Granting(Protocol):
    """What a link needs of the gate."""

    @property
    def fragments(self) -> "Fragments":
        """The fragments of the same sources."""

    def grants(self, span: Span) -> bool:
        """Whether the site may print the words as running text."""


class Directive(Record, frozen=True, kw_only=True):
    """The terms of a text directive, as the source prints them but on one line."""

    prefix: str = ""
    start: str
    end: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """The directive as it stands in an address.

        >>> str(Directive(prefix="at 5-6", start="one, two", end="a & b", suffix="so"))
        'text=at%205%2D6-,one%2C%20two,a%20%26%20b,-so'
        """
        before = [_encoded(self.prefix) + "-"] if self.prefix else []
        after = ["-" + _encoded(self.suffix)] if self.suffix else []
        terms = [_encoded(term) for term in (self.start, self.end) if term]
        return "text=" + ",".join((*before, *terms, *after))


class Fragments:
    """Makes text directives; each source's text is indexed once, when it is first asked for."""

    __slots__ = ("_indexes", "_sources")

    def __init__(self, sources: Iterable[Source]) -> None:
        """Only passages of these sources have directives."""
        self._sources = {source.id: source for source in sources}
        self._indexes: dict[str, Occurrences] = {}

    def find(self, passage: Span, gate: Granting) -> Directive | None:
        """The directive that matches the passage and nothing else; None where there is none, or where it is withheld.

        It names the passage by its own words, in as few as do it, and only if need be by words around it.
        """
        source = self._sources[passage.source]
        if not passage.text.strip() or not gate.grants(passage):
            return None
        if source.id not in self._indexes:
            self._indexes[source.id] = Occurrences(fold(source.text))
        index = self._indexes[source.id]
        alone = next((one for one in list_plain(passage) if matches_once(index, one)), None)
        if alone is not None:
            return alone
        for around in range(1, MOST_AROUND + 1):
            found = [one for one in list_directives(source, passage, around, gate) if matches_once(index, one)]
            if found:
                return min(found, key=lambda one: (len(str(one)), str(one)))
        return None


def live_url(source: SourceEntry, passage: Span, gate: Granting) -> str | None:
    """The passage's address on the page that the source was saved from; None where no text fragment finds it alone."""
    if not source.url or not source.url.startswith(("https://", "http://")):
        return None
    directive = gate.fragments.find(passage, gate)
    if directive is None:
        return None
    page, mark, place = source.url.partition(MARK)[0].partition("#")
    return f"{page}#{place if mark else ''}{MARK}{directive}"


def list_directives(source: Source, passage: Span, around: int, gate: Granting) -> Iterator[Directive]:
    """The directives that match the passage with so many words before or after it, as far as they may be printed."""
    prefix = _granted(source, words_before(source, passage, around), gate)
    suffix = _granted(source, words_after(source, passage, around), gate)
    for plain in islice(list_plain(passage), MOST_TERMS):
        if prefix:
            yield Directive(prefix=prefix, start=plain.start, end=plain.end)
        if suffix and not plain.end:
            yield Directive(start=plain.start, suffix=suffix)


def list_plain(passage: Span) -> Iterator[Directive]:
    """The directives of a passage alone: all its words, or how it begins and ends, in fewest words first."""
    lines = [words for line in passage.text.split("\n") if (words := line.split())]
    first, last = lines[0], lines[-1]
    if len(lines) == 1 and len(first) <= MOST_EXACT:
        yield Directive(start=" ".join(first))
        return
    text = fold(passage.text).strip()
    sizes = sorted(product(range(LEAST_TERM, MOST_TERM + 1), repeat=2), key=sum)
    for begin, finish in sizes:
        if len(lines) > 1 or begin + finish <= len(first):  # the two terms must not overlap
            start, end = " ".join(first[:begin]), " ".join(last[-finish:])
            if ends_at(text, len(fold(start)), fold(end)):
                yield Directive(start=start, end=end)


def ends_at(passage: str, after: int, end: str) -> bool:
    """Whether of a folded passage's places after an offset the first that has the words of `end` is its end."""
    at = passage.find(end, after)
    while at >= 0 and not is_whole(passage, at, at + len(end)):
        at = passage.find(end, at + 1)
    return at >= 0 and at + len(end) == len(passage)


def matches_once(text: Occurrences, directive: Directive) -> bool:
    """Whether a directive whose end is known begins at one place only."""
    pieces = [fold(term) for term in (directive.prefix, directive.start, directive.suffix) if term]
    joined = {pieces[0]} if len(pieces) == 1 else {" ".join(pieces), "".join(pieces)}  # no space need part them
    count = 0
    for wanted in joined:
        places = text.find(wanted, MOST_PLACES)
        if places is None or len(places) == MOST_PLACES:
            return False
        count += sum(is_whole(text.text, at, at + len(wanted)) for at in places)
    return count == 1


def words_before(source: Source, passage: Span, most: int) -> tuple[Range, ...]:
    """The last words of the line that ends before the passage, or in which it begins; as many as are wanted or none."""
    far = max(0, passage.start - LONGEST_AROUND)
    end = far + len(source.text[far : passage.start].rstrip())
    line = max(far, source.text.rfind("\n", far, end) + 1)
    words = [word.span() for word in WORD.finditer(source.text, line, end)]
    if words and words[0][0] == far > 0:
        words.pop(0)  # perhaps half a word
    return tuple(words[-most:]) if len(words) >= most else ()


def words_after(source: Source, passage: Span, most: int) -> tuple[Range, ...]:
    """The first words of the line that begins after the passage, or in which it ends; as many as are wanted or none."""
    far = min(len(source.text), passage.end + LONGEST_AROUND)
    start = far - len(source.text[passage.end : far].lstrip())
    line = source.text.find("\n", start, far)
    words = [word.span() for word in WORD.finditer(source.text, start, line if line >= 0 else far)]
    if words and words[-1][1] == far < len(source.text):
        words.pop()
    return tuple(words[:most]) if len(words) >= most else ()


def fold(text: str) -> str:
    """The text as a browser compares it: without case and accents, white space as one space.

    >>> fold("Käse \\n  Brot")
    'kase brot'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    marks = {ord(char): None for char in set(plain) if unicodedata.combining(char)}
    return SPACE.sub(" ", plain.translate(marks))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word reaches over either end of a range."""
    return not any(0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at]) for at in (start, end))


def _in_word(char: str) -> bool:
    """Whether a character runs on in its word; scripts without case are taken to part words anywhere."""
    return char.isdecimal() or char.lower() != char.upper()


def _granted(source: Source, words: tuple[Range, ...], gate: Granting) -> str:
    """The words as a term, "" where there are none or not all may be printed."""
    if not words:
        return ""
    span = cut(source, words[0][0], words[-1][1])
    return " ".join(span.text.split()) if gate.grants(span) else ""


def _encoded(term: str) -> str:
    """A term with all but letters, digits and harmless signs percent-encoded."""
    return quote(term, safe="").replace("-", "%2D")
