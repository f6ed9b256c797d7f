"""Signature lines: "— Ann Lee, baker" behind a quotation or a block names who said it.

In: paragraphs. Out: for each the voice that a signature behind it gives. Never: reads a line with a verb as a name.
"""

from collections.abc import Sequence

from generator.annotate.quoting.attribution import Attribution
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.paragraphs import Paragraph
from generator.annotate.quoting.phrases import Phrase
from generator.annotate.quoting.speakers import Voice, make_voice

BLOCK = ">"  # what Markdown sets before each line of a block quotation
DASHES = frozenset("–—―")
HYPHENS = ("-", "-")  # two of them are a dash, one is the mark of a list
LONGEST = 14  # tokens of a name with what explains it: "Ann Lee, baker at the old mill in Ulm, 2019"
NAME = 5  # tokens of a name


def find_signatures(paragraphs: Sequence[Paragraph]) -> tuple[Voice | None, ...]:
    """For each paragraph that is quoted as a whole who has signed it, None elsewhere or before a list of names."""
    found: list[Voice | None] = []
    behind: Paragraph | None = None
    listed = False
    for paragraph in reversed(paragraphs):
        voice = own_signature(paragraph)
        if not listed and voice is None and behind is not None and behind.scene.block.follows and is_quoted(paragraph):
            goes_on = is_block(paragraph) and is_block(behind)
            goes_on = goes_on or (bool(behind.passages) and behind.passages[0].continues)
            voice = signature(behind, 0) or (found[-1] if goes_on else None)
        found.append(voice)
        listed = behind is not None and is_signature(paragraph) and is_signature(behind)
        behind = paragraph
    return tuple(reversed(found))


def is_signature(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a signature."""
    return not paragraph.passages and name_of(paragraph.scene.line, 0) is not None


def own_signature(paragraph: Paragraph) -> Voice | None:
    """Who has signed a paragraph at its end: "“We wait for wood.” — Ann Lee, baker"."""
    line = paragraph.scene.line
    places = [index for index, token in enumerate(line.tokens) if token.passage is not None]
    alone = bool(places) and not any(token.is_word for token in line.tokens[: places[-1]])
    return signature(paragraph, places[-1] + 1) if alone else None


def is_quoted(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a line of a block quotation, or quotations without a word of the writer's."""
    return is_block(paragraph) or (bool(paragraph.passages) and not paragraph.scene.line.worded)


def is_block(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a line of a block quotation in Markdown."""
    return paragraph.scene.line.text(0) == BLOCK


def signature(paragraph: Paragraph, start: int) -> Voice | None:
    """Who has signed, by the tokens from `start` to the end of a paragraph."""
    phrase = name_of(paragraph.scene.line, start)
    return make_voice(paragraph.scene, Attribution(cue=None, speaker=phrase, how="colon")) if phrase else None


def name_of(line: Line, start: int) -> Phrase | None:
    """The name of a signature: behind a dash, written with capitals, with nothing but an explanation behind a comma."""
    first = start + (line.text(start) == BLOCK)
    hyphens = (line.text(first), line.text(first + 1)) == HYPHENS
    begin = first + len(HYPHENS) if hyphens else first + (line.text(first) in DASHES)
    end = begin
    while end < len(line.tokens) and end < begin + NAME and is_of_name(line, end):
        end += 1
    rest = line.tokens[end:]
    named = begin > first and end > begin and len(rest) <= LONGEST and (not rest or rest[0].text in {",", "(", "."})
    told = any(line.is_predicate(index) for index in range(end, len(line.tokens)))
    asked = bool(rest) and rest[-1].text in {":", "?", "!"}
    return Phrase(start=begin, end=end, head=end) if named and not told and not asked else None


def is_of_name(line: Line, index: int) -> bool:
    """Whether a token is a word of a name: with a capital, and no article or other small word."""
    return line.tokens[index].is_capital and line.roles[index] == "noun"
