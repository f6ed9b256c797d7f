"""What was known of an event on a day: its date by the sources that had appeared, and whom these name.

A source counts from the day on which it appeared. Of one that was updated later the words are those of the update,
because what it said before was not saved; that is said beside them.

In: the catalogue, an event. Out: the dates that it had, each with the days on which it had it; actors of a report.
Never: takes a date that other sources or an editor gave for one that the sources out by then give.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from generator.edtf import earliest, interval, latest, precision
from generator.model import DECIDED, DateBasis, DateFinding, Event, Record, Report, Span
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.clocks import known_since, updated_on
from generator.publish.pages.headlines import listed_actors, mentions_in
from generator.publish.pages.moments import shown_date
from generator.publish.words import BASIS_MEANINGS
from generator.spans import witness

BORROWED: frozenset[DateBasis] = frozenset({"inferred", DECIDED})  # dates that no source out by then need give

Known = tuple[str | None, DateBasis | None, bool]  # a date, its basis, whether it is the range of several
Given = dict[str | None, set[DateBasis | None]]  # the dates that reports give, None for no day, with their bases


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
    waves = list_waves(catalogue, event.reports)
    today = (shown_date(event), event.basis)
    is_dated = any(report.date for report in event.reports)
    given: Given = defaultdict(set)
    states, out = [], 0
    for (day, reports), (following, _) in zip_longest(waves, waves[1:], fillvalue=("", ())):
        out += len(reports)
        for date in list_dates(catalogue, reports):
            given[date.edtf].add(date.basis)
        value, basis, differ = date_given(given) if is_dated else own_date(event, out)
        if (value, basis) != today and not (differ and value == today[0]):
            states.append(AsOf(since=day, before=following, edtf=value, basis=basis, differ=differ))
    return tuple(states)


def list_waves(catalogue: Catalogue, reports: Iterable[Report]) -> list[tuple[str, Sequence[Report]]]:
    """The days on which reports were out, sorted, each with those that were not out before."""
    waves: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        waves[known_since(catalogue, witness(report))].append(report)
    return sorted(((day, found) for day, found in waves.items() if day), key=lambda wave: wave[0])


def own_date(event: Event, out: int) -> Known:
    """The date of a publication, or of the account with which it goes on: its own, once all its reports are out."""
    is_known = event.basis not in BORROWED and out == len(event.reports)
    return (event.edtf, event.basis, False) if is_known else (None, None, False)


def date_given(given: Given) -> Known:
    """The date that reports give together, how it is known, and whether it is the range of several."""
    values = [value for value in given if value]
    days = sorted(value for value in values if precision(value) == "day")
    if len(days) > 1:
        first, last = earliest(days[0]), latest(days[-1])
        return (interval(first, last) if first and last else None), None, True
    value = days[0] if days else min(values, key=width, default=None)
    bases = given.get(value, set())
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
