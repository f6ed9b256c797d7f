"""Clauses of saying that a language sets inside quotation marks: « Le four, dit la boulangère, est froid. »

In: a passage. Out: its pieces around such clauses. Never: cuts where no verb of saying stands before its subject.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from generator.annotate.quoting.blocks import Block
from generator.annotate.quoting.clauses import find_cues
from generator.annotate.quoting.lines import Line, read_line
from generator.annotate.quoting.marks import Passage
from generator.language.speech import cue_forms, speech

BORDER = re.compile(r"[,–—?!…](?=\s?[^\W\d_])")
FIRST_WORDS = re.compile(r"\s?([^\W\d_]+(?:['’][^\W\d_]+)?)(?:\s([^\W\d_]+))?")
SENTENCE_END = re.compile(r"(?<=[a-zß-ÿ]{2}\.)\s+(?=[A-ZÀ-Þ])")  # no initial and no title such as "Dr."
CALLS = "?!…"  # marks that belong to the words before a clause and stand for a comma
DASHES = "–—"
COMMA = ","
EDGES = " \t\u00a0\u202f.,;:"  # what may stand between a clause and the words that go on behind it
SAYING = frozenset({"say", "tell", "ask"})
LONGEST = 150  # code points of such a clause
MOST = 20  # such clauses in one passage
FAILED = 3  # places in one passage that only look like one: more make a list, and reading them all takes long


def cut_at_clauses(text: str, block: Block, passage: Passage) -> list[Passage]:
    """The pieces of a passage around the clauses of saying in it; the passage itself where there is none."""
    pieces: list[Passage] = []
    rest = passage
    for first, last in find_clauses(text, block, passage):
        before, behind = trimmed(text, rest, end=first), trimmed(text, rest, start=last)
        if before is None:
            continue
        pieces.append(before)
        if behind is None:
            return pieces
        rest = behind
    return [*pieces, rest]


def find_clauses(text: str, block: Block, passage: Passage) -> Iterator[tuple[int, int]]:
    """Where clauses of saying start and end in a passage, with the marks around them."""
    marks = speech(block.language).clauses_inside
    at, found, failed = passage.start, 0, 0
    for border in BORDER.finditer(text, passage.start, passage.end) if marks else ():
        mark = border[0]
        allowed = mark in marks or (mark in CALLS and COMMA in marks)
        if found == MOST or failed == FAILED:
            return
        if not allowed or border.start() < at or not may_say(text, border.end(), block.language):
            continue
        limit = min(passage.end, border.end() + LONGEST)
        ended = SENTENCE_END.search(text, border.end(), limit)
        end = clause_end(text, block, border.end(), ended.start() if ended else limit, mark)
        if end is None:
            failed += 1
        else:
            at, found = end, found + 1
            yield border.end() if mark in CALLS else border.start(), end


def may_say(text: str, start: int, language: str) -> bool:
    """Whether a verb of saying stands at an offset, or an auxiliary before one."""
    words = FIRST_WORDS.match(text, start)
    if words is None:
        return False
    first, second = (says(word, language) for word in words.groups(default=""))
    return first or (second and words[1].lower() in speech(language).auxiliaries)


def says(word: str, language: str) -> bool:
    """Whether a word is a form of a verb of saying with a subject of its own."""
    form = cue_forms(language).get(word.lower().replace("’", "'"))
    return form is not None and form.kind in SAYING and form.shape != "participle"


def clause_end(text: str, block: Block, start: int, end: int, mark: str) -> int | None:
    """Where the clause ends that starts at an offset behind a mark; None where it is no clause of saying."""
    inside = replace(block, start=start, end=end, starts=(start,))
    line = read_line(text, inside, ())
    cue = next(iter(find_cues(line)), None)
    if cue is None or cue.kind not in SAYING or cue.opens or cue.speaker.start < cue.start:
        return None
    if mark in DASHES:
        closing = text.find(mark, line.tokens[cue.closes - 1].end, end)
        return None if closing < 0 else closing + 1
    return next((line.tokens[index].end for index in range(cue.closes, len(line.tokens)) if is_end(line, index)), end)


def is_end(line: Line, index: int) -> bool:
    """Whether a comma or a full stop stands at a token."""
    return line.text(index) in {COMMA, "."}


def trimmed(text: str, passage: Passage, *, start: int | None = None, end: int | None = None) -> Passage | None:
    """The part of a passage from or up to an offset, None where it holds no word."""
    first = passage.start if start is None else start
    last = passage.end if end is None else end
    inner = text[first:last]
    if not any(character.isalnum() for character in inner):
        return None
    first, last = first + len(inner) - len(inner.lstrip(EDGES)), first + len(inner.rstrip())
    if start is None:
        return replace(passage, end=last, closing=last, closed=True)
    return replace(passage, opening=first, start=first, continues=False)
