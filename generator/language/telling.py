"""The verb forms by which a sentence tells an act as past, and the words that speak against it.

Read are English, the French and Italian compound past, the Italian, Spanish and Portuguese simple past, both pasts of
German. Left out, as their forms are those of the present or of nouns too: the French simple past, the German one and
the Portuguese plural in -eram and -iram but for verbs that are listed; all that tells what lasted ("fermait").

In: a BCP 47 tag. Out: words in lower case. Never: a past from an ending that a present has; where a language has no
file, nothing is known of its tenses and no sentence of it tells an act.
"""

from functools import cache

from generator.language.loader import load
from generator.model import Record

Words = frozenset[str]
NONE: Words = frozenset()
SHORTEST_STEM = 2  # letters before an ending: "bed" and "red" are no verbs


class TellingWords(Record, frozen=True, kw_only=True):
    """A data file.

    `past` are finite forms that no ending shows, `participles` such participles; `endings` those of all others, but
    `not_verbs`. `states` are past forms that tell no act, `passive_states` participles that tell none behind one of
    `be_past`. `be_other` stands between an auxiliary of the `perfect` and a participle. `compound` are auxiliaries that
    tell an ordinary past with a participle, `being` those that do so with one of `motions` alone, being a passive of
    the present with all others. `participle_endings` are those of forms that are nothing but participles, `closing`
    those of the participle at the end of a clause, where a language puts it there, `infinitive` what makes it none.
    Where one of `off` is the verb, the sentence tells no act of the past: modals, the present, auxiliaries of denial.
    `never` and `habits` beside a
    verb take its act away. `goes_on` are adverbs of the next thing. `persons` are pronouns of one person as subjects.
    `when` opens a clause that says when it was. `definite` are articles and the like before what has been named.
    `back` beside a verb and `back_phrases` tell of another time than what stands before. `harms` are past forms of
    deaths and injuries, `harming` the other words for them, `births` participles behind whose day nothing goes on,
    `lives` past forms and participles of what else happens once in a life, at any time.
    """

    past: Words = NONE
    endings: tuple[str, ...] = ()
    participles: Words = NONE
    not_verbs: Words = NONE
    states: Words = NONE
    passive_states: Words = NONE
    be_past: Words = NONE
    be_other: Words = NONE
    perfect: Words = NONE
    compound: Words = NONE
    being: Words = NONE
    motions: Words = NONE
    participle_endings: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    infinitive: Words = NONE
    off: Words = NONE
    never: Words = NONE
    habits: Words = NONE
    goes_on: Words = NONE
    persons: Words = NONE
    when: Words = NONE
    definite: Words = NONE
    back: Words = NONE
    back_phrases: tuple[str, ...] = ()
    harms: Words = NONE
    harming: Words = NONE
    births: Words = NONE
    lives: Words = NONE


@cache
def telling_words(language: str) -> TellingWords:
    """The words of a language, empty where it has no file."""
    words: TellingWords = load("telling", language, TellingWords)
    return words


def may_be_past(word: str, language: str) -> bool:
    """Whether a word in lower case may be a verb in the past, finite or a participle.

    >>> may_be_past("opened", "en"), may_be_past("wrote", "en"), may_be_past("hundred", "en"), may_be_past("open", "en")
    (True, True, False, False)
    """
    words = telling_words(language)
    return word in words.past or is_regular(word, language) or is_participle(word, language)


def is_participle(word: str, language: str) -> bool:
    """Whether a word that is no finite form may be a past participle.

    >>> is_participle("fermé", "fr"), is_participle("written", "en"), is_participle("ferme", "fr")
    (True, True, False)
    """
    words = telling_words(language)
    return word in words.participles or (ends_with(word, words.participle_endings) and word not in words.not_verbs)


def ends_with(word: str, endings: tuple[str, ...]) -> bool:
    """Whether a word has one of the endings behind a stem."""
    return any(len(word) >= len(end) + SHORTEST_STEM and word.endswith(end) for end in endings)


def knows_tenses(language: str) -> bool:
    """Whether anything is known of how the language tells the past."""
    words = telling_words(language)
    return bool(words.endings or words.past)


def is_regular(word: str, language: str) -> bool:
    """Whether a word has the ending of a past form."""
    words = telling_words(language)
    return ends_with(word, words.endings) and word not in words.not_verbs
