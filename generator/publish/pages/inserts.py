"""What the inserts of hand-written pages print: pieces of the findings, marked as they are on their own pages.

In: a page, an insert, the passage that it quotes. Out: Markup, faults. Never: prints what no generated page may.
"""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from msgspec.structs import replace

from generator.edtf import earliest, in_words, latest
from generator.model import Actor, Event, Quote, Record
from generator.problems import Severity
from generator.publish import links
from generator.publish.elisions import Passage
from generator.publish.escape import for_html
from generator.publish.inserts import Insert, near
from generator.publish.pages.catalogue import Catalogue, find_statement_date
from generator.publish.pages.cited import OMITTED, refusal
from generator.publish.pages.counts import COUNTS
from generator.publish.pages.entries import is_side
from generator.publish.pages.families import make_family
from generator.publish.pages.headlines import make_line
from generator.publish.pages.home import key_events, make_who
from generator.publish.pages.marks import Page, actor_link, html
from generator.publish.pages.render import render
from generator.publish.pages.reported import make_own
from generator.publish.words import KIND_NAMES, NOT_LISTED, SPEAKER_UNKNOWN, capital
from generator.spans import overlap

SHOWN_NAMES = 12  # in a message; more are left to the site


class Printed(Record, frozen=True, kw_only=True):
    """What stands in an insert's place, None where nothing can; what is wrong, with its weight.

    `id` is that of what may stand on a page once, because it can be linked to; "" for all else.
    """

    markup: Markup | None = None
    id: str = ""
    faults: tuple[tuple[Severity, str], ...] = ()


def print_insert(page: Page, insert: Insert, passage: Passage) -> Printed:
    """An insert laid out, or why it cannot be."""
    wrong = tuple((Severity.ERROR, message) for message in unknown_names(page.catalogue, insert))
    if wrong:
        return Printed(faults=wrong)
    match insert.name:
        case "key-events":
            return print_events(page, insert, key_events(page.catalogue), page.href(links.timeline()))
        case "timeline":
            return print_events(page, insert, slice_of(page.catalogue, insert.options), page.href(links.timeline()))
        case "actor":
            return print_actor(page, page.catalogue.actors[insert.plain])
        case "quotation":
            return print_quotation(page, passage)
        case _:
            return print_count(page.catalogue, insert)


def unknown_names(catalogue: Catalogue, insert: Insert) -> Iterable[str]:
    """What an insert names and the dossier has not, in full sentences."""
    strands = {event.strand: None for event in catalogue.events if event.strand is not None}
    listed_actors = {actor.id: None for actor in catalogue.actors.values() if actor.published}
    wanted = (
        ("source", insert.options.get("source"), catalogue.sources),
        ("actor", insert.plain if insert.name == "actor" else insert.options.get("actor"), listed_actors),
        ("strand", insert.options.get("strand"), strands),
        ("count", insert.plain if insert.name == "count" else None, COUNTS),
    )
    for what, name, known in wanted:
        if name is not None and name not in known:
            yield f"{NOT_THERE[what].format(name)}{near(name, tuple(known))}{some_of(what, tuple(known))}"
    if insert.name == "count" and insert.plain in COUNTS:
        for option in insert.options:
            if option not in COUNTS[insert.plain].by:
                yield f"“{insert.plain}” cannot be counted by {option}."


NOT_THERE = {
    "source": "There is no source “{}”.",
    "actor": "There is no page of an actor “{}”; an actor is named by the end of its page's address.",
    "strand": "There is no strand “{}” among the dated events.",
    "count": "There is no count of “{}”.",
}


def some_of(what: str, known: Sequence[str]) -> str:
    """The names that there are, where they are few, with a space before them."""
    return f" Known: {', '.join(known)}." if 0 < len(known) <= SHOWN_NAMES or what == "count" else ""


def slice_of(catalogue: Catalogue, options: Mapping[str, str]) -> list[Event]:
    """The dated events that an insert asks for, by date; between two days only what surely lies there.

    Without a strand, an actor or a source to ask for, entries that the timeline folds are left out.
    """
    source, strand = options.get("source"), options.get("strand")
    events = catalogue.events_of.get(options["actor"], ()) if "actor" in options else catalogue.events
    particular = options.keys() & {"strand", "actor", "source"}
    return [
        event
        for event in events
        if lies_between(event.edtf or "", options.get("from"), options.get("to"))
        and strand in (None, event.strand)
        and (source is None or any(report.source == source for report in event.reports))
        and (particular or not is_side(catalogue, event))
    ]


def lies_between(edtf: str, first: str | None, last: str | None) -> bool:
    """Whether a date surely lies between the first day of one and the last day of another, where these are given.

    >>> lies_between("2021-01-07", "2021", "2021-01"), lies_between("2021", "2021-01-02", None)
    (True, False)
    """
    lower, start = first and earliest(first), earliest(edtf)
    upper, end = last and latest(last), latest(edtf)
    return (not lower or (start is not None and start >= lower)) and (not upper or (end is not None and end <= upper))


def print_events(page: Page, insert: Insert, events: Sequence[Event], more: str) -> Printed:
    """Entries as lines of a list; where there is none, nothing and a warning."""
    if not events:
        asked = ", ".join(f"{name}={value}" for name, value in insert.options.items()) or "no dated event was found"
        message = f"The insert “{insert.name}” finds no entry ({asked}); nothing is printed in its place."
        return Printed(markup=Markup(""), faults=((Severity.WARNING, message),))
    kind = "d-insert d-insert--key" if insert.name == "key-events" else "d-insert"
    lines = tuple(make_line(page, event) for event in events)
    return Printed(markup=laid_out("insert_events.html.j2", lines=lines, more=more, kind=kind))


def print_actor(page: Page, actor: Actor) -> Printed:
    """An actor's card: its name and kind, the editor's words for it, what the sources call it."""
    who = make_who(page, actor)
    return Printed(markup=laid_out("insert_actor.html.j2", who=who, kind=KIND_NAMES[actor.kind]))


def print_quotation(page: Page, passage: Passage) -> Printed:
    """A quotation with its readings as the comparison shows them; words of which no readings are known, alone."""
    withheld = [span for span in passage if not page.catalogue.gate.allows(span)]
    if withheld:
        return Printed(faults=((Severity.ERROR, refusal(withheld[0], page)),))
    quotes = find_quotes(page.catalogue, passage)
    family = next((page.catalogue.families[quote.family] for quote in quotes if quote.family is not None), None)
    if family is not None:
        compare = page.href(links.family(family.id))
        markup = laid_out("insert_family.html.j2", family=make_family(page, family), compare=compare)
        return Printed(markup=markup, id=family.id)
    text = OMITTED.join(page.catalogue.gate.html(span) for span in passage)
    own = replace(make_own(page, passage[0]), text=text)
    speaker = speaker_of(page, quotes) if quotes else Markup("")
    return Printed(markup=laid_out("insert_quotation.html.j2", speaker=speaker, one=own))


def find_quotes(catalogue: Catalogue, passage: Passage) -> list[Quote]:
    """The quotations that share words with a passage, in text order."""
    return [quote for quote in catalogue.dossier.quotes if any(overlap(quote, span) for span in passage)]


def speaker_of(page: Page, quotes: Sequence[Quote]) -> Markup:
    """Who says it and when, as far as known."""
    speaker = page.catalogue.actors.get(quotes[0].speaker or "")
    when = find_statement_date(page.catalogue, quotes[0].speaker, quotes)
    unnamed = for_html(capital(NOT_LISTED if speaker else SPEAKER_UNKNOWN))
    name = actor_link(page, speaker) if speaker and speaker.published else unnamed
    return html("{}, {}", name, in_words(when)) if when else name


def print_count(catalogue: Catalogue, insert: Insert) -> Printed:
    """A number in running text."""
    number = COUNTS[insert.plain].count(catalogue, insert.options.get("source"), insert.options.get("actor"))
    return Printed(markup=Markup(f"{number:,}"))


def laid_out(template: str, **view: object) -> Markup:
    """A block of HTML; no empty line in it, at which Markdown would end it."""
    return Markup("\n".join(line for line in render(template, **view).splitlines() if line.strip()))
