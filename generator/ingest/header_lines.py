"""Reads one line as a page's word on itself: a date line, a byline, the publisher's line; or as none of them.

A line is one of them only if nothing is left of it once dates, times, labels, names and roles are taken away.

In: a line and its language. Out: what it states. Never: looks at other lines, decides which date counts.
"""

import re
from functools import cache
from typing import Literal

from generator.ingest.names import is_names
from generator.ingest.printed_dates import find_dates, without_times
from generator.language.loader import primary
from generator.language.page import month_names, page_words, weekday_names
from generator.model import Record

LONGEST = 240  # characters
DATE_LENGTH = 40  # characters, more than any date with its time
PLACE_WORDS = 4  # "Ulm, 12 March 2021": a place or outlet of more words is a sentence
NAME_LEAST = 2  # words: "By Monday" names nobody
NAME_WORDS = 6
PUBLISHER_WORDS = 6
SHORT_DAY = 3  # letters: short names of days and months are names of people too (Jan, Mar, Sol)
PUNCTUATION = " \t\u00a0.,;:@|/·•()[]–—-*_→>»“”\""
BEFORE_DATE = (",", "|", "·", "•", "–", "—", "-")
COPYRIGHT = re.compile(
    r"(?:copyright\s)?(?:©|\(c\))\s?[12]\d{3}(?:\s?[-–]\s?[12]\d{3})?,?\s(?:by\s)?([^.|]{2,80}?)"
    r"(?:[.,|]?\s{0,3}all rights reserved.{0,80})?[. ]{0,3}",
    re.IGNORECASE,
)

Role = Literal["published", "updated"]


class LineDate(Record, frozen=True, kw_only=True):
    """A date of a header line: its place there, whether a label stands before it, and what that makes it."""

    start: int
    end: int
    edtf: str | None
    role: Role
    labelled: bool


class HeaderLine(Record, frozen=True, kw_only=True):
    """What a line states of its page. `rule` is the name under which it is set aside. `bare` tells a line that holds
    one date without a time, and no word that says of what, as do headings of a chronology and "Date: 3 March 2021".
    `placed` tells one with a name before such a date: "Ulm, 3 March 2021"."""

    rule: Literal["date line", "byline", "publisher line"]
    dates: tuple[LineDate, ...]
    byline: str | None
    publisher: str | None
    bare: bool
    placed: bool = False


class Labels(Record, frozen=True, kw_only=True):
    """The page words of a language and of English, ready for use: buttons and labels are often left in English."""

    updated: re.Pattern[str]
    published: re.Pattern[str]
    marked: re.Pattern[str]
    occasion: re.Pattern[str]
    before_date: re.Pattern[str]
    all: re.Pattern[str]
    by: re.Pattern[str]
    also: re.Pattern[str]
    origin: re.Pattern[str]
    roles: frozenset[str]
    between: frozenset[str]
    small: frozenset[str]
    no_names: frozenset[str]


def read_header_line(text: str, language: str, *, first: bool) -> HeaderLine | None:
    """What a line says of its page. On the `first` line a place before a date is left alone: it may be a headline.

    >>> read_header_line("By Ann Lee and Bo Day, Staff Writers", "en", first=False).byline
    'Ann Lee and Bo Day'
    """
    if len(text) > LONGEST:
        return None
    labels = _labels(primary(language))
    dates = _dates(text, language, labels)
    rest = _rest(text, dates, language, labels)
    if rest == "" and (dates or _is_time(text, language, labels)):
        said = labels.published.search(text) or labels.updated.search(text)
        around = _around(text, dates)
        bare = len(dates) == 1 and not said and without_times(around, language) == around
        return HeaderLine(rule="date line", dates=dates, byline=None, publisher=None, bare=bare)
    byline = _byline(without_times(_around(text, dates), language), labels)
    if byline is not None:
        return HeaderLine(rule="byline", dates=dates, byline=byline or None, publisher=None, bare=False)
    if dates and not first and _is_place(text, dates, rest, language, labels):
        placed = not dates[0].labelled
        return HeaderLine(rule="date line", dates=dates, byline=None, publisher=None, bare=False, placed=placed)
    origin = labels.origin.match(text)
    if origin and is_names(text[origin.end() :], labels.small, PUBLISHER_WORDS):
        publisher = text[origin.end() :].strip(PUNCTUATION)
        return HeaderLine(rule="publisher line", dates=(), byline=None, publisher=publisher, bare=False)
    return None


def is_of_occasion(text: str, language: str) -> bool:
    """Whether a line tells where or when something takes place ("Venue: town hall")."""
    return bool(_labels(primary(language)).occasion.match(text))


def leading_date(text: str, language: str) -> LineDate | None:
    """The date that a label introduces at a line's very beginning ("date 2021-01-21 The council …")."""
    head = text[:LONGEST]
    label = _labels(primary(language)).marked.match(head)
    behind = head[label.end() :].lstrip(" :") if label else ""
    place = len(head) - len(behind)
    for found in find_dates(behind[:DATE_LENGTH], language)[:1]:
        if found.start == 0:
            return LineDate(start=place, end=place + found.end, edtf=found.edtf, role="published", labelled=True)
    return None


def copyright_holder(text: str, language: str) -> str | None:
    """Whose a line says the page is ("© 2021 City Herald. All rights reserved."), None without a name or a year."""
    found = COPYRIGHT.fullmatch(text[:LONGEST]) if len(text) <= LONGEST else None
    small = _labels(primary(language)).small
    return found[1].strip(PUNCTUATION) if found and is_names(found[1], small, PUBLISHER_WORDS) else None


def _dates(text: str, language: str, labels: Labels) -> tuple[LineDate, ...]:
    found, last = [], 0
    for printed in find_dates(text, language):
        before = without_times(text[last : printed.start], language)
        updated = list(labels.updated.finditer(before))
        published = list(labels.marked.finditer(before))
        is_update = bool(updated) and (not published or updated[-1].start() >= published[-1].start())
        role: Role = "updated" if is_update else "published"
        labelled = bool(updated or published)
        found.append(LineDate(start=printed.start, end=printed.end, edtf=printed.edtf, role=role, labelled=labelled))
        last = printed.end
    return tuple(found)


def _around(text: str, dates: tuple[LineDate, ...]) -> str:
    """A line without its dates; each leaves a bar."""
    pieces, last = [], 0
    for found in dates:
        pieces.append(text[last : found.start])
        last = found.end
    pieces.append(text[last:])
    return " | ".join(pieces)


def _rest(text: str, dates: tuple[LineDate, ...], language: str, labels: Labels) -> str:
    """What is left of a line without dates, times, labels and punctuation."""
    words = labels.all.sub(" ", without_times(_around(text, dates), language)).split()
    return " ".join(word for word in words if word.strip(PUNCTUATION))


def _is_time(text: str, language: str, labels: Labels) -> bool:
    """Whether a line without a date is a label and a time of day: "Updated 10:30"."""
    return without_times(text, language) != text and bool(labels.updated.search(text) or labels.published.search(text))


def _is_place(text: str, dates: tuple[LineDate, ...], rest: str, language: str, labels: Labels) -> bool:
    """Whether a few names and a comma or bar stand before one date that ends the line: "Ulm, 12 March 2021"."""
    before = without_times(text[: dates[0].start], language).rstrip()
    behind = without_times(text[dates[0].end :], language).strip(PUNCTUATION)
    tidy = len(dates) == 1 and before.endswith(BEFORE_DATE) and ":" not in before and not behind
    return tidy and is_names(rest, labels.small, PLACE_WORDS)


def _byline(text: str, labels: Labels) -> str | None:
    """The names of a byline as printed, "" for one that holds roles only, None where the line is no byline."""
    opening = labels.by.match(text)
    bare = text[opening.end() :] if opening else text
    body = labels.before_date.sub("|", labels.updated.sub("|", labels.published.sub("|", bare))).strip(PUNCTUATION)
    pieces = [piece.strip(PUNCTUATION) for piece in re.split(r"[,|;]|\s[–—-]\s", body)]
    pieces = [piece for piece in pieces if piece and piece.casefold() not in labels.between]
    roles = [piece for piece in pieces if _is_role(piece, labels)]
    names = [piece for piece in pieces if not _is_role(piece, labels)]
    if not (opening or (roles and names)) or not all(_is_people(piece, labels) for piece in names):
        return None
    if not names:
        return "" if roles and opening else None
    if pieces[0] != names[0] or len(names[0].split()) < NAME_LEAST:
        return None
    end = body.rfind(names[-1]) + len(names[-1])
    return body[:end] if "|" not in body[:end] else ", ".join(names)


def _is_role(piece: str, labels: Labels) -> bool:
    folded = piece.casefold()
    return folded in labels.roles or any(folded.endswith(" " + role) for role in labels.roles if " " in role)


def _is_people(piece: str, labels: Labels) -> bool:
    """Whether a piece of a byline is one name or several joined by "and"."""
    people = [name.strip(PUNCTUATION) for name in labels.also.split(piece)]
    return all(name and is_names(name, labels.small, NAME_WORDS) and not _has_common(name, labels) for name in people)


def _has_common(name: str, labels: Labels) -> bool:
    words = [word.strip(PUNCTUATION).casefold() for word in name.split()]
    return any(word in labels.no_names or word.isdigit() for word in words)


@cache
def _labels(language: str) -> Labels:
    own, english = page_words(language), page_words("en")
    published = (*own.published, *english.published)
    marked = (*published, *own.markers, *english.markers)
    updated = (*own.updated, *english.updated)
    every = (*marked, *updated, *own.between, *english.between)
    days = (*weekday_names(language), *month_names(language), *weekday_names("en"), *month_names("en"))
    return Labels(
        updated=_words(updated),
        published=_words(published),
        marked=_words(marked),
        occasion=re.compile(rf"(?:{_either((*own.occasion, *english.occasion))})\s?:", re.IGNORECASE),
        before_date=re.compile(rf"\s(?:{_either((*own.between, *english.between))})\s*\|", re.IGNORECASE),
        all=re.compile(_words(every).pattern + r":?", re.IGNORECASE),
        by=re.compile(rf"(?:{_either((*own.by, *english.by))}):?\s+", re.IGNORECASE),
        also=re.compile(rf"\s+(?:{_either((*own.also, *english.also))})\s+", re.IGNORECASE),
        origin=re.compile(rf"(?:{_either((*own.origin, *english.origin))})\s?:\s*", re.IGNORECASE),
        roles=frozenset((*own.roles, *english.roles)),
        between=frozenset((*own.between, *english.between)),
        small=frozenset((*own.small, *english.small)),
        no_names=frozenset(day for day in days if len(day) > SHORT_DAY) | {*own.between, *english.between},
    )


def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(words)})(?!\w)", re.IGNORECASE)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
