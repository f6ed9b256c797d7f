"""The page of an actor: its names and who uses which, what it says and what is said of it, its entries, its company.

In: the catalogue. Out: Markdown. Never: adds anything about the actor that no source prints and no person wrote.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.edtf import precision
from generator.model import Actor, ActorMention, Event, NameForm, Quote, Record, Span
from generator.publish import links
from generator.publish.charts import Chart, Mark, draw_days, draw_years
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue, count_independent, in_letter_order, witnesses_of
from generator.publish.pages.company import TOGETHER, Company, list_together
from generator.publish.pages.cues import profile_cues
from generator.publish.pages.entries import is_side
from generator.publish.pages.headlines import make_line
from generator.publish.pages.marks import Page, actor_link, badge, html, in_language, source_badge, words_of
from generator.publish.pages.ours import curated_fold, own_words
from generator.publish.pages.quotes import make_speeches
from generator.publish.pages.render import render
from generator.publish.pages.reported import counted_why
from generator.publish.pages.said_of import find_said_of, list_said_of
from generator.publish.words import HOW_MEANT, KIND_NAMES, PLACE_ONLY, counted, is_excerpt, listed, witnesses_in_words

WIKIDATA = "https://www.wikidata.org/wiki/"
ENTRIES = 20  # set out at once; more are folded
CHARTED = 5  # entries from which on a chart says more than their list
ABSENT = 12  # sources listed one by one as not naming the actor; more are counted
NAMING = 12  # sources set out at once as naming it, or as using one form; more are folded
WITNESSES = 20  # whose words for the actor, or for what it says, are set out at once; more are folded


class Naming(Record, frozen=True, kw_only=True):
    """The sources that print a name, with how often: those that do so most, and the others, each in their order."""

    first: tuple[Markup, ...]
    rest: tuple[Markup, ...]


class NameRow(Record, frozen=True, kw_only=True):
    """A form of the name, and who prints it."""

    words: Markup
    naming: Naming
    count: int


class Called(Record, frozen=True, kw_only=True):
    """What a witness calls the actor."""

    badge: Markup
    words: tuple[Markup, ...]


def actor_pages(catalogue: Catalogue, company: Company) -> dict[str, str]:
    """The page of each published actor under its address."""
    said_of = find_said_of(catalogue)
    return {
        links.actor(actor.id): _actor_page(catalogue, actor, company.get(actor.id, {}), said_of.get(actor.id, ()))
        for actor in catalogue.actors.values()
        if actor.published
    }


def _actor_page(
    catalogue: Catalogue, actor: Actor, company: Mapping[str, tuple[Span, ...]], said_of: Sequence[Quote]
) -> str:
    page = Page(catalogue=catalogue, url=links.actor(actor.id))
    main, side = part_entries(catalogue, catalogue.events_of.get(actor.id, ()))
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
        naming=_naming(page, Counter(mention.source for mention in actor.mentions)),
        witnesses=witnesses_in_words(len(names), count_independent(catalogue, names)),
        witnesses_why=counted_why(catalogue, actor.mentions, by_text=True),
        mentions=mentions_in_words(actor.mentions),
        absent=_absent(page, naming | _parted(catalogue, actor) | _quoting(catalogue, actor), in_part=False),
        absent_in_part=_absent(page, naming | _parted(catalogue, actor) | _quoting(catalogue, actor), in_part=True),
        names=tuple(_name_rows(page, actor)),
        evidence=tuple(_joined(page.catalogue, actor)),
        called=_called(page, actor),
        speeches=make_speeches(page, catalogue.quotes_of.get(actor.id, ())),
        attitudes=make_speeches(page, catalogue.attitudes_of.get(actor.id, ())),
        witnesses_shown=WITNESSES,
        cues=profile_cues(page, catalogue.quotes_of.get(actor.id, ())),
        said_of=list_said_of(page, said_of),
        chart=_chart(page, main, side),
        lines=tuple(make_line(page, event) for event in main),
        more_lines=tuple(make_line(page, event) for event in side),
        together=list_together(page, company),
        together_more=max(0, len(company) - TOGETHER),
        possibly=tuple(actor_link(page, other) for other in _possibly_same(catalogue, actor)),
    )


def part_entries(catalogue: Catalogue, events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The entries that a reader needs first, and the others; each in the order of time.

    First are those that the timeline sets out in full and that give a date of their own, the most told of many.
    """
    own = [event for event in events if event.told_with is None and not is_side(catalogue, event)]
    most = sorted(own, key=lambda event: (not event.key, -event.independent, -event.witnesses))[:ENTRIES]
    shown = {event.id for event in most}
    return [event for event in events if event.id in shown], [event for event in events if event.id not in shown]


def _chart(page: Page, main: Sequence[Event], side: Sequence[Event]) -> Chart | None:
    """When the entries lie; None where they are so few that the list shows it."""
    marks = [
        Mark(edtf=event.edtf or "", side=aside, href=page.href(page.catalogue.entry(event.id)))
        for events, aside in ((main, False), (side, True))
        for event in events
        if precision(event.edtf) != "none"
    ]
    return (draw_years(marks) or draw_days(marks)) if len(marks) >= CHARTED else None


def _naming(page: Page, counts: Mapping[str, int]) -> Naming:
    """The sources of which it is counted how often each names an actor; 0 where that is not known."""
    ids = [id for id in page.catalogue.sources if id in counts]
    most = set(sorted(ids, key=lambda id: -counts[id])[:NAMING])
    badges = {id: _name_source(page, id, counts[id]) for id in ids}
    return Naming(
        first=tuple(badges[id] for id in ids if id in most), rest=tuple(badges[id] for id in ids if id not in most)
    )


def mentions_in_words(mentions: Sequence[ActorMention]) -> str:
    """How often an actor is meant, and where that is not by its name alone, by what."""
    total, counts = counted(len(mentions), "mention"), Counter(HOW_MEANT[mention.how] for mention in mentions)
    said = [f"{counts[how]:,} {how}" for how in dict.fromkeys(HOW_MEANT.values()) if counts[how]]
    return total if counts.keys() <= {HOW_MEANT["name"]} else f"{total}: {listed(said)}"


def _joined(catalogue: Catalogue, actor: Actor) -> Iterator[Markup]:
    """By what two of its names were taken for one actor's, where both may be printed."""
    printed = {form.text for form in actor.names if catalogue.gate.names(form)}
    for one in actor.evidence:
        if {one.name, one.other} <= printed:
            yield html("<q>{}</q> and <q>{}</q> <small>{}</small>", one.name, one.other, one.why)


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


def _quoting(catalogue: Catalogue, actor: Actor) -> set[str]:
    """The sources that quote the actor, some of them under another name that a person led to it."""
    return {quote.source for quote in catalogue.quotes_of.get(actor.id, ())}


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
        counts = dict.fromkeys(form.sources, 0) | Counter(span.source for span in spans)
        rows.append(
            NameRow(
                words=_name(page.catalogue, form, spans, form.sources[0]),
                naming=_naming(page, counts),
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
    one = source_badge(page, page.catalogue.sources[source])
    return html('<span class="d-nobr">{} <b class="d-x">{}×</b></span>', one, f"{count:,}") if count else one


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
