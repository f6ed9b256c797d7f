"""How each source names one thing, as far as people said which terms do.

A term is found as whole words, whatever its capitals, white space and apostrophes. Where terms overlap the longest is
meant, whichever label it belongs to.

In: annotated sources, decisions. Out: labels with their uses, what was done. Never: looks into page furniture, knows
inflected forms.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.collate.applied import Applied, quoted, stale
from generator.model import (
    AnnotatedSource,
    Decided,
    Decisions,
    Label,
    LabelDecision,
    LabelUse,
    Quotation,
    Record,
    Source,
    Span,
)
from generator.problems import Problems, error
from generator.spans import ID_DIGITS, contains, cut, within
from generator.wording import Folded, find_wording, fold

QUOTED = {"direct", "mixed"}  # kinds of quotations whose words are another's
DID = "its terms listed as names for one thing"


class Entry(Record, frozen=True, kw_only=True):
    """A decision with its terms as they are looked for, each with how the editor wrote it."""

    decision: LabelDecision
    terms: Mapping[str, str]


Uses = Mapping[str, Sequence[LabelUse]]  # by term as it is looked for


def list_labels(readings: Sequence[AnnotatedSource], decisions: Decisions) -> tuple[tuple[Label, ...], Applied]:
    """The labels that some source uses, in the order of their ids, and their uses by source and term."""
    entries, clashes = read_entries(decisions)
    uses = list_uses(readings, entries)
    labels = [label for entry in entries if (label := make_label(entry, uses)).uses]
    decided = tuple(Decided(what="label", id=one.id, did=DID, reason=one.curated or "") for one in labels)
    missed = tuple(problem for entry in entries for problem in stale_terms(entry, uses, decisions))
    return tuple(sorted(labels, key=lambda one: one.id)), Applied(decided=decided, problems=clashes + missed)


def read_entries(decisions: Decisions) -> tuple[tuple[Entry, ...], Problems]:
    """The entries with their terms; of two entries with one label, or one term, the first counts."""
    labels: dict[str, int] = {}
    known: dict[str, int] = {}
    entries: list[Entry] = []
    problems: Problems = ()
    for decision in decisions.labels:
        if decision.label in labels:
            message = f"Line {labels[decision.label]} has this label already. Put the terms of both into one entry."
            problems += (error(decisions.file, message, decision.line),)
            continue
        entry, clashes = read_entry(decision, known, decisions)
        labels[decision.label] = decision.line
        known |= dict.fromkeys(entry.terms, decision.line)
        entries.append(entry)
        problems += clashes
    return tuple(entries), problems


def read_entry(decision: LabelDecision, known: Mapping[str, int], decisions: Decisions) -> tuple[Entry, Problems]:
    """An entry with those of its terms that no earlier line has, and an error for each other one."""
    terms: dict[str, str] = {}
    problems: Problems = ()
    for term in decision.terms:
        key = fold_case(fold(term.strip())).text
        if key in known:
            message = f"Line {known[key]} has the term {quoted(term)} already. A term names one thing."
            problems += (error(decisions.file, message, decision.line),)
        else:
            terms.setdefault(key, term.strip())
    return Entry(decision=decision, terms=terms), problems


def fold_case(folded: Folded) -> Folded:
    """A folded text without capitals; a letter whose small form is more than one character keeps its form."""
    small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in folded.text)
    return Folded(text=small, starts=folded.starts)


def list_uses(readings: Iterable[AnnotatedSource], entries: Iterable[Entry]) -> Uses:
    """Where each source uses the terms of all entries; terms that none uses are left out."""
    terms = {key: term for entry in entries for key, term in entry.terms.items()}
    uses: dict[str, list[LabelUse]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.source.id) if terms else ():
        source = reading.source
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end, key in find_terms(source, terms):
            places[key].append((start, end))
        for key, found in places.items():
            spans = tuple(cut(source, start, end) for start, end in sorted(found))
            others = sum(1 for span in spans if is_quoted(span, reading.quotations))
            uses[key].append(LabelUse(term=terms[key], source=source.id, count=len(spans), spans=spans, quoted=others))
    return uses


def is_quoted(use: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether a use stands in a quotation between marks: another's word. One in scare quotes is the source's own."""
    return any(quote.kind in QUOTED and contains(quote, use) for quote in within(quotations, use.start, use.end))


def find_terms(source: Source, terms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Every place outside the furniture where a term stands; none overlaps a longer one."""
    text = fold_case(fold(source.text))
    places = [(start, end, term) for term in terms for start, end in find_wording(text, term)]
    taken = bytearray(len(source.text))
    for piece in source.furniture:
        taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    for start, end, term in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield start, end, term


def make_label(entry: Entry, uses: Uses) -> Label:
    """The label of an entry."""
    found = [use for term in entry.terms for use in uses.get(term, ())]
    digest = hashlib.sha256(entry.decision.label.encode()).hexdigest()
    return Label(
        id=f"l-{digest[:ID_DIGITS]}",
        referent=entry.decision.label,
        uses=tuple(sorted(found, key=lambda use: (use.source, use.term))),
        curated=entry.decision.reason,
    )


def stale_terms(entry: Entry, uses: Uses, decisions: Decisions) -> Problems:
    """A warning for each term that no source uses."""
    missed = [term for key, term in entry.terms.items() if key not in uses]
    part = len(missed) < len(entry.terms)
    return tuple(
        stale(decisions, entry.decision, f"no source has the term {quoted(term)}.", part=part) for term in missed
    )
