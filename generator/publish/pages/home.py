"""The home page: the hand-written opening, the key dates, who is who, the sources, how to read the site.

In: a page, the catalogue, a person's Markdown. Out: Markdown. Never: says more of the matter than titles and counts.
"""

from collections import defaultdict

from markupsafe import Markup

from generator.edtf import in_words, precision, sort_key
from generator.model import DECIDED, Actor, DateBasis, Dossier, Event, Record, SourceEntry, Span
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, in_letter_order, witnesses_of
from generator.publish.pages.entries import is_side
from generator.publish.pages.headlines import make_line
from generator.publish.pages.marks import GLUE, Page, actor_link, html, letters, source_badge, words_of
from generator.publish.pages.ours import own_words
from generator.publish.pages.render import render
from generator.publish.words import (
    BASIS_MEANINGS,
    NOT_STATED,
    capital,
    counted,
    language_name,
    listed,
    part_noun,
    published_in_words,
)

KEY_DATES = 6
KEY_DATES_SET = 'class="d-insert d-insert--key"'  # in a hand-written text that prints the key dates itself
WHO_IS_WHO = 8
DESCRIPTIONS = 4  # of one actor: more is a list, and stands on the actor's page
SOURCES = 12  # more are left to the index
SECTION = "\n## "  # where the opening of a hand-written page ends


class Who(Record, frozen=True, kw_only=True):
    """An actor with what the sources call it."""

    name: Markup
    said: tuple[Markup, ...]


class SourceLine(Record, frozen=True, kw_only=True):
    """A source with what is known of its publication."""

    badge: Markup
    facts: str


def home_page(catalogue: Catalogue, home_text: str | None) -> str:
    """The home page as Markdown; a hand-written text is taken as it is."""
    page = Page(catalogue=catalogue, url=links.home())
    opening, body = _parts(home_text or "")
    is_set = KEY_DATES_SET in opening + body
    sources = tuple(catalogue.sources.values())
    return render(
        "home.md.j2",
        title=catalogue.dossier.title,
        opening=Markup(opening),
        body=Markup(body),
        summary=_summary(catalogue),
        counts=_counts(catalogue),
        key_dates=() if is_set else tuple(make_line(page, event) for event in key_events(catalogue)),
        who=tuple(make_who(page, actor) for actor in main_actors(catalogue)),
        sources=tuple(SourceLine(badge=source_badge(page, one), facts=_facts(one)) for one in sources[:SOURCES]),
        more_sources=max(0, len(sources) - SOURCES),
        bases={basis: BASIS_MEANINGS[basis] for basis in _bases(catalogue.dossier)},
        timeline=page.href(links.timeline()),
        all_sources=page.href(links.sources()),
        actors=page.href(links.actors()),
        decisions=bool(catalogue.dossier.decisions),
        corrections=page.href(links.corrections()),
    )


def _parts(text: str) -> tuple[str, str]:
    """A hand-written page's opening (to its first section) and the rest; both empty where there is none."""
    opening, mark, body = f"\n{text}".partition(SECTION)
    return opening.strip(), (mark + body).strip()


def key_events(catalogue: Catalogue) -> list[Event]:
    """The events that stand on the home page, in date order: those that a person pinned, else those most told."""
    dated = [event for event in catalogue.events if precision(event.edtf) != "none"]
    pinned = [event for event in dated if event.key]
    others = [event for event in dated if event.kind in ("event", "statement") and event.strand is None]
    others.sort(key=lambda event: (-event.independent, -event.witnesses, is_side(catalogue, event)))
    return sorted(pinned or others[:KEY_DATES], key=lambda event: (sort_key(event.edtf), event.id))


def main_actors(catalogue: Catalogue) -> list[Actor]:
    """The published people and organisations that most witnesses name, most first."""
    actors = [
        actor
        for actor in catalogue.actors.values()
        if actor.published and actor.kind in ("person", "organisation") and actor.mentions
    ]
    actors.sort(key=lambda actor: (-len(witnesses_of(actor.mentions)), -len(actor.mentions), actor.id))
    return actors[:WHO_IS_WHO]


def span_of_dates(catalogue: Catalogue) -> str:
    """From when to when the dated events reach, "" without any."""
    dated = [event for event in catalogue.events if precision(event.edtf) != "none" and event.kind != "photograph"]
    if not dated:
        return ""
    first = min(dated, key=lambda event: sort_key(event.edtf)[1])
    last = max(dated, key=lambda event: sort_key(event.edtf)[1])
    start, end = (in_words(event.edtf).removeprefix("in ") for event in (first, last))
    return start if start == end else f"{start} to {end}"


def describe_sources(catalogue: Catalogue) -> str:
    """The sources by number and kind: "5 sources: 4 articles and a page of 24 threads"."""
    sources = tuple(catalogue.sources.values())
    articles = [source for source in sources if source.kind == "article"]
    collections = [source for source in sources if source.kind == "collection"]
    total = counted(len(sources), "source")
    if not collections:
        return total
    parts = sum(len(source.parts) for source in collections)
    pages = "a page" if len(collections) == 1 else counted(len(collections), "page")
    items = f"{pages} of {counted(parts, part_noun(collections[0]))}"
    return f"{total}: {listed([counted(len(articles), 'article'), items]) if articles else items}"


def _summary(catalogue: Catalogue) -> str:
    dates = span_of_dates(catalogue)
    told = f", with dates {'from ' if ' to ' in dates else ''}{dates}" if dates else ""
    if len(catalogue.sources) == 1:
        return f"What {describe_sources(catalogue)} says, in its own words{told}."
    return f"What {describe_sources(catalogue)} say, set side by side in their own words{told}."


def _counts(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Number and noun of what the dossier holds."""
    dossier = catalogue.dossier
    witnesses = sum(len(source.parts) or 1 for source in dossier.sources)
    listed_actors = sum(actor.published for actor in dossier.actors)
    nouns = (
        (len(dossier.sources), "source", "sources"),
        (witnesses, "witness", "witnesses"),
        (len(catalogue.events), "dated entry", "dated entries"),
        (listed_actors, "actor", "actors"),
        (len(dossier.quotes), "quotation", "quotations"),
    )
    return tuple((f"{number:,}", one if number == 1 else many) for number, one, many in nouns)


def make_who(page: Page, actor: Actor) -> Who:
    """An actor with its descriptions, ours first, each once; without any, who names it."""
    seen: defaultdict[str, list[Span]] = defaultdict(list)
    for span in in_letter_order(page.catalogue, actor.descriptions):
        if page.catalogue.gate.allows(span):
            seen[span.text.casefold()].append(span)
    said = [own_words(actor.description)] if actor.description else []
    said += [words_of(page, spans[0]) + GLUE + letters(page, spans) for spans in list(seen.values())[:DESCRIPTIONS]]
    if not said:
        said = [html("<small>named in</small> {}", letters(page, actor.mentions))]
    return Who(name=actor_link(page, actor), said=tuple(said))


def _facts(source: SourceEntry) -> str:
    parts = []
    if source.kind == "collection":
        parts.append(counted(len(source.parts), part_noun(source)))
    parts.append(source.publisher or f"publisher {NOT_STATED}")
    date = published_in_words(source.published, source.updated)
    parts.append(f"publication date {date}" if date.startswith(NOT_STATED) else date)
    if not source.language.startswith("en"):
        parts.append(language_name(source.language))
    return capital("; ".join(parts))


def _bases(dossier: Dossier) -> list[DateBasis]:
    """How dates are known, as far as that occurs; what the editor decided is explained for all records at once."""
    occurring = {event.basis for event in dossier.events}
    return [basis for basis in BASIS_MEANINGS if basis in occurring and basis != DECIDED]
