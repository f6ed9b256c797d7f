"""What stands on a source's page beside its text: the ledger of page furniture that was set aside, captions.

In: a page, a source. Out: view records, Markup. Never: prints what the gate withholds; quotes words that do not
identify their piece.
"""

import json
import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence

import yaml
from markupsafe import Markup

from generator.model import Caption, Furniture, Record, SourceEntry, Span
from generator.publish.pages.catalogue import grouped
from generator.publish.pages.marks import Page, beginning_of, html, place, words_of
from generator.publish.words import FURNITURE_MEANINGS, SET_ASIDE_BY_EDITOR, counted
from generator.wording import fold

FURNITURE_WORDS = 7  # enough to recognise a piece of page furniture; never a telephone number at its end
FURNITURE_SHOWN = 12  # pieces one by one; of more, the first of each kind and the others folded
CAPTIONS_SHOWN = 40
LAST = chr(sys.maxunicode)  # sorts after every text that begins alike


class Piece(Record, frozen=True, kw_only=True):
    """Pieces of furniture of one text: its first words, how many more there are, every place, how to put them back.

    `words` is "" where the mode withholds them. `restore` is the line of curation.yml that puts them back, "" where the
    words that may be shown do not identify them; `remark` then says what to do.
    """

    words: Markup
    more: int
    places: tuple[str, ...]
    restore: str
    remark: str


class FurnitureKind(Record, frozen=True, kw_only=True):
    """What was set aside by one rule: what it means, how many pieces; their texts in order, the later ones folded."""

    rule: str
    meaning: str
    number: str
    pieces: tuple[Piece, ...]
    folded: tuple[Piece, ...]


class Ledger(Record, frozen=True, kw_only=True):
    """All furniture of a source: the line in which each piece stands, by its start; its texts, folded and sorted."""

    source: SourceEntry
    lines: Mapping[int, int]
    texts: Sequence[str]


def make_furniture(page: Page, source: SourceEntry) -> tuple[FurnitureKind, ...]:
    """What was set aside, by rule, in the order of the rules' first pieces."""
    starts = [piece.start for piece in source.furniture]
    ledger = Ledger(
        source=source,
        lines=dict(zip(starts, page.catalogue.gate.lines(source.id, starts), strict=True)),
        texts=sorted({fold(piece.text).text for piece in source.furniture}),
    )
    kinds = grouped(source.furniture, lambda piece: piece.rule)
    in_order = sorted(kinds.items(), key=lambda kind: kind[1][0].start)
    return tuple(_kind(page, ledger, rule, pieces) for rule, pieces in in_order)


def make_captions(page: Page, source: SourceEntry) -> tuple[Markup, ...]:
    """The first captions in text order, each with its place; those withheld are their place alone."""
    spans = (_span(source, caption) for caption in source.captions[:CAPTIONS_SHOWN])
    return tuple(
        html("{} <small>{}</small>", words_of(page, span), place(span))
        if page.catalogue.gate.allows(span)
        else words_of(page, span)
        for span in spans
    )


def _kind(page: Page, ledger: Ledger, rule: str, pieces: Sequence[Furniture]) -> FurnitureKind:
    """One row for all pieces of the same text; where the source has many pieces, those after the first are folded."""
    alike: dict[str, list[Furniture]] = {}
    for piece in pieces:
        alike.setdefault(fold(piece.text).text, []).append(piece)
    rows = tuple(_piece(page, ledger, same) for same in alike.values())
    shown = 1 if len(ledger.source.furniture) > FURNITURE_SHOWN else len(rows)
    return FurnitureKind(
        rule=rule,
        meaning=FURNITURE_MEANINGS.get(rule, ""),
        number=counted(len(pieces), "piece"),
        pieces=rows[:shown],
        folded=rows[shown:],
    )


def _piece(page: Page, ledger: Ledger, same: Sequence[Furniture]) -> Piece:
    first = same[0]
    beginning = beginning_of(_span(ledger.source, first), FURNITURE_WORDS)
    is_shown = page.catalogue.gate.allows(beginning)
    words = len(first.text.split())
    remark = _cannot_be_quoted(ledger, first, beginning if is_shown else None)
    return Piece(
        words=words_of(page, beginning) if is_shown else Markup(""),
        more=max(0, words - FURNITURE_WORDS) if is_shown else words,
        places=tuple(f"line {ledger.lines[one.start]:,}, {place(_span(ledger.source, one))}" for one in same),
        restore="" if remark else _restore(ledger.source.id, beginning.text),
        remark=remark,
    )


def _cannot_be_quoted(ledger: Ledger, piece: Furniture, shown: Span | None) -> str:
    """Why a piece's first words, as far as they are shown, do not put it back, and what does; "" where they do."""
    if piece.rule == SET_ASIDE_BY_EDITOR:
        return "Its entry in curation.yml, taken out, puts it back."
    if shown is None:
        return "Its words are not shown here: take the first ones from the file, at this place."
    words, whole = fold(shown.text).text, fold(piece.text).text
    if words != whole and bisect_left(ledger.texts, words + LAST) - bisect_left(ledger.texts, words) > 1:
        return "Other pieces begin with these words: take more of them from the file, at this place."
    return ""


def _restore(source: str, words: str) -> str:
    """The line of curation.yml; an id that YAML would read as something else than words is quoted as well."""
    id = source if yaml.safe_load(source) == source else json.dumps(source, ensure_ascii=False)
    return f"- {{source: {id}, restore: {json.dumps(' '.join(words.split()), ensure_ascii=False)}, reason: …}}"


def _span(source: SourceEntry, piece: Furniture | Caption) -> Span:
    """Where a piece of furniture or a caption stands."""
    return Span(source=source.id, part=None, start=piece.start, end=piece.end, text=piece.text)
