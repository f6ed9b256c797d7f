"""Takes a page of items apart: threads, topics, posts, each closed by a line that counts ("Read 9 letters").

In: the lines of a page. Out: the items with their counts, and what frames them. Never: looks at what items say.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from statistics import median

from generator.ingest.furniture import phrase_rule
from generator.ingest.header import shows_title
from generator.ingest.lines import Line
from generator.ingest.phrases import NUMBER, Book, look_up, make_book, split_words
from generator.language.loader import languages
from generator.language.page import page_words
from generator.model import Furniture, Record

LEAST_ITEMS = 3  # equal counter lines from which a page is a collection: one or two stand under an article's comments
COUNTER_LENGTH = 60  # characters
ARTICLE_LENGTH = 1500  # characters from which the first item may be an article with comments,
ARTICLE_SHARE = 4  # if it is as many times as long as the others in the middle
HEADING_LINES = 6
BULLETS = ("- ", "– ", "— ", "* ", "• ", "· ", "‣ ", "▪ ", "◦ ")
GROUPING = str.maketrans("", "", ".,' ")  # what parts the thousands of a number
COUNTER, HEADING, FOOTER = "counter", "page heading", "page footer"


class Item(Record, frozen=True, kw_only=True):
    """One item: its lines, never empty, and how many posts it has by its counter, the first one included."""

    lines: tuple[Line, ...]
    posts_stated: int


class Page(Record, frozen=True, kw_only=True):
    """A collection: its items in page order, its title line if it has one, and the furniture around them, sorted."""

    title: Line | None
    items: tuple[Item, ...]
    furniture: tuple[Furniture, ...]


def find_items(lines: Sequence[Line]) -> Page | None:
    """The items of a collection, None where the lines are not divided by counters of one form."""
    counters = _counters(lines)
    if len(counters) < LEAST_ITEMS:
        return None
    heading = _heading_length(lines[: min(counters)], len(counters))
    items, start = [], heading
    for place, stated in counters.items():
        if place > start:
            items.append(Item(lines=tuple(lines[start:place]), posts_stated=stated))
        start = place + 1
    framing = [_piece(line, HEADING) for line in lines[:heading]]
    framing += [_piece(lines[place], COUNTER) for place in counters]
    framing += [_piece(line, phrase_rule(line.text, "end") or FOOTER) for line in lines[start:]]
    if not items or _is_article(items):
        return None
    title = lines[0] if heading and shows_title(lines[0]) else None
    return Page(title=title, items=tuple(items), furniture=tuple(framing))


def _is_article(items: Sequence[Item]) -> bool:
    """Whether what seems the first item is an article, and the others are the comments below it."""
    first, *others = (sum(len(line.text) for line in item.lines) for item in items)
    return first >= ARTICLE_LENGTH and bool(others) and first > ARTICLE_SHARE * median(others)


def posts_saved(item: Item) -> int:
    """How many posts of an item were saved: a line directly below another begins a post, blank lines do not.

    Bullets belong to the post above. Never more than the page states.
    """
    starts = [line for line in item.lines[1:] if not line.blanks and not line.text.startswith(BULLETS)]
    return min(1 + len(starts), item.posts_stated)


def _piece(line: Line, rule: str) -> Furniture:
    return Furniture(start=line.start, end=line.end, text=line.text, rule=rule)


def _counters(lines: Sequence[Line]) -> dict[int, int]:
    """The places of the counter lines and the posts they state, of that form of counter which is found most often."""
    found: dict[int, tuple[str, int]] = {}
    for place, line in enumerate(lines):
        form = _form(line.text)
        if form:
            found[place] = form
    forms = Counter(name for name, _ in found.values())
    best = max(sorted(forms), key=lambda name: forms[name], default="")
    return {place: posts for place, (name, posts) in found.items() if name == best}


def _form(text: str) -> tuple[str, int] | None:
    """The form of a counter line, which is the notation of its phrase, and the number of posts that it states."""
    words = split_words(text) if len(text) <= COUNTER_LENGTH and any(c.isdigit() for c in text) else ()
    for form, left_out in look_up(_counter_book(), words):
        number = next(word.folded for word in words if NUMBER.fullmatch(word.folded)).translate(GROUPING)
        return (form, int(number) + left_out) if number.isdigit() else None
    return None


@cache
def _counter_book() -> Book[tuple[str, int]]:
    """Every counter's phrase, with the number of posts that it leaves out: answers do not count what they answer."""
    words = [page_words(language) for language in languages("page")]
    posts = [(notation, (notation, 0)) for page in words for notation in page.posts]
    return make_book((*posts, *((notation, (notation, 1)) for page in words for notation in page.answers)))


def _heading_length(lines: Sequence[Line], items: int) -> int:
    """How many of the lines before the first counter head the page; the last line is always the first item's.

    A line that states the number of items, or that is a known head of lists, ends the heading; else the first line is
    one if it stands alone and looks like a title.
    """
    heading = 0
    for index, line in enumerate(lines[: min(HEADING_LINES, len(lines) - 1)]):
        if _states(line.text, items) or _is_listing(line.text):
            heading = index + 1
    if not heading and len(lines) > 1 and shows_title(lines[0]) and lines[1].blanks:
        heading = 1
    return heading


def _states(text: str, items: int) -> bool:
    return len(text) <= COUNTER_LENGTH and any(word.folded == str(items) for word in split_words(text))


def _is_listing(text: str) -> bool:
    words = split_words(text) if len(text) <= COUNTER_LENGTH else ()
    return next(look_up(_listing_book(), words), False)


@cache
def _listing_book() -> Book[bool]:
    return make_book((notation, True) for language in languages("page") for notation in page_words(language).listing)
