"""Whether a date in a sentence is that of its predicate, and not of a noun, a side clause or a border of time.

In: a sentence, a date in it. Out: a truth value. Never: resolves a date, takes one that words beside it bind elsewhere.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from generator.collate.parsing.clauses import Piece, divide, first_word, is_verb
from generator.collate.shingles import WORD, fold
from generator.language.dates import ATTRIBUTE
from generator.language.names import name_words
from generator.language.reports import function_words, is_negation, report_words
from generator.language.speech import speech, verb_forms
from generator.language.telling import may_be_past, telling_words
from generator.model import DateFinding, Sentence

AGENCY_LINE = re.compile(r"\W*(?:\([^)]{1,40}\)\s*)?(?:[—–]|--? )")
POSSESSIVE = re.compile(r"['’]s?\b")
LAST_WORD = re.compile(r"([\w’'-]+)\s*$")
SAYING_WORDS = range(3, 6)  # of an article, who says so, the verb
FIXED_WORDS = 4  # before the preposition of a date, or behind the date, in which what is fixed for it stands
NOUN_WORDS = 4  # of a noun with its article
NEXT_WORD = re.compile(r"\s+([\w’'-]+)")


def dates_predicate(sentence: Sentence, date: DateFinding) -> bool:
    """Whether the date is one of the sentence's main clause, as far as the words beside it tell."""
    text, language = sentence.text, sentence.language
    first, last = max(0, date.start - sentence.start), date.end - sentence.start
    piece = next(piece for piece in divide(text, language, [(first, last)]) if first < piece.end)
    before, after = text[piece.start : first], text[last:]
    if is_plain(piece, before, language) and date.rule != ATTRIBUTE and is_fixed_for(text[:first], after, language):
        return True
    elsewhere = piece.kind == "side" or date.rule == ATTRIBUTE or is_agency_line(text[:first], after)
    if elsewhere or is_bound(before, language) or POSSESSIVE.search(date.text[-2:] + after[:2]):
        return False
    opener, words = first_word(before), speech(language)
    if piece.kind == "phrase" and piece.start:  # with an article it explains a noun: ", the third in 2019"
        return opener not in words.determiners or is_saying_at_end(before, text[last:], language)
    if piece.kind == "phrase" and opener in words.prepositions:  # "At a May 3 meeting, the guild ..."
        return True
    if is_of_contact_clause(before, language):
        return False
    of_noun = is_attribute(before, after, language) or is_of_participle(before, text[last : piece.end], language)
    return opens_second_clause(before, language) or not of_noun


def is_plain(piece: Piece, before: str, language: str) -> bool:
    """Whether a piece is of the main clause; a preposition that may open a side clause opens none before a date."""
    return piece.kind != "side" or first_word(before) in report_words(language).fixed_for


def is_fixed_for(before: str, after: str, language: str) -> bool:
    """Whether a verb says that something is to be on the date: "is set for 14 June", "ist für den 14. Juni angesetzt".

    Not where it was so once ("was set for"), for then it may have come otherwise.
    """
    lexicon = report_words(language)
    words = [fold(word.group()) for word in WORD.finditer(before)]
    while words and words[-1] in speech(language).determiners - lexicon.fixed_for:
        words.pop()
    *words, leads = words or [""]
    here = words[-FIXED_WORDS:]
    stands_before = bool(here) and here[-1] in lexicon.fixed
    behind = [fold(word.group()) for word in islice(WORD.finditer(after), FIXED_WORDS)]
    is_so = not lexicon.fixed_is.isdisjoint(here) and speech(language).relatives.isdisjoint(here)
    is_so = is_so and not any(is_negation(word, language) for word in here)
    return leads in lexicon.fixed_for and is_so and (stands_before or may_close(behind, language))


def may_close(behind: Sequence[str], language: str) -> bool:
    """Whether the words behind a date hold what is fixed for it, in a language that puts it there."""
    closes = bool(telling_words(language).closing)
    return closes and not report_words(language).fixed.isdisjoint(behind)


def is_saying_at_end(before: str, after: str, language: str) -> bool:
    """Whether a date ends a sentence that closes with who says so: ", the company announced on Friday"."""
    said = [fold(word.group()) for word in WORD.finditer(before)]
    if said and said[-1] in speech(language).prepositions:
        said.pop()
    form = verb_forms(language).get(said[-1]) if len(said) in SAYING_WORDS else None
    if WORD.search(after) or form is None or form.shape != "finite" or form.kind not in ("say", "tell"):
        return False
    lexicon, noun = name_words(language), said[-2]
    return not (lexicon.roles | lexicon.bodies | lexicon.people_nouns).isdisjoint((noun, *singulars(noun)))


def singulars(noun: str) -> tuple[str, str]:
    """What an English plural may be the plural of."""
    return noun.removesuffix("s"), f"{noun.removesuffix('ies')}y"


def is_bound(before: str, language: str) -> bool:
    """Whether the words before a date in its clause make it a border of time, or date what they name."""
    bounding, dating = boundaries(language)
    return any(pattern is not None and pattern.search(before.casefold()) for pattern in (bounding, dating))


@cache
def boundaries(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What finds a bounding word directly before a date, and a dating word anywhere before it."""
    words = report_words(language)
    bounding, dating = ("|".join(map(re.escape, some)) for some in (words.bounding, words.dating))
    return (
        re.compile(rf"(?<!\w)(?:{bounding})\s+(?:the\s+)?$") if bounding else None,
        re.compile(rf"(?<!\w)(?:{dating})(?!\w)") if dating else None,
    )


def is_attribute(before: str, after: str, language: str) -> bool:
    """Whether the date stands before a noun as its attribute: "the 2019 report", "its January decision"."""
    last, following = LAST_WORD.search(before), NEXT_WORD.match(after)
    if last is None or following is None:
        return False
    determined = last[1].casefold() in speech(language).determiners or POSSESSIVE.search(last[1]) is not None
    return determined and following[1].casefold() not in function_words(language)


def is_of_participle(before: str, after: str, language: str) -> bool:
    """Whether the last verb before the date is of a noun: "the deal reached in 1991", "papers found in May show"."""
    words = [fold(word.group()) for word in WORD.finditer(before)]
    verbs = [number for number, word in enumerate(words) if is_verb(word, language)]
    if not verbs or not words[verbs[-1]].endswith(speech(language).verb_endings or ("\0",)):
        return False
    if len(verbs) == 1:
        return is_verb(first_word(after), language)
    lexicon = speech(language)
    finite = lexicon.auxiliaries | lexicon.conjunctions | lexicon.pronouns | lexicon.that
    return not finite.intersection(words[max(0, verbs[-1] - 2) : verbs[-1]])


def is_of_contact_clause(before: str, language: str) -> bool:
    """Whether the words before a date end in a clause that needs no word to open it: "the fires he set on Monday"."""
    words = [fold(word.group()) for word in WORD.finditer(before)]
    small, empty = speech(language), function_words(language)
    opening = (small.persons | small.plurals) & small.pronouns
    for number in range(2, len(words) - 1):
        opens = words[number] in opening and may_be_past(words[number + 1], language)
        determined = not small.determiners.isdisjoint(words[max(0, number - NOUN_WORDS) : number - 1])
        ends = not small.conjunctions.isdisjoint(words[number:])
        if opens and determined and not ends and words[number - 1] not in empty | small.that | small.relatives:
            return True
    return False


def is_agency_line(before: str, after: str) -> bool:
    """Whether place and date open the text as agencies have it: "ULM, Jan. 5 (Agency) — The mill ..."."""
    names = all(word[0].isupper() for word in before.split() if word[0].isalpha())
    return names and AGENCY_LINE.match(after) is not None


def opens_second_clause(before: str, language: str) -> bool:
    """Whether the words before a date end as in "closed the mill and on"."""
    words = speech(language)
    last = [fold(word.group()) for word in WORD.finditer(before)][-2:]
    if last and last[-1] in words.prepositions:
        last.pop()
    return bool(last) and last[-1] in words.conjunctions
