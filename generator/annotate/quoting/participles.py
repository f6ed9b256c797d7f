"""Whose a participle of saying is behind another clause's noun, how far it reaches, and what things only show.

In: a line and a verb's place. Out: phrases, yes or no. Never: looks beyond the sentence.
"""

from generator.annotate.quoting.cues import Cue
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import Phrase, phrase_after
from generator.annotate.quoting.roles import ends_in

REACH = 30  # tokens between a verb that depicts and the participle


def behind_absolute(line: Line, found: Phrase) -> Phrase:
    """The name behind a "with" in what stands before a participle: "they side with Ann Lee claiming".

    In "a quarrel with Ann Lee, claiming" nothing tells.
    """
    named = any(token.is_capital for token in line.tokens[found.start + 1 : found.end])
    named = named and line.roles[found.start] != "determiner"
    for index in range(found.end - 1, found.start if named else found.end, -1):
        if line.tokens[index - 1].word in line.words.absolute:
            return Phrase(start=index, end=found.end, head=found.head)
    return found


def depicted(line: Line, index: int) -> Phrase | None:
    """Who is shown saying something: "featuring bakers at work, saying", "described bakers, with flour on, saying"."""
    for place in range(index - 2, max(line.first(index), index - REACH), -1):
        if line.tokens[place].word in line.words.depicting:
            found = phrase_after(line, place + 1)
            if found is None or found.end >= index:
                return None
            aside = line.text(found.end) == "," and line.tokens[found.end + 1].word in line.words.absolute
            participle = ends_in(line.tokens[place].word, line.words.gerund_endings) and line.text(place - 1) == ","
            return found if aside or participle else None
    return None


def is_over(line: Line, cue: Cue, place: int) -> bool:
    """Whether a participle is over before a quotation, for another verb has one as content: 'speaking of bread and
    performing tricks to show that it is "fresh"'."""
    if not cue.participle:
        return False
    behind = (index for index in range(cue.end, place - 1) if line.roles[index] == "and")
    joined = next((index for index in behind if ends_in(line.tokens[index + 1].word, line.words.gerund_endings)), place)
    return any(token.word in line.words.that for token in line.tokens[joined:place])


def is_shown_by_thing(line: Line, cue: Cue, place: int) -> bool:
    """Whether a quotation is a noun's attribute in what a thing shows that is no document and has no name."""
    speaker = cue.speaker
    attribute = cue.kind == "show" and line.role(place + 1, line.tokens[place].sentence) == "noun"
    if not attribute or not line.words.media or speaker.antecedent is not None:
        return False
    adjunct = (index for index in range(speaker.start, speaker.head) if line.roles[index] == "preposition")
    head = line.tokens[speaker.start : next(adjunct, speaker.head)]
    named = any(token.is_capital for token in head if token.start > line.tokens[line.first(place)].start)
    documents = any(token.word in line.words.media for token in head)
    told = any(token.word in line.words.that for token in line.tokens[cue.end : place])
    return not (named or documents or told or line.roles[speaker.start] == "pronoun")
