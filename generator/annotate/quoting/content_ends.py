"""Where the content of reported speech ends: with its sentence, or before what belongs to the writer again.

In: a line, the start of the content, its cue and the cues around it. Out: a token's place. Never: moves a start.
"""

from collections.abc import Sequence

from generator.annotate.quoting.contents import Content, is_time
from generator.annotate.quoting.cues import Cue, between, skip_left
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import opens_clause

TIMES = 8  # tokens of a time at the end of what is judged: "on Monday morning, 3 May"
LIST = 20  # tokens of a list behind its first comma, up to "and"
LONGEST = 200  # tokens of reported content
MEDIUM = 5  # tokens of "in a written statement", up to its noun
CLOSING = frozenset({",", ":", "-", "--", "–", "—"})


def content_end(line: Line, content: Content, cue: Cue, cues: Sequence[Cue]) -> int:
    """Where content ends: a clause with its sentence, a noun phrase or infinitive before an adjunct of the verb."""
    if content.end is not None:
        return content.end
    clause_end = end_of_clause(line, content.start, cue, cues)
    return clause_end if content.frame == "clause" else end_of_object(line, content.start, clause_end)


def end_of_object(line: Line, start: int, limit: int) -> int:
    """Where a noun phrase or an infinitive ends: before a mark, a time, a medium or another clause."""
    return next((index for index in range(start + 1, limit) if ends_object(line, index)), limit)


def ends_object(line: Line, index: int) -> bool:
    """Whether a token stands behind a noun phrase or an infinitive: a mark, a medium, a time at the clause's end."""
    token = line.tokens[index]
    if token.text in CLOSING or is_medium(line, index):
        return token.text != "," or not is_listing(line, index)
    if line.roles[index] == "and" and line.within(index + 1, token.sentence):
        return line.is_predicate(index + 1) or line.tokens[index + 1].word in line.words.subjects
    owned = token.word in line.words.deictic and line.role(index + 1, token.sentence) != "time"
    dated = owned or line.tokens[index - 1].word in line.words.dating
    if line.roles[index] == "adverb" or dated:
        return False
    behind = index
    while behind < index + TIMES and is_time(line, behind, token.sentence):
        behind += 1
    return behind > index and not (line.within(behind, token.sentence) and line.tokens[behind].is_word)


def is_listing(line: Line, comma: int) -> bool:
    """Whether a list goes on behind a comma: "bread, salt and oil", "bread, salt, and oil", "bread, including rye"."""
    sentence = line.tokens[comma].sentence
    if line.within(comma + 1, sentence) and line.tokens[comma + 1].word in line.words.examples:
        return True
    for index in range(comma + 1, comma + LIST):
        if line.role(index, sentence) == "and" and index > comma + 1:
            last = line.role(index + 1, sentence) in ("noun", "determiner")
            return last and not opens_clause(line, index + 1, sentence)
        listed = line.role(index, sentence) in ("noun", "determiner", "joiner", "preposition", "and")
        if not listed and line.text(index) != ",":
            return False
    return False


def is_medium(line: Line, index: int) -> bool:
    """Whether a phrase starts at a token that says where something was said: "in a written statement"."""
    if line.tokens[index].word not in line.words.venues:
        return False
    sentence = line.tokens[index].sentence
    for place in range(index + 1, index + 1 + MEDIUM):
        if line.role(place, sentence) not in ("noun", "determiner", "joiner"):
            return False
        if line.tokens[place].word in line.words.media:
            return True
    return False


def end_of_clause(line: Line, start: int, cue: Cue, cues: Sequence[Cue]) -> int:
    """Where a clause ends: at the sentence's end, a semicolon, or where another clause that attributes begins."""
    sentence, leads, told = line.tokens[start].sentence, is_leading(line, cue), False
    opens, verbs = others_behind(line, start, cue, cues)
    for index in range(start, start + LONGEST + 1):
        if not line.within(index, sentence) or line.tokens[index].text == ";" or (told and announces(line, index)):
            return index
        if line.roles[index] == "and" and (index + 1 in verbs or (told and index + 1 in opens)):
            return index
        if told and line.tokens[index].text == "," and (leads or breaks_off(line, index, opens | verbs)):
            return index
        told = told or line.is_predicate(index) or is_contracted(line, index)
    return start + LONGEST + 1


def announces(line: Line, index: int) -> bool:
    """Whether a colon before a quotation stands at a token: 'said the mill is old: "It burned."'"""
    return line.text(index) == ":" and index + 1 < len(line.tokens) and line.tokens[index + 1].passage is not None


def is_contracted(line: Line, index: int) -> bool:
    """Whether a pronoun with its verb in one word stands at a token: "they're"."""
    word = line.tokens[index].word
    return "'" in word and word in line.words.subjects


def others_behind(line: Line, start: int, cue: Cue, cues: Sequence[Cue]) -> tuple[set[int], set[int]]:
    """Where the clauses of other cues begin behind a token, and where other verbs of the same subject stand."""
    others = between(cues, start + 1, start + LONGEST)
    opens = {other.opens for other in others} | {other.start for other in others if other.speaker.start < cue.start}
    same = (other.start for other in others if other.speaker == cue.speaker and not other.participle)
    return opens, {start if line.words.bare_clause else skip_left(line, start).index for start in same}


def breaks_off(line: Line, comma: int, opens: set[int]) -> bool:
    """Whether a report is over at a comma: a participle, a contrast or another clause that attributes follows."""
    behind = comma + 1
    if not line.within(behind, line.tokens[comma].sentence):
        return False
    joined = line.roles[behind] == "and" or line.tokens[behind].word in line.words.subordinators
    contrast = line.is_participle(behind) or line.tokens[behind].word in line.words.contrasts
    return contrast or behind + joined in opens


def is_leading(line: Line, cue: Cue) -> bool:
    """Whether a cue stands in a clause of its own, whose comma ends its content: "While she said so, he left"."""
    opening = line.first(cue.start)
    subordinate = line.tokens[opening].word in line.words.subordinators and opening == cue.opens - 1
    return subordinate or (cue.speaker.antecedent is not None and line.text(cue.speaker.start - 1) == ",")
