"""The clauses of a line that attribute: every verb that reports with its subject, every "according to".

In: a line. Out: cues in text order. Never: reads a quotation.
"""

from collections.abc import Sequence

from generator.annotate.quoting.cues import Cue, Left, is_quoted_as, skip_left
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import Phrase, phrase_after
from generator.annotate.quoting.roles import ends_in
from generator.annotate.quoting.subjects import subject_of
from generator.language.speech import VerbForm


def find_cues(line: Line) -> tuple[Cue, ...]:
    """Every verb that reports and has a subject, every "according to" with its speaker."""
    cues: list[Cue] = []
    for index, token in enumerate(line.tokens):
        if not token.is_word or (cues and index < cues[-1].end):
            continue
        cue = according_at(line, index) or (verb_at(line, index, cues) if token.word in line.forms else None)
        if cue:
            cues.append(cue)
    return tuple(cues)


def according_at(line: Line, index: int) -> Cue | None:
    """The phrase "according to" or its like at a token, with the speaker behind it."""
    marked = index > 0 and (line.tokens[index - 1].passage is not None or line.text(index - 1) == ",")
    for phrase in (*line.words.according, *(line.words.behind_mark if marked else ())):
        words = phrase.split()
        if line.tokens[index].word != words[0]:
            continue
        end = index + len(words)
        speaker = phrase_after(line, end)
        if speaker and [token.word for token in line.tokens[index:end]] == words:
            speaker = without_clause(line, index, speaker)
            return Cue(
                start=index,
                end=end,
                kind="according",
                base="",
                stance="according",
                participle=False,
                speaker=speaker,
                opens=index,
            )
    return None


def without_clause(line: Line, index: int, speaker: Phrase) -> Phrase:
    """The speaker of an "according to" that opens a sentence: what follows the comma to its end is content."""
    opens = all(line.roles[place] in ("and", "adverb") for place in range(line.first(index), index))
    content = opens and line.text(speaker.end) in {"", "."}
    return Phrase(start=speaker.start, end=speaker.head, head=speaker.head) if content else speaker


def verb_at(line: Line, index: int, cues: Sequence[Cue]) -> Cue | None:
    """The verb at a token as a cue, None where it is no verb or nobody is its subject. `cues` are those before it."""
    form = line.forms[line.tokens[index].word]
    left = skip_left(line, index)
    speaker = subject_of(line, index, form, left, cues) if is_verb(line, index, form, left) else None
    if speaker is None or (form.shape == "bare" and not leads_clause(line, index) and not agrees(line, left, speaker)):
        return None
    noun = is_object(line, speaker, cues) or is_bare(line, index, speaker)
    if noun and line.tokens[index].word in line.words.also_nouns:
        return None
    return Cue(
        start=index,
        end=index + 1,
        kind=form.kind,
        base=form.base,
        stance=form.stance,
        participle=form.shape == "participle" and not left.passive and not is_quoted_as(line, index),
        speaker=speaker,
        opens=min(left.index, speaker.start) if speaker.start > index else speaker.start,
    )


def is_object(line: Line, phrase: Phrase, cues: Sequence[Cue]) -> bool:
    """Whether a phrase stands directly behind a verb that judges: in "calling the long reports" none is a subject."""
    return bool(cues) and cues[-1].kind == "judge" and cues[-1].end == phrase.start


def is_bare(line: Line, index: int, phrase: Phrase) -> bool:
    """Whether a form with a plural's ending stands behind words without article or name: "in smaller states"."""
    places = range(phrase.start, phrase.head)
    owned = any(line.roles[place] in ("determiner", "pronoun") or line.tokens[place].is_capital for place in places)
    told = line.tokens[phrase.head - 1].word in line.words.accounts or phrase.antecedent is not None
    return not (owned or told or phrase.start > index) and ends_in(line.tokens[index].word, line.words.plural_endings)


def is_verb(line: Line, index: int, form: VerbForm, left: Left) -> bool:
    """Whether a form that could be a verb is one here: nothing before it makes it a noun or a name."""
    token = line.tokens[index]
    before = line.role(index - 1, token.sentence)
    if (token.is_capital and line.within(index - 1, token.sentence)) or is_owned(line, index):
        return False
    if before == "determiner" and (form.shape == "participle" or not stands_alone(line, index - 1)):
        return False
    if token.word not in line.words.also_nouns or form.shape == "participle":
        return True
    if not line.within(left.index - 1, token.sentence) or line.tokens[left.index - 1].text[0].isdigit():
        return False
    if before == "preposition" and not left.infinitive:
        return False
    told = line.tokens[left.index - 1].word in line.words.accounts and form.kind == "show"
    return left.auxiliary or left.infinitive or told or acts(line, left.index - 1) or is_followed_as_verb(line, index)


def is_owned(line: Line, index: int) -> bool:
    """Whether a mark or genitive joins a form to the word before it: "the guild's claims", not "he's suggesting"."""
    sentence = line.tokens[index].sentence
    if line.role(index - 1, sentence) != "joiner":
        return False
    auxiliary = line.tokens[index - 1].word == "'s" and line.role(index - 2, sentence) == "pronoun"
    return not auxiliary or line.tokens[index].word in line.words.also_nouns


def stands_alone(line: Line, index: int) -> bool:
    """Whether a determiner is a subject before a verb: "another says it is", but not "all reported cases"."""
    verb = line.tokens[index + 1].word
    alone = line.tokens[index].word in line.words.plurals and verb not in line.words.also_nouns
    return alone and not ends_in(verb, line.words.verb_endings)


def acts(line: Line, index: int) -> bool:
    """Whether the word before a form that could be a noun is a subject: a name or a pronoun."""
    token = line.tokens[index]
    return token.is_capital or line.roles[index] == "pronoun" or token.word in line.words.relatives


def is_followed_as_verb(line: Line, index: int) -> bool:
    """Whether an adverb before a form that could be a noun, or a clause or mark behind it, shows a verb."""
    sentence = line.tokens[index].sentence
    if line.role(index - 1, sentence) in ("adverb", "time") or not line.within(index + 1, sentence):
        return True
    behind = line.tokens[index + 1]
    leads = line.roles[index + 1] in ("stop", "determiner", "pronoun") or behind.word in line.words.infinitive
    leads = leads or ends_in(behind.word, line.words.gerund_endings)
    return not behind.is_word or leads or behind.is_capital


def leads_clause(line: Line, index: int) -> bool:
    """Whether a conjunction behind a form that is never a noun shows a plural: "the data suggest that"."""
    conjunction = line.within(index + 1, line.tokens[index].sentence) and line.tokens[index + 1].word in line.words.that
    return conjunction and line.tokens[index].word not in line.words.also_nouns


def agrees(line: Line, left: Left, speaker: Phrase) -> bool:
    """Whether a bare form fits: behind an auxiliary, "to", or a subject that can be a plural."""
    places = range(speaker.start, speaker.head)
    first = next((index - 1 for index in places[1:] if ends_head(line, index)), places[-1])
    words = {line.tokens[first].word, line.tokens[places[-1]].word}
    plural = any(word in line.words.plurals | line.words.relatives for word in words)
    nouns = {word for word in words if word not in line.forms or word in line.words.also_nouns}
    plural = plural or any(ends_in(word, line.words.plural_endings) for word in nouns)
    joined = any(line.roles[index] == "and" for index in range(speaker.start, speaker.head))
    return left.auxiliary or left.infinitive or plural or joined


def ends_head(line: Line, index: int) -> bool:
    """Whether the head of a noun phrase stands before a token: a preposition or a participle."""
    return line.roles[index] in ("preposition", "stop") or ends_in(line.tokens[index].word, line.words.gerund_endings)
