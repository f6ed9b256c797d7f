"""Which cue each quotation of a block belongs to, by its place in the writer's sentence.

In: a line and its cues. Out: one attribution a passage, None where nothing tells. Never: looks beyond the block.
"""

from collections.abc import Sequence
from typing import Literal

from generator.annotate.quoting.cues import Cue, between
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import Phrase, phrase_after, phrase_before
from generator.annotate.quoting.subjects import leading_phrase
from generator.annotate.quoting.tokens import ENDINGS
from generator.model import Record

NEAR = 25  # tokens between a quotation and the verb behind it: a name with its apposition
FAR = 60  # tokens between a verb and the quotation it leads to or trails
LABEL = 8  # tokens of a name that a colon sets before its words
MARKS = "\"”“»«'’‘」』 \u00a0"

How = Literal["after", "before", "trailing", "colon", "carried"]


class Attribution(Record, frozen=True, kw_only=True):
    """Who says a passage and by which words; `cue` is None where no verb attributes it."""

    cue: Cue | None
    speaker: Phrase
    how: How


def attribute(line: Line, cues: Sequence[Cue]) -> list[Attribution | None]:
    """The attribution of each passage of the line: the surest rule wins, what is left takes its neighbour's."""
    places = [index for index, token in enumerate(line.tokens) if token.passage is not None]
    found = [None if is_nickname(line, place) else by_rules(line, place, cues) for place in places]
    near = nearest(found)
    return [
        own or carried(line, place, near[number], cues)
        for number, (place, own) in enumerate(zip(places, found, strict=True))
    ]


def by_rules(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The attribution of a passage by its own sentence."""
    return cue_after(line, place, cues) or cue_before(line, place, cues) or cue_trailing(line, place, cues)


def is_nickname(line: Line, place: int) -> bool:
    """Whether a word in marks stands inside a name: 'Ann "Bee" Lee'."""
    if not 0 < place < len(line.tokens) - 1 or not line.tokens[place].text.strip(MARKS).isalpha():
        return False
    return line.tokens[place - 1].is_capital and line.tokens[place + 1].is_capital


def by_cue(cue: Cue, how: How) -> Attribution:
    """The attribution by a cue."""
    return Attribution(cue=cue, speaker=cue.speaker, how=how)


def cue_after(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The clause that follows a quotation directly: '"...," Ann Lee said', '"...," said a baker'."""
    marked = line.text(place + 1) in {",", "-", "–", "—"}
    start = place + 1 + marked
    for cue in between(cues, place + 1, place + NEAR):
        if not cue.participle and opens_at(line, start, cue.opens) and (marked or goes_on(line, place, cue)):
            return by_cue(cue, "after")
    comma = marked or line.tokens[place].text.rstrip(MARKS).endswith(",")
    return unlisted_after(line, start) if comma else None


def opens_at(line: Line, start: int, opens: int) -> bool:
    """Whether a clause opens at a token, or behind adverbs and times there."""
    return start <= opens and all(line.roles[index] in ("adverb", "time") for index in range(start, opens))


def goes_on(line: Line, place: int, cue: Cue) -> bool:
    """Whether the sentence goes on behind a quotation that no comma follows, as its last character tells."""
    last = line.tokens[place].text.rstrip(MARKS)[-1:]
    if last not in ENDINGS or (cue.start < cue.speaker.start and line.tokens[cue.start].text.islower()):
        return True
    hearer = phrase_after(line, cue.closes) if cue.kind == "tell" else None
    end = hearer.end if hearer else cue.closes
    return line.text(end) in {"", ".", ","} if last == "." else is_closed(line, end)


def unlisted_after(line: Line, start: int) -> Attribution | None:
    """The subject and verb of any kind that follow a quotation and its comma: '"...," Ann Lee laughed.'"""
    speaker = phrase_after(line, start)
    if speaker is None or speaker.end >= len(line.tokens) or not line.is_predicate(speaker.end):
        return None
    verb = speaker.end
    if line.tokens[verb].word in line.words.auxiliaries or not is_closed(line, verb + 1):
        return None
    cue = Cue(start=verb, end=verb + 1, kind="say", participle=False, speaker=speaker, opens=start)
    return by_cue(cue, "after")


def is_closed(line: Line, index: int) -> bool:
    """Whether no clause follows as content: the sentence ends, or an adjunct, a mark or a participle comes next."""
    if index >= len(line.tokens):
        return True
    if not line.tokens[index].is_word:
        return line.tokens[index].text != ":"
    return line.roles[index] in ("preposition", "time", "adverb", "and") or line.is_participle(index)


def cue_before(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The last verb before a quotation in its sentence, or the name that a colon sets before it."""
    sentence = line.tokens[place].sentence
    for cue in reversed(between(cues, max(line.firsts[sentence], place - FAR), place)):
        if cue.closes <= place and not is_naming(line, cue, place):
            return by_cue(cue, "before")
    return label_before(line, place)


def is_naming(line: Line, cue: Cue, place: int) -> bool:
    """Whether a verb names a thing instead of quoting someone: 'a bridge called "Old Lady"'."""
    return cue.kind == "judge" and cue.end == place and line.roles[cue.speaker.start] == "determiner"


def label_before(line: Line, place: int) -> Attribution | None:
    """Who a colon gives the word: the name before it ("Ann Lee: ..."), else the subject of its sentence."""
    sentence = line.tokens[place].sentence
    if not line.within(place - 1, sentence) or line.tokens[place - 1].text != ":":
        return None
    alone = not line.within(place - 1 - LABEL, sentence)
    found = phrase_before(line, place - 1, in_adjunct=True) if alone else None
    if found is None or not line.tokens[found.start].is_capital:
        found = leading_phrase(line, place - 1)
    return Attribution(cue=None, speaker=found, how="colon") if found else None


def cue_trailing(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The clause at the end of a sentence in which a quotation stands: 'The bridge was "a ruin" by then, Lee said.'"""
    for cue in between(cues, place + 1, place + FAR):
        if line.tokens[cue.start].sentence != line.tokens[place].sentence:
            break
        before = line.tokens[cue.opens - 1]
        set_off = before.passage is not None or before.text in {",", "–", "—"}
        if cue.kind == "according" or (set_off and not cue.participle and is_closed(line, cue.closes)):
            return by_cue(cue, "trailing")
    return None


def nearest(found: Sequence[Attribution | None]) -> list[Attribution | None]:
    """For each passage, the last attribution up to it, else the first behind it."""
    near: list[Attribution | None] = []
    for own in found:
        near.append(own or (near[-1] if near else None))
    first = next((own for own in found if own), None)
    return [own or first for own in near]


def carried(line: Line, place: int, near: Attribution | None, cues: Sequence[Cue]) -> Attribution | None:
    """For a passage that fills sentences of its own: its neighbour's speaker, or who says something in the sentence
    before it, as in 'Ann Lee replied at once. "..."'."""
    sentence = line.tokens[place].sentence
    if sentence in line.worded:
        return None
    if near:
        return Attribution(cue=near.cue, speaker=near.speaker, how="carried")
    start = line.firsts[sentence - 1] if sentence else place
    said = [cue for cue in between(cues, start, place) if cue.kind in ("say", "tell", "ask") and not cue.participle]
    return by_cue(said[0], "carried") if said else None
