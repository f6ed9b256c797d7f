"""The timeline as data: JSON, a table for spreadsheets, and the form that TimelineJS draws.

In: the catalogue. Out: bytes. Never: lets words pass but through the gate; names who has no page; gives a day that the
sources do not.
"""

from collections.abc import Iterable

from generator.edtf import in_words, sort_key
from generator.model import Conflict, Event, Report
from generator.publish import links
from generator.publish.escape import for_csv, for_xml
from generator.publish.json_bytes import Fields, as_json
from generator.publish.pages.catalogue import Catalogue, in_letter_order
from generator.publish.pages.clocks import find_first, publication_of
from generator.publish.pages.headlines import is_withheld, listed_actors, our_words, words_for_headline
from generator.publish.pages.marks import sigla, witness_label, witness_siglum
from generator.publish.pages.moments import shown_date
from generator.publish.words import PLACE_ONLY, listed, witnesses_in_words
from generator.spans import witness

SCHEMA = "1"
COLUMNS = (
    "id", "address", "date", "date_in_words", "basis", "kind", "headline", "headline_by", "attributed_to", "actors",
    "strand", "key", "told_with", "witnesses", "independent", "reported_by", "first_reported", "first_reported_by",
    "note",
)  # fmt: skip
SUBTITLE = "Words in quotation marks are those of the sources; each is named after its words."
EDITOR, SITE = "editor", "site"  # whose words a headline is, where it is no source's
OPEN, MARKS = "..", "~?%"  # of EDTF: an end that is not known, marks of what is not certain
Day = tuple[int, int, int]


def timeline_files(catalogue: Catalogue) -> dict[str, bytes]:
    """The files, by name."""
    entries = [make_fields(catalogue, event) for event in (*catalogue.events, *catalogue.undated)]
    return {
        "timeline.csv": as_csv(entries),
        "timeline.json": as_json({"schema": SCHEMA, "title": catalogue.dossier.title, "entries": entries}),
        "timeline.timelinejs.json": timelinejs(catalogue),
    }


def make_fields(catalogue: Catalogue, event: Event) -> Fields:
    """An entry as plain data. Lists are in the order of the page; words that are withheld are null."""
    day, first = find_first(catalogue, event)
    headline, by = name_of(catalogue, event)
    speaker = catalogue.actors.get(event.attributed_to or "")
    return {
        "id": event.id,
        "aliases": event.aliases,
        "address": links.event(event.id),
        "date": event.edtf,
        "date_shown": shown_date(event),
        "date_in_words": in_words(shown_date(event)),
        "basis": event.basis,
        "kind": event.kind,
        "headline": headline,
        "headline_by": by,
        "attributed_to": speaker.name if speaker and speaker.published else None,
        "actors": [catalogue.actors[id].name for id in listed_actors(catalogue, event)],
        "strand": event.strand,
        "key": event.key,
        "told_with": event.told_with,
        "witnesses": event.witnesses,
        "independent": event.independent,
        "reported_by": sigla(catalogue, event.reports),
        "first_reported": day.isoformat() if day else None,
        "first_reported_by": [witness_siglum(catalogue, name) for name in first],
        "note": event.note,
        "conflicts": [conflict_fields(catalogue, conflict) for conflict in event.conflicts],
        "reports": [report_fields(catalogue, report) for report in in_letter_order(catalogue, event.reports)],
    }


def name_of(catalogue: Catalogue, event: Event) -> tuple[str, str]:
    """What an entry is called, and by whom: the letter of a source, the editor, or the site."""
    span = words_for_headline(catalogue, event)
    if span is not None:
        return catalogue.gate.plain(span), catalogue.sources[span.source].siglum
    words = our_words(catalogue, event)
    return (
        f"{words} ({PLACE_ONLY})" if is_withheld(event) else words,
        EDITOR if event.headline.curated is not None else SITE,
    )


def conflict_fields(catalogue: Catalogue, conflict: Conflict) -> Fields:
    """Values that differ, each with who gives it and its words."""
    return {
        "what": conflict.what,
        "values": [
            {
                "value": one.value,
                "source": catalogue.sources[one.source].siglum,
                "text": catalogue.gate.text(one),
                "address": catalogue.passage(one),
            }
            for one in conflict.values
        ],
    }


def report_fields(catalogue: Catalogue, report: Report) -> Fields:
    """A report: who tells it, when that appeared, the words or their place."""
    published = publication_of(catalogue, witness(report))[0]
    return {
        "id": report.id,
        "source": report.source,
        "letter": catalogue.sources[report.source].siglum,
        "witness": witness(report),
        "label": witness_label(catalogue, witness(report)),
        "published": published.edtf if published else None,
        "published_basis": published.basis if published else "unknown",
        "start": report.start,
        "end": report.end,
        "text": catalogue.gate.text(report),
        "address": catalogue.passage(report),
    }


def as_csv(entries: Iterable[Fields]) -> bytes:
    """The entries as a table in UTF-8 (RFC 4180): lists are joined by semicolons, what is not known is empty."""
    lines = [COLUMNS, *([cell_of(entry[name]) for name in COLUMNS] for entry in entries)]
    return "".join(",".join(map(for_csv, line)) + "\r\n" for line in lines).encode()


def cell_of(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def timelinejs(catalogue: Catalogue) -> bytes:
    """The entries that have a year as slides of TimelineJS 3, side matters as groups of their own."""
    slides = [slide for event in catalogue.events if (slide := make_slide(catalogue, event))]
    title = {"headline": as_html(catalogue.dossier.title), "text": as_html(SUBTITLE)}
    return as_json({"title": {"text": title, "unique_id": "title"}, "events": slides})


def make_slide(catalogue: Catalogue, event: Event) -> Fields | None:
    """A slide; None where the year is not known. Its text is HTML, escaped."""
    value = shown_date(event)
    rank, first, last = sort_key(value)
    if rank or value is None:
        return None
    start, _, end = value.partition("/")
    words = in_words(value)
    slide: Fields = {
        "unique_id": event.id,
        "start_date": date_fields(first, end if start == OPEN else start, words),
        "text": {"headline": as_html(slide_headline(catalogue, event)), "text": slide_text(catalogue, event)},
        "display_date": words,
    }
    if OPEN not in (start, end) and (end or not is_plain(start)):
        slide["end_date"] = date_fields(last, end, words)
    return slide | ({"group": event.strand} if event.strand else {})


def is_plain(value: str) -> bool:
    """Whether a value is a day, month, season or year, which a slide's first date says alone; a decade is not."""
    return value.rstrip(MARKS).replace("-", "").isdigit()


def date_fields(day: Day, value: str, words: str) -> Fields:
    """A day as TimelineJS has it, no sharper than the value; 44 BC is the year -44."""
    year, month, number = day
    named = {"month": month, "day": number} if is_plain(value) else {}
    sharp = len(value.rstrip(MARKS).lstrip("-").split("-")) - 1  # how much stands after the year
    return {"year": year if year > 0 else year - 1, **dict(list(named.items())[:sharp]), "display_date": words}


def slide_headline(catalogue: Catalogue, event: Event) -> str:
    """A slide's headline: a source's words stand in quotation marks, with its letter."""
    words, by = name_of(catalogue, event)
    return words if by in (EDITOR, SITE) else f"“{words}” {by}"


def slide_text(catalogue: Catalogue, event: Event) -> str:
    """How the date is known, who tells it, and each report's words that may be shown, as HTML."""
    told = f"{witnesses_in_words(event.witnesses, event.independent)}: {listed(sigla(catalogue, event.reports))}"
    quoted = (
        f"<p>“{as_html(text)}” {as_html(teller(catalogue, report))}</p>"
        for report in in_letter_order(catalogue, event.reports)
        if (text := catalogue.gate.text(report)) is not None
    )
    return f"<p>{as_html('; '.join(filter(None, (event.basis, told))))}</p>{''.join(quoted)}"


def teller(catalogue: Catalogue, report: Report) -> str:
    """The letter and the label of a report's witness."""
    return f"{catalogue.sources[report.source].siglum}, {witness_label(catalogue, witness(report))}"


def as_html(text: str) -> str:
    """A text for a place where TimelineJS expects HTML."""
    return str(for_xml(text))
