"""What the main verb of a sentence tells: an act that is past, one that has just come to be so, or neither.

In: a sentence, the words in it that are someone's own, its dates. Out: the verb with its place. Never: an act from a
plan, a state, a habit, a denial, a verb inside quotation marks; a guess where no list knows the verb.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from generator.collate.parsing.clauses import Piece, divide
from generator.collate.shingles import WORD, fold
from generator.language.speech import speech, verb_forms
from generator.language.telling import ends_with, is_regular, knows_tenses, may_be_past, telling_words
from generator.language.telling import is_participle as is_past_participle
from generator.model import Sentence, Span

ActKind = Literal["past", "perfect"]
NEAR = 4  # words behind an auxiliary in which its participle stands
SUBJECT_WORDS = 30  # before the main verb: a verb further on is that of another clause
LONGEST_WORD = 60  # characters
CLOSING_WORDS = 2  # at the end of a clause, participle and "been"
HABIT = 2  # words beside a verb in which one of habit or denial stands


class Act(NamedTuple):
    """The main verb that tells an act: its word, half-open offsets in the sentence, and where its clause begins."""

    kind: ActKind
    verb: str
    start: int
    end: int
    clause: int
    passive: bool


class Token(NamedTuple):
    """A word with its place in the sentence; `name` says that it has a capital and is not the first."""

    text: str
    start: int
    end: int
    name: bool


def find_act(sentence: Sentence, quoted: Iterable[Span], dates: Iterable[Span]) -> Act | None:
    """The act that the sentence's main verb tells, None where it tells none or nothing is known of its language.

    `quoted` are the direct quotations that touch it.
    """
    if not knows_tenses(sentence.language):
        return None
    text = without(sentence, quoted)
    places = [(date.start - sentence.start, date.end - sentence.start) for date in dates]
    pieces = [piece for piece in divide(text, sentence.language, places) if piece.kind != "side"]
    has_subject = False
    for number, piece in enumerate(pieces):
        tokens = list_tokens(text, piece.start, piece.end)
        if is_opening(tokens, sentence.language, is_first=number == 0) and number + 1 < len(pieces):
            continue
        found = find_verb(tokens, sentence.language, needs_subject=number == 0 and text == sentence.text)
        later = (list_tokens(text, *one[:2]) for one in pieces[number + 1 :])
        if found == 0 and is_participle(tokens[0], sentence.language) and any(has_main(one, sentence) for one in later):
            continue
        behind = (list_tokens(text, *one[:2]) for one in pieces[number + 1 :])
        if found and has_subject and is_apposed(tokens, found, behind, sentence.language):
            continue
        if found is not None:
            return read_act(tokens, found, piece, sentence.language)
        has_subject = True
    return None


def is_participle(token: Token, language: str) -> bool:
    """Whether a word may be a past participle."""
    return is_regular(token.text, language) or is_past_participle(token.text, language)


def has_main(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a piece has a verb that can only be a main one."""
    return any(is_plainly_finite(tokens, number, sentence.language) for number in range(len(tokens)) if number)


def is_apposed(tokens: Sequence[Token], found: int, later: Iterable[Sequence[Token]], language: str) -> bool:
    """Whether a piece only explains the subject before it, by a participle: "Lee, a baker raised in Ulm, is"."""
    explains = tokens[0].text in speech(language).determiners and is_participle(tokens[found], language)
    return explains and any(one and not one[0].name and is_verbal(one[0].text, language) for one in later)


def find_act_within(text: str, start: int, end: int, language: str) -> bool:
    """Whether a clause of a sentence has a verb that tells an act as past."""
    tokens = list_tokens(text, start, end)
    numbers = (n for n, token in enumerate(tokens) if not token.name and is_verbal(token.text, language))
    number = next((n for n in numbers if not is_attribute(tokens, n, language)), None)
    if number is None or (number == 0 and is_opening(tokens, language, is_first=start == 0)):
        return False
    act = read_act(tokens, number, Piece(start, end, "main"), language)
    return act is not None and act.kind == "past"


def is_participial(clause: str, language: str) -> bool:
    """Whether a clause begins with a participle: ", born in Ulm on 3 May 1955,"."""
    words = [fold(word.group()) for word in WORD.finditer(clause[:LONGEST_WORD])]
    opens = bool(words) and (words[0] in telling_words(language).participles or is_regular(words[0], language))
    return opens and words[0] not in telling_words(language).passive_states


def without(sentence: Sentence, quoted: Iterable[Span]) -> str:
    """The text of the sentence with blanks in place of what is quoted."""
    text = sentence.text
    for span in quoted:
        start, end = max(0, span.start - sentence.start), min(len(text), span.end - sentence.start)
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def list_tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of a sentence."""
    first = WORD.search(text)
    return [
        Token(fold(word.group()), word.start(), word.end(), word.group()[0].isupper() and word.start() != first.start())
        for word in WORD.finditer(text, start, end)
        if first is not None
    ]


def is_opening(tokens: Sequence[Token], language: str, *, is_first: bool) -> bool:
    """Whether a piece only leads up to the main clause: a preposition opens it, or it is the first and a participle
    does."""
    if not tokens:
        return True
    words, first = speech(language), tokens[0].text
    gerund = first.endswith(words.gerund_endings or ("\0",)) and not tokens[0].name
    participle = is_first and is_regular(first, language)
    return first in words.prepositions or first in words.subordinators or gerund or participle


def find_verb(tokens: Sequence[Token], language: str, *, needs_subject: bool) -> int | None:
    """The number of the token that is the main verb, None where a relative clause or nothing comes first."""
    words = speech(language)
    for number, token in enumerate(tokens[:SUBJECT_WORDS]):
        if token.text in words.relatives and number:
            return None
        if token.name or not is_verbal(token.text, language):
            continue
        if is_attribute(tokens, number, language) or (needs_subject and number == 0):
            continue
        if is_reduced(tokens, number, language):
            continue
        return number
    return None


def is_verbal(word: str, language: str) -> bool:
    """Whether a word can be a finite verb, of whatever tense."""
    words = telling_words(language)
    finite = (words.past, words.perfect, words.be_past, words.compound, words.being)
    return any(word in some for some in finite) or is_regular(word, language) or is_off(word, language)


def is_off(word: str, language: str) -> bool:
    """Whether a word tells the present, a plan or a wish: such an auxiliary, or a verb of saying that is not past."""
    words, form = telling_words(language), verb_forms(language).get(word)
    is_past = may_be_past(word, language)
    reports = form is not None and form.shape != "participle" and word not in speech(language).also_nouns
    return word in words.off or (reports and not is_past)


def is_attribute(tokens: Sequence[Token], number: int, language: str) -> bool:
    """Whether the word stands where no verb does: behind an article, a preposition or "to"."""
    if number == 0:
        return False
    words, before = speech(language), tokens[number - 1].text
    if before in words.persons or before in words.pronouns:
        return False
    small = (words.determiners, words.prepositions, words.infinitive)
    return any(before in some for some in small) or before.endswith("'s")


def is_reduced(tokens: Sequence[Token], number: int, language: str) -> bool:
    """Whether a form that may be a participle belongs to a noun: "the tower built by the guild fell"."""
    if not is_participle(tokens[number], language):
        return False
    rest = tokens[number + 1 :]
    by_whom = bool(rest) and rest[0].text in speech(language).agent
    if by_whom and not (len(rest) > 1 and rest[1].text.endswith(speech(language).gerund_endings or ("\0",))):
        return True
    if number and (tokens[number - 1].name or tokens[number - 1].text in speech(language).pronouns):
        return False
    return any(is_plainly_finite(rest, at, language) for at in range(min(len(rest), SUBJECT_WORDS)))


def is_plainly_finite(tokens: Sequence[Token], number: int, language: str) -> bool:
    """Whether a later word can only be a main verb to which the words before it are the subject."""
    words, small = telling_words(language), speech(language)
    before = {token.text for token in tokens[:number]}
    if tokens[number].name or before & (small.conjunctions | small.subordinators | small.relatives | small.pronouns):
        return False
    word = tokens[number].text
    return word in small.auxiliaries or (word in words.past and word not in words.participles)


def read_act(tokens: Sequence[Token], number: int, piece: Piece, language: str) -> Act | None:
    """The act that the main verb tells, with its auxiliaries."""
    words, verb = telling_words(language), tokens[number]
    behind = len(tokens) if words.closing else number + 1 + HABIT
    around = {token.text for token in tokens[max(0, number - HABIT) : behind]}
    if is_off(verb.text, language) and verb.text not in words.perfect:
        return None
    if around & words.never or any(word.endswith("n't") for word in around):
        return None
    if verb.text in words.perfect | words.be_past | words.compound | words.being:
        return read_auxiliary(tokens, number, piece, language)
    if verb.text in words.states or around & words.habits:
        return None
    return Act("past", verb.text, verb.start, verb.end, piece.start, passive=False)


def read_auxiliary(tokens: Sequence[Token], number: int, piece: Piece, language: str) -> Act | None:
    """The act of "was opened", "has opened", "has been opened"; None for states and for what goes on."""
    words, auxiliary = telling_words(language), tokens[number]
    passive = auxiliary.text in words.be_past
    for token in list_behind(tokens, number, language):
        if token.text in words.be_other:
            passive = True
        elif may_be_past(token.text, language) or ends_with(token.text, words.closing):
            is_state = token.text in (words.passive_states if passive else words.states)
            is_now = auxiliary.text in words.being and not passive and token.text not in words.motions
            kind: ActKind = "perfect" if auxiliary.text in words.perfect else "past"
            act = Act(kind, token.text, auxiliary.start, token.end, piece.start, passive)
            return None if is_state or is_now else act
        elif not is_adverb(token.text, language):
            return None
    return None


def list_behind(tokens: Sequence[Token], number: int, language: str) -> Sequence[Token]:
    """The words among which the participle of an auxiliary stands; where a clause ends with it, from the end."""
    if not telling_words(language).closing:
        return tokens[number + 1 : number + 1 + NEAR]
    behind = [token for token in tokens[number + 1 :] if not token.name][-CLOSING_WORDS:]
    is_infinitive = any(token.text in telling_words(language).infinitive for token in behind)
    return () if is_infinitive or not behind or tokens[-1].name else behind[::-1]


def is_adverb(word: str, language: str) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    words = speech(language)
    return word in words.adverbs or word.endswith(words.adverb_endings or ("\0",))


def is_saying(verb: str, language: str) -> bool:
    """Whether a verb tells that something is said."""
    form = verb_forms(language).get(verb)
    return form is not None and form.kind in {"say", "tell", "ask", "deny", "judge"}
