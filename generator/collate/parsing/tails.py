"""Where a long clause may end before its own end: before a relative, a participle or a preposition that adds to it.

What stands before such an end is a clause of its own: it has its main verb, and something behind that. Nothing is cut
off from within a name, a number or the reach of a negation, nor the content from a verb of saying.

In: a sentence's text, its language, where its headline begins. Out: offsets. Never: an end where the main verb may
still come; an end in a language whose lists do not name the words for it (German sets its clauses off by commas).
"""

import re
from collections.abc import Iterator, Sequence

from generator.collate.parsing.clauses import is_verb, is_verb_form
from generator.collate.shingles import WORD, fold
from generator.language.reports import report_words
from generator.language.speech import speech, verb_forms
from generator.language.telling import telling_words

ANNOUNCING = ("say", "tell", "ask", "show", "think")  # classes of verbs that nothing may be cut off from
CLOSING = ' \t\xa0”"»’'  # what may stand between a clause and its tail
GOVERNED = 2  # words behind a gerund among which its object stands: "making up lies"
NAME_WORDS = 2  # behind a preposition, of which one with a capital goes on with a name before it


def find_tails(text: str, language: str, start: int) -> Iterator[int]:
    """The offsets behind `start` at which the clause that begins there may end, in order."""
    words = list(WORD.finditer(text, start))
    folded = [fold(word.group()) for word in words]
    verbs = [number for number in range(1, len(words)) if is_predicate(words, folded, number, language)]
    lexicon = speech(language)
    side = next((number for number, word in enumerate(folded) if word in lexicon.relatives | lexicon.that), len(words))
    if not verbs or verbs[0] > side:
        return
    for number in range(2, len(words)):
        before = [at for at in verbs if at < number - 1]
        if not before or announces(folded[before[-1]], language) or is_negated(folded[:number], language):
            continue
        open_verb = is_verb_form(folded[number - 1], language) and not is_governed(folded, number - 1, language)
        opens = is_tail(text, words, folded, number, language) and not open_verb
        if opens and not goes_on(folded[number + 1 :], language):
            gap = text[words[number - 1].end() : words[number].start()]
            yield words[number - 1].end() + len(gap.rstrip())


def is_predicate(words: Sequence[re.Match[str]], folded: Sequence[str], number: int, language: str) -> bool:
    """Whether a word may be the verb of a clause: no name, no object of a gerund, no "built by" of a noun."""
    lexicon, is_name = speech(language), words[number].group()[0].isupper()
    by_whom = number + 1 < len(folded) and folded[number + 1] in lexicon.agent
    is_reduced = by_whom and folded[number - 1] not in lexicon.auxiliaries | lexicon.adverbs
    verbal = is_verb(folded[number], language) and not is_name and not is_reduced
    return verbal and not is_governed(folded, number, language)


def is_governed(folded: Sequence[str], number: int, language: str) -> bool:
    """Whether a word is the object of a gerund right before it: "lies" in "of making up lies"."""
    endings = speech(language).gerund_endings or ("\0",)
    return any(word.endswith(endings) for word in folded[max(0, number - GOVERNED) : number])


def is_tail(text: str, words: Sequence[re.Match[str]], folded: Sequence[str], number: int, language: str) -> bool:
    """Whether a word opens what only adds to the clause before it."""
    lexicon, word, before = speech(language), folded[number], folded[number - 1]
    if text[words[number - 1].end() : words[number].start()].strip(CLOSING):
        return False
    small = lexicon.prepositions | lexicon.determiners | lexicon.conjunctions | lexicon.infinitive | lexicon.auxiliaries
    if before in small | lexicon.adverbs or folded[number - 2] in lexicon.infinitive | lexicon.auxiliaries:
        return False
    if word in report_words(language).tails:
        joined = not lexicon.conjunctions.isdisjoint(folded[:number])
        if joined and number + 1 < len(words) and folded[number + 1] in lexicon.relatives:  # "and the day on which"
            return False
        return not is_within_name(words, number) and not is_within_number(words, number)
    endings = lexicon.gerund_endings or ("\0",)
    if number + 2 < len(words) and word in lexicon.conjunctions - lexicon.contrasts:  # "of making bread and selling it"
        return folded[number + 1].endswith(endings) and any(one.endswith(endings) for one in folded[:number])
    gerund = word.endswith(endings) and words[number].group()[0].islower()
    return word in lexicon.that or (gerund and number + 2 < len(words))


def is_within_name(words: Sequence[re.Match[str]], number: int) -> bool:
    """Whether words with capitals stand on both sides: "the Church in Ulm"."""
    behind = [word.group()[0] for word in words[number + 1 : number + 1 + NAME_WORDS]]
    return words[number - 1].group()[0].isupper() and any(letter.isupper() for letter in behind)


def is_within_number(words: Sequence[re.Match[str]], number: int) -> bool:
    """Whether figures stand on both sides: "7 in 10"."""
    behind = words[number + 1].group()[0] if number + 1 < len(words) else ""
    return words[number - 1].group()[-1].isdigit() and behind.isdigit()


def is_negated(words: Sequence[str], language: str) -> bool:
    """Whether what goes before says that something is not so: of what, the tail may say."""
    negations = report_words(language).negations | telling_words(language).never
    return any(word in negations or word.endswith("n't") for word in words)


def goes_on(words: Sequence[str], language: str) -> bool:
    """Whether the main verb may stand behind the tail: "members sent to work in the valley were caught"."""
    lexicon, telling = speech(language), telling_words(language)
    openers = lexicon.relatives | lexicon.subordinators | lexicon.that | lexicon.pronouns | lexicon.conjunctions
    nominal = lexicon.determiners | lexicon.prepositions | lexicon.infinitive
    for number, word in enumerate(words):
        if word in openers:
            return False
        if word in lexicon.auxiliaries or (word in telling.past and word not in telling.participles):
            return True
        if number and word in telling.off and words[number - 1] not in nominal:
            return True
    return False


def announces(word: str, language: str) -> bool:
    """Whether a verb announces what somebody says, shows or thinks."""
    form = verb_forms(language).get(word)
    return form is not None and form.kind in ANNOUNCING
