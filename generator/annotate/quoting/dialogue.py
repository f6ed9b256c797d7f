"""Talk set with dashes: "—El horno está frío —dijo la panadera—. Esperamos leña.", "— Depuis quand ? demanda le maire."

In: a block. Out: its passages without the dashes and without the clause that a verb of saying opens between them.
Never: takes a dash for a mark where no such clause stands, reads a language that does not set talk so.
"""

import re

from msgspec.structs import replace

from generator.annotate.quoting.blocks import Block
from generator.annotate.quoting.insertions import cut_at_clauses
from generator.annotate.quoting.marks import Passage
from generator.language.speech import cue_forms, speech

OPENING = re.compile(r"[—–]\s?(?=[^\W_]|[¿¡«])")
DASH = re.compile(r"[—–]|\Z")
FIRST_WORD = re.compile(r"\s?([^\W\d_]+)")
EDGES = " \t\u00a0.,;:"  # what may stand between a dash and the words that go on behind it
SAYING = frozenset({"say", "tell", "ask"})


def find_dialogue(text: str, block: Block) -> list[Passage]:
    """The passages of a block that a dash opens and in which a second dash leads to who says it; none elsewhere."""
    opening = OPENING.match(text, block.start, block.end) if speech(block.language).dashes else None
    if opening is None:
        return []
    dashes = [found.start() for found in DASH.finditer(text, opening.end(), block.end)]
    starts = [opening.end(), *(dash + 1 for dash in dashes)]
    pieces = [(start, end) for start, end in zip(starts, dashes, strict=False) if start <= end]
    said, clauses = pieces[::2], pieces[1::2]
    if not clauses:
        return inverted_clauses(text, block, opening.end())
    if not all(says(text, start, block.language) for start, _ in clauses):
        return []
    found = [spoken(text, start, end) for start, end in said]
    passages = [passage for passage in found if passage]
    return [replace(passages[0], opening=block.start), *passages[1:]] if found[0] else []


def inverted_clauses(text: str, block: Block, start: int) -> list[Passage]:
    """The passages of a block without a second dash, around a clause that a comma or question mark leads to."""
    whole = Passage(opening=block.start, start=start, end=block.end, closing=block.end, closed=True)
    pieces = cut_at_clauses(text, block, whole)
    return [] if pieces == [whole] else pieces


def says(text: str, start: int, language: str) -> bool:
    """Whether a verb of saying stands at an offset."""
    word = FIRST_WORD.match(text, start)
    form = cue_forms(language).get(word[1]) if word else None
    return form is not None and form.kind in SAYING and form.shape != "participle"


def spoken(text: str, start: int, end: int) -> Passage | None:
    """The passage between two dashes, None where no word is in it."""
    inner = text[start:end]
    first = start + len(inner) - len(inner.lstrip(EDGES))
    last = start + len(inner.rstrip())
    if not any(character.isalnum() for character in inner):
        return None
    return Passage(opening=first, start=first, end=last, closing=last, closed=True)


def opens_with_dash(text: str, block: Block) -> bool:
    """Whether a dash opens a block in a language that sets talk so."""
    return speech(block.language).dashes and OPENING.match(text, block.start, block.end) is not None


def is_only_spoken(text: str, block: Block) -> bool:
    """Whether a dash opens a block and no other dash stands in it."""
    words = text[block.start : block.end]
    return opens_with_dash(text, block) and not any(dash in words[1:] for dash in "—–")
