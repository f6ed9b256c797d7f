"""Quantities: a number with what it counts or measures, and how it is hedged.

A number without a unit is left alone, and so is one that belongs to a date, a name, an age, a list or a telephone.

In: a source, its sentences, date expressions and mentions. Out: quantities in text order, none overlapping.
Never: compares, sees another source, supplies a unit that is not printed.
"""

from collections.abc import Iterator, Sequence

from generator.annotate.figure_tokens import (
    Number,
    Token,
    phrase_at,
    phrase_before,
    read_number,
    tokenise,
    words_of,
)
from generator.annotate.figure_units import find_unit
from generator.language.figures import FigureWords, figure_words, signs
from generator.language.reports import function_words
from generator.language.speech import speech
from generator.model import DateExpression, Mention, Quantity, Sentence, Source, Span
from generator.spans import cut, within

FIRST_YEAR, LAST_YEAR = 1500, 2100  # what a number of four digits without a mark may be as a year
DIGITS_OF_YEAR = 4
FIRST_OF_NAMES = 1900  # years that stand in the names of games, prizes, models
JOINING = frozenset("-–‑—/:.,_@#+=*&^'’")  # directly beside a number, they make it a score, a list number, a version
PHONE_DIGITS = 3  # of the next group of digits from which on two groups are a telephone number or a code
DASHES = frozenset("-–")
TIMES = {"second", "minute", "hour", "day", "week", "month", "year", "decade"}


def find_figures(
    source: Source,
    sentences: Sequence[Sentence],
    expressions: Sequence[DateExpression],
    mentions: Sequence[Mention],
) -> tuple[Quantity, ...]:
    """The quantities of the sentences, sorted by start."""
    found: list[Quantity] = []
    for sentence in sentences:
        if figure_words(sentence.language).head is not None and may_hold(sentence):
            taken = [*within(expressions, sentence.start, sentence.end)]
            found += find_in_sentence(source, sentence, taken, within(mentions, sentence.start, sentence.end))
    return tuple(found)


def may_hold(sentence: Sentence) -> bool:
    """Whether the sentence is worth reading: captions say when and by whom, not how many."""
    return sentence.role != "caption"


def find_in_sentence(
    source: Source, sentence: Sentence, dates: Sequence[DateExpression], names: Sequence[Span]
) -> Iterator[Quantity]:
    """The quantities of one sentence."""
    language, words = sentence.language, figure_words(sentence.language)
    tokens = tokenise(sentence.text, language)
    at, floor = 0, 0  # the next token, and the first that no quantity has taken
    while at < len(tokens):
        number = read_number(tokens, at, language)
        if number is None:
            at += 1
            continue
        other = is_no_figure(tokens, at, number, words, sentence, names)
        found = [] if other else [one for one in read(tokens, at, number, sentence) if one[0] >= floor]
        figures = [make(source, sentence, tokens, one) for one in found]
        yield from (one for one in figures if not is_date(one, dates))
        floor = max([floor, *(one[1] for one in found)])
        at = max(number.end, floor)


Read = tuple[int, int, float, str, str | None]  # first token, token behind the last, value, unit, qualifier


def read(tokens: Sequence[Token], at: int, number: Number, sentence: Sentence) -> Iterator[Read]:
    """The quantity, or the two ends of a range, that begin with a number."""
    words = figure_words(sentence.language)
    second = range_end(tokens, at, number, sentence.language)
    if second is not None:
        middle, last = second
        unit, end = find_unit(tokens, middle, last, sentence.language)
        if unit and number.value < last.value:
            yield opening(tokens, at, words)[0], number.end, scaled(number.value, last, tokens, words), unit, "from"
            yield middle, end, last.value, unit, "to"
            return
    if is_change(tokens, at, number, words):
        return
    unit, end = find_unit(tokens, at, number, sentence.language)
    if unit is None or is_age(tokens, at, end, unit, words):
        return
    start, qualifier = opening(tokens, at, words)
    if unit in TIMES and is_period(tokens, start, at, end, sentence.language):
        start, qualifier = at, None
    if length := phrase_at(tokens, end, words.behind):
        qualifier, end = qualifier or words.behind[words_of(tokens, end, end + length)], end + length
    yield start, end, number.value, unit, qualifier or ("about" if number.rounded else None)


def is_period(tokens: Sequence[Token], start: int, at: int, end: int, language: str) -> bool:
    """Whether what looks like a hedge before a duration says over which time something goes: "sold over two years".

    "Took over two years" and "over two years ago" are hedged. Behind an amount it is a period in any case.
    """
    words = figure_words(language)
    if words_of(tokens, start, at) not in words.periods:
        return False
    before = tokens[start - 1].low if start else ""
    behind = tokens[end].low if end < len(tokens) else ""
    if before in words.units or not words.spread.isdisjoint((before, behind)):
        return True
    if not words.lasting or behind in words.gone:
        return False
    if not before.isalpha():  # "Over two years, sales fell", not "Over two years passed"
        return behind == ","
    return before not in words.lasting or is_passive(tokens, start, language)


def is_passive(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a participle of the passive stands before a place: "was spent", not "has spent", not "was spending"."""
    known = speech(language)
    return at > 1 and tokens[at - 2].low in known.passive and not tokens[at - 1].low.endswith(known.gerund_endings)


def opening(tokens: Sequence[Token], at: int, words: FigureWords) -> tuple[int, str | None]:
    """Where a quantity begins with its hedge and its sign, and the hedge."""
    while at and tokens[at - 1].low in signs():
        at -= 1
        if at and tokens[at - 1].low in {"us", "u", "s"}:
            at -= 1
    length = phrase_before(tokens, at, words.qualifiers)
    return at - length, words.qualifiers[words_of(tokens, at - length, at)] if length else None


def range_end(tokens: Sequence[Token], at: int, number: Number, language: str) -> tuple[int, Number] | None:
    """Where the second number of a range begins, and it: "between 5 and 10", "5 to 10", "5–10"."""
    words, behind, start = figure_words(language), number.end, opening(tokens, at, figure_words(language))[0]
    if behind >= len(tokens) - 1:
        return None
    opened = phrase_before(tokens, start, words.between)
    moved = phrase_before(tokens, start, words.range_from) or tokens[at - 1].low in signs()
    length = phrase_at(tokens, behind, words.between_and if opened else words.range_to)
    length = length or (tokens[behind].text in DASHES)
    if not length or (moved and not opened):
        return None
    second = skip_hedge(tokens, behind + length, words)
    last = read_number(tokens, second, language) if second < len(tokens) else None
    return (second, last) if last else None


def skip_hedge(tokens: Sequence[Token], at: int, words: FigureWords) -> int:
    """The token behind a hedge and a sign, where they stand."""
    at += phrase_at(tokens, at, words.qualifiers)
    return at + 1 if at < len(tokens) and tokens[at].low in signs() else at


def scaled(value: float, last: Number, tokens: Sequence[Token], words: FigureWords) -> float:
    """The first value of a range times what only the second one names: "2 to 3 million", "two to three hundred"."""
    factor, at = 1.0, last.end
    while at and (times := (words.magnitudes | words.multipliers).get(tokens[at - 1].low)):
        factor, at = factor * times, at - 1
    return value * factor if value * factor < last.value else value


def is_change(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> bool:
    """Whether the number is the first of two between which something changed: its unit stands behind the second."""
    length = phrase_at(tokens, number.end, words.range_to)
    behind = skip_hedge(tokens, number.end + length, words)
    return bool(
        length
        and phrase_before(tokens, opening(tokens, at, words)[0], words.range_from)
        and behind < len(tokens)
        and (tokens[behind].kind == "number" or tokens[behind].low in words.numbers)
    )


def is_no_figure(
    tokens: Sequence[Token], at: int, number: Number, words: FigureWords, sentence: Sentence, names: Sequence[Span]
) -> bool:
    """Whether the number is part of something else."""
    first, last = tokens[at], tokens[number.end - 1]
    start, end = sentence.start + first.start, sentence.start + last.end
    if any(name.start < end and start < name.end for name in names):
        return True
    if phrase_before(tokens, at, words.labels) or is_label(tokens, at, words, sentence.language):
        return True
    if first.kind != "number":
        return False
    return is_joined(tokens, at, number) or is_code(tokens, at, number) or is_year(tokens, at, number, words)


def is_label(tokens: Sequence[Token], at: int, words: FigureWords, language: str) -> bool:
    """Whether a number in digits follows a name: "Boeing 737", "Apollo 11". German nouns have capitals anyway."""
    if tokens[at].kind != "number" or at == 0 or words.head == "capital":
        return False
    before = tokens[at - 1]
    hedge = phrase_before(tokens, at, words.qualifiers) or phrase_before(tokens, at, words.between)
    is_sign = before.low in signs()
    return before.text[0].isupper() and not hedge and not is_sign and before.low not in function_words(language)


def is_joined(tokens: Sequence[Token], at: int, number: Number) -> bool:
    """Whether a mark without white space joins the number with what stands beside it, but for a range."""
    first, last = tokens[at], tokens[number.end - 1]
    before = tokens[at - 1] if at else None
    behind = tokens[number.end] if number.end < len(tokens) else None
    after = tokens[number.end + 1] if number.end + 1 < len(tokens) else None
    if before and before.end == first.start and (before.text in JOINING or before.kind != "mark"):
        return before.low not in signs() and not is_range_dash(tokens, at)
    if behind and behind.end == last.end + 1 and behind.text in JOINING and after and after.start == behind.end:
        return behind.text not in DASHES or after.kind != "number"
    return False


def is_range_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether the mark before a number stands between two of them, and is not part of a longer row."""
    return at > 1 and tokens[at - 1].text in DASHES and tokens[at - 2].kind == "number"


def is_code(tokens: Sequence[Token], at: int, number: Number) -> bool:
    """Whether another group of digits stands beside the number: a telephone number, a code, a row of a table."""
    neighbours = (tokens[at - 1] if at else None, tokens[number.end] if number.end < len(tokens) else None)
    return any(one is not None and one.kind == "number" and len(one.text) >= PHONE_DIGITS for one in neighbours)


def is_year(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> bool:
    """Whether four digits without a mark stand where a year may: "the 2019 elections", "2014 Games"."""
    text = tokens[at].text
    looks_so = len(text) == DIGITS_OF_YEAR and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
    if not looks_so or number.end > at + 1:
        return False
    of_name = words.head == "plural" and int(text) >= FIRST_OF_NAMES and is_capital(tokens, number.end)
    return of_name or (at > 0 and tokens[at - 1].low in words.before_years)


def is_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word with a capital stands at a place."""
    return at < len(tokens) and tokens[at].text[0].isupper()


def is_age(tokens: Sequence[Token], at: int, end: int, unit: str, words: FigureWords) -> bool:
    """Whether years are somebody's: "aged 34 years", "34 years old", "Ann Lee, 34 ans,"."""
    if unit != "year":
        return False
    around = (tokens[at - 1].text if at else "", tokens[end].text if end < len(tokens) else "")
    old = end < len(tokens) and tokens[end].low in words.old
    return bool(phrase_before(tokens, at, words.ages)) or old or around in {(",", ","), ("(", ")"), (",", ".")}


def is_date(figure: Quantity, dates: Sequence[DateExpression]) -> bool:
    """Whether a date expression shares a character with it: a duration is a figure, a date is none."""
    return any(
        date.start < figure.end and figure.start < date.end and (date.type != "DURATION" or figure.unit not in TIMES)
        for date in dates
    )


def make(source: Source, sentence: Sentence, tokens: Sequence[Token], found: Read) -> Quantity:
    """The quantity at its place."""
    first, behind, value, unit, qualifier = found
    span = cut(source, sentence.start + tokens[first].start, sentence.start + tokens[behind - 1].end)
    return Quantity(
        source=span.source, part=span.part, start=span.start, end=span.end, text=span.text,
        number=value, unit=unit, qualifier=qualifier,
    )  # fmt: skip
