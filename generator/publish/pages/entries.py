"""One event as a reader sees it: its date, how that is known, whose words, who reports it and when they did.

In: a page, events. Out: frozen view records. Never: asserts what a source says; prints an event's words as the site's.
"""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.edtf import precision, weekday_name
from generator.model import Event, Record, Span
from generator.publish.axes import is_marked
from generator.publish.escape import for_html
from generator.publish.pages.asof import AsOf, list_states
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.clocks import NEVER, all_known, differing_days, find_clock, first_known, known_since
from generator.publish.pages.headlines import DIFFERS, date_mark, headline, listed_actors, words_for_headline
from generator.publish.pages.marks import (
    Page,
    actor_link,
    badges,
    basis_mark,
    date_words,
    html,
    sigla,
    words_of,
)
from generator.publish.pages.moments import bounds_of, shown_date
from generator.publish.pages.ours import curated_fold, our_translation, own_words
from generator.publish.pages.reported import Own, Why, counted_why, find_why, list_own, tell_conflict
from generator.publish.words import SPEAKER_UNKNOWN, counted, listed, witnesses_in_words
from generator.spans import overlap, witness

UNNAMED = (2, 6)  # words for an unnamed speaker: one alone is a pronoun, more are a description
REPORTERS = 12  # badges in an entry's line; more push the next entry off the screen, and the fold below has them all
MANY_SOURCES = 12  # with more, the days on which they appeared are folded away with the side matters


class Known(Record, frozen=True, kw_only=True):
    """The days by which a dated source had an event, all of its sources had it, and the headline was out.

    "" where that day is not known, and for what an editor wrote: it may rest on anything.
    """

    first: str
    all: str
    headline: str


class State(Record, frozen=True, kw_only=True):
    """The date of an entry as known from the day `since` to the one before `before`, "" where it stays so."""

    since: str
    before: str
    basis: str
    has_year: bool
    first: str
    last: str
    when: Markup
    mark: Markup


class Entry(Record, frozen=True, kw_only=True):
    """An event laid out. `first` and `last` are the bounds of its date as numbers, "" where that end is open.

    `has_year` is False where no period holds it. `mark` is how the date is known, `how` has its weekday as well.
    `first_reported` says who had it first; `tail` are the entries that go on with this account.
    """

    id: str
    aliases: tuple[str, ...]
    classes: Markup
    sources: str
    actors: str
    basis: str
    has_year: bool
    first: str
    last: str
    known: Known
    when: Markup
    how: Markup
    mark: Markup
    headline: Markup
    translation: Markup
    by: Markup
    note: Markup
    reporters: tuple[Markup, ...]
    more_reporters: int
    count: str
    count_why: str
    first_reported: str
    conflicts: tuple[Markup, ...]
    own: tuple[Own, ...]
    why: Why
    decided: Markup
    states: tuple[State, ...] = ()
    tail: tuple["Entry", ...] = ()


def is_side(catalogue: Catalogue, event: Event) -> bool:
    """Whether an entry is folded: what a person set apart, else what goes on with another account, a photograph, or
    what one item tells beside articles.

    What a person pinned is not.
    """
    if event.strand is not None or event.key:
        return event.strand is not None
    if event.kind == "photograph" or is_continuation(event):
        return True
    if event.kind == "publication":
        return len(catalogue.sources) > MANY_SOURCES
    articles = any(source.kind == "article" for source in catalogue.sources.values())
    return articles and event.witnesses <= 1 and all(report.part is not None for report in event.reports)


def is_continuation(event: Event) -> bool:
    """Whether an event only goes on with the account of another, of which it has its date."""
    return event.told_with is not None and event.witnesses <= 1 and not event.key and event.strand is None


def find_tails(catalogue: Catalogue, events: Sequence[Event]) -> dict[str, tuple[Event, ...]]:
    """The continuations among the events under the id of the entry in full that each stands beneath, in their order.

    What goes on with a continuation stands with it; what has no entry in full among the events stands nowhere here.
    """
    by_id = {id: event for event in events for id in (event.id, *event.aliases)}
    tails: dict[str, tuple[Event, ...]] = {}
    for event in events:
        if is_continuation(event) and (head := _head(event, by_id)) and not is_side(catalogue, head):
            tails[head.id] = (*tails.get(head.id, ()), event)
    return tails


def _head(event: Event, by_id: Mapping[str, Event]) -> Event | None:
    """The first event of the account that another goes on with, None where that is not here, or goes in a circle."""
    passed = set[str]()
    at: Event | None = event
    while at is not None and is_continuation(at):
        if at.id in passed:
            return None
        passed.add(at.id)
        at = by_id.get(at.told_with or "")
    return at


def make_entry(page: Page, event: Event, tail: Iterable[Event] = ()) -> Entry:
    """An event as an entry of the timeline, with what goes on with its account."""
    catalogue = page.catalogue
    told = () if event.kind == "publication" else badges(page, event.reports)
    clock = find_clock(catalogue, event)
    bounds = bounds_of(shown_date(event))
    mark = date_mark(event)
    return Entry(
        id=event.id,
        aliases=event.aliases,
        classes=_classes(event),
        sources=" ".join(sigla(catalogue, event.reports)),
        actors=" ".join(listed_actors(catalogue, event)),
        basis=event.basis or "",
        has_year=bounds is not None,
        first=bound(bounds.first if bounds else None),
        last=bound(bounds.last if bounds else None),
        known=_known(catalogue, event),
        when=date_words(shown_date(event)),
        how=_how(event, mark),
        mark=mark,
        headline=headline(page, event),
        translation=_translation(page, event),
        by=_by(page, event),
        note=own_words(event.note) if event.note else Markup(""),
        reporters=told[:REPORTERS],
        more_reporters=max(0, len(told) - REPORTERS),
        count=witnesses_in_words(event.witnesses, event.independent),
        count_why=counted_why(catalogue, event.reports),
        first_reported="" if event.kind == "publication" else clock.line,
        conflicts=tuple(tell_conflict(page, event, conflict) for conflict in event.conflicts),
        own=list_own(page, event, {} if event.kind == "publication" else clock.days),
        why=find_why(page, event),
        decided=curated_fold(catalogue, "event", (event.id, *event.aliases), event.curated),
        states=tuple(map(make_state, list_states(catalogue, event))),
        tail=tuple(make_entry(page, one) for one in tail),
    )


def make_state(state: AsOf) -> State:
    """The date of an entry as known on some day."""
    bounds = bounds_of(state.edtf)
    return State(
        since=state.since,
        before=state.before,
        basis=state.basis or "",
        has_year=bounds is not None,
        first=bound(bounds.first if bounds else None),
        last=bound(bounds.last if bounds else None),
        when=date_words(state.edtf),
        mark=DIFFERS if state.differ else basis_mark(state.basis),
    )


def bound(day: int | None) -> str:
    """A bound of a date as the filter compares it, "" where that end is open."""
    return "" if day is None else str(day)


def _known(catalogue: Catalogue, event: Event) -> Known:
    """By which days it was known, and under what name."""
    span = words_for_headline(catalogue, event)
    named = known_since(catalogue, witness(span)) if span else all_known(catalogue, event.reports)
    return Known(
        first=first_known(catalogue, event.reports),
        all=all_known(catalogue, event.reports),
        headline=NEVER if event.headline.curated is not None else named,
    )


def _translation(page: Page, event: Event) -> Markup:
    """The translation of the source's words that an entry is called by."""
    span = words_for_headline(page.catalogue, event)
    return Markup("") if span is None else our_translation(page, span)


def _classes(event: Event) -> Markup:
    names = ["d-event"]
    if event.kind != "event":
        names.append(f"d-event--{event.kind}")
    sharpness = precision(shown_date(event))
    if sharpness != "day" or is_marked(event.edtf):
        names.append("d-event--no-year" if sharpness == "none" else "d-event--range")
    return Markup(" ").join(map(Markup, names))


def _how(event: Event, mark: Markup) -> Markup:
    """The weekday of a day that is certain, and how the date is known."""
    if differing_days(event):
        return mark
    weekday = None if is_marked(event.edtf) else weekday_name(event.edtf)
    return Markup(", ").join(filter(None, (for_html(weekday or ""), mark)))


def _by(page: Page, event: Event) -> Markup:
    """Who says it, and by the reports of whom; "" for what is not a statement.

    Reports without a date only join it, unless they print words of who says it.
    """
    if event.kind != "statement":
        return Markup("")
    own = page.catalogue.quotes_of.get(event.attributed_to or "", ())
    telling = [report for report in event.reports if report.date or any(overlap(report, quote) for quote in own)]
    letters_of = sigla(page.catalogue, telling or event.reports)
    told = listed(letters_of) if len(letters_of) <= REPORTERS else counted(len(letters_of), "source")
    verb = "reports" if len(letters_of) == 1 else "report"
    if event.attributed_to is None:
        unnamed = _unnamed(page, event)
        if unnamed is None:
            return html("Statement, {}, as {} {}", SPEAKER_UNKNOWN, told, verb)
        return html("Statement by {}, as {} {}", words_of(page, unnamed), told, verb)
    name = actor_link(page, page.catalogue.actors[event.attributed_to])
    return html("Statement by <b>{}</b>, as {} {}", name, told, verb)


def _unnamed(page: Page, event: Event) -> Span | None:
    """The words for an unnamed speaker of the statement ("a spokesman"), None where none or several stand there."""
    gate = page.catalogue.gate
    found: dict[str, Span] = {}
    for report in event.reports:
        for quote in page.catalogue.unnamed.get(report.source, ()):
            span = quote.speaker_span
            if span and overlap(quote, report) and UNNAMED[0] <= len(span.text.split()) <= UNNAMED[1]:
                found.setdefault(span.text.casefold(), span)
    spans = [span for span in found.values() if gate.allows(span)]
    return spans[0] if len(found) == 1 and spans else None
