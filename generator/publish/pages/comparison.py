"""The comparison at a glance: of each of its pages the most informative part, and where the rest stands.

In: the catalogue. Out: Markdown. Never: says which source is right, or which copied from which; scores a source.
"""

from markupsafe import Markup

from generator.model import Record
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.comparing import compare_nav
from generator.publish.pages.copies import copies_pages
from generator.publish.pages.families import BEGINNING
from generator.publish.pages.figures_compared import (
    dates_that_differ,
    differs,
    figures_page,
    make_figure,
    order_figures,
    shorten,
)
from generator.publish.pages.labels import make_labels
from generator.publish.pages.marks import Page, first_words, html
from generator.publish.pages.overlaps import make_clusters, make_heat, make_pairs
from generator.publish.pages.render import render
from generator.publish.pages.statements import events_by_statement, in_order, short_line, statements_page
from generator.publish.pages.wordings import former_families, make_families, terms_page, wordings_page
from generator.publish.words import counted, listed

FEW = 5  # of each kind: the overview is read, the pages are looked things up in


class Moved(Record, frozen=True, kw_only=True):
    """What stood on this page once and now has its place on another: its ids, its name, where it is."""

    ids: tuple[str, ...]
    name: Markup
    href: str


def comparison_pages(catalogue: Catalogue) -> dict[str, str]:
    """All pages of the comparison, by address."""
    pages = {
        links.comparison(): comparison_page(catalogue),
        links.statements(): statements_page(catalogue),
        links.wordings(): wordings_page(catalogue),
        links.terms(): terms_page(catalogue),
        links.figures(): figures_page(catalogue),
    }
    return pages | copies_pages(catalogue)


def comparison_page(catalogue: Catalogue) -> str:
    """The overview as Markdown; with one source it says that there is nothing to compare."""
    page = Page(catalogue=catalogue, url=links.comparison())
    sources = tuple(catalogue.sources.values())
    heat = make_heat(page, sources)
    rows, events = in_order(catalogue), events_by_statement(catalogue)
    figures = [figure for figure in order_figures(catalogue) if differs(figure)]
    families, labels, clusters = make_families(page), make_labels(page), make_clusters(page)
    return render(
        "comparison.md.j2",
        nav=compare_nav(page),
        alone=len(sources) <= 1,
        rows=tuple(short_line(page, row, events.get(row.id)) for row in rows[:FEW]),
        rows_total=counted(len(rows), "statement"),
        columns=tuple((source.siglum, source.label) for source in sources),
        heat=heat,
        pairs=() if heat else make_pairs(page, FEW),
        clusters=clusters[:FEW],
        clusters_more=max(0, len(clusters) - FEW),
        figures=tuple(shorten(make_figure(page, figure)) for figure in figures[:FEW]),
        differing_total=listed(
            [
                counted(number, noun)
                for number, noun in ((len(figures), "figure"), (len(dates_that_differ(catalogue)), "date"))
                if number
            ]
        ),
        families=families[:FEW],
        families_total=counted(len(families), "utterance"),
        labels=labels[:FEW],
        labels_total=counted(len(labels), "thing"),
        moved=list_moved(page),
        former=former_families(catalogue),
        index=page.href(links.sources()),
        statements=page.href(links.statements()),
        wordings=page.href(links.wordings()),
        copies=page.href(links.copies()),
        terms=page.href(links.terms()),
        differing=page.href(links.figures()),
    )


def list_moved(page: Page) -> tuple[Moved, ...]:
    """What had an address on this page: the quote families and the terms for one thing."""
    dossier = page.catalogue.dossier
    families = (
        Moved(
            ids=(family.id, *family.aliases),
            name=first_words(page, page.catalogue.quotes[family.base], BEGINNING),
            href=page.href(links.family(family.id)),
        )
        for family in dossier.families
    )
    labels = (
        Moved(ids=(label.id,), name=html("Words for: {}", label.referent), href=page.href(links.label(label.id)))
        for label in dossier.labels
        if label.uses
    )
    return (*families, *labels)
