"""Small words by which a report of something dated is read: what bounds a date, what turns a sentence, what negates it.

In: a BCP 47 tag. Out: words in lower case. Never: content words.
"""

from functools import cache

from generator.language.loader import load
from generator.language.speech import speech
from generator.model import Record

Words = frozenset[str]
NOTICE = 60  # characters in which a notice names the text, and again in which it says what was done to it


class ReportWords(Record, frozen=True, kw_only=True):
    """A data file.

    `bounding` words directly before a date make it the border of a time ("since 2019"). `dating` words in its clause
    let it date what they name, not the predicate ("after the vote on Monday"). `negations` turn what is told,
    `denials` say that it is not so ("it is false that").
    `openings` are words before the first clause that a headline does without; before one of `clauses` it may end.
    `participles` are those that no ending shows. Before one of `tails`, prepositions, a long clause may end.
    Between the two words of `contrasts` stands what a sentence refuses, behind them what it puts in its place.
    Of what is `fixed` for a day ("is set for 14 June") one of `fixed_is` stands before the verb, one of `fixed_for`
    before the date. `own_versions` are phrases of a notice about the text itself; one of `amended` behind one of
    `own_texts` makes one too.
    `verb_second`: where a date stands first, the verb follows it, and without the date no clause is left.
    """

    bounding: tuple[str, ...] = ()
    dating: tuple[str, ...] = ()
    negations: Words = frozenset()
    denials: Words = frozenset()
    openings: Words = frozenset()
    clauses: Words = frozenset()
    participles: Words = frozenset()
    tails: Words = frozenset()
    contrasts: tuple[tuple[str, str], ...] = ()
    fixed: Words = frozenset()
    fixed_is: Words = frozenset()
    fixed_for: Words = frozenset()
    own_versions: tuple[str, ...] = ()
    own_texts: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
    verb_second: bool = False


@cache
def report_words(language: str) -> ReportWords:
    """The words of a language, empty where it has no file."""
    words: ReportWords = load("reports", language, ReportWords)
    return words


def is_negation(word: str, language: str) -> bool:
    """Whether a word in lower case turns what is told.

    >>> is_negation("isn't", "en"), is_negation("is", "en")
    (True, False)
    """
    return word in report_words(language).negations or word.endswith("n't")


@cache
def function_words(language: str) -> Words:
    """The words that carry no matter: articles, prepositions, auxiliaries, pronouns, conjunctions, words of time."""
    return structure_words(language) | speech(language).times


@cache
def structure_words(language: str) -> Words:
    """The same without the words of time, which tell something where one sentence is told twice."""
    words = speech(language)
    return (
        words.determiners
        | words.prepositions
        | words.auxiliaries
        | words.pronouns
        | words.conjunctions
        | words.subordinators
        | words.adverbs
        | words.infinitive
    )


def is_own_notice(wording: str, language: str) -> bool:
    """Whether a sentence, its words in lower case with single blanks, tells of the text in which it stands.

    >>> is_own_notice("an earlier version of this article misspelled ulm", "en"), is_own_notice("this article", "en")
    (True, False)
    """
    words, text = report_words(language), f" {wording} "
    if any(f" {phrase} " in text for phrase in words.own_versions):
        return True
    behind = next((text.partition(f" {own} ")[2] for own in words.own_texts if f" {own} " in text[:NOTICE]), "")
    return any(f" {word} " in f" {behind[:NOTICE]} " for word in words.amended)
