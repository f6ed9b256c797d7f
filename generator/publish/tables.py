"""Quotations and the tables of the comparison as data, each as CSV for spreadsheets and as JSON.

Every row names the passage that it rests on by its address on the site and its place in the stored text. Words that the
gate withholds are an empty cell in CSV and null in JSON; their place stays.

In: a dossier, the gate, the addresses of passages. Out: the files' bytes by name. Never: a cell that a spreadsheet
would run as a formula; words that no page may print.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Dossier, Quote, Span
from generator.publish.escape import for_csv
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.spans import witness

Value = str | int | float | None
Row = dict[str, Value]
SPAN = ("witness", "words", "start", "end", "address")  # of every passage, in this order
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "statements": ("statement", "text", "state", *SPAN),
    "wordings": ("family", "speaker", "quotation", "base", "changes", *SPAN),
    "quotations": ("quotation", "utterance", "kind", "class", "speaker", "called", "cue", "via", "family", *SPAN),
    "overlap": ("a", "b", "a_in_b", "b_in_a", "passages"),
    "words": ("label", "thing", "term", "source", "count", "in_quotations"),
    "figures": ("figure", "what", "number", "unit", "qualifier", *SPAN),
}


def make_tables(dossier: Dossier, gate: Gate, passages: Passages) -> dict[str, bytes]:
    """All tables by the names of their files."""
    rows = {
        "statements": list(_statements(dossier, gate, passages)),
        "wordings": list(_wordings(dossier, gate, passages)),
        "quotations": list(_quotations(dossier, gate, passages)),
        "overlap": list(_overlap(dossier)),
        "words": list(_words(dossier, gate)),
        "figures": list(_figures(dossier, gate, passages)),
    }
    files = {f"{name}.csv": as_csv(COLUMNS[name], found) for name, found in rows.items()}
    return files | {f"{name}.json": as_json(found) for name, found in rows.items()}


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A table as CSV: UTF-8, a line of names, every cell quoted."""
    lines = [columns, *([row[name] for name in columns] for row in rows)]
    return "".join(
        ",".join(for_csv("" if cell is None else str(cell)) for cell in line) + "\n" for line in lines
    ).encode()


def as_json(rows: Iterable[Row]) -> bytes:
    """A table as a JSON list of objects, one a line."""
    body = ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
    return f"[\n{body}\n]\n".encode()


def _passage(span: Span | None, gate: Gate, passages: Passages) -> Row:
    """The columns of a passage; all empty where there is none."""
    if span is None:
        return dict.fromkeys(SPAN)
    values = (witness(span), gate.text(span), span.start, span.end, passages.url(span))
    return dict(zip(SPAN, values, strict=True))


def _statements(dossier: Dossier, gate: Gate, passages: Passages) -> Iterator[Row]:
    for row in dossier.statements:
        text = row.text if all(gate.allows(report) for report in row.reports) else None
        for cell in row.cells:
            place: Row = _passage(cell.closest, gate, passages) | {"witness": cell.witness}
            yield place | {"statement": row.id, "text": text, "state": cell.state}


def _wordings(dossier: Dossier, gate: Gate, passages: Passages) -> Iterator[Row]:
    quotes: Mapping[str, Quote] = {quote.id: quote for quote in dossier.quotes}
    names = {actor.id: actor.name for actor in dossier.actors if actor.published}
    for family in dossier.families:
        changes = {one.quote: " ".join(sorted({variant.kind for variant in one.variants})) for one in family.readings}
        for id in family.quotes:
            yield _passage(quotes[id], gate, passages) | {
                "family": family.id,
                "speaker": names.get(family.speaker or ""),
                "quotation": id,
                "base": "yes" if id == family.base else "no",
                "changes": changes.get(id, ""),
            }


def _quotations(dossier: Dossier, gate: Gate, passages: Passages) -> Iterator[Row]:
    """All quotations; the class of the cue tells speech from attitudes, judgements and acts.

    Who has no page is not named.
    """
    names = {actor.id: actor.name for actor in dossier.actors if actor.published}
    for quote in dossier.quotes:
        yield _passage(quote, gate, passages) | {
            "quotation": quote.id,
            "utterance": quote.utterance,
            "kind": quote.kind,
            "class": quote.cue_class,
            "speaker": names.get(quote.speaker or ""),
            "called": _words_at(quote.speaker_span, gate) if quote.speaker is None or quote.speaker in names else None,
            "cue": _words_at(quote.cue_span, gate),
            "via": "; ".join(names[id] for id in quote.via if id in names) or None,
            "family": quote.family,
        }


def _words_at(span: Span | None, gate: Gate) -> str | None:
    return gate.text(span) if span else None


def _overlap(dossier: Dossier) -> Iterator[Row]:
    counts: dict[tuple[str, str], int] = {}
    for one in dossier.reuse:
        key = (min(one.a.source, one.b.source), max(one.a.source, one.b.source))
        counts[key] = counts.get(key, 0) + 1
    for pair in dossier.overlap:
        shared = counts.get((min(pair.a, pair.b), max(pair.a, pair.b)), 0)
        yield {"a": pair.a, "b": pair.b, "a_in_b": pair.a_in_b, "b_in_a": pair.b_in_a, "passages": shared}


def _words(dossier: Dossier, gate: Gate) -> Iterator[Row]:
    for label in dossier.labels:
        for use in label.uses:
            term = use.term if any(gate.allows(span) for span in use.spans) else None
            row: Row = {"label": label.id, "thing": label.referent, "term": term, "source": use.source}
            yield row | {"count": use.count, "in_quotations": use.quoted}


def _figures(dossier: Dossier, gate: Gate, passages: Passages) -> Iterator[Row]:
    for figure in dossier.figures:
        what = figure.what if gate.calls(figure) else None
        for value in figure.values:
            yield _passage(value, gate, passages) | {
                "figure": figure.id,
                "what": what,
                "number": int(value.number) if value.number.is_integer() else value.number,
                "unit": value.unit,
                "qualifier": value.qualifier,
            }
