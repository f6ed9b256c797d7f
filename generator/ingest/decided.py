"""Applies what people decided of one source: what is put back or set aside, its language, what is known of its items.

Words are looked for as everywhere in curation.yml: verbatim but for white space and the style of quotation marks.

In: a source as its text alone gives it, the decisions on it. Out: edits of its layout; the source with what was
decided; problems. Never: chooses among several passages, reads files, cuts text.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz, process

from generator import spans
from generator.ingest.curation_fields import witness
from generator.ingest.edits import Edits, in_order, touches, without
from generator.ingest.lines import Line, find_lines
from generator.ingest.yaml_checks import shown
from generator.model import (
    Anchor,
    Decided,
    Furniture,
    Part,
    PublicationDate,
    Record,
    Source,
    SourceDecision,
    Span,
    Target,
)
from generator.problems import Problem, error, stale_entry, warning
from generator.wording import LIKE, Finder, find_wording, fold

CURATION_YML = "curation.yml"
BY_EDITOR = "Decided by the editor (curation.yml)."
SET_ASIDE = "set aside by the editor"
MOST_NAMED = 3  # pieces of furniture that a message names
DID = {
    "restore": "a passage restored",
    "set_aside": "a passage set aside",
    "language": "its language given",
    "title": "the title of an item given",
    "author": "the author of an item given",
    "published": "the date of an item given",
}


class Done(Record, frozen=True, kw_only=True):
    """A decision that was applied: which field of it, and the one passage that it rests on, None where there is none.

    Words that stand elsewhere too are no such passage: it is not by their place that they are put back or set aside.
    """

    decision: SourceDecision
    field: str
    passage: Span | None = None


def find_language(
    decisions: Iterable[SourceDecision], elsewhere: str | None, file: str, problems: list[Problem]
) -> list[Done]:
    """The decision on the language of the whole source, if there is one; `elsewhere` is what sources.yml says."""
    done = [Done(decision=one, field="language") for one in decisions if one.language and one.part is None][:1]
    for one in done:
        if elsewhere not in {None, one.decision.language}:
            message = f"language is {elsewhere} in sources.yml; what is decided here counts. Keep one of them."
            problems.append(warning(file, message, one.decision.line))
    return done


def find_edits(
    source: Source, decisions: Sequence[SourceDecision], file: str, problems: list[Problem]
) -> tuple[Edits, list[Done]]:
    """What the decisions put back and set aside, in this order; `file` is that of the decisions in problems."""
    finder = Finder((source,))
    edits = Edits()
    done: list[Done] = []
    for decision in (one for one in decisions if one.restore):
        pieces = _restored(source, decision, finder, file, problems)
        edits = replace(edits, restored=in_order((*edits.restored, *pieces)))
        done += _done(source, decision, "restore", pieces[:1], finder)
    for decision in (one for one in decisions if one.set_aside):
        pieces = _set_aside(source, decision, edits, finder, file, problems)
        edits = replace(edits, set_aside=in_order((*edits.set_aside, *pieces)))
        done += _done(source, decision, "set_aside", pieces, finder)
    return edits, done


def describe_parts(parts: Iterable[Part], decisions: Sequence[SourceDecision]) -> tuple[tuple[Part, ...], list[Done]]:
    """The items with what the decisions say of them."""
    done: list[Done] = []
    described = {part.id: part for part in parts}
    for decision in decisions:
        part = described.get(decision.part or "")
        if part is None:
            continue
        fields = {name: getattr(decision, name) for name in ("language", "title", "author") if getattr(decision, name)}
        if decision.published:
            fields["published"] = PublicationDate(edtf=decision.published, basis="curated", why=BY_EDITOR, span=None)
        described[part.id] = replace(part, **fields)
        done += [Done(decision=decision, field=name) for name in fields]
    return tuple(described.values()), done


def with_done(source: Source, done: Iterable[Done]) -> Source:
    """The source with what was decided of it, in the order of the lines of curation.yml."""
    done = sorted(done, key=lambda one: (one.decision.line, tuple(DID).index(one.field)))
    passages = [one.passage for one in done if one.passage]
    return replace(
        source,
        curated="; ".join(dict.fromkeys(one.decision.reason for one in done)) or None,
        decided=tuple(
            Decided(what="source", id=source.id, did=DID[one.field], reason=one.decision.reason) for one in done
        ),
        anchors=tuple(
            Anchor(source=span.source, part=span.part, start=span.start, end=span.end, text=span.text, by=CURATION_YML)
            for span in passages
        ),
    )


def _done(
    source: Source, decision: SourceDecision, field: str, pieces: Sequence[Furniture], finder: Finder
) -> list[Done]:
    """That a passage, given as its pieces, was put back or set aside; nothing where there is none."""
    if not pieces:
        return []
    passage = spans.cut(source, pieces[0].start, pieces[-1].end)
    places = finder.find(Target(source=source.id, part=None, words=passage.text))
    return [Done(decision=decision, field=field, passage=passage if len(places) == 1 else None)]


def _restored(
    source: Source, decision: SourceDecision, finder: Finder, file: str, problems: list[Problem]
) -> tuple[Furniture, ...]:
    """Every piece of furniture of the one text that is, begins with, or holds the words."""
    words = decision.restore or ""
    pieces: dict[str, list[Furniture]] = {}
    for piece in source.furniture:
        if decision.part in (None, spans.part_at(source, piece.start)):
            pieces.setdefault(fold(piece.text).text, []).append(piece)
    texts = _most_like(words, list(pieces))
    if len(texts) == 1:
        return tuple(pieces[texts[0]])
    if texts:
        named = ", ".join(shown(pieces[text][0].text) for text in texts[:MOST_NAMED])
        message = f"{shown(words)} stands in {len(texts)} different pieces of furniture, such as {named}."
        problems.append(error(file, f"{message} Quote more of the one meant.", decision.line))
        return ()
    if finder.find(Target(source=source.id, part=decision.part, words=words)):
        why = "is not set aside: it counts as text already."
    else:
        near = process.extractOne(words, list(pieces), scorer=fuzz.partial_ratio, score_cutoff=LIKE)
        hint = f" Nearest: {shown(pieces[near[0]][0].text)}." if near else ""
        why = f"is in no page furniture of {_place(decision)}.{hint}"
    problems.append(stale_entry(file, f"{shown(words)} {why}", decision.line))
    return ()


def _most_like(words: str, texts: Sequence[str]) -> list[str]:
    """The texts that are the words; else those that begin with them; else those that hold them."""
    wanted = fold(words.strip()).text
    if wanted in texts:
        return [wanted]
    places = {text: next(find_wording(fold(text), words), None) for text in texts}
    holding = [text for text, place in places.items() if place]
    return [text for text in holding if text.startswith(wanted)] or holding


def _set_aside(
    source: Source, decision: SourceDecision, edits: Edits, finder: Finder, file: str, problems: list[Problem]
) -> tuple[Furniture, ...]:
    """The words as furniture, a piece for each line of them."""
    words = decision.set_aside or ""
    target = Target(source=source.id, part=decision.part, words=words)
    found = finder.find(target)
    taken = in_order((*without(source.furniture, edits), *edits.set_aside))
    free = [span for span in found if not touches(taken, span.start, span.end)]
    if len(free) == 1 and any(free[0].start <= one.start and one.end <= free[0].end for one in edits.restored):
        message = f"{shown(words)} is put back by a `restore:` of this source, which counts. Keep one of the two."
        problems.append(error(file, message, decision.line))
        return ()
    if len(free) == 1:
        return tuple(_piece(free[0].start, line) for line in find_lines(free[0].text))
    if free:
        message = f"{shown(words)} stands {len(free)} times in {_place(decision)}: which is meant?"
        problems.append(error(file, f"{message} Quote more words around it.", decision.line))
        return ()
    near = None if found else finder.find_nearest(target)
    hint = f" Nearest: {shown(near.text)} in {spans.witness(near)}." if near else ""
    why = "is set aside already." if found else f"does not stand in {_place(decision)}.{hint}"
    problems.append(stale_entry(file, f"{shown(words)} {why}", decision.line))
    return ()


def _place(decision: SourceDecision) -> str:
    return witness((decision.source, decision.part))


def _piece(start: int, line: Line) -> Furniture:
    """A line of a passage that starts there, as furniture."""
    return Furniture(start=start + line.start, end=start + line.end, text=line.text, rule=SET_ASIDE)
