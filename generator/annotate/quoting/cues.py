"""A verb with what stands before it: auxiliaries, adverbs, times, brackets, up to where its subject must end.

In: a line and a verb's place. Out: cues and their left sides as token indexes. Never: finds a subject.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import Phrase
from generator.language.speech import VerbClass
from generator.model import CueClass, Record

BRACKETED = 12  # tokens in brackets behind a name

CueKind = VerbClass | Literal["according"]


class Cue(Record, frozen=True, kw_only=True):
    """What attributes: a verb or a phrase like "according to", and the phrase that says. Token indexes, half-open.

    `opens` is where the clause starts: with its subject, or with the verb and its auxiliaries. `relay` is who quotes
    the one who says it.
    """

    start: int
    end: int
    kind: CueKind
    base: str
    stance: CueClass
    participle: bool
    speaker: Phrase
    opens: int
    relay: Phrase | None = None

    @property
    def closes(self) -> int:
        """Where verb and subject end, before any object or adjunct; the subject of a participle may come later."""
        return self.end if self.participle else max(self.end, self.speaker.end)


class Left(Record, frozen=True, kw_only=True):
    """What stands before a verb: `index` is where its subject must end; which auxiliaries were passed on the way."""

    index: int
    auxiliary: bool
    passive: bool
    infinitive: bool


def between(cues: Sequence[Cue], start: int, end: int) -> Sequence[Cue]:
    """The cues whose verb stands in a range of tokens."""
    first = bisect_left(cues, start, key=lambda cue: cue.start)
    return cues[first : bisect_left(cues, end, lo=first, key=lambda cue: cue.start)]


def skip_left(line: Line, index: int) -> Left:
    """Passes auxiliaries, adverbs, times and brackets before a verb."""
    sentence, words = line.tokens[index].sentence, line.words
    passed: list[str] = []
    while line.within(index - 1, sentence):
        word = line.tokens[index - 1].word
        if word in words.infinitive:
            return Left(index=index - 1, auxiliary=False, passive=False, infinitive=True)
        step = passable(line, index - 1, sentence, first=not passed)
        if step == 0:
            break
        passed.append(word)
        index -= step
    auxiliary = any(word in words.auxiliaries for word in passed)
    return Left(
        index=index, auxiliary=auxiliary, passive=any(word in words.passive for word in passed), infinitive=False
    )


def passable(line: Line, index: int, sentence: int, *, first: bool) -> int:
    """How many tokens to pass before a verb, 0 where its subject ends there. `first`: nothing is passed yet."""
    token, role = line.tokens[index], line.role(index, sentence)
    if token.text == ")":
        opening = bracket_before(line, index)
        return 0 if opening is None else index - opening + 1
    if role == "time" or (token.text.isdigit() and line.role(index - 1, sentence) == "time"):
        return 2 if line.role(index - 1, sentence) == "preposition" else 1
    return int(role == "adverb" or token.word in line.words.auxiliaries or (token.word == "'s" and first))


def bracket_before(line: Line, closing: int) -> int | None:
    """Where the bracket opens that closes at a token, None where it is too far."""
    places = range(closing - 1, max(-1, closing - BRACKETED), -1)
    return next((index for index in places if line.tokens[index].text == "("), None)
