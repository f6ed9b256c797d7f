"""Who is the subject of a sentence whose main verb accuses, denies, declares or says.

In: a sentence, its quotations, the mentions in it. Out: whether its main verb is one of saying, and whose saying it is.
Never: takes an actor for the subject that only stands near the verb.
"""

from collections.abc import Sequence

from generator.collate.casting.actors import Cast
from generator.collate.parsing.clauses import is_verb
from generator.collate.shingles import WORD, fold
from generator.language.reports import function_words
from generator.language.speech import speech, verb_forms
from generator.model import Mention, Quote, Sentence

SAYING = {"say", "tell", "ask", "deny", "judge"}  # the classes of verbs that make a sentence a statement
SUBJECT_WORDS = 14  # before the main verb; a verb further on is that of another clause


def find_subject(
    sentence: Sentence, quotes: Sequence[Quote], mentions: Sequence[Mention], cast: Cast, start: int
) -> tuple[bool, str | None]:
    """Whether the first verb from `start` on (of the source) is one of saying, and the actor that is its subject."""
    verb = find_verb(sentence, quotes, start)
    if verb is None:
        return False, None
    if speaker := speaker_by_cue(quotes, verb):
        return True, speaker
    for mention in mentions:
        if mention.end <= verb and is_subject(sentence, mention, verb):
            return True, cast.ids.get((mention.source, mention.candidate))
    return True, None


def speaker_by_cue(quotes: Sequence[Quote], verb: int) -> str | None:
    """Who speaks in the quotations that the verb introduces, None where that is not one actor."""
    cued = (quote for quote in quotes if quote.cue_span and quote.cue_span.start <= verb < quote.cue_span.end)
    speakers = {quote.speaker for quote in cued}
    return speakers.pop() if len(speakers) == 1 else None


def find_verb(sentence: Sentence, quotes: Sequence[Quote], begin: int) -> int | None:
    """Where the first verb from `begin` on stands if it is one of saying, None if it is not; offsets of the source."""
    words, forms = speech(sentence.language), verb_forms(sentence.language)
    before, determined = "", False
    for number, word in enumerate(WORD.finditer(sentence.text, begin - sentence.start)):
        start, text = sentence.start + word.start(), fold(word.group())
        form, is_adjective = forms.get(text), determined
        determined = text in words.determiners or (determined and text.endswith(words.adverb_endings or ("\0",)))
        if any(quote.start <= start < quote.end for quote in quotes if quote.kind != "indirect"):
            continue
        if form and form.shape == "finite" and form.kind in SAYING and text not in words.also_nouns:
            return None if before in words.conjunctions | words.passive or is_adjective else start
        is_other_verb = is_verb(text, sentence.language) and text not in words.auxiliaries and not is_adjective
        if number > SUBJECT_WORDS or text in words.relatives or (is_other_verb and word.group()[0].islower()):
            return None
        before = text
    return None


def is_subject(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a mention before the verb is its subject: directly before it, or at the start of the sentence."""
    words, empty = speech(sentence.language), function_words(sentence.language)
    before = [fold(word.group()) for word in WORD.finditer(sentence.text[: mention.start - sentence.start])]
    while before and before[-1] in words.determiners:
        before.pop()
    if before and before[-1] in words.prepositions:
        return False
    gap = sentence.text[mention.end - sentence.start : verb - sentence.start]
    between = [fold(word.group()) for word in WORD.finditer(gap)]
    if "," not in gap and all(word in empty for word in between):
        return True
    return not before and bool(between) and between[0] in empty
