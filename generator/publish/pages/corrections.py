"""Corrections and removal: how to report an error or ask for removal, what is done unasked, what was decided and why.

In: the catalogue. Out: Markdown. Never: names what has no page; repeats words that were taken out.
"""

from collections import defaultdict
from collections.abc import Mapping

from markupsafe import Markup

from generator.edtf import in_words
from generator.model import Decided, Event, Quote, Record
from generator.publish import links
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.headlines import headline_words
from generator.publish.pages.marks import Page, actor_link, badge, first_words, html, source_badge
from generator.publish.pages.ours import told
from generator.publish.pages.render import render

MAIL = "mailto:"
BEGINNING = 10  # words of a quotation
HEADINGS: Mapping[str, str] = {
    "actor": "Actors",
    "event": "Entries of the timeline",
    "quotation": "Quotations",
    "source": "Sources",
    "label": "Words for the same thing",
}


NOT_SHOWN: Mapping[str, str] = {
    "actor": "An actor without a page",
    "event": "An entry that is not shown",
    "quotation": "A passage",
    "source": "A source",
    "label": "Words for the same thing",
}


class Row(Record, frozen=True, kw_only=True):
    """What was decided of one record: what that is, and for each decision what was done and why."""

    about: Markup
    decisions: tuple[Markup, ...]


class Group(Record, frozen=True, kw_only=True):
    """The decisions about one kind of records, those of a record together, in the order in which they were applied."""

    id: str
    heading: str
    rows: tuple[Row, ...]


def corrections_page(catalogue: Catalogue) -> str:
    """The page on corrections and removal as Markdown."""
    page = Page(catalogue=catalogue, url=links.corrections())
    return render(
        "corrections.md.j2",
        contact=_contact(catalogue.frame.contact),
        groups=tuple(group for what, heading in HEADINGS.items() if (group := _group(page, what, heading)).rows),
        timeline=page.href(links.timeline()),
        actors=page.href(links.actors()),
    )


def _contact(address: str | None) -> Markup:
    """The address for corrections as a link, "" where none is given."""
    if address is None:
        return Markup("")
    return html('<a href="{}" rel="nofollow noopener">{}</a>', address, address.removeprefix(MAIL))


def _group(page: Page, what: str, heading: str) -> Group:
    catalogue = page.catalogue
    events = {id: event for event in (*catalogue.events, *catalogue.undated) for id in (event.id, *event.aliases)}
    rows: defaultdict[Markup, list[Markup]] = defaultdict(list)
    for one in page.catalogue.dossier.decisions:
        if one.what == what:
            rows[_about(page, one, events) or for_html(NOT_SHOWN[what])].append(told(one))
    return Group(
        id=f"corrected-{what}",
        heading=heading,
        rows=tuple(Row(about=about, decisions=tuple(decisions)) for about, decisions in rows.items()),
    )


def _about(page: Page, decision: Decided, events: Mapping[str, Event]) -> Markup:
    """What a decision concerns, leading there; "" where it is not on the site."""
    catalogue, id = page.catalogue, decision.id or ""
    if decision.what == "actor":
        actor = catalogue.actors.get(id)
        return actor_link(page, actor) if actor is not None and actor.published else Markup("")
    if decision.what == "event":
        return _entry(page, id, events)
    if decision.what == "quotation":
        quote = catalogue.quotes.get(id)
        return _quotation(page, quote) if quote else Markup("")
    if decision.what == "source":
        source = catalogue.sources.get(id.partition("#")[0])
        return source_badge(page, source) if source else Markup("")
    return _label(page, id)


def _quotation(page: Page, quote: Quote) -> Markup:
    """Who prints a quotation, leading to its passage, and its first words: they tell it from others."""
    return html("{} {}", badge(page, quote), first_words(page, quote, BEGINNING))


def _entry(page: Page, id: str, events: Mapping[str, Event]) -> Markup:
    if id in events:
        event = events[id]
        href = page.href(page.catalogue.entry(event.id))
        return html('{}: <a href="{}">{}</a>', in_words(event.edtf), href, headline_words(page, event))
    hidden = {one for entry in page.catalogue.dossier.hidden for one in entry.ids}
    return html('<a href="{}">{}</a>', page.href(links.event(id)), "An entry") if id in hidden else Markup("")


def _label(page: Page, id: str) -> Markup:
    label = next((one for one in page.catalogue.dossier.labels if one.id == id), None)
    if label is None:
        return Markup("")
    if not label.uses:
        return for_html(label.referent)
    return html('<a href="{}">{}</a>', page.href(links.label(id)), label.referent)
