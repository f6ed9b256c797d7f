"""What was known of an event on a day: its date by the sources that had appeared, and whom these name.

A source counts from the day on which it appeared. Of one that was updated later the words are those of the update,
because what it said before was not saved; that is said beside them.

In: the catalogue, an event. Out: the dates that it had, each with the days on which it had it; actors of a report.
Never: takes a date that other sources or an editor gave for one that the sources out by then give.
"""

from collections.abc import Iterable
from itertools import zip_longest

from generator.edtf import earliest, interval, latest, precision
from generator.model import DateBasis, DateFinding, Event, Record, Report, Span
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.clocks import known_since, updated_on
from generator.publish.pages.headlines import listed_actors, mentions_in
from generator.publish.pages.moments import shown_date
from generator.publish.words import BASIS_MEANINGS, DECIDED
from generator.spans import witness

BORROWED: frozenset[DateBasis] = frozenset({"inferred", DECIDED})  # dates that no source out by then need give


class AsOf(Record, frozen=True, kw_only=True):
    """The date of an event as known from the day `since` to the day before `before`, "" where it stays so.

    `edtf` is None where no source that was out gives one. `differ` says that they gave several, of which this is the
    range.
    """

    since: str
    before: str
    edtf: str | None
    basis: DateBasis | None
    differ: bool = False


def list_states(catalogue: Catalogue, event: Event) -> tuple[AsOf, ...]:
    """The dates that an event had, oldest first; those that are its date of today are left out."""
    days = sorted({day for report in event.reports if (day := known_since(catalogue, witness(report)))})
    today = (shown_date(event), event.basis)
    states = []
    for day, following in zip_longest(days, days[1:], fillvalue=""):
        value, basis, differ = date_on(catalogue, event, day)
        if (value, basis) != today and not (differ and value == today[0]):
            states.append(AsOf(since=day, before=following, edtf=value, basis=basis, differ=differ))
    return tuple(states)


def date_on(catalogue: Catalogue, event: Event, day: str) -> tuple[str | None, DateBasis | None, bool]:
    """The date that the reports out by a day give, how it is known, and whether it is the range of several."""
    out = [report for report in event.reports if "" < known_since(catalogue, witness(report)) <= day]
    if not any(report.date for report in event.reports):  # of a publication, or of the account with which it goes on
        own = event.basis not in BORROWED and len(out) == len(event.reports)
        return (event.edtf, event.basis, False) if own else (None, None, False)
    found = list(list_dates(catalogue, out))
    days = sorted({date.edtf for date in found if date.edtf and precision(date.edtf) == "day"})
    if len(days) > 1:
        first, last = earliest(days[0]), latest(days[-1])
        return (interval(first, last) if first and last else None), None, True
    value = days[0] if days else min((date.edtf for date in found if date.edtf), key=width, default=None)
    bases = {date.basis for date in found if date.edtf == value}
    return value, next((basis for basis in BASIS_MEANINGS if basis in bases), None), False


def list_dates(catalogue: Catalogue, reports: Iterable[Report]) -> Iterable[DateFinding]:
    """The dates that reports give by themselves."""
    for report in reports:
        date = catalogue.dates.get(report.date or "")
        if date is not None and date.basis not in BORROWED:
            yield date


def width(value: str) -> tuple[int, str]:
    """Sorts the sharpest value first: by the days that it may mean."""
    first, last = earliest(value), latest(value)
    return ((last - first).days if first and last else 10**9), value


def named_in(catalogue: Catalogue, event: Event, report: Span) -> str:
    """The actors of an event that one of its reports names, as the filter looks for them."""
    return " ".join(
        id for id in listed_actors(catalogue, event) if any(mentions_in(catalogue.actors[id].mentions, report))
    )


def is_told_later(catalogue: Catalogue, event: Event) -> bool:
    """Whether its reports were not all out on one day."""
    return len({known_since(catalogue, witness(report)) for report in event.reports}) > 1


def days_of_change(catalogue: Catalogue, reports: Iterable[Span]) -> list[str]:
    """The days on which what is known by reports changes: a source appears, or is updated. Sorted, each once."""
    names = {witness(report) for report in reports}
    days = {known_since(catalogue, name) for name in names} | {updated_on(catalogue, name) for name in names}
    return sorted(days - {""})
