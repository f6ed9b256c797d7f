"""The actors: an index by kind, and a page for each one that is published.

In: the catalogue. Out: Markdown. Never: shows an actor that has no page; says of those named together that they know
each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.model import Actor, ActorKind, NameForm, Record, Span
from generator.publish import links
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue, count_independent, in_letter_order, letter_order, witnesses_of
from generator.publish.pages.headlines import make_line
from generator.publish.pages.marks import Page, actor_link, badge, html, in_language, source_badge, words_of
from generator.publish.pages.ours import curated_fold, own_words
from generator.publish.pages.quotes import make_speeches
from generator.publish.pages.render import render
from generator.publish.pages.reported import counted_why
from generator.publish.words import (
    KIND_HEADINGS,
    KIND_NAMES,
    PLACE_ONLY,
    counted,
    is_excerpt,
    noun,
    witnesses_in_words,
)

TOGETHER = 12  # names in the table of those named in the same passages
WIKIDATA = "https://www.wikidata.org/wiki/"
ABSENT = 12  # sources listed one by one as not naming the actor; more are counted

Company = Mapping[str, Mapping[str, tuple[Span, ...]]]


class IndexRow(Record, frozen=True, kw_only=True):
    """A published actor in the index; `after` are the nouns of the three numbers, for screens without a table head."""

    name: Markup
    called: Markup
    witnesses: int
    mentions: int
    quotations: int
    after: tuple[str, str, str]


class IndexGroup(Record, frozen=True, kw_only=True):
    """The published actors of a kind, most told first."""

    id: str
    heading: str
    rows: tuple[IndexRow, ...]


class NameRow(Record, frozen=True, kw_only=True):
    """A form of the name, and who prints it."""

    words: Markup
    sources: tuple[Markup, ...]
    count: int


class Called(Record, frozen=True, kw_only=True):
    """What a witness calls the actor."""

    badge: Markup
    words: tuple[Markup, ...]


class Together(Record, frozen=True, kw_only=True):
    """Another actor, and in how many sentences of which sources both are named."""

    name: Markup
    sentences: int
    sources: str


def actors_page(catalogue: Catalogue) -> str:
    """The index of the published actors as Markdown."""
    page = Page(catalogue=catalogue, url=links.actors())
    unlisted = Counter(actor.why for actor in catalogue.actors.values() if not actor.published)
    groups = tuple(group for kind in KIND_HEADINGS if (group := _group(page, kind)).rows)
    return render(
        "actors.md.j2",
        groups=groups,
        total=counted(sum(len(group.rows) for group in groups), "actor"),
        unlisted=tuple((number, why) for why, number in sorted(unlisted.items(), key=lambda one: (-one[1], one[0]))),
        unlisted_total=sum(unlisted.values()),
    )


def actor_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of each published actor under its address."""
    company = _company(catalogue)
    return {
        links.actor(actor.id): _actor_page(catalogue, actor, company.get(actor.id, {}))
        for actor in catalogue.actors.values()
        if actor.published
    }


def _group(page: Page, kind: ActorKind) -> IndexGroup:
    actors = [actor for actor in page.catalogue.actors.values() if actor.published and actor.kind == kind]
    actors.sort(key=lambda actor: (-len(witnesses_of(actor.mentions)), -len(actor.mentions), actor.id))
    return IndexGroup(
        id=kind,
        heading=KIND_HEADINGS[kind],
        rows=tuple(_row(page, actor) for actor in actors),
    )


def _row(page: Page, actor: Actor) -> IndexRow:
    quotes = page.catalogue.quotes_of.get(actor.id, ())
    spoken = {quote.utterance for quote in quotes if quote.kind != "scare"}
    shown = [span for span in in_letter_order(page.catalogue, actor.descriptions) if page.catalogue.gate.allows(span)]
    words = words_of(page, shown[0]) if shown else Markup("")
    witnesses, mentions = len(witnesses_of(actor.mentions)), len(actor.mentions)
    return IndexRow(
        name=actor_link(page, actor),
        called=own_words(actor.description) if actor.description else words,
        witnesses=witnesses,
        mentions=mentions,
        quotations=len(spoken),
        after=(
            noun(witnesses, "witness", "witnesses"),
            noun(mentions, "mention", "mentions"),
            noun(len(spoken), "quotation", "quotations"),
        ),
    )


def _actor_page(catalogue: Catalogue, actor: Actor, company: Mapping[str, tuple[Span, ...]]) -> str:
    page = Page(catalogue=catalogue, url=links.actor(actor.id))
    names = witnesses_of(actor.mentions)
    naming = {name.partition("#")[0] for name in names}
    return render(
        "actor.md.j2",
        name=actor.name,
        description=own_words(actor.description) if actor.description else Markup(""),
        elsewhere=tuple(_elsewhere(actor)),
        decided=curated_fold(catalogue, "actor", (actor.id,), actor.curated),
        corrections=page.href(links.corrections()),
        stand=_stand(catalogue, actor, len(naming)),
        named_by=tuple(source_badge(page, source) for id, source in catalogue.sources.items() if id in naming),
        witnesses=witnesses_in_words(len(names), count_independent(catalogue, names)),
        witnesses_why=counted_why(catalogue, actor.mentions),
        mentions=counted(len(actor.mentions), "mention"),
        absent=_absent(page, naming | _parted(catalogue, actor), in_part=False),
        absent_in_part=_absent(page, naming | _parted(catalogue, actor), in_part=True),
        names=tuple(_name_rows(page, actor)),
        called=_called(page, actor),
        speeches=make_speeches(page, catalogue.quotes_of.get(actor.id, ())),
        lines=tuple(make_line(page, event) for event in catalogue.events_of.get(actor.id, ())),
        together=_together(page, company),
        together_more=max(0, len(company) - TOGETHER),
        possibly=tuple(actor_link(page, other) for other in _possibly_same(catalogue, actor)),
    )


def _elsewhere(actor: Actor) -> Iterator[Markup]:
    """Links to what others hold on the actor, as the editor gave them; nothing is loaded from there."""
    if actor.wikidata is not None:
        yield _outward(f"{WIKIDATA}{actor.wikidata}", f"Wikidata {actor.wikidata}")
    if actor.website is not None:
        yield _outward(actor.website, actor.website.partition("://")[2].rstrip("/") or actor.website)


def _outward(address: str, text: str) -> Markup:
    return html('<a href="{}" rel="nofollow noopener">{}</a>', address, text)


def _possibly_same(catalogue: Catalogue, actor: Actor) -> list[Actor]:
    """Those with a page of their own that may be the same."""
    others = [catalogue.actors[other] for other in actor.possibly_same]
    return [other for other in others if other.published]


def _stand(catalogue: Catalogue, actor: Actor, naming: int) -> str:
    total = len(catalogue.sources)
    among = "the one source" if total == 1 else f"{naming:,} of the {total:,} sources"
    printed = "it prints" if naming == 1 else "they print"
    kind = KIND_NAMES[actor.kind]
    if actor.description or actor.wikidata or actor.website:
        return f"{kind}, named in {among}. What is ours is marked so; everything else here is what {printed}."
    return f"{kind}, named in {among}. Everything below is what {printed}; nothing is added from elsewhere."


def _parted(catalogue: Catalogue, actor: Actor) -> set[str]:
    """The sources that print a name of the actor for another one, from whom a person told it apart."""
    if actor.curated is None:
        return set()
    names = {form.text for form in actor.names}
    others = (other for other in catalogue.actors.values() if other.id != actor.id)
    return {source for other in others for form in other.names if form.text in names for source in form.sources}


def _absent(page: Page, naming: set[str], *, in_part: bool) -> Markup:
    """The sources that were searched and do not name the actor: those saved whole, or those saved in part."""
    others = (source for id, source in page.catalogue.sources.items() if id not in naming)
    absent = [source for source in others if is_excerpt(source) == in_part]
    if len(absent) > ABSENT:
        return for_html(counted(len(absent), "source"))
    return Markup(" ").join(source_badge(page, source) for source in absent)


def _name_rows(page: Page, actor: Actor) -> list[NameRow]:
    """Every form of the name, the most used first, each with the sources that print it."""
    rows = []
    for form in sorted(actor.names, key=lambda form: (-form.count, form.text)):
        spans = [span for span in actor.mentions if span.text == form.text]
        counts = Counter(span.source for span in spans)
        sources = sorted(form.sources, key=lambda id: letter_order(page.catalogue.sources[id].siglum))
        rows.append(
            NameRow(
                words=_name(page.catalogue, form, spans, sources[0]),
                sources=tuple(_name_source(page, id, counts[id]) for id in sources),
                count=form.count,
            )
        )
    return rows


def _name(catalogue: Catalogue, form: NameForm, spans: Sequence[Span], source: str) -> Markup:
    """A form of a name as printed; that it is withheld, where it stands in pointers alone."""
    if not catalogue.gate.names(form):
        return html("<i>{}</i>", PLACE_ONLY)
    language = catalogue.gate.language(spans[0]) if spans else catalogue.sources[source].language
    return html("<q {}>{}</q>", in_language(language), form.text)


def _name_source(page: Page, source: str, count: int) -> Markup:
    times = html(' <b class="d-x">{}×</b>', str(count)) if count else Markup("")
    return source_badge(page, page.catalogue.sources[source]) + times


def _called(page: Page, actor: Actor) -> tuple[Called, ...]:
    """What each witness calls the actor, each wording once."""
    found: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for span in in_letter_order(page.catalogue, actor.descriptions):
        found[f"{span.source}#{span.part}"].setdefault(span.text.casefold(), span)
    return tuple(
        Called(
            badge=badge(page, next(iter(spans.values()))),
            words=tuple(words_of(page, span) for span in spans.values()),
        )
        for spans in found.values()
    )


def _company(catalogue: Catalogue) -> Company:
    """For each published actor the others named in the same sentences, with those sentences' mentions."""
    sentences: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for actor in catalogue.actors.values():
        if actor.published:
            for mention in actor.mentions:
                sentences[catalogue.passages.url(mention)].setdefault(actor.id, mention)
    found: defaultdict[str, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for named in sentences.values():
        for one, span in named.items():
            for other in named:
                if other != one:
                    found[one][other].append(span)
    return {one: {other: tuple(spans) for other, spans in others.items()} for one, others in found.items()}


def _together(page: Page, company: Mapping[str, tuple[Span, ...]]) -> tuple[Together, ...]:
    most = sorted(company.items(), key=lambda one: (-len(one[1]), one[0]))[:TOGETHER]
    return tuple(
        Together(
            name=actor_link(page, page.catalogue.actors[other]),
            sentences=len(spans),
            sources=", ".join(_letters(page.catalogue, spans)),
        )
        for other, spans in most
    )


def _letters(catalogue: Catalogue, spans: Sequence[Span]) -> list[str]:
    return sorted({catalogue.sources[span.source].siglum for span in spans}, key=letter_order)
