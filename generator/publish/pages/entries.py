"""One event as a reader sees it: its date, how that is known, whose words, who reports it, why.

In: a page, events. Out: frozen view records. Never: asserts what a source says; prints an event's words as the site's.
"""

from collections.abc import Iterable

from markupsafe import Markup

from generator.dependence import dependent_in
from generator.edtf import in_words, latest, precision, weekday_name
from generator.model import Conflict, Event, Record, Report, Span
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue, in_letter_order, witnesses_of
from generator.publish.pages.headlines import headline, listed_actors, words_for_headline
from generator.publish.pages.marks import (
    Page,
    actor_link,
    badge,
    badges,
    basis_mark,
    cited,
    date_words,
    html,
    published_why,
    sigla,
    witness_siglum,
    words_of,
)
from generator.publish.pages.ours import curated_fold, our_translation, own_words
from generator.publish.words import (
    DECIDED,
    SPEAKER_UNKNOWN,
    counted,
    listed,
    why_counted_once,
    witnesses_in_words,
)
from generator.spans import overlap

WITHOUT_DATE = "gives no date in this passage; it stands here because it tells the same."
UNNAMED = (2, 6)  # words for an unnamed speaker: one alone is a pronoun, more are a description
REPORTERS = 12  # badges in an entry's line; more push the next entry off the screen, and the fold below has them all
MANY_SOURCES = 12  # with more, the days on which they appeared are folded away with the side matters


class Own(Record, frozen=True, kw_only=True):
    """A report in its source's own words, or its place only."""

    badge: Markup
    language: str
    text: Markup
    shown: bool
    translation: Markup


class Entry(Record, frozen=True, kw_only=True):
    """An event laid out. `known` is the day by which a dated source had it, "" where no source is dated.

    `is_ours` says that the headline is a person's own, so that no letter stands after it.
    """

    id: str
    aliases: tuple[str, ...]
    classes: Markup
    sources: str
    actors: str
    basis: str
    known: str
    when: Markup
    how: Markup
    headline: Markup
    is_ours: bool
    translation: Markup
    by: Markup
    note: Markup
    reporters: tuple[Markup, ...]
    more_reporters: int
    count: str
    count_why: str
    conflicts: tuple[Markup, ...]
    own: tuple[Own, ...]
    whys: tuple[Markup, ...]
    decided: Markup


def is_side(catalogue: Catalogue, event: Event) -> bool:
    """Whether an entry is folded: what a person set apart, else a photograph or what one item tells beside articles.

    What a person pinned is not.
    """
    if event.strand is not None or event.key:
        return event.strand is not None
    if event.kind == "photograph":
        return True
    if event.kind == "publication":
        return len(catalogue.sources) > MANY_SOURCES
    articles = any(source.kind == "article" for source in catalogue.sources.values())
    return articles and event.witnesses <= 1 and all(report.part is not None for report in event.reports)


def make_entry(page: Page, event: Event) -> Entry:
    """An event as an entry of the timeline."""
    catalogue = page.catalogue
    told = () if event.kind == "publication" else badges(page, event.reports)
    return Entry(
        id=event.id,
        aliases=event.aliases,
        classes=_classes(event),
        sources=" ".join(sigla(catalogue, event.reports)),
        actors=" ".join(listed_actors(catalogue, event)),
        basis=event.basis or "",
        known=known_since(event),
        when=date_words(event.edtf),
        how=_how(event),
        headline=headline(page, event),
        is_ours=event.headline.curated is not None,
        translation=_translation(page, event),
        by=_by(page, event),
        note=own_words(event.note) if event.note else Markup(""),
        reporters=told[:REPORTERS],
        more_reporters=max(0, len(told) - REPORTERS),
        count=witnesses_in_words(event.witnesses, event.independent),
        count_why=counted_why(catalogue, event.reports),
        conflicts=tuple(_conflict(page, conflict) for conflict in event.conflicts),
        own=tuple(make_own(page, report) for report in in_letter_order(catalogue, event.reports)),
        whys=_whys(page, event),
        decided=curated_fold(catalogue, "event", (event.id, *event.aliases), event.curated),
    )


def counted_why(catalogue: Catalogue, spans: Iterable[Span]) -> str:
    """Why some of the witnesses count once; "" where each stands for itself."""
    told = list(spans)
    reasons = []
    for cluster in catalogue.dossier.clusters:
        members = set(dependent_in(told, cluster))
        if len(members) > 1:
            letters_of = [witness_siglum(catalogue, name) for name in witnesses_of(told) if name in members]
            reasons.append(why_counted_once(cluster, letters_of))
    return "; ".join(reasons)


def known_since(event: Event) -> str:
    """The day by which a dated source had it, "" where none is dated."""
    day = latest(event.first_reported.edtf) if event.first_reported else None
    return day.isoformat() if day else ""


def make_own(page: Page, report: Span) -> Own:
    """A passage in its source's own words, or its place only."""
    gate = page.catalogue.gate
    return Own(
        badge=badge(page, report),
        language=gate.language(report),
        text=gate.html(report),
        shown=gate.allows(report),
        translation=our_translation(page, report),
    )


def _translation(page: Page, event: Event) -> Markup:
    """The translation of the source's words that an entry is called by."""
    span = words_for_headline(page.catalogue, event)
    return Markup("") if span is None else our_translation(page, span)


def _classes(event: Event) -> Markup:
    names = ["d-event"]
    if event.kind != "event":
        names.append(f"d-event--{event.kind}")
    sharpness = precision(event.edtf)
    if sharpness != "day":
        names.append("d-event--no-year" if sharpness == "none" else "d-event--range")
    return Markup(" ").join(map(Markup, names))


def _how(event: Event) -> Markup:
    weekday = weekday_name(event.edtf)
    parts = [for_html(weekday)] if weekday else []
    return Markup(", ").join([*parts, *([basis_mark(event.basis)] if event.basis else [])])


def _by(page: Page, event: Event) -> Markup:
    """Who says it, and by the reports of whom; "" for what is not a statement. Reports without a date only join it."""
    if event.kind != "statement":
        return Markup("")
    dated = [report for report in event.reports if report.date]
    letters_of = sigla(page.catalogue, dated or event.reports)
    told = listed(letters_of) if len(letters_of) <= REPORTERS else counted(len(letters_of), "source")
    verb = "reports" if len(letters_of) == 1 else "report"
    if event.attributed_to is None:
        unnamed = _unnamed(page, event)
        if unnamed is None:
            return html("Statement, {}, as {} {}", SPEAKER_UNKNOWN, told, verb)
        return html("Statement by {}, as {} {}", words_of(page, unnamed), told, verb)
    name = actor_link(page, page.catalogue.actors[event.attributed_to])
    return html("Statement by <b>{}</b>, as {} {}", name, told, verb)


def _unnamed(page: Page, event: Event) -> Span | None:
    """The words for an unnamed speaker of the statement ("a spokesman"), None where none or several stand there."""
    gate = page.catalogue.gate
    found: dict[str, Span] = {}
    for report in event.reports:
        for quote in page.catalogue.unnamed.get(report.source, ()):
            span = quote.speaker_span
            if span and overlap(quote, report) and UNNAMED[0] <= len(span.text.split()) <= UNNAMED[1]:
                found.setdefault(span.text.casefold(), span)
    spans = [span for span in found.values() if gate.allows(span)]
    return spans[0] if len(found) == 1 and spans else None


def _conflict(page: Page, conflict: Conflict) -> Markup:
    """The values that sources give, each with its words."""
    values = [
        html("{}: {}", in_words(one.value) if conflict.what == "date" else one.value, cited(page, one))
        for one in conflict.values
    ]
    return html("<b>{} differs</b> {}", conflict.what.capitalize(), Markup("; ").join(values))


def _whys(page: Page, event: Event) -> tuple[Markup, ...]:
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
    return tuple(
        html("<b>{}</b>: {}", " ".join(sigla(page.catalogue, reports)), why) for why, reports in reasons.items()
    )
