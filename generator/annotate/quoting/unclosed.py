"""Quotations whose closing mark is missing: where they end all the same.

In: a block. Out: its passages, each with an end. Never: lets a quotation swallow the clause that attributes it.
"""

import msgspec

from generator.annotate.quoting.attribution import is_closed
from generator.annotate.quoting.blocks import Block
from generator.annotate.quoting.clauses import find_cues
from generator.annotate.quoting.cues import Cue
from generator.annotate.quoting.dialogue import find_dialogue
from generator.annotate.quoting.insertions import cut_at_clauses
from generator.annotate.quoting.lines import Line, read_line
from generator.annotate.quoting.marks import Passage, find_passages
from generator.annotate.quoting.single_marks import find_single_passages


def find_ended_passages(text: str, block: Block, *, left_open: bool, single: bool = False) -> list[Passage]:
    """The passages of a block; an unclosed one ends before a clause that attributes it, else where it has to.

    `left_open`: the block before left a quotation open, which a mark at the start of this one takes up again. `single`:
    the source sets single marks and no others.
    """
    spoken = find_dialogue(text, block)
    if spoken or single:
        return spoken or find_single_passages(text, block.start, block.end)
    passages = find_passages(text, block.start, block.end, left_open=left_open)
    if left_open and passages and passages[0].opening == block.start:
        passages[0] = msgspec.structs.replace(passages[0], continues=True)
    ended = [passage if passage.closed else shortened(text, block, passage) for passage in passages]
    return [piece for passage in ended for piece in cut_at_clauses(text, block, passage)]


def shortened(text: str, block: Block, passage: Passage) -> Passage:
    """The passage cut before the first clause in it that attributes it, such as ", the baker said, pointing at it"."""
    starts = tuple(start for start in block.starts if passage.start <= start < passage.end) or (passage.start,)
    inside = msgspec.structs.replace(block, start=passage.start, end=passage.end, starts=starts)
    line = read_line(text, inside, ())
    for cue in find_cues(line):
        if cue.opens > 1 and line.text(cue.opens - 1) == "," and is_attributing(line, cue):
            end = line.tokens[cue.opens - 2].end
            return msgspec.structs.replace(passage, end=end, closing=end)
    return passage


def is_attributing(line: Line, cue: Cue) -> bool:
    """Whether a clause behind a comma says whose words stood before it: a verb of saying with nothing said behind it.

    A pronoun such as "I" is the speaker's own and stays inside.
    """
    first = cue.speaker.start
    own = line.roles[first] == "pronoun" and line.tokens[first].word not in line.words.persons
    return cue.kind == "say" and not cue.participle and not own and is_closed(line, cue.closes)
