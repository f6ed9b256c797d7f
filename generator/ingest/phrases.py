"""Matches a line with the phrases of the page lexicon (their notation stands in generator/language/page.py).

A phrase is a row of slots, and the places that a row has reached are followed side by side: the time is the number of
words times that of slots, whatever the line holds.

In: lines and phrases. Out: whether they match. Never: searches inside a line, reads data files.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, TypeVar

from generator.model import Record

MOST_WORDS = 60  # a longer line is running text
NAME_WORDS = 4
ANY_WORDS = 4
MORE_WORDS = 30
EDGES = ".,;:!?…\"“”„‘’'`´()[]{}<>«»‹›|*_-–—•·→←↓↑▼▶►✉~/\\"
TOKENS = re.compile(r"\{[^}]*\}:?|\S+")
LINK = re.compile(r"(?:https?://|www\.)\S+|[^@\s]+@[^@\s]+\.[a-z]+|[a-z0-9-]+\.(?:com|org|net|info|[a-z]{2})(?:/\S*)?")
NUMBER = re.compile(r"\d{1,9}(?:[.,' ]\d{3})*(?:[.,]\d)?[km]?")

ANYTHING = "{any}"

Kind = Literal["words", "number", "word", "name", "handle", "link", "any", "more"]
BEGINNINGS: tuple[Kind, ...] = ("number", "name", "handle", "link")  # kinds that tell something of a line's first word


class Word(Record, frozen=True, kw_only=True):
    """A word of a line: as written but for punctuation around it, folded for comparison, whether a colon follows."""

    raw: str
    folded: str
    colon: bool


class Slot(Record, frozen=True, kw_only=True):
    """One place of a phrase. `options` are the word rows that fit a "words" slot; the empty row makes it optional."""

    kind: Kind
    options: tuple[tuple[str, ...], ...] = ()
    colon: bool = False


Phrase = tuple[Slot, ...]
Entry = TypeVar("Entry")
Book = dict[str, tuple[tuple[Phrase, Entry], ...]]


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a line, at most one more than a phrase can match; what is only punctuation is no word.

    >>> [(word.folded, word.colon) for word in split_words("» Read More: it’s")]
    [('read', False), ('more', True), ("it's", False)]
    """
    words: list[Word] = []
    for token in text.replace("©", " © ").split(maxsplit=MOST_WORDS)[: MOST_WORDS + 1]:
        raw = token.strip(EDGES)
        colon = token.rstrip("\"”’»)]*_").endswith(":")
        if raw == "©" or any(character.isalnum() for character in raw):
            words.append(Word(raw=raw, folded=raw.casefold().replace("’", "'"), colon=colon))
        elif colon and words:
            words[-1] = Word(raw=words[-1].raw, folded=words[-1].folded, colon=True)
    return tuple(words)


@cache
def read_phrase(notation: str) -> Phrase:
    """A phrase from its notation. Raises ValueError where braces do not match: a data file is ours, so that is a bug.

    >>> read_phrase("read {number} {a|b|}")[2].options
    (('a',), ('b',), ())
    """
    tokens = TOKENS.findall(notation)
    if any("{" in token[1:] or "}" in token.removesuffix(":")[:-1] for token in tokens):
        raise ValueError(f"braces inside braces: {notation}")
    return tuple(_read_slot(token) for token in tokens)


def _read_slot(token: str) -> Slot:
    colon = token.endswith(":")
    body = token.removesuffix(":")
    if not body.startswith("{"):
        return Slot(kind="words", options=((body,),), colon=colon)
    inner = body[1:-1]
    for kind in ("number", "word", "name", "handle", "link", "any", "more"):
        if inner == kind:
            return Slot(kind=kind, colon=colon)
    return Slot(kind="words", options=tuple(tuple(option.split()) for option in inner.split("|")), colon=colon)


def make_book(entries: Iterable[tuple[str, Entry]]) -> Book[Entry]:
    """Phrases by how a line must begin to match them, each with what it stands for; their order is kept."""
    book: dict[str, list[tuple[Phrase, Entry]]] = {}
    for notation, entry in entries:
        phrase = read_phrase(notation)
        for beginning in _beginnings(phrase):
            book.setdefault(beginning, []).append((phrase, entry))
    return {beginning: tuple(phrases) for beginning, phrases in book.items()}


def look_up(book: Book[Entry], words: tuple[Word, ...]) -> Iterator[Entry]:
    """What the phrases stand for that take the whole line, first those that name its first word."""
    for beginning in (*_beginnings_of(words), ANYTHING) if words else ():
        for phrase, entry in book.get(beginning, ()):
            if matches(phrase, words):
                yield entry


def _beginnings(phrase: Phrase) -> tuple[str, ...]:
    """How a line can begin that matches the phrase: its first words, or a number and the word behind it, or a kind."""
    found: list[str] = []
    for place, slot in enumerate(phrase):
        behind = phrase[place + 1] if place + 1 < len(phrase) else slot
        if slot.kind == "number" and behind.kind == "words" and () not in behind.options:
            return (*found, *(f"{{number}} {option[0]}" for option in behind.options))
        if slot.kind != "words":
            return (*found, f"{{{slot.kind}}}" if slot.kind in BEGINNINGS else ANYTHING)
        found += [option[0] for option in slot.options if option]
        if () not in slot.options:
            break
    return tuple(dict.fromkeys(found))


def _beginnings_of(words: tuple[Word, ...]) -> Iterator[str]:
    """The keys under which a book may hold phrases for a line."""
    yield words[0].folded
    if _fits("number", words[0]) and len(words) > 1:
        yield f"{{number}} {words[1].folded}"
    yield from (f"{{{kind}}}" for kind in BEGINNINGS if _fits(kind, words[0]))


def matches(phrase: Phrase, words: tuple[Word, ...]) -> bool:
    """Whether the phrase takes the whole line.

    >>> matches(read_phrase("read {number} {word}"), split_words("Read 4 letters"))
    True
    """
    reached = {0}
    for slot in phrase:
        reached = {end for start in reached for end in _ends(slot, words, start)}
        if slot.colon:
            reached = {end for end in reached if end and words[end - 1].colon}
    return len(words) in reached


def _ends(slot: Slot, words: tuple[Word, ...], start: int) -> list[int]:
    """Where a slot that begins at a word may end."""
    if slot.kind == "words":
        spelled = tuple(word.folded for word in words[start : start + 8])
        return [start + len(option) for option in slot.options if spelled[: len(option)] == option]
    if slot.kind == "more":
        return list(range(start, min(start + MORE_WORDS, len(words)) + 1))
    if slot.kind == "any":
        return list(range(start, min(start + ANY_WORDS, len(words)) + 1))
    if slot.kind == "name":
        return _name_ends(words, start)
    return [start + 1] if start < len(words) and _fits(slot.kind, words[start]) else []


def _name_ends(words: tuple[Word, ...], start: int) -> list[int]:
    ends = []
    for index in range(start, min(start + NAME_WORDS, len(words))):
        if not _fits("name", words[index]):
            break
        ends.append(index + 1)
    return ends


def _fits(kind: Kind, word: Word) -> bool:
    if kind == "name":
        return word.raw[0].isupper()
    if kind == "number":
        return bool(NUMBER.fullmatch(word.folded))
    if kind == "handle":
        return word.raw.startswith("@")
    if kind == "link":
        return bool(LINK.fullmatch(word.folded))
    return True
