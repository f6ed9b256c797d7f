"""A sentence as words, numbers and marks, each with the classes that it may belong to in a date expression.

In: a sentence's text and a grammar. Out: tokens in text order. Never: decides what a date expression is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

import msgspec

from generator.annotate.dates_grammar import HYPHEN, NUMBER_KINDS, ORDINAL, TIGHT_HYPHEN, Grammar
from generator.annotate.dates_words import Word, known, plain, tense_of
from generator.language.date_order import is_day_and_month, month_and_day
from generator.language.dates import Classes, Meaning
from generator.model import DateOrder, Record

SHAPE = (
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?P<dashed>(?<![0-9]-)[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})(?![0-9-])"
    r"|(?P<hours>[0-9]{1,2}[ \u00a0]?h[ \u00a0]?[0-9]{2})(?![^\W_])"
    r"|(?P<number>[0-9]+(?:[.,:/][0-9]+)*)(?P<tail>\.º|°|[^\W\d_]+)?"
)
FIGURE = re.compile(SHAPE)
# Most words are plain ASCII, for which a set of letters is looked up faster than what Unicode counts as one.
LETTERS = r"[A-Za-z]{2,}+(?![^\W\d_])|[^\W\d_]{2,}|(?:[^\W\d_]\.){2,}|[^\W\d_]"
# A piece and the white space behind it. What the groups of a figure hold is looked at only where one stands.
PIECE = re.compile(rf"({LETTERS}|(?=[0-9])(?:{re.sub('[?]P<[a-z]+>', '?:', SHAPE)})|\S)(\s*)")
IS_TRIGGER = attrgetter("is_trigger")
NO_DATE_BEFORE = frozenset("$€£¥₹#@№_&=+/*")  # directly before a number, they make it an amount, a handle, an address
NO_DATE_AFTER = frozenset("%°_/@=&€$£")
HOUR_SIGN = re.compile(r"\s?h\s?")
CLOCK = re.compile(r"([01]?[0-9]|2[0-4])[:.]([0-5][0-9])")
NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
YEAR_FIRST = re.compile(r"([12][0-9]{3})([/.])([0-9]{2})\2([0-9]{2})")
LAST_HOUR, LAST_DAY = 12, 31
FIRST_YEAR, LAST_YEAR = 1001, 2199  # what a number of four digits may be as a year after "in"
FIRST_MODERN_YEAR, LAST_MODERN_YEAR = 1700, 2099  # and where less than "in" must do
FIRST_SHORT_DECADE, CENTURY, LAST_CENTURY = 20, 100, 1900  # the noughties and the tens are of either century
DECADE_KINDS = ("year", "round year")
LONGEST_NUMBER = 9
FULL_YEAR = 4  # digits
JOINING: Classes = {name: Meaning() for name in TIGHT_HYPHEN}
FIRST_SHORT_YEAR = 69  # Source: POSIX (strptime %y), by which 69 is 1969 and 68 is 2068.

Piece = tuple[str, str]  # and the white space behind it


class Tokens(Record, frozen=True, kw_only=True):
    """The words, numbers and marks of a sentence, in columns; offsets count from the start of the sentence.

    Each character of the `line` stands for the classes of one token. `verbs` are the numbers of those with a tense.
    """

    text: str
    line: str
    starts: list[int]
    ends: list[int]
    classes: list[Classes]
    verbs: list[int]

    def word(self, at: int) -> str:
        """The text of a token."""
        return self.text[self.starts[at] : self.ends[at]]


def tokenise(text: str, grammar: Grammar, order: DateOrder | None = None) -> Tokens:
    """The tokens of a sentence; words that are read together ("a couple of") are one. `order` is that of 3/4/2021.

    None of a sentence that has no date expression.
    """
    pieces: list[Piece] = PIECE.findall(text)
    words = [known(piece, grammar.language) for piece, _ in pieces]
    line: list[str] = []
    starts, ends, verbs, listed = list[int](), list[int](), list[int](), list[Classes]()
    if not any(map(IS_TRIGGER, words)):
        pieces = []
    start, following = len(text) - len(text.lstrip()), 0
    for index, (piece, gap) in enumerate(pieces):
        if index >= following:
            word = words[index]
            classes, character, is_verb, end = word.classes, word.character, word.is_verb, start + len(piece)
            if word.depends and (read := read_in_place(word, text, start, pieces, index, grammar, order)):
                classes, end, length = read
                following, character = index + length, grammar.character(classes)
                is_verb = tense_of(text[start:end], grammar.language) is not None
            if is_verb:
                verbs.append(len(line))
            starts.append(start)
            ends.append(end)
            listed.append(classes)
            line.append(character)
        start += len(piece) + len(gap)
    return Tokens(text=text, line="".join(line), starts=starts, ends=ends, classes=listed, verbs=verbs)


def read_in_place(
    word: Word,
    text: str,
    start: int,
    pieces: Sequence[Piece],
    index: int,
    grammar: Grammar,
    order: DateOrder | None,
) -> tuple[Classes, int, int] | None:
    """What a piece is where it stands, where that ends, and how many pieces it takes: a phrase may begin with it.

    None where it is what it is anywhere.
    """
    end = start + len(pieces[index][0])
    if length := phrase_length(word, pieces, index):
        phrase = pieces[index : index + length]
        end = start + sum(map(len, chain.from_iterable(phrase))) - len(phrase[-1][1])
        return grammar.words[" ".join(plain(piece) for piece, _ in phrase)], end, length
    if figure := FIGURE.match(text, start) if word.figure else None:
        return classify_figure(figure, text, grammar, order), end, 1
    if word.dotted is not None and text[end : end + 1] == ".":
        return word.dotted, end + 1, 2
    return (JOINING, end, 1) if is_tight_hyphen(text, start, end) else None


def phrase_length(word: Word, pieces: Sequence[Piece], index: int) -> int:
    """How many pieces from the index are read as one, 0 where they are no phrase."""
    if not word.phrases or index + 1 == len(pieces):
        return 0
    for phrase in word.phrases.get(plain(pieces[index + 1][0]), ()):
        if tuple(plain(piece) for piece, _ in pieces[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def is_tight_hyphen(text: str, start: int, end: int) -> bool:
    """Whether a hyphen without white space on either side joins words there."""
    return text[start:end] == HYPHEN and bool(text[start - 1 : start].strip() and text[end : end + 1].strip())


def classify_figure(match: re.Match[str], text: str, grammar: Grammar, order: DateOrder | None) -> Classes:
    """The classes of a number, or of a date or time of day in figures."""
    if match["iso"]:
        return {"NumericDate": date_meaning(*map(int, match["iso"].split("-")))}
    if match["dashed"] or match["hours"]:
        return classify_shape(match, text, order)
    return dict(classify_number(match, text, grammar, order))


def classify_shape(match: re.Match[str], text: str, order: DateOrder | None) -> Classes:
    """The classes of "03-04-2021", "14h30" and "14 h 30"."""
    if stands_free(match, text):
        if match["dashed"] and (meaning := read_numeric(match["dashed"], order)):
            return {"NumericDate": meaning}
        if match["hours"] and (clock := CLOCK.fullmatch(HOUR_SIGN.sub(":", match["hours"]))):
            return {"Clock": Meaning(hour=int(clock[1]), minute=int(clock[2]))}
    return {"Figure": Meaning()}


def classify_number(
    match: re.Match[str], text: str, grammar: Grammar, order: DateOrder | None
) -> Iterator[tuple[str, Meaning]]:
    """The classes of a number with what is written to it ("7th", "1970s", "10:30", "3pm")."""
    digits, tail = match["number"], (match["tail"] or "").lower()
    if not stands_free(match, text):
        yield "Figure", Meaning()
    elif not digits.isdigit():
        yield classify_marked(digits, tail, grammar, order)
    elif tail:
        yield from classify_tailed(digits, tail, grammar)
    elif len(digits) <= LONGEST_NUMBER:
        for name, field in NUMBER_KINDS[number_kind(digits)].items():
            yield name, msgspec.convert({field: int(digits)}, Meaning)
    else:
        yield "Figure", Meaning()


def stands_free(match: re.Match[str], text: str) -> bool:
    """Whether nothing is written to the number that makes it an amount, a handle or part of an address."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before not in NO_DATE_BEFORE and not before.isalpha() and after not in NO_DATE_AFTER


def number_kind(digits: str) -> str:
    """What a number may be, by its size and its count of digits.

    >>> number_kind("7"), number_kind("31"), number_kind("1999"), number_kind("2500")
    ('hour', 'day', 'modern year', 'other')
    """
    if len(digits) == len("2021"):
        return year_kind(int(digits))
    if len(digits) > len("31"):
        return "three digits" if len(digits) == len("100") else "other"
    is_round = int(digits) % 10 == 0 and int(digits) >= FIRST_SHORT_DECADE
    if 1 <= int(digits) <= LAST_DAY:
        return "round day" if is_round else "hour" if int(digits) <= LAST_HOUR else "day"
    if len(digits) == 1:
        return "other"
    return "round two digits" if is_round else "two digits"


def year_kind(number: int) -> str:
    """What a number of four digits may be."""
    if FIRST_MODERN_YEAR <= number <= LAST_MODERN_YEAR:
        return "modern year" if number % 10 else "round year"
    return "year" if FIRST_YEAR <= number <= LAST_YEAR else "other"


def classify_marked(digits: str, tail: str, grammar: Grammar, order: DateOrder | None) -> tuple[str, Meaning]:
    """A number with marks inside: a date, a time of day, or neither."""
    noon = grammar.words.get(tail, {}).get("Meridiem") if tail else Meaning()
    if (clock := CLOCK.fullmatch(digits)) and noon:
        name = "Clock" if ":" in digits or tail else "DottedClock"
        return name, Meaning(hour=int(clock[1]), minute=int(clock[2]), noon=noon.noon)
    if not tail and (meaning := read_numeric(digits, order)):
        return "NumericDate", meaning
    return "Figure", Meaning()


def read_numeric(digits: str, order: DateOrder | None) -> Meaning | None:
    """A date in figures, None for what is none. Where nothing settles its order, both readings stay open.

    Two digits of a year between full stops make a date only where the day comes first: else they number a section.
    """
    if date := YEAR_FIRST.fullmatch(digits):
        return date_meaning(int(date[1]), int(date[3]), int(date[4]))
    date = NUMERIC.fullmatch(digits)
    if date is None or (len(date[4]) < FULL_YEAR and date[2] != "/" and order != "dmy"):
        return None
    if order == "ymd" and len(date[4]) < FULL_YEAR:
        return date_meaning(full_year(date[1]), int(date[3]), int(date[4]))
    first, second, year = int(date[1]), int(date[3]), full_year(date[4])
    if not is_day_and_month(first, second):
        return None
    settled = month_and_day(first, second, date[2], order)
    return date_meaning(year, *settled) if settled else Meaning(year=year, month=second, day=first, order="open")


def full_year(digits: str) -> int:
    """A year, of two digits that of the century from 1969 on."""
    year = int(digits)
    if len(digits) == FULL_YEAR:
        return year
    return year + LAST_CENTURY + (CENTURY if year < FIRST_SHORT_YEAR else 0)


def date_meaning(year: int, month: int, day: int) -> Meaning:
    """A full date as one word says it."""
    return Meaning(year=year, month=month, day=day)


def classify_short_decade(number: int) -> Iterator[tuple[str, Meaning]]:
    """The classes of "80s", of the century that has just ended, and of "470s", which only years before Christ have."""
    if FIRST_SHORT_DECADE <= number < CENTURY:
        yield "ShortDecade", Meaning(unit="decade", number=LAST_CENTURY + number)
    else:
        yield "DecadeBefore", Meaning(unit="decade", number=number)


def classify_tailed(digits: str, tail: str, grammar: Grammar) -> Iterator[tuple[str, Meaning]]:
    """A number with letters written to it."""
    short = len(digits) <= len("31") and int(digits) > 0
    if tail in grammar.settings.ordinal_endings and short and int(digits) <= LAST_DAY:
        yield from zip(ORDINAL, (Meaning(day=int(digits)), Meaning(number=int(digits))), strict=True)
    elif tail in grammar.settings.decade_endings and digits[-1] == "0" and number_kind(digits) in DECADE_KINDS:
        yield "Decade", Meaning(unit="decade", number=int(digits))
    elif tail in grammar.settings.decade_endings and digits[-1] == "0" and len(digits) in (2, 3):
        yield from classify_short_decade(int(digits))
    elif short and int(digits) <= LAST_HOUR and "Meridiem" in grammar.words.get(tail, {}):
        noon = grammar.words[tail]["Meridiem"].noon or 0
        yield "Clock", Meaning(hour=int(digits) % LAST_HOUR + noon, minute=0)
    else:
        yield "Figure", Meaning()
