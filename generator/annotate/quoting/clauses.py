"""The clauses of a line that attribute: every verb that reports with its subject, every "according to".

In: a line. Out: cues in text order. Never: reads a quotation.
"""

from collections.abc import Sequence

from generator.annotate.quoting.cues import Cue, Left, skip_left
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import Phrase, phrase_after, phrase_before
from generator.annotate.quoting.relayed import Relayed, find_relayed
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
        if cue and cue.relay and cues and cues[-1].speaker.start == cue.relay.start:
            cues.pop()  # the verb of the one who quotes
        if cue:
            cues.append(cue)
    return tuple(cues)


def according_at(line: Line, index: int) -> Cue | None:
    """The phrase "according to" or its like at a token, with the speaker behind it, or before it ("der Stadt zufolge").

    What is done by a plan or rule follows nobody's words.
    """
    if line.tokens[index].word in line.words.according_behind:
        speaker = phrase_before(line, index)
        return according(index, index + 1, speaker) if speaker and not is_standard(line, speaker) else None
    for words in line.leads.get(line.tokens[index].word, ()):
        if not stands_at(line, index, words) or not is_in_place(line, index, words):
            continue
        end = behind_verb(line, index + len(words))
        speaker = phrase_after(line, end)
        if speaker:
            return None if is_standard(line, speaker) else according(index, end, without_clause(line, index, speaker))
    return None


def stands_at(line: Line, index: int, words: Sequence[str]) -> bool:
    """Whether words stand at a token; for "of" at their end any form of it will do: "di", "della"."""
    genitive = line.words.genitive
    behind = line.tokens[index : index + len(words)]
    pairs = zip(words, (token.word for token in behind), strict=False)
    alike = all(word == other or (word in genitive and other in genitive) for word, other in pairs)
    return alike and len(behind) == len(words)


def according(start: int, end: int, speaker: Phrase) -> Cue:
    """The cue of a phrase like "according to"."""
    return Cue(
        start=start,
        end=end,
        kind="according",
        base="",
        stance="according",
        participle=False,
        speaker=speaker,
        opens=min(start, speaker.start),
    )


def is_in_place(line: Line, index: int, words: Sequence[str]) -> bool:
    """Whether a phrase stands where it can be one: some are only behind a comma or a quotation."""
    if " ".join(words) not in line.words.behind_mark:
        return True
    return index > 0 and (line.tokens[index - 1].passage is not None or line.text(index - 1) == ",")


def behind_verb(line: Line, index: int) -> int:
    """Passes a verb of saying in a phrase such as "según ha informado el gremio"."""
    place, sentence = index, line.tokens[index - 1].sentence
    while line.within(place, sentence) and line.tokens[place].word in line.words.auxiliaries:
        place += 1
    word = line.tokens[place].word if line.within(place, sentence) else ""
    form = None if word in line.words.also_nouns else line.forms.get(word)
    return place + 1 if form and form.kind == "say" and form.shape == "finite" else index


def is_standard(line: Line, speaker: Phrase) -> bool:
    """Whether a phrase is a plan or rule, which nothing names further: "according to the rules"."""
    tokens = line.tokens[speaker.start : speaker.end]
    further = any(line.roles[index] == "preposition" for index in range(speaker.start, speaker.end))
    return not further and any(token.word in line.words.standards for token in tokens)


def without_clause(line: Line, index: int, speaker: Phrase) -> Phrase:
    """The speaker of an "according to" that opens a sentence: what follows the comma to its end is content."""
    opens = all(line.roles[place] in ("and", "adverb") for place in range(line.first(index), index))
    content = opens and line.text(speaker.end) in {"", "."}
    return Phrase(start=speaker.start, end=speaker.head, head=speaker.head) if content else speaker


def verb_at(line: Line, index: int, cues: Sequence[Cue]) -> Cue | None:
    """The verb at a token as a cue, None where it is no verb or nobody is its subject. `cues` are those before it."""
    form = line.forms[line.tokens[index].word]
    left = skip_left(line, index)
    if form.shape == "bare" and left.passive:
        return None
    if form.shape == "participle" and (relayed := find_relayed(line, index, cues)):
        return relayed_cue(index, form, relayed)
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
        participle=form.shape == "participle" and not left.passive,
        speaker=speaker,
        opens=min(left.index, speaker.start) if speaker.start > index else opening_of(line, speaker),
    )


def relayed_cue(index: int, form: VerbForm, found: Relayed) -> Cue:
    """The verb at `index` with the one whose words someone else quotes: "the paper quoted Ann Lee as saying"."""
    return Cue(
        start=index,
        end=index + 1,
        kind=form.kind,
        base=form.base,
        stance=form.stance,
        participle=False,
        speaker=found.speaker,
        opens=min(found.speaker.start, found.relay.start if found.relay else index),
        relay=found.relay,
    )


def opening_of(line: Line, speaker: Phrase) -> int:
    """Where a clause starts whose subject is joined to the auxiliary before it: "a-t-il déclaré"."""
    before = speaker.start - 1
    joined = before >= 0 and line.tokens[speaker.start].word in line.words.clitics
    return before if joined and line.tokens[before].word in line.words.auxiliaries else speaker.start


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
    leads = line.roles[index + 1] in ("stop", "determiner", "pronoun") and behind.word not in line.words.genitive
    leads = leads or behind.word in line.words.infinitive or ends_in(behind.word, line.words.gerund_endings)
    return not behind.is_word or leads or (behind.is_capital and not line.words.nouns_capital)


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
    plural = plural or line.tokens[places[0]].word in line.words.plural_articles
    joined = any(line.roles[index] == "and" for index in range(speaker.start, speaker.head))
    return left.auxiliary or left.infinitive or plural or joined


def ends_head(line: Line, index: int) -> bool:
    """Whether the head of a noun phrase stands before a token: a preposition or a participle."""
    return line.roles[index] in ("preposition", "stop") or ends_in(line.tokens[index].word, line.words.gerund_endings)
