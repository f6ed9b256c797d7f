"""Words that sources use for the same thing: the terms that a person put together, and who uses which how often.

In: a page, the dossier's labels. Out: frozen view records. Never: finds that two terms mean one thing; prints a term
that every source withholds.
"""

from itertools import groupby

from markupsafe import Markup

from generator.model import Label, LabelUse, Record
from generator.publish.pages.catalogue import letter_order
from generator.publish.pages.marks import Page, html, source_badge, words_of
from generator.publish.pages.ours import curated_fold
from generator.publish.words import PLACE_ONLY


class TermRow(Record, frozen=True, kw_only=True):
    """A term as it is printed first, and who uses it how often."""

    words: Markup
    uses: tuple[Markup, ...]


class LabelView(Record, frozen=True, kw_only=True):
    """One thing with its terms; `referent` is the editor's word for it."""

    id: str
    referent: str
    rows: tuple[TermRow, ...]
    decided: Markup


def make_labels(page: Page) -> tuple[LabelView, ...]:
    """The labels in the dossier's order; one whose terms no source uses any more is left out."""
    return tuple(_label(page, label) for label in page.catalogue.dossier.labels if label.uses)


def _label(page: Page, label: Label) -> LabelView:
    uses = sorted(label.uses, key=lambda use: use.term.casefold())
    rows = [_row(page, list(group)) for _, group in groupby(uses, key=lambda use: use.term.casefold())]
    return LabelView(
        id=label.id,
        referent=label.referent,
        rows=tuple(rows),
        decided=curated_fold(page.catalogue, "label", (label.id,), label.curated),
    )


def _row(page: Page, uses: list[LabelUse]) -> TermRow:
    """A term, spelt as the editor does if a source does so, with the sources that use it, in the order of letters."""
    uses.sort(key=lambda use: letter_order(page.catalogue.sources[use.source].siglum))
    shown = [span for use in uses for span in use.spans if page.catalogue.gate.allows(span)]
    shown.sort(key=lambda span: span.text != uses[0].term)
    words = words_of(page, shown[0]) if shown else html("<i>{}</i>", PLACE_ONLY)
    return TermRow(words=words, uses=tuple(_use(page, use) for use in uses))


def _use(page: Page, use: LabelUse) -> Markup:
    """A source's badge, leading to the first passage, how often it uses the term, and how often in a quotation."""
    first = min(use.spans, key=lambda span: span.start, default=None)
    mark = source_badge(page, page.catalogue.sources[use.source], first)
    number = f"{use.quoted:,} " if 0 < use.quoted < use.count else ""
    quoted = html(' <small class="d-also">{}in a quotation</small>', number) if use.quoted else Markup("")
    return html('{} <b class="d-x">{}×</b>{}', mark, f"{use.count:,}", quoted)
