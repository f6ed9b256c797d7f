"""About the data: how the site was made, what it counts, what it leaves to places, what can be downloaded.

In: the catalogue. Out: Markdown. Never: praises the method.
"""

from collections import Counter

from markupsafe import Markup

from generator.model import Record, SourceEntry
from generator.publish import links
from generator.publish.figures import count_proofs
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.home import describe_sources
from generator.publish.pages.marks import Page, source_badge
from generator.publish.pages.render import render
from generator.publish.words import BASIS_MEANINGS, MODE_MEANINGS, counted, percent

TABLES = (  # of the comparison, each as CSV and as JSON, and what a row of it is
    ("statements", "what each witness has on each statement, with its passage or the closest one"),
    ("wordings", "every reading of an utterance that stands in more than one place"),
    ("overlap", "how much of each of two sources stands in the other"),
    ("words", "how often a source uses which term for the same thing"),
    ("figures", "what each witness gives for a quantity that several give"),
)


class TableLine(Record, frozen=True, kw_only=True):
    """A table to download."""

    name: str
    meaning: str
    csv: str
    json: str


class ModeRow(Record, frozen=True, kw_only=True):
    """A source with what of it may be shown and what is."""

    badge: Markup
    mode: str
    limit: int
    shown: int


def about_page(catalogue: Catalogue) -> str:
    """The page about the data as Markdown."""
    page = Page(catalogue=catalogue, url=links.about())
    dossier = catalogue.dossier
    proofs = count_proofs(dossier, catalogue.gate)
    unlisted = Counter(actor.why for actor in dossier.actors if not actor.published)
    return render(
        "about.md.j2",
        sources=describe_sources(catalogue),
        one_source=len(dossier.sources) == 1,
        counts=_counts(catalogue),
        spans=f"{proofs.spans:,}",
        addresses=f"{sum(len(catalogue.gate.sentences(id)) for id in catalogue.sources):,}",
        passages=f"{proofs.passages:,}",
        unique=f"{proofs.unique:,}",
        by_position=f"{proofs.by_position:,}",
        quotations=f"{proofs.quotations:,}",
        bases=_bases(catalogue),
        undated=sum(event.edtf is None for event in dossier.events),
        modes=tuple((mode, meaning) for mode, meaning in MODE_MEANINGS.items()),
        rows=tuple(_row(page, source) for source in catalogue.sources.values()),
        unlisted=tuple((number, why) for why, number in sorted(unlisted.items(), key=lambda one: (-one[1], one[0]))),
        dossier=page.href(links.data("dossier.json")),
        schema=page.href(links.data("schema.json")),
        annotations=page.href(links.data("annotations.json")),
        bib=page.href(links.data("sources.bib")),
        csl=page.href(links.data("sources.csl.json")),
        tables=tuple(_table(page, name, meaning) for name, meaning in TABLES),
        corrections=page.href(links.corrections()),
        written=tuple((title, page.href(url)) for title, url in catalogue.frame.written),
        all_sources=page.href(links.sources()),
    )


def _counts(catalogue: Catalogue) -> tuple[str, ...]:
    dossier = catalogue.dossier
    witnesses = sum(len(source.parts) or 1 for source in dossier.sources)
    speakers = sum(quote.speaker is not None for quote in dossier.quotes)
    resolved = sum(one.edtf is not None for one in dossier.dates)
    return (
        counted(witnesses, "witness", "witnesses"),
        f"{counted(len(dossier.dates), 'date expression')}, {resolved:,} of them resolved to a date",
        f"{counted(len(dossier.actors), 'actor')}, {sum(actor.published for actor in dossier.actors):,} of them listed",
        f"{counted(len(dossier.quotes), 'quotation')}, {speakers:,} of them with a known speaker",
        f"{counted(len(dossier.families), 'utterance')} found in more than one place",
        counted(len(dossier.events), "entry", "entries"),
        f"{counted(len(dossier.reuse), 'passage')} shared between sources",
    )


def _bases(catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Each basis with its meaning and the number of entries that have it."""
    counts = Counter(event.basis for event in catalogue.events)
    return tuple((basis, meaning, f"{counts[basis]:,}") for basis, meaning in BASIS_MEANINGS.items())


def _row(page: Page, source: SourceEntry) -> ModeRow:
    return ModeRow(
        badge=source_badge(page, source),
        mode=source.mode,
        limit=percent(page.catalogue.gate.share_limit(source.id)),
        shown=percent(source.shown),
    )


def _table(page: Page, name: str, meaning: str) -> TableLine:
    csv, json = (page.href(links.data(f"{name}.{kind}")) for kind in ("csv", "json"))
    return TableLine(name=name, meaning=meaning, csv=csv, json=json)
