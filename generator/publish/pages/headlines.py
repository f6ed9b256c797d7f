"""What an event is called: the words of a source with its letter, or what a person wrote.

In: a page, an event. Out: markup, lines of lists. Never: prints an event's words as the site's.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from markupsafe import Markup

from generator.edtf import in_words
from generator.language.telling import telling_words
from generator.model import ActorMention, Event, Record, Span
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue, in_letter_order
from generator.publish.pages.clocks import differing_days
from generator.publish.pages.marks import (
    GLUE,
    Page,
    actor_name,
    badge,
    basis_mark,
    cited,
    html,
    letter,
    letters,
    words_of,
)
from generator.publish.pages.moments import shown_date
from generator.publish.words import PLACE_ONLY, listed
from generator.spans import contains

NAMES = 3  # in the headline of an entry whose words are withheld
BY_NAME = ("name", "short")
CUT = Markup('<span class="d-cut">…</span> ')
DIFFERS = Markup('<span class="d-basis">sources differ</span>')


class DatedLine(Record, frozen=True, kw_only=True):
    """An entry in a list: its date, how that is known, and its headline, which leads to it."""

    when: str
    basis: Markup
    what: Markup


def headline(page: Page, event: Event) -> Markup:
    """What an entry is called: a source's words with its letter, or what a person wrote."""
    if event.headline.curated is not None:
        return for_html(event.headline.text)
    if event.kind == "publication":
        return html("{} is published", badge(page, event.reports[0]))
    span = words_for_headline(page.catalogue, event)
    if span is None:
        first = in_letter_order(page.catalogue, event.reports)[0]
        return _in_our_words(page.catalogue, event) + GLUE + letter(page, first)
    return html("{}{}{}{}", _prefix(event), _meant(page, event, span), _cut(page, span), cited(page, span))


def make_line(page: Page, event: Event) -> DatedLine:
    """An event as a line of a list on another page."""
    return DatedLine(when=in_words(shown_date(event)), basis=date_mark(event), what=headline_link(page, event))


def date_mark(event: Event) -> Markup:
    """How the date of an entry is known; where sources differ in it, that they do."""
    return DIFFERS if differing_days(event) else basis_mark(event.basis)


def headline_link(page: Page, event: Event) -> Markup:
    """An entry's headline leading to the entry, with the letter of its words and those of all others who report it."""
    span = words_for_headline(page.catalogue, event)
    return html(
        '{}<a href="{}">{}</a>{}{}',
        html("{}{}{}", _prefix(event), _teller(page, event, span), _cut(page, span)) if span else "",
        page.href(page.catalogue.entry(event.id)), headline_words(page, event),
        html('{}<span class="d-sigs">{}</span>', GLUE, letter(page, span)) if span else "",
        _reporters(page, event, span),
    )  # fmt: skip


def _reporters(page: Page, event: Event, span: Span | None) -> Markup:
    """The letters of all who report an event but the one whose words were given; "" where there is no other."""
    others = [report for report in event.reports if span is None or report.source != span.source]
    if event.kind == "publication" or not others:
        return html('{}<span class="d-sigs">{}</span>', GLUE, letters(page, others)) if others else Markup("")
    told = "also reported by" if span else "reported by"
    return html(' <small>{}</small> <span class="d-sigs">{}</span>', told, letters(page, others))


def headline_words(page: Page, event: Event) -> Markup:
    """What an entry is called, without letters and links: words of a source, of the editor, or of the site."""
    span = words_for_headline(page.catalogue, event)
    return _in_our_words(page.catalogue, event) if span is None else words_of(page, span)


def words_for_headline(catalogue: Catalogue, event: Event) -> Span | None:
    """The source's words that an entry is called by; where those are withheld, the first report that is not.

    None where a person wrote the headline, or no report may be printed.
    """
    if event.headline.curated is not None or event.headline.span is None or event.kind == "publication":
        return None
    candidates = (event.headline.span, *in_letter_order(catalogue, event.reports))
    return next((span for span in candidates if catalogue.gate.allows(span)), None)


def _in_our_words(catalogue: Catalogue, event: Event) -> Markup:
    """What an entry is called where no source's words can be its headline."""
    words = our_words(catalogue, event)
    return html("{} <small>{}</small>", words, PLACE_ONLY) if is_withheld(event) else for_html(words)


def is_withheld(event: Event) -> bool:
    """Whether an entry that is called by our words would be called by those of a source, were they not withheld."""
    return event.headline.curated is None and event.headline.span is not None and event.kind != "publication"


def our_words(catalogue: Catalogue, event: Event) -> str:
    """What an entry is called in the words of the editor or the site, as plain text."""
    if event.headline.curated is not None or (event.headline.span is None and event.kind != "publication"):
        return event.headline.text
    if event.kind == "publication":
        return f"{catalogue.sources[event.reports[0].source].label} is published"
    if event.attributed_to is not None:
        return f"Statement by {actor_name(catalogue.actors[event.attributed_to])}"
    names = [catalogue.actors[id].name for id in listed_actors(catalogue, event)]
    kind = {"photograph": "Photograph", "statement": "Statement"}.get(event.kind, "Entry")
    verb = ", in its caption" if event.kind == "photograph" else " that names"
    return f"{kind}{verb} {listed(names[:NAMES])}" if names else kind


def _prefix(event: Event) -> str:
    return "Photograph: " if event.kind == "photograph" else ""


def _teller(page: Page, event: Event, span: Span) -> Markup:
    """Whose words a headline is, where it does not say so itself; "" where it does, or where no one is known."""
    actor = page.catalogue.actors.get(event.attributed_to or "")
    if event.kind != "statement" or actor is None:
        return _meant(page, event, span)
    if any(contains(span, mention) for mention in actor.mentions):
        return Markup("")
    return html("{}: ", actor_name(actor))


def _meant(page: Page, event: Event, span: Span) -> Markup:
    """Whom the pronoun means with which a headline begins, where an entry's people leave one; else ""."""
    first = span.text.split(maxsplit=1)[0].casefold() if span.text.strip() else ""
    if first not in telling_words(page.catalogue.gate.language(span)).persons:
        return Markup("")
    people = [actor for id in event.actors if (actor := page.catalogue.actors[id]).kind == "person"]
    meant = [actor for actor in people if not any(_is_named(actor.mentions, report) for report in event.reports)]
    return html("{}: ", meant[0].name) if len(meant) == 1 and meant[0].published else Markup("")


def _is_named(mentions: Sequence[ActorMention], report: Span) -> bool:
    """Whether a report has one of the mentions by name."""
    return any(mention.how in BY_NAME for mention in mentions_in(mentions, report))


def mentions_in(mentions: Sequence[ActorMention], report: Span) -> Iterator[ActorMention]:
    """Those of an actor's mentions, which are sorted, that begin in a report."""
    at = bisect_left(mentions, (report.source, report.start), key=lambda one: (one.source, one.start))
    inside = (report.source, report.end)
    return takewhile(lambda one: (one.source, one.start) < inside, islice(mentions, at, None))


def _cut(page: Page, span: Span) -> Markup:
    """The sign, outside of the quotation, that its sentence begins earlier; "" where nothing was cut."""
    return CUT if page.catalogue.gate.begins_inside(span) and page.catalogue.gate.allows(span) else Markup("")


def listed_actors(catalogue: Catalogue, event: Event) -> list[str]:
    """The published actors of an entry, its places and its speaker among them."""
    speaker = (event.attributed_to,) if event.attributed_to else ()
    return [id for id in dict.fromkeys((*event.actors, *event.places, *speaker)) if catalogue.actors[id].published]
