"""Marks what belongs to the page and not to the document: buttons, forms, prompts, links, leftovers of pictures.

The rules are about web pages in general and take whole lines; the phrases are data (generator/language/data/page). All
languages' phrases are tried on every page, because a page's buttons need not be in its text's language. A sentence of
the article that is lost is worse than a button that is kept.

In: lines. Out: furniture, sorted, not overlapping. Never: cuts text, looks at what a sentence says.
"""

import re
from collections.abc import Sequence
from functools import cache

from generator.ingest.lines import Line, count_words
from generator.ingest.phrases import MOST_WORDS, Book, look_up, make_book, split_words
from generator.language.loader import languages
from generator.language.page import Where, page_words
from generator.model import Furniture

LONGEST = 600  # characters of a line that a rule looks at
TOP_LINES = 6  # lines that are not blank and count as near the page's first one
END_LINES = 12  # and near its last one: prompts, links and forms stand in stacks there
OPENING = ('"', "“", "„", "«", "‘", "'", "—", "–")  # a line that begins so is speech and no button
RUN_IN = "caption or link run into the sentence"
PICTURE = "picture placeholder"
NAVIGATION = "navigation line"
ADDRESS = "web address"
CRUMBS = re.compile(r"\s[>›»|/•·]\s|\s?[›»]\s?")
CRUMBS_LEAST = 3
CRUMB_WORDS = 3
PICTURE_LINES = 3  # lines that end in a picture's placeholder: fewer may be words of a headline
# A sentence's closing mark, then a capital letter without a space; the group is what was run in. Without a quotation
# mark the word before must be in lower case, because names of firms and sites have full stops inside.
GLUED = re.compile(r"(?:(?<!\w)[a-zß-ÿ]{2,30}[.!?]|[.!?,][”»\"])([A-ZÀ-Þ][^.!?“”«»\"]{2,120})$")
RUN_IN_LEAST = 2  # a single word may be a slip of the keyboard
RUN_IN_WORDS = 10
HOST_WORDS = 5  # words that must stand before it: a sentence, not a name with a full stop inside


def find_furniture(lines: Sequence[Line], *, collection: bool = False) -> tuple[Furniture, ...]:
    """Every piece of furniture among the lines of a page, at most one a line.

    What people post ends and begins as it likes: in a collection nothing counts as run into a sentence.
    """
    pictures = _has_pictures(lines)
    found = []
    for index, line in enumerate(lines):
        where = _where(index, len(lines))
        piece = _whole_line(line, where) or _placeholder(line, pictures) or (None if collection else _run_in(line))
        if piece:
            found.append(piece)
    return tuple(found)


def _where(index: int, count: int) -> Where:
    """Where on the page a line stands; of a short page the first half is never near the end."""
    if count - index <= END_LINES and index * 2 >= count:
        return "end"
    return "edge" if index < TOP_LINES else "anywhere"


def _whole_line(line: Line, where: Where) -> Furniture | None:
    if len(line.text) > LONGEST:
        return None
    rule = ADDRESS if is_address(line.text) else phrase_rule(line.text, where)
    if not rule and where != "anywhere" and _is_trail(line.text):
        rule = NAVIGATION
    return Furniture(start=line.start, end=line.end, text=line.text, rule=rule) if rule else None


def is_address(text: str) -> bool:
    """Whether a line is a web address and nothing else."""
    return text.startswith(("http://", "https://")) and " " not in text and len(text) <= LONGEST


def phrase_rule(text: str, where: Where) -> str | None:
    """The rule whose phrase takes the whole line, None where none does.

    >>> phrase_rule("Share this story", "anywhere"), phrase_rule("Share prices fell", "anywhere")
    ('share button', None)
    """
    words = split_words(text)
    if not words or len(words) > MOST_WORDS or text.startswith(OPENING):
        return None
    return next((rule for rule, place in look_up(_phrases(), words) if _counts(place, where)), None)


def _counts(place: Where, where: Where) -> bool:
    return place in ("anywhere", where) or (place == "edge" and where == "end")


@cache
def _phrases() -> Book[tuple[str, Where]]:
    groups = [group for language in languages("page") for group in page_words(language).furniture]
    return make_book((notation, (group.rule, group.where)) for group in groups for notation in group.lines)


def _is_trail(text: str) -> bool:
    """A trail of links such as "Home > News > Town": three short pieces or more between arrows or bars."""
    pieces = CRUMBS.split(text)
    return len(pieces) >= CRUMBS_LEAST and all(piece.strip() and len(piece.split()) <= CRUMB_WORDS for piece in pieces)


def _has_pictures(lines: Sequence[Line]) -> bool:
    return sum(1 for line in lines if _last_token(line.text)[1]) >= PICTURE_LINES


def _last_token(text: str) -> tuple[str, int]:
    """A line's last word, and how often it repeats a word that stands for a picture (0 where it is none)."""
    token = text[-LONGEST:].rsplit(maxsplit=1)[-1]
    for name in _picture_words():
        if token.startswith(name) and token == name * (len(token) // len(name)):
            return token, len(token) // len(name)
    return token, 0


@cache
def _picture_words() -> tuple[str, ...]:
    return tuple(sorted({word.capitalize() for language in languages("page") for word in page_words(language).images}))


def _placeholder(line: Line, pictures: bool) -> Furniture | None:
    """Words that saving a page left for its pictures ("ImageImage"); a single one only where the page has several."""
    token, times = _last_token(line.text)
    if times < 1 or (times == 1 and not pictures):
        return None
    return Furniture(start=line.end - len(token), end=line.end, text=token, rule=PICTURE)


def _run_in(line: Line) -> Furniture | None:
    """A caption or link glued to a sentence's end, without a space before it and a full stop after it."""
    tail = line.text[-LONGEST:]
    found = GLUED.search(tail)
    if not found or not RUN_IN_LEAST <= count_words(found[1], RUN_IN_WORDS + 1) <= RUN_IN_WORDS:
        return None
    if count_words(tail[: found.start(1)], HOST_WORDS) < HOST_WORDS:
        return None
    return Furniture(start=line.end - len(found[1]), end=line.end, text=found[1], rule=RUN_IN)
