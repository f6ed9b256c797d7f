"""What people added and decided, marked so wherever it is printed: their own words, their translations, their reasons.

In: a page, records that carry a reason. Out: Markup, escaped. Never: passes own words off as a source's; prints a
translation of words that their source's mode withholds.
"""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model import DECIDED, Decided, Span, Translation
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.marks import Page, html
from generator.publish.words import OUR_TRANSLATION, capital
from generator.spans import overlap


def own_words(text: str) -> Markup:
    """Words of the editor's own."""
    return html('<span class="d-ours">{}</span>', text)


def translations_of(catalogue: Catalogue, span: Span) -> tuple[Translation, ...]:
    """The translations of a passage that is shown, or of some of it, in text order; none of what may not be printed."""
    found = (one for one in catalogue.translations.get(span.source, ()) if overlap(one, span))
    return tuple(one for one in found if catalogue.gate.allows(one))


def our_translation(page: Page, *spans: Span) -> Markup:
    """The translations of what is shown, each once, with its reason, on a line of its own; "" without any."""
    found = dict.fromkeys(one for span in spans for one in translations_of(page.catalogue, span))
    return Markup("").join(
        html(
            '<span class="d-tr"><b>{}:</b> {} <small class="d-cur">{}</small></span>',
            OUR_TRANSLATION, own_words(one.translation), one.curated,
        )
        for one in found
    )  # fmt: skip


def reasons_of(
    catalogue: Catalogue, what: str, ids: Iterable[str], reasons: Iterable[str | None]
) -> tuple[Markup, ...]:
    """What was decided of a record, and why, decision by decision; where that is not known, the reasons alone.

    `ids` are all under which the record is known, or those of several records that are printed as one; `reasons` what
    they say of themselves, None where nothing was decided.
    """
    given = tuple(dict.fromkeys(reason for reason in reasons if reason is not None))
    decided = (one for id in ids for one in catalogue.decided.get((what, id), ()))
    decisions = [told(one) for one in decided if any(one.reason in reason for reason in given)]
    return tuple(dict.fromkeys(decisions)) or tuple(map(for_html, given))


def curated_fold(catalogue: Catalogue, what: str, ids: Iterable[str], *reasons: str | None) -> Markup:
    """The mark that the editor decided something, what and why folded below; "" where nothing was."""
    found = reasons_of(catalogue, what, ids, reasons)
    if not found:
        return Markup("")
    return html(
        '<details class="d-fold d-cur"><summary>{}</summary><div class="d-why">{}</div></details>',
        capital(DECIDED), Markup("").join(html("<p>{}</p>", one) for one in found),
    )  # fmt: skip


def curated_remark(catalogue: Catalogue, what: str, ids: Iterable[str], *reasons: str | None) -> Markup:
    """The same as a remark in running text, with a space before it."""
    found = reasons_of(catalogue, what, ids, reasons)
    return html(' <small class="d-cur">{}: {}</small>', DECIDED, Markup("; ").join(found)) if found else Markup("")


def told(decision: Decided) -> Markup:
    """A decision as a sentence: what was done, and the reason."""
    return html("{}: {}", capital(decision.did), decision.reason)
