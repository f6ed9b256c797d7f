"""Noun phrases beside a verb, found by the small words and marks that end them.

In: a line and a place in it. Out: phrases as ranges of tokens. Never: reads a quotation, crosses a sentence.
"""

from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.roles import ends_in
from generator.model import Record

LONGEST = 30  # tokens of a noun phrase with its apposition: longer ones are mostly two phrases
LIST_SIDE = 5  # tokens left of "and" in a subject such as "the mayor and the council"


class Phrase(Record, frozen=True, kw_only=True):
    """A noun phrase: token indexes, half-open. `head` is where its first part ends, before an apposition or relative
    clause. `antecedent` is where the noun phrase ends to which a relative pronoun leads back."""

    start: int
    end: int
    head: int
    antecedent: int | None = None


def phrase_before(line: Line, end: int, *, in_adjunct: bool = False) -> Phrase | None:
    """The noun phrase that ends before the token `end`, None where something else stands there.

    A phrase that a preposition leads is no subject, and is wanted only `in_adjunct`.
    """
    last = line.role(end - 1, line.tokens[end - 1].sentence) if end > 0 else "stop"
    if last == "pronoun":
        return Phrase(start=end - 1, end=end, head=end)
    if last not in ("noun", "determiner", "joiner"):
        return None
    start, led = reach_left(line, end)
    if led and not in_adjunct:
        clause = line.tokens[start - 1].word in line.words.subordinators
        subject = after_adjunct(line, start, end)
        start = start if clause and subject == end else subject
    while start < end and line.roles[start] in ("adverb", "and", "joiner", "time"):
        start += 1
    return Phrase(start=start, end=end, head=end) if has_noun(line, start, end) else None


def reach_left(line: Line, end: int) -> tuple[int, bool]:
    """How far a noun phrase reaches to the left, and whether a preposition leads it: then an adjunct stands in it."""
    sentence = line.tokens[end - 1].sentence
    for index in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if not line.within(index, sentence):
            return index + 1, False
        role, left = line.role(index, sentence), line.role(index - 1, sentence)
        if role == "preposition" and left not in ("noun", "pronoun", "determiner") and not is_reduced(line, index - 1):
            return index + 1, True
        if role == "determiner" and left not in ("preposition", "determiner") and not is_of_the(line, index):
            return index, False
        if role == "time" and not (line.tokens[index].is_capital and left == "determiner"):
            return index + 1, left == "preposition"
        if ends_phrase(line, index):
            return index + 1, False
    return max(0, end - LONGEST), False


def ends_phrase(line: Line, index: int) -> bool:
    """Whether a token stands before a noun phrase and not in it: a verb, a mark, a conjunction of clauses."""
    role = line.roles[index]
    if role == "and":
        return not is_list(line, index)
    return role == "pronoun" or (role == "stop" and not is_reduced(line, index))


def is_reduced(line: Line, index: int) -> bool:
    """Whether a participle goes on with the noun before it: "a baker named in the report"."""
    if index < 1 or not ends_in(line.tokens[index].word, line.words.verb_endings):
        return False
    if line.role(index + 1, line.tokens[index].sentence) != "preposition" or line.roles[index - 1] != "noun":
        return False
    opens = index - 1 == line.first(index)
    return line.tokens[index + 1].word in line.words.agent or opens or not line.tokens[index - 1].is_capital


def is_list(line: Line, index: int) -> bool:
    """Whether a conjunction joins two nouns of one subject, not two clauses: what is left of it opens the clause."""
    sentence, start = line.tokens[index].sentence, index
    while line.role(start - 1, sentence) in ("noun", "determiner", "joiner") and start > index - LIST_SIDE:
        start -= 1
    before = line.tokens[start - 1] if line.within(start - 1, sentence) else None
    opens = before is None or not before.is_word or before.word in line.words.that
    return opens and start < index and line.role(index + 1, sentence) in ("noun", "determiner")


def after_adjunct(line: Line, start: int, end: int) -> int:
    """Where the subject starts behind an adjunct without a comma, `end` where only the adjunct stands there.

    "In spring the baker", "At the fair Ann Lee", "In Ulm officials".
    """
    for index in range(end - 1, start, -1):
        name_edge = line.tokens[index].is_capital != line.tokens[index - 1].is_capital
        starts = line.roles[index] == "determiner" or (line.roles[index] == "noun" and name_edge)
        if starts and line.roles[index - 1] in ("noun", "joiner", "time"):
            return index
    return end


def phrase_after(line: Line, start: int) -> Phrase | None:
    """The noun phrase that starts at a token, with what explains it behind a comma; None where none starts there."""
    if not 0 <= start < len(line.tokens):
        return None
    end = reach_right(line, start)
    if not has_noun(line, start, end):
        return None
    return Phrase(start=start, end=apposition_end(line, end), head=end)


def behind_day(line: Line, index: int) -> int:
    """Passes a day between a verb and its subject: "dijo el martes el alcalde"; "said a Monday letter" has none."""
    sentence, place = line.tokens[index - 1].sentence, index
    while line.role(place, sentence) in ("preposition", "determiner"):
        place += 1
    end = place
    while line.role(end, sentence) == "time":
        end += 1
    found = end > place and line.role(end, sentence) != "stop"
    day = found and (line.roles[end] in ("determiner", "pronoun") or line.tokens[end].is_capital)
    return end if day else index


def reach_right(line: Line, start: int) -> int:
    """Where a noun phrase that starts at a token ends, before any comma."""
    sentence, index = line.tokens[start].sentence, start
    while index < start + LONGEST and goes_on(line, index, start, sentence):
        index += 1
        if line.roles[index - 1] == "pronoun" and line.role(index, sentence) != "preposition":
            break
    return index


def goes_on(line: Line, index: int, start: int, sentence: int) -> bool:
    """Whether the token at the index belongs to the noun phrase that started at `start`."""
    role, behind = line.role(index, sentence), line.role(index + 1, sentence)
    if index == start:
        return role in ("noun", "determiner", "pronoun", "adverb")
    if role == "joiner":
        goes = line.within(index + 1, sentence) and line.tokens[index + 1].passage is None
        return goes and line.tokens[index].text != "-"
    if role == "preposition":
        return line.tokens[index].word in line.words.joins and behind in ("noun", "determiner")
    if role == "and":
        return behind in ("noun", "determiner") and not opens_clause(line, index + 1, sentence)
    if role == "determiner":
        return line.roles[index - 1] in ("preposition", "determiner", "and") or is_of_the(line, index)
    day = role == "time" and line.tokens[index].is_capital and line.roles[index - 1] == "determiner"
    return role == "noun" or (day and behind == "noun")


def is_of_the(line: Line, index: int) -> bool:
    """Whether an article stands for "of the" behind a noun: "la guilde des boulangers"; with capital nouns it may be a
    dative: "sagte Anna Weber der Zeitung"."""
    genitive = line.tokens[index].word in line.words.genitive and not line.words.nouns_capital
    return genitive and index > 0 and line.roles[index - 1] == "noun"


def opens_clause(line: Line, start: int, sentence: int) -> bool:
    """Whether a verb follows the words at a token: they are then the subject of a clause of their own."""
    index = start
    while line.role(index, sentence) in ("noun", "determiner", "joiner", "preposition") and index < start + LONGEST:
        index += 1
    return line.within(index, sentence) and line.is_predicate(index)


def apposition_end(line: Line, end: int) -> int:
    """Where what explains a name behind a comma ends; `end` itself where nothing does, or a new clause starts."""
    sentence = line.tokens[end - 1].sentence
    explained = line.text(end) == "," and line.within(end + 1, sentence)
    if not explained or line.tokens[end + 1].word not in line.words.appositives:
        return end
    relative = line.roles[end + 1] == "stop"
    for index in range(end + 1, end + LONGEST):
        marked = line.within(index, sentence) and line.roles[index] == "stop" and not line.tokens[index].is_word
        if marked or not line.within(index, sentence) or is_full_stop(line, index):
            return index
        relative = relative or line.tokens[index].word in line.words.relatives
        if not relative and line.is_predicate(index):
            return end
    return end


def is_full_stop(line: Line, index: int) -> bool:
    """Whether the token ends its sentence, or stands before a quotation that goes on."""
    token = line.tokens[index]
    last = not line.within(index + 1, token.sentence) or line.tokens[index + 1].passage is not None
    return token.text == "." and last


def has_noun(line: Line, start: int, end: int) -> bool:
    """Whether a range holds a word that can name someone; a number alone cannot."""
    return any(
        (line.roles[index] in ("noun", "pronoun") and not line.tokens[index].text[0].isdigit())
        or line.tokens[index].word in line.words.plurals
        for index in range(start, end)
    )
