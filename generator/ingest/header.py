"""Finds what a document's head and foot state of it: title, dates of publication and update, byline, publisher.

In: the lines of an article and what is already set aside. Out: a Header. Never: reads dates of the running text,
supplies what is not printed.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from generator.ingest.datelines import find_dateline, weekday_against
from generator.ingest.header_lines import (
    HeaderLine,
    LineDate,
    copyright_holder,
    is_of_occasion,
    leading_date,
    read_header_line,
)
from generator.ingest.lines import Line, count_words, has_full_stop, is_running, separates_paragraphs
from generator.ingest.printed_dates import PrintedDate
from generator.model import Furniture, Record

HEAD_LINES = 10  # lines outside the furniture among which a head is looked for
FOOT_LINES = 6  # lines at the end on which dates and rights are looked for
TITLE_WORDS = 28
EXCLAIMED_WORDS = 18  # of a headline that ends like a sentence; a longer one is running text
LEAD_WORDS = 5  # words behind a date from which it stands directly before running text
PASSED = 2  # lines between title and text that state nothing known: a deck, a kicker
CHRONOLOGY_LINES = 400  # short lines with figures among which dates are counted
BARE_LENGTH = 60  # characters of a line that can be nothing but a date
DATE_LINE = "date line"
MASTHEAD = "masthead"
WHY = {
    ("leading", "published"): "The text begins with this date.",
    ("head", "published"): "The text prints this date above its first paragraph.",
    ("below", "published"): "The text prints this date on a line of its own, as that of its publication.",
    ("leading", "updated"): "The text begins with this date, as that of its update.",
    ("head", "updated"): "The text prints this date above its first paragraph, as that of its update.",
    ("below", "updated"): "The text prints this date on a line of its own, as that of its update.",
}
NO_TITLE_ENDS = (".", ",", ";", ":", "…", "-", "–", "—", "_")


class Stated(Record, frozen=True, kw_only=True):
    """A date as stated: EDTF, where it stands, and how a reader can see what it means."""

    edtf: str
    start: int
    end: int
    why: str


class Header(Record, frozen=True, kw_only=True):
    """What a page states of its document; `title` is the line that shows it. `furniture` is sorted."""

    title: Line | None
    published: Stated | None
    updated: Stated | None
    byline: str | None
    publisher: str | None
    furniture: tuple[Furniture, ...]


class Head(Record, frozen=True, kw_only=True):
    """The title of a head, its lines that state something in order, and a labelled date that begins the text."""

    title: Line | None
    stating: tuple[tuple[Line, HeaderLine], ...]
    leading: tuple[Line, LineDate] | None


def read_header(
    lines: Sequence[Line],
    language: str,
    taken: frozenset[int],
    *,
    publisher: str | None = None,
    kept: frozenset[int] = frozenset(),
) -> Header:
    """The header of an article. `taken` holds the offsets at which furniture and captions start.

    A first line that is nothing but the name of the `publisher`, where a person gave it, or of who claims the page's
    copyright, is a masthead. `kept` holds the offsets of lines that belong to the text, as a person decided: they state
    nothing of the document, but one can be its title.
    """
    free = [line for line in lines if line.start not in taken]
    holder = _holder(lines, language)
    owners = {name.casefold() for name in (publisher, holder) if name}
    masthead = free[:1] if free and free[0].text.casefold() in owners and free[0].start not in kept else []
    free = free[len(masthead) :]
    head = _read_head(free, lines, language, taken, kept)
    below = _read_below([line for line in free if line.start not in kept], head, language)
    return Header(
        title=head.title,
        published=_stated("published", head, below, language) or _dateline(free, kept, language),
        updated=_stated("updated", head, below, language),
        byline=next((found.byline for _, found in head.stating if found.byline), None),
        publisher=next((found.publisher for _, found in head.stating if found.publisher), holder),
        furniture=(*(_piece(line, MASTHEAD) for line in masthead), *_furniture(head, below)),
    )


def shows_title(line: Line) -> bool:
    """Whether a line can be a headline: short, begins like one, and does not end like a sentence."""
    words = count_words(line.text, TITLE_WORDS + 1)
    begins = line.text.lstrip("“\"'‘«„¿¡([#")[:1]
    ends = line.text.rstrip("\"'”’»)]")
    if ends.endswith(("?", "!")) and words > EXCLAIMED_WORDS:
        return False
    tidy = not ends.endswith(NO_TITLE_ENDS) or _is_abbreviation(ends)
    spelled = sum(1 for word in line.text.split() if any(c.isalpha() for c in word)) if words <= TITLE_WORDS else 0
    return spelled > 1 and tidy and bool(begins) and not begins.islower()


def _is_abbreviation(text: str) -> bool:
    """Whether a line ends in letters with full stops ("U.S.")."""
    last = text.rsplit(maxsplit=1)[-1]
    return last.count(".") > 1 and last.replace(".", "").isupper()


def _read_head(
    free: Sequence[Line], lines: Sequence[Line], language: str, taken: frozenset[int], kept: frozenset[int]
) -> Head:
    """Walks down to the running text, past a deck or kicker; a date may begin the page or its running text."""
    leading = _leading(free, language) if free and free[0].start not in kept else None
    title: Line | None = None
    stating: list[tuple[Line, HeaderLine]] = []
    passed: list[Line] = []
    dateless, of_items = _is_of_other_dates(free, language), _heads_items(free, language)
    for index, line in enumerate(() if leading else free[:HEAD_LINES]):
        found = None if line.start in kept else read_header_line(line.text, language, first=title is None)
        if found and not (found.bare and dateless) and not (found.placed and of_items):
            stating.append((line, found))
        elif title is None and not passed and _is_title(line, lines, language, taken):
            title = _without_marks(line)
        elif len(passed) == PASSED or _begins_text(line, free[index + 1 : index + 3], passed, title, language):
            leading = None if stating or line.start in kept else _leading((line,), language)
            break
        else:
            passed.append(line)
    return Head(title=title, stating=tuple(stating), leading=leading)


def _begins_text(
    line: Line, behind: Sequence[Line], passed: Sequence[Line], title: Line | None, language: str
) -> bool:
    """Whether a line of a head is running text. One sentence may stand above the text: short, or as a headline that
    ends in a full stop, or as the deck between a title and a line that is more than a bare date."""
    if not has_full_stop(line.text) or not is_running(line):
        return is_running(line) or (has_full_stop(line.text) and any(has_full_stop(other.text) for other in passed))
    if passed:
        return True
    if title is None:
        return count_words(line.text, EXCLAIMED_WORDS + 1) > EXCLAIMED_WORDS
    stated = (read_header_line(other.text, language, first=False) for other in behind)
    return not any(found and not found.bare for found in stated)


def _without_marks(line: Line) -> Line:
    """A heading without the marks that Markdown sets before it."""
    bare = line.text.lstrip("#").lstrip()
    return Line(start=line.end - len(bare), end=line.end, text=bare, blanks=line.blanks)


def _labelled(lines: Sequence[Line], language: str) -> list[tuple[Line, HeaderLine]]:
    """Those of the lines that are dates with a label each, which nothing in running text is."""
    found = [(line, read_header_line(line.text, language, first=True)) for line in lines]
    return [(line, stated) for line, stated in found if stated and _is_labelled(stated)]


def _is_labelled(stated: HeaderLine) -> bool:
    dated = stated.rule == "date line" and bool(stated.dates) and not stated.bare
    return dated and all(date.labelled for date in stated.dates)


def _leading(free: Sequence[Line], language: str) -> tuple[Line, LineDate] | None:
    """A labelled date with which the first of the lines begins, with running text directly behind it."""
    found = leading_date(free[0].text, language) if free else None
    behind = free[0].text[found.end :] if found else ""
    begins = behind[:1].isspace() and not behind.lstrip()[:1].islower()
    return (free[0], found) if found and begins and count_words(behind, LEAD_WORDS) == LEAD_WORDS else None


def _is_of_other_dates(free: Sequence[Line], language: str) -> bool:
    """Whether dates without a word are not the page's own: where several head passages, or an occasion is announced."""
    if any(is_of_occasion(line.text, language) for line in free[:HEAD_LINES]):
        return True
    stated = (read_header_line(line.text, language, first=True) for line in _short_with_figures(free))
    return len(list(islice((found for found in stated if found and found.bare), 2))) > 1


def _heads_items(free: Sequence[Line], language: str) -> bool:
    """Whether names with dates head several items: "1. @annlee, 3 May 2021" and so on. None of them is the page's."""
    read = ((line.text, read_header_line(line.text, language, first=False)) for line in _short_with_figures(free))
    return len({text for text, found in read if found and found.placed}) > 1


def _short_with_figures(free: Sequence[Line]) -> Iterable[Line]:
    """The first lines that are short enough to be nothing but a date."""
    short = (line for line in free if len(line.text) <= BARE_LENGTH and any(c.isdigit() for c in line.text))
    return islice(short, CHRONOLOGY_LINES)


def _is_title(line: Line, lines: Sequence[Line], language: str, taken: frozenset[int]) -> bool:
    """Whether a line looks like a headline and what follows it leaves it standing alone above a text."""
    if not shows_title(line):
        return False
    below = [other for other in lines if other.start > line.start]
    if not any(has_full_stop(other.text) and count_words(other.text, LEAD_WORDS) == LEAD_WORDS for other in below):
        return False
    alone = bool(below[0].blanks) or below[0].start in taken or read_header_line(below[0].text, language, first=False)
    return bool(alone) or (not separates_paragraphs(lines) and is_running(below[0]))


def _read_below(free: Sequence[Line], head: Head, language: str) -> tuple[tuple[Line, HeaderLine], ...]:
    """Lines near the beginning or the end, below the head, that are nothing but dates with a word that says of what."""
    known = {line.start for line, _ in head.stating}
    near = (*free[:HEAD_LINES], *free[max(len(free) - FOOT_LINES, HEAD_LINES) :])
    return tuple(_labelled([line for line in near if line.start not in known], language))


def _stated(role: str, head: Head, below: Sequence[tuple[Line, HeaderLine]], language: str) -> Stated | None:
    """The first date in the role; two dates without a label on one line tell nothing."""
    if head.leading and head.leading[1].role == role:
        return _dated(*head.leading, WHY["leading", role], language)
    for place, stating in (("head", head.stating), ("below", below)):
        for line, found in stating:
            dates = [date for date in found.dates if date.role == role]
            unlabelled = [date for date in dates if not date.labelled]
            if dates and dates[0].edtf and len(unlabelled) <= 1:
                return _dated(line, dates[0], WHY[place, role], language)
    return None


def _dated(line: Line, date: LineDate | PrintedDate, why: str, language: str) -> Stated | None:
    """A date of a line as stated; a weekday that disagrees is told, never used to change it."""
    if date.edtf is None:
        return None
    if weekday := weekday_against(line.text, date.start, date.edtf, language):
        why = f"{why} It calls that day a {weekday}, which it was not."
    return Stated(edtf=date.edtf, start=line.start + date.start, end=line.start + date.end, why=why)


def _dateline(free: Sequence[Line], kept: frozenset[int], language: str) -> Stated | None:
    """The date in the dateline with which the running text begins; the line stays text."""
    for line in free[:HEAD_LINES]:
        if line.start not in kept and (found := find_dateline(line.text, language)):
            return _dated(line, found, "The text begins with this date, in its dateline.", language)
    return None


def _holder(lines: Sequence[Line], language: str) -> str | None:
    """Who claims the page's copyright near its end."""
    holders = (copyright_holder(line.text, language) for line in lines[-FOOT_LINES:])
    return next((holder for holder in holders if holder), None)


def _furniture(head: Head, below: Sequence[tuple[Line, HeaderLine]]) -> tuple[Furniture, ...]:
    pieces = [_piece(line, found.rule) for line, found in (*head.stating, *below)]
    if head.leading:
        line, date = head.leading
        end = line.start + date.end
        pieces.append(Furniture(start=line.start, end=end, text=line.text[: date.end], rule=DATE_LINE))
    return tuple(pieces)


def _piece(line: Line, rule: str) -> Furniture:
    return Furniture(start=line.start, end=line.end, text=line.text, rule=rule)
