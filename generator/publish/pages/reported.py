"""What stands behind an entry: each report in its source's words and with its day, why this date, what differs.

In: a page, reports. Out: view records, Markup. Never: prints what the gate withholds; chooses among values that differ.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.dependence import dependent_in
from generator.edtf import in_words
from generator.model import DECIDED, Conflict, ConflictValue, Event, Record, Report, Span
from generator.publish.escape import for_html
from generator.publish.pages.asof import is_told_later, named_in
from generator.publish.pages.catalogue import Catalogue, in_letter_order, witnesses_of
from generator.publish.pages.clocks import NEVER, all_known, known_since, updated_on
from generator.publish.pages.marks import (
    Page,
    badge,
    cited,
    html,
    published_why,
    sigla,
    witness_siglum,
)
from generator.publish.pages.ours import our_translation
from generator.publish.words import listed, why_counted_once
from generator.spans import witness

WITHOUT_DATE = "gives no date in this passage; it stands here because it tells the same."
CONTINUES = "No date stands in this passage; it goes on with an account that has one, and takes that date."


class Own(Record, frozen=True, kw_only=True):
    """A report in its source's own words, or its place only.

    `when` says when its witness reported it, at the first of its reports; `known` is the day by which it was out,
    `updated` the later day as of which its words were saved. `actors` are those whom it names, where not all reports
    were out on one day.
    """

    badge: Markup
    language: str
    text: Markup
    shown: bool
    translation: Markup
    siglum: str
    known: str
    updated: str = ""
    updated_words: str = ""
    when: str = ""
    actors: str | None = None


class Why(Record, frozen=True, kw_only=True):
    """Why an entry has its date, a sentence for each reason, and the day by which all that it rests on was out."""

    reasons: tuple[Markup, ...]
    known: str


def make_own(page: Page, report: Span, when: str = "", actors: str | None = None) -> Own:
    """A passage in its source's own words, or its place only."""
    gate = page.catalogue.gate
    updated = updated_on(page.catalogue, witness(report))
    return Own(
        badge=badge(page, report),
        language=gate.language(report),
        text=gate.html(report),
        shown=gate.allows(report),
        translation=our_translation(page, report),
        siglum=page.catalogue.sources[report.source].siglum,
        known=known_since(page.catalogue, witness(report)),
        updated=updated,
        updated_words=in_words(updated) if updated else "",
        when=when,
        actors=actors,
    )


def list_own(page: Page, event: Event, days: Mapping[str, str]) -> tuple[Own, ...]:
    """All reports of an event; `days` has what each witness's first one says of its day."""
    untold, catalogue = dict(days), page.catalogue
    apart = is_told_later(catalogue, event)
    return tuple(
        make_own(page, report, untold.pop(witness(report), ""), named_in(catalogue, event, report) if apart else None)
        for report in in_letter_order(catalogue, event.reports)
    )


def counted_why(catalogue: Catalogue, spans: Iterable[Span], *, by_text: bool = False) -> str:
    """Why some of the witnesses count once; "" where each stands for itself. `by_text`: who carries one text alone."""
    told = list(spans)
    reasons = []
    for cluster in catalogue.dossier.clusters:
        if by_text and cluster.why != "shared text":
            continue
        members = set(dependent_in(told, cluster))
        if len(members) > 1:
            letters_of = [witness_siglum(catalogue, name) for name in witnesses_of(told) if name in members]
            reasons.append(why_counted_once(cluster, letters_of))
    return "; ".join(reasons)


def tell_conflict(page: Page, event: Event, conflict: Conflict) -> Markup:
    """The values that sources give, each with who gives it and its words."""
    values = (_value(page, event, conflict, one) for one in conflict.values)
    return html("<b>{} differs</b> {}", conflict.what.capitalize(), Markup("; ").join(values))


def _value(page: Page, event: Event, conflict: Conflict, one: ConflictValue) -> Markup:
    """One of the values; of a date also the others who give it."""
    catalogue = page.catalogue
    if conflict.what != "date":
        return html("{}: {}", one.value, cited(page, one))
    agree = [report for report in event.reports if _gives(catalogue, report) == one.value]
    others = [letter for letter in sigla(catalogue, agree) if letter != catalogue.sources[one.source].siglum]
    also = html(" <small>also {}</small>", listed(others)) if others else Markup("")
    return html("{}: {}{}", in_words(one.value), cited(page, one), also)


def _gives(catalogue: Catalogue, report: Report) -> str | None:
    """The date that a report gives."""
    date = catalogue.dates.get(report.date or "")
    return date.edtf if date else None


def find_why(page: Page, event: Event) -> Why:
    """Why this date. What was inferred from another source, or decided, may rest on more than the reports do."""
    catalogue = page.catalogue
    is_own = event.basis not in ("inferred", DECIDED) and event.told_with is None
    return Why(reasons=_reasons(page, event), known=all_known(catalogue, event.reports) if is_own else NEVER)


def _reasons(page: Page, event: Event) -> tuple[Markup, ...]:
    """Why this date, by the reports that show it, and who gives none; equal reasons are given once."""
    if event.basis == DECIDED:
        return ()  # the mark of the decision says why
    if event.kind == "publication":
        return (for_html(published_why(page, page.catalogue.sources[event.reports[0].source].published)),)
    reasons: dict[str, list[Report]] = {}
    for report in in_letter_order(page.catalogue, event.reports):
        if report.date is not None and report.date in page.catalogue.dates:
            date = page.catalogue.dates[report.date]
            reasons.setdefault(page.catalogue.gate.reason(date.why, date), []).append(report)
    undated = [report for report in event.reports if report.date is None]
    if reasons and undated:
        reasons[WITHOUT_DATE] = undated
    if not reasons and (event.why or event.told_with):
        return (for_html(event.why or CONTINUES),)
    return tuple(
        html("<b>{}</b>: {}", " ".join(sigla(page.catalogue, reports)), why) for why, reports in reasons.items()
    )
