"""The second clock: when each witness first reported an event, who had it first, and what was known by which day.

A lag is counted between days that are known. A day of publication that is bounded or unknown is said to be so; nothing
is reckoned from it.

In: the catalogue, reports. Out: words, days. Never: takes a bound for a day; says "first" of what cannot be known.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from generator.edtf import earliest, in_words, latest, precision
from generator.model import Basis, Event, PublicationDate, Record, Span
from generator.publish.axes import is_marked
from generator.publish.pages.catalogue import Catalogue, in_letter_order
from generator.publish.pages.marks import witness_siglum
from generator.publish.words import NOT_STATED, counted, listed, published_in_words
from generator.spans import witness

KNOWN_BASES: frozenset[Basis] = frozenset({"stated", "curated"})
NEVER = ""  # the day by which a thing was known, where no day can be named: under a limit it is not shown
LATER_NAMED = 4  # witnesses after the first in an entry's line; the passages below say it of all
SAME_DAY = "the same day"


class Clock(Record, frozen=True, kw_only=True):
    """When an event was reported. `line` says who had it first; `days` has each witness's own line, by its name."""

    line: str
    days: Mapping[str, str]


def find_clock(catalogue: Catalogue, event: Event) -> Clock:
    """When the witnesses of an event first reported it."""
    names = witnesses_in_order(catalogue, event.reports)
    published = {name: publication_of(catalogue, name) for name in names}
    days = known_days(catalogue, names)
    holders = find_first(catalogue, event)[1]
    return Clock(
        line=_line(catalogue, event, published, days, holders),
        days={name: _own_line(catalogue, published[name], days.get(name), days, holders) for name in names},
    )


def find_first(catalogue: Catalogue, event: Event) -> tuple[datetime.date | None, tuple[str, ...]]:
    """The first known day of publication, and all witnesses that share it; None and () where no day is known."""
    days = known_days(catalogue, witnesses_in_order(catalogue, event.reports))
    first = min(days.values(), default=None)
    return first, tuple(name for name, day in days.items() if day == first)


def known_days(catalogue: Catalogue, names: Iterable[str]) -> dict[str, datetime.date]:
    """The days on which witnesses appeared, as far as they are known, in the order of the names."""
    days = {name: day_of(publication_of(catalogue, name)[0]) for name in names}
    return {name: day for name, day in days.items() if day is not None}


def witnesses_in_order(catalogue: Catalogue, reports: Iterable[Span]) -> list[str]:
    """The witnesses of the reports by letter, then in text order, each once."""
    return list(dict.fromkeys(witness(report) for report in in_letter_order(catalogue, reports)))


def publication_of(catalogue: Catalogue, name: str) -> tuple[PublicationDate | None, PublicationDate | None]:
    """When a witness appeared and was updated; of an item of a collection only what it says of itself."""
    if name in catalogue.parts:
        return catalogue.parts[name][1].published, None
    source = catalogue.sources[name]
    return source.published, source.updated


def day_of(published: PublicationDate | None) -> datetime.date | None:
    """The day on which something appeared, None where that is not one day and certain."""
    if published is None or published.basis not in KNOWN_BASES or is_marked(published.edtf):
        return None
    return earliest(published.edtf) if published.edtf and precision(published.edtf) == "day" else None


def known_since(catalogue: Catalogue, name: str) -> str:
    """The day by which a witness had appeared, NEVER where that is not known.

    A text that was updated counts from its first day, though it was saved as of the update: see `updated_on`.
    """
    published, updated = publication_of(catalogue, name)
    return day_by(published) or day_by(updated)


def updated_on(catalogue: Catalogue, name: str) -> str:
    """The day of the update as of which a witness's words were saved, "" where none after it appeared is known."""
    return updated_since(*publication_of(catalogue, name))


def updated_since(published: PublicationDate | None, updated: PublicationDate | None) -> str:
    """The day of an update after the day by which something had appeared, "" where none is known."""
    day = day_by(updated)
    return day if day > (day_by(published) or day) else ""


def day_by(date: PublicationDate | None) -> str:
    """The day by which something was out, NEVER where that is not known."""
    if date is None or date.basis not in KNOWN_BASES or date.edtf is None or is_marked(date.edtf):
        return NEVER
    last = latest(date.edtf)
    return last.isoformat() if last else NEVER


def first_known(catalogue: Catalogue, reports: Iterable[Span]) -> str:
    """The day by which the first of the reports was out, NEVER where that is known of none."""
    return min((day for report in reports if (day := known_since(catalogue, witness(report)))), default=NEVER)


def all_known(catalogue: Catalogue, reports: Iterable[Span]) -> str:
    """The day by which all of the reports were out, NEVER where that is not known of all."""
    days = [known_since(catalogue, witness(report)) for report in reports]
    return max(days, default=NEVER) if all(days) else NEVER


def days_in_words(days: int, after: str) -> str:
    """A distance in days from what is named by `after`.

    >>> days_in_words(3, "A"), days_in_words(1, "A"), days_in_words(0, "A"), days_in_words(-2, "A")
    ('3 days after A', '1 day after A', 'the same day', '2 days before A')
    """
    if days == 0:
        return SAME_DAY
    return f"{counted(abs(days), 'day')} {'after' if days > 0 else 'before'} {after}"


Published = Mapping[str, tuple[PublicationDate | None, PublicationDate | None]]
Days = Mapping[str, datetime.date]


def _line(catalogue: Catalogue, event: Event, published: Published, days: Days, holders: Sequence[str]) -> str:
    """Who had it first, how long after the event, who followed, and of whom the day is not known."""
    undated = [name for name in published if name not in days]
    if not holders:
        return _undated_line(catalogue, published)
    first = days[holders[0]]
    scope = "" if _is_certain(published, days, first) else ", of those whose day is known"
    sure = [name for name in holders if not updated_on(catalogue, name)]
    names = _sigla(catalogue, sure or holders)
    others = [name for name in days if name not in (sure or holders)][:LATER_NAMED]
    later = [f"{witness_siglum(catalogue, name)} {_later(catalogue, name, days, sure)}" for name in others]
    rest = _sigla(catalogue, undated)
    unknown = [f"the day of {rest} is {NOT_STATED}"] if 0 < len(undated) <= LATER_NAMED else []
    when = f"{in_words(first.isoformat())} by {names}" if sure else _when_updated(catalogue, holders, first)
    return "; ".join((f"{when}{scope}{_lag(event, first) if sure else ''}", *later, *unknown))


def _sigla(catalogue: Catalogue, names: Iterable[str]) -> str:
    """The letters of witnesses, listed."""
    return listed([witness_siglum(catalogue, name) for name in names])


def _when_updated(catalogue: Catalogue, holders: Sequence[str], first: datetime.date) -> str:
    """When those had it first whose words are those of an update: they may have had it only then."""
    last = max(updated_on(catalogue, name) for name in holders)
    whose = "whose text was updated" if len(holders) == 1 else "whose texts were updated"
    return f"{in_words(f'{first.isoformat()}/{last}')} by {_sigla(catalogue, holders)}, {whose}"


def _later(catalogue: Catalogue, name: str, days: Days, sure: Sequence[str]) -> str:
    """How long after those who had it first a witness followed; its own day where that of the first is not certain."""
    updated = updated_on(catalogue, name)
    said = _after(days[name], days[sure[0]], _sigla(catalogue, sure)) if sure else in_words(days[name].isoformat())
    return f"{said} or in its update of {in_words(updated)}" if updated else said


def _undated_line(catalogue: Catalogue, published: Published) -> str:
    """That no day is known, and the bounds of those who have any."""
    bounded = {name: date for name, (date, _) in published.items() if date and date.basis == "bounded"}
    words = [
        f"{witness_siglum(catalogue, name)} {published_in_words(date).removeprefix(f'{NOT_STATED}; ')}"
        for name, date in list(bounded.items())[:LATER_NAMED]
    ]
    return "; ".join((f"day {NOT_STATED}", *words))


def _lag(event: Event, first: datetime.date) -> str:
    """How long after the event a day is, "" where the event's own day is not certain, or is that of a photograph: no
    report was due of it."""
    if event.kind == "photograph" or event.edtf is None or precision(event.edtf) != "day":
        return ""
    if is_marked(event.edtf) or differing_days(event):
        return ""
    happened = earliest(event.edtf)
    days = (first - happened).days if happened else None
    if not days:
        return "" if days is None else f", {SAME_DAY}"
    return f", {counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def _own_line(
    catalogue: Catalogue,
    published: tuple[PublicationDate | None, PublicationDate | None],
    day: datetime.date | None,
    days: Days,
    holders: Sequence[str],
) -> str:
    """When one witness reported it, and how long after those who had it first."""
    date, updated = published
    if date is None:
        return f"day of publication {NOT_STATED}"
    words = published_in_words(date, updated)
    words = f"day of publication {words}" if words.startswith(NOT_STATED) else words
    if day is None or len(days) == len(holders):
        return words
    first = days[holders[0]]
    sure = [name for name in holders if not updated_on(catalogue, name)]
    if updated_since(date, updated) or not sure:
        return words  # it may have had it on either day
    names = _sigla(catalogue, sure)
    return f"{words}; first of those whose day is known" if day == first else f"{words}; {_after(day, first, names)}"


def _after(day: datetime.date, first: datetime.date, names: str) -> str:
    return days_in_words((day - first).days, names)


def _is_certain(published: Published, days: Days, first: datetime.date) -> bool:
    """Whether no witness whose day is not known can have appeared before the first of the others."""
    bounds = (date.edtf if date else None for name, (date, _) in published.items() if name not in days)
    return all(bound is not None and (start := earliest(bound)) is not None and start >= first for bound in bounds)


def differing_days(event: Event) -> tuple[str, ...]:
    """The dates that sources give for an event and that differ, in the order of the sources; () where none do."""
    return tuple(value.value for conflict in event.conflicts if conflict.what == "date" for value in conflict.values)
