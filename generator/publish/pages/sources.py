"""The sources: an index, and a page each with its passages at permanent addresses, as far as its mode allows.

In: the catalogue. Out: Markdown. Never: prints what the gate withholds.
"""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from generator.model import Overlap, PublicationDate, Quote, Record, SourceEntry, Span
from generator.publish import links
from generator.publish.charts import Strip, draw_strip
from generator.publish.escape import for_html
from generator.publish.pages.apart import NOTHING, Reported, list_reported, make_apart
from generator.publish.pages.catalogue import Catalogue, grouped
from generator.publish.pages.citing import cite_source
from generator.publish.pages.cues import list_voices
from generator.publish.pages.furniture import make_captions, make_furniture
from generator.publish.pages.marks import (
    Page,
    beginning_of,
    html,
    in_language,
    published_why,
    source_badge,
    swatch,
    witness_siglum,
    words_of,
)
from generator.publish.pages.ours import reasons_of
from generator.publish.pages.passages import make_stretches, unused_parts
from generator.publish.pages.render import render
from generator.publish.pages.uses import Uses, find_uses
from generator.publish.words import (
    NOT_STATED,
    PUBLICATION_MEANINGS,
    UNDETERMINED,
    capital,
    counted,
    is_excerpt,
    language_name,
    listed,
    part_noun,
    percent,
    published_in_words,
    why_counted_once,
)

BEGINNING = 8  # words: what any excerpt may show
WORTH_SHARING = 0.01  # below one word in a hundred two texts share stock phrases, no text


class IndexRow(Record, frozen=True, kw_only=True):
    """A source in the index."""

    badge: Markup
    title: str
    publisher: str
    published: str
    basis: str
    kind: str
    language: str
    words: str
    shown: int


class Fact(Record, frozen=True, kw_only=True):
    """A bibliographic fact: of a date its basis, the reason and the words that show it; of others a remark."""

    name: str
    value: Markup
    basis: str
    small: str
    why: str
    passage: Markup


class Strips(Record, frozen=True, kw_only=True):
    """Where shown passages and furniture stand in a text."""

    shown: tuple[Strip, ...]
    furniture: tuple[Strip, ...]


class Shared(Record, frozen=True, kw_only=True):
    """Another source with the share of text both carry."""

    badge: Markup
    shares: str


def sources_page(catalogue: Catalogue) -> str:
    """The index of the sources as Markdown."""
    page = Page(catalogue=catalogue, url=links.sources())
    return render(
        "sources.md.j2",
        rows=tuple(_row(page, source) for source in catalogue.sources.values()),
        total=counted(len(catalogue.sources), "source"),
    )


def source_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of each source under its address."""
    uses, reported = find_uses(catalogue), list_reported(catalogue)
    quotes = grouped(catalogue.dossier.quotes, lambda quote: quote.source)
    return {
        links.source(source.id): _source_page(
            catalogue,
            source,
            uses.get(source.id, {}),
            quotes.get(source.id, ()),
            reported.get(source.id, NOTHING),
        )
        for source in catalogue.sources.values()
    }


def _row(page: Page, source: SourceEntry) -> IndexRow:
    return IndexRow(
        badge=source_badge(page, source),
        title=source.title or "",
        language=source.language,
        publisher=source.publisher or NOT_STATED,
        published=published_in_words(source.published, source.updated),
        basis=PUBLICATION_MEANINGS[source.published.basis] if source.published.edtf else "",
        kind=_kind(source),
        words=f"{source.words:,}",
        shown=percent(source.shown),
    )


def _kind(source: SourceEntry) -> str:
    return counted(len(source.parts), part_noun(source)) if source.kind == "collection" else "article"


def _source_page(
    catalogue: Catalogue, source: SourceEntry, uses: Uses, quotes: Sequence[Quote], reported: Reported
) -> str:
    page = Page(catalogue=catalogue, url=links.source(source.id))
    unused = unused_parts(page, source)
    return render(
        "source.md.j2",
        source=source,
        swatch=swatch(source.siglum),
        stand=_stand(page, source),
        facts=_facts(page, source),
        words=f"{counted(source.words, 'word')} {'is' if source.words == 1 else 'are'}",
        shown=percent(source.shown),
        limit=percent(catalogue.gate.share_limit(source.id)),
        strips=_strips(catalogue, source),
        stretches=make_stretches(page, source, uses),
        unused=listed(unused) if len(unused) < len(source.parts) else "",
        unused_noun=part_noun(source) if len(unused) == 1 else f"{part_noun(source)}s",
        voices=list_voices(page, quotes),
        shared=_shared(page, source),
        counted_once=_counted_once(catalogue, source),
        furniture=make_furniture(page, source),
        captions=make_captions(page, source),
        cite=cite_source(page, source),
        decided=reasons_of(catalogue, "source", (source.id,), (source.curated,)),
        bib=page.href(links.data("sources.bib")),
        csl=page.href(links.data("sources.csl.json")),
        annotations=page.href(links.data("annotations.json")),
        comparison=page.href(_compared(source)),
        reported=make_apart(page, reported),
    )


def _stand(page: Page, source: SourceEntry) -> Markup:
    """What kind of document it is, and how it is headed or begins."""
    kind = "A collection" if source.kind == "collection" else "An article"
    if source.title:
        return html("{}, headed {}", kind, _title(source))
    first = next(iter(page.catalogue.used[source.id]), None)
    beginning = beginning_of(first, BEGINNING) if first is not None else None
    if beginning is None or page.catalogue.gate.count_words(source.id, 0, beginning.start):
        return html("{} without a headline in the saved text.", kind)
    return html("{} without a headline in the saved text. It begins: {}", kind, words_of(page, beginning))


def _title(source: SourceEntry) -> Markup:
    """Its title as a quotation; a title is bibliography and printed in every mode."""
    return html("<q {}>{}</q>", in_language(source.language), source.title or "")


def _facts(page: Page, source: SourceEntry) -> tuple[Fact, ...]:
    size = capital(f"{_languages(source)}, {counted(source.words, 'word')}")
    facts = [
        _fact("Publisher", source.publisher or NOT_STATED),
        _dated(page, "Published", source.published),
        _fact("Language, length", size, _kinds(source)),
    ]
    if source.byline:
        facts.insert(1, _fact("By", source.byline))
    if source.updated.edtf is not None:
        facts.insert(2, _dated(page, "Updated", source.updated))
    if source.url and source.url.startswith(("https://", "http://")):
        link = html('<a href="{}" rel="noopener nofollow">the page it was saved from</a>', source.url)
        facts.append(Fact(name="Address", value=link, basis="", small="", why="", passage=Markup("")))
    return tuple(facts)


def _languages(source: SourceEntry) -> str:
    """The language of a source; of a collection those of its items, the most frequent first."""
    most = Counter(part.language for part in source.parts if part.language != UNDETERMINED).most_common()
    return listed([language_name(tag) for tag, _ in most]) or language_name(source.language)


def _kinds(source: SourceEntry) -> str:
    if source.kind == "article":
        return ""
    saved = "; excerpt only" if is_excerpt(source) else ""
    return f"{counted(len(source.parts), part_noun(source))}, each a witness of its own{saved}"


def _fact(name: str, value: str, small: str = "") -> Fact:
    return Fact(name=name, value=for_html(value), basis="", small=small, why="", passage=Markup(""))


def _dated(page: Page, name: str, date: PublicationDate) -> Fact:
    """A date with its basis, the reason, and the words that show it."""
    return Fact(
        name=name,
        value=for_html(published_in_words(date)),
        basis=PUBLICATION_MEANINGS[date.basis] if date.edtf else "",
        small="",
        why=published_why(page, date),
        passage=words_of(page, date.span) if date.span is not None and date.span.text else Markup(""),
    )


def _strips(catalogue: Catalogue, source: SourceEntry) -> Strips:
    """Where shown passages and furniture stand in the text."""
    length = catalogue.gate.length(source.id)
    whole = Span(source=source.id, part=None, start=0, end=length, text="")
    shown = [(piece.start, piece.end) for piece in catalogue.gate.granted(whole)]
    aside = [(piece.start, piece.end) for piece in source.furniture]
    return Strips(shown=draw_strip(length, shown), furniture=draw_strip(length, aside))


def _shared(page: Page, source: SourceEntry) -> tuple[Shared, ...]:
    """The sources that carry some of its text, those with most first."""
    found = [one for one in page.catalogue.dossier.overlap if source.id in (one.a, one.b)]
    found = [one for one in found if max(one.a_in_b, one.b_in_a) >= WORTH_SHARING]
    found.sort(key=lambda one: (-max(one.a_in_b, one.b_in_a), one.a, one.b))
    return tuple(_shared_with(page, source, one) for one in found)


def _shared_with(page: Page, source: SourceEntry, pair: Overlap) -> Shared:
    is_first = pair.a == source.id
    other = page.catalogue.sources[pair.b if is_first else pair.a]
    here, there = (pair.a_in_b, pair.b_in_a) if is_first else (pair.b_in_a, pair.a_in_b)
    return Shared(
        badge=source_badge(page, other),
        shares=f"{percent(here)}% of this text stands there too; {percent(there)}% of that text stands here",
    )


def _compared(source: SourceEntry) -> str:
    """Where its text stands beside that of others."""
    return links.copies_of(source.id)


def _counted_once(catalogue: Catalogue, source: SourceEntry) -> tuple[str, ...]:
    """The witnesses with which it, or an item of it, counts once."""
    clusters = [
        cluster
        for cluster in catalogue.dossier.clusters
        if cluster.why == "shared text" and any(member.partition("#")[0] == source.id for member in cluster.members)
    ]
    return tuple(
        why_counted_once(cluster, [witness_siglum(catalogue, member) for member in cluster.members])
        for cluster in clusters
    )
