"""The date of what a sentence tells, among the dates that stand in it.

In: a sentence, its dates and quotations, its main verb. Out: a date; whether words say when it was without one. Never:
a date from somebody's own words or from a plan that somebody tells.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator import edtf
from generator.collate.parsing.acts import Act, is_saying
from generator.collate.parsing.clauses import first_word
from generator.collate.parsing.predicates import dates_predicate, is_bound
from generator.collate.shingles import WORD, fold
from generator.language.dates import speaks_of_future
from generator.language.speech import speech, verb_forms
from generator.language.telling import may_be_past, telling_words
from generator.model import DateFinding, Quote, Sentence
from generator.spans import overlap

TIMING = {"DATE", "TIME", "SET", "DURATION"}  # types of expressions that say when, or for how long before a verb
CONTENT = ("say", "tell")  # classes of verbs whose content has a time of its own
NOW = "PRESENT_REF"  # the value of those that say no more than that it is so now
OPENING_WORDS = 3  # before a date with which a sentence opens
SHARPNESS = {"day": 0, "month": 1, "range": 2, "year": 3, "none": 4}
DAY_WITHOUT_YEAR = re.compile(r"XXXX-\d\d-\d\d")


def find_date(sentence: Sentence, dates: Sequence[DateFinding], quotes: Sequence[Quote]) -> DateFinding | None:
    """The date of the sentence's predicate: the sharpest one that dates neither a noun nor a border of time."""
    return sharpest(list_predicate_dates(sentence, dates, quotes))


def find_subject_date(
    sentence: Sentence, act: Act | None, dates: Sequence[DateFinding], marked: Sequence[Quote]
) -> DateFinding | None:
    """The date of what says something: "The letter, which was sent in May, claimed".

    It stands behind a subject with an article, in a clause with a verb of its own, before a verb of saying.
    """
    if act is None or act.passive or not is_saying(act.verb, sentence.language):
        return None
    outside = (date for date in dates if not any(overlap(date, quote) for quote in marked))
    before = [date for date in outside if date.end <= sentence.start + act.start]
    words = [fold(word.group()) for word in WORD.finditer(sentence.text, 0, act.start)]
    language = sentence.language
    if not before or not words or words[0] not in speech(language).determiners:
        return None
    made = any(may_be_past(word, language) for word in words[1:])
    bound = is_bound(sentence.text[: before[0].start - sentence.start], language)
    return sharpest(before) if made and not bound else None


def list_predicate_dates(
    sentence: Sentence, dates: Sequence[DateFinding], quotes: Sequence[Quote]
) -> Iterator[DateFinding]:
    """The dates of the sentence's predicate that stand in nobody's own words and in no plan that is told."""
    marked, contents = list_marked(quotes), [quote for quote in quotes if quote.kind == "indirect"]
    for date in dates:
        held = any(overlap(date, quote) for quote in marked) or is_plan(sentence, date, contents)
        held = held or is_of_content(sentence, date, contents)
        if not held and dates_predicate(sentence, date):
            yield date


def is_loosely_dated(
    sentence: Sentence, act: Act | None, dates: Sequence[DateFinding], quotes: Sequence[Quote]
) -> bool:
    """Whether words say when it was without a place in time: "recently", "every Tuesday", "When the mill was young"."""
    if first_word(sentence.text) in telling_words(sentence.language).when:
        return True
    said = [quote for quote in quotes if quote.kind != "scare"]
    timing = [
        date
        for date in dates
        if date.type in TIMING and date.value != NOW and not any(overlap(date, quote) for quote in said)
        if date.type != "SET" or first_word(date.text) in speech(sentence.language).determiners
    ]
    lasting = [date for date in timing if date.type == "DURATION"]
    if any(lasts(sentence, date, act) for date in lasting):
        return True
    return any(opens_with(sentence, date) or dates_predicate(sentence, date) for date in timing if date not in lasting)


def lasts(sentence: Sentence, date: DateFinding, act: Act | None) -> bool:
    """Whether a length of time before the main verb says that it went on: "Lee for months refused"."""
    before = act is not None and date.end <= sentence.start + act.start
    return before and is_bound(sentence.text[: max(0, date.start - sentence.start)], sentence.language)


def opens_with(sentence: Sentence, date: DateFinding) -> bool:
    """Whether the sentence opens with the date and its preposition."""
    before = [fold(word.group()) for word in WORD.finditer(sentence.text[: max(0, date.start - sentence.start)])]
    return 0 < len(before) <= OPENING_WORDS and before[0] in speech(sentence.language).prepositions


def is_plan(sentence: Sentence, date: DateFinding, contents: Sequence[Quote]) -> bool:
    """Whether a date stands in what somebody says of the future: "said that the bridge will open in May"."""
    before = [content.end for content in contents if content.end <= date.start]
    return any(
        overlap(date, content)
        and speaks_of_future(
            sentence.text[max(content.start, sentence.start, *before) - sentence.start : date.end - sentence.start],
            sentence.language,
        )
        for content in contents
    )


def is_of_content(sentence: Sentence, date: DateFinding, contents: Iterable[Quote]) -> bool:
    """Whether a date stands behind a past verb in what a verb before it says was so: "said he sold it last year"."""
    for content in contents:
        start = max(0, content.start - sentence.start)
        said = any(is_cue(word, sentence.language) for word in fold_words(sentence.text[:start]))
        if said and overlap(date, content):
            before = fold_words(sentence.text[start : max(0, date.start - sentence.start)])
            return any(may_be_past(word, sentence.language) for word in before)
    return False


def is_cue(word: str, language: str) -> bool:
    """Whether a word says that something is said, as a main verb does."""
    form = verb_forms(language).get(word)
    return form is not None and form.shape == "finite" and form.kind in CONTENT


def fold_words(text: str) -> list[str]:
    """The words of a text as lists have them."""
    return [fold(word.group()) for word in WORD.finditer(text)]


def sharpest(dates: Iterable[DateFinding]) -> DateFinding | None:
    """The sharpest of the dates and times that have a place in time, of equal ones the first."""
    usable = [date for date in dates if date.type in {"DATE", "TIME"} and is_placed(date.edtf)]
    return min(usable, key=lambda date: (SHARPNESS[edtf.precision(date.edtf)], date.start), default=None)


def is_placed(value: str | None) -> bool:
    """Whether a date has its place in time, or is a day whose year alone is not known."""
    return value is not None and (edtf.precision(value) != "none" or DAY_WITHOUT_YEAR.fullmatch(value) is not None)


def list_marked(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotations in quotation marks."""
    return [quote for quote in quotes if quote.kind != "indirect"]
