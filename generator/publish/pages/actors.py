"""The index of actors: by kind, those most told first; where they are many, a page for each kind.

In: the catalogue. Out: Markdown. Never: shows an actor that has no page.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator.model import Actor, ActorKind, Record, Span
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, in_letter_order, witnesses_of
from generator.publish.pages.choices import source_choices
from generator.publish.pages.company import Company, draw_company, list_couples, strongest
from generator.publish.pages.marks import Page, actor_link, sigla, words_of
from generator.publish.pages.ours import own_words
from generator.publish.pages.render import render
from generator.publish.words import KIND_HEADINGS, counted, noun

MANY = 400  # actors on one page: more take a telephone seconds to lay out
FIRST = 40  # of each kind on the index, where the rest stand on a page of their own
TITLE = 4  # letters: of so few is a title cut short


class IndexRow(Record, frozen=True, kw_only=True):
    """A published actor in the index; `after` are the nouns of the three numbers, for screens without a table head.

    `sources` are the letters of those that name it.
    """

    name: Markup
    called: Markup
    sources: str
    witnesses: int
    mentions: int
    quotations: int
    after: tuple[str, str, str]


class IndexGroup(Record, frozen=True, kw_only=True):
    """The published actors of a kind, most told first; `whole` leads to all of them where `rows` are the first."""

    id: str
    heading: str
    total: int
    rows: tuple[IndexRow, ...]
    whole: str


def actors_page(catalogue: Catalogue, company: Company) -> str:
    """The index of the published actors as Markdown."""
    page = Page(catalogue=catalogue, url=links.actors())
    unlisted = Counter(actor.why for actor in catalogue.actors.values() if not actor.published)
    groups = tuple(_group(page, kind, actors) for kind, actors in by_kind(catalogue).items())
    return render(
        "actors.md.j2",
        groups=groups,
        total=counted(sum(group.total for group in groups), "actor"),
        sources=source_choices(catalogue),
        drawing=draw_company(page, company),
        couples=list_couples(page, company),
        couples_more=max(0, len(strongest(company)) - len(list_couples(page, company))),
        csv=page.href(links.data("quotations.csv")),
        json=page.href(links.data("quotations.json")),
        unlisted=tuple((number, why) for why, number in sorted(unlisted.items(), key=lambda one: (-one[1], one[0]))),
        unlisted_total=sum(unlisted.values()),
    )


def kind_pages(catalogue: Catalogue) -> dict[str, str]:
    """A page with all actors of a kind, for each kind of which the index has the first alone, under its address."""
    return {
        links.actors_of(kind): _kind_page(catalogue, kind, actors)
        for kind, actors in by_kind(catalogue).items()
        if is_cut(catalogue, actors)
    }


def by_kind(catalogue: Catalogue) -> dict[ActorKind, list[Actor]]:
    """The published actors of each kind that has one, most told first."""
    published = [actor for actor in catalogue.actors.values() if actor.published]
    published.sort(key=lambda actor: (-len(witnesses_of(actor.mentions)), -len(actor.mentions), actor.id))
    found = {kind: [actor for actor in published if actor.kind == kind] for kind in KIND_HEADINGS}
    return {kind: actors for kind, actors in found.items() if actors}


def is_cut(catalogue: Catalogue, actors: Sequence[Actor]) -> bool:
    """Whether the index has the first of a kind alone."""
    total = sum(actor.published for actor in catalogue.actors.values())
    return total > MANY and len(actors) > FIRST


def _group(page: Page, kind: ActorKind, actors: Sequence[Actor]) -> IndexGroup:
    cut = is_cut(page.catalogue, actors)
    return IndexGroup(
        id=kind,
        heading=KIND_HEADINGS[kind],
        total=len(actors),
        rows=tuple(_row(page, actor) for actor in (actors[:FIRST] if cut else actors)),
        whole=page.href(links.actors_of(kind)) if cut else "",
    )


def _kind_page(catalogue: Catalogue, kind: ActorKind, actors: Sequence[Actor]) -> str:
    page = Page(catalogue=catalogue, url=links.actors_of(kind))
    return render(
        "actors_kind.md.j2",
        heading=KIND_HEADINGS[kind],
        total=f"{len(actors):,}",
        rows=tuple(_row(page, actor) for actor in actors),
        sources=source_choices(catalogue),
        index=page.href(links.actors()),
    )


def _row(page: Page, actor: Actor) -> IndexRow:
    quotes = page.catalogue.quotes_of.get(actor.id, ())
    spoken = {quote.utterance for quote in quotes if quote.kind != "scare"}
    shown = [span for span in in_letter_order(page.catalogue, actor.descriptions) if page.catalogue.gate.allows(span)]
    words = words_of(page, choose_description(shown)) if shown else Markup("")
    witnesses, mentions = len(witnesses_of(actor.mentions)), len(actor.mentions)
    return IndexRow(
        name=actor_link(page, actor),
        called=own_words(actor.description) if actor.description else words,
        sources=" ".join(sigla(page.catalogue, actor.mentions)),
        witnesses=witnesses,
        mentions=mentions,
        quotations=len(spoken),
        after=(
            noun(witnesses, "witness", "witnesses"),
            noun(mentions, "mention", "mentions"),
            noun(len(spoken), "quotation", "quotations"),
        ),
    )


def choose_description(spans: Sequence[Span]) -> Span:
    """The first of the words for an actor that most sources use; a title cut short ("Gov") where there is no other."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for span in spans:
        sources[span.text.casefold()].add(span.source)
    return min(spans, key=lambda span: (len(span.text) <= TITLE, -len(sources[span.text.casefold()])))
