"""Headlines in a source's own words: a report's sentence cut at its ends to its main clause, never inside.

In: the reports of one event. Out: a headline with its span. Never: a word or mark that the source does not have there.
"""

from collections.abc import Mapping, Sequence

from generator import edtf
from generator.collate.parsing.clauses import Piece, divide, find_joins, first_word, has_verb, is_verb
from generator.collate.parsing.tails import find_tails
from generator.collate.shingles import WORD, fold
from generator.collate.telling.reports import LONGEST_SENTENCE, Told
from generator.language.reports import report_words
from generator.language.speech import speech, verb_forms
from generator.language.telling import may_be_past
from generator.model import Headline, Sentence, Source, Span
from generator.spans import cut

MOST_WORDS = 16  # two lines of a narrow column
LONGEST_WORDS = 20  # three lines, where no border comes before
FEWEST_WORDS = 5  # what is left of a sentence below this is a fragment
ITEM_WORDS = 3  # of an item of a list, in which no headline ends
ATTRIBUTION_WORDS = 12  # of a clause at the end that only says who says so
BLANK = " \t\xa0"
LEADING = BLANK + "“\"„«'‘(—–-•*"
TRAILING = BLANK + ".,;:—–-…"
OPENED, CLOSED = "“„«(", "”»)"
CLOSING_MARKS = '”»“"'  # as languages close: the second last opens in English and closes in German


def make_headline(sources: Mapping[str, Source], reports: Sequence[Told]) -> Headline:
    """The headline of an event, from its clearest report: sharply dated, no pronoun first, naming someone."""
    clauses = [(told, *find_part(told)) for told in reports]
    told, start, end = min(clauses, key=lambda clause: unclearness(*clause))
    return as_headline(sources[told.sentence.source], told.sentence.start + start, told.sentence.start + end)


def find_part(told: Told) -> tuple[int, int]:
    """Where the headline of a report stands in its sentence; of a further clause it begins with the sentence, or where
    that is far, with the piece before the clause."""
    if told.clause is None:
        return find_clause(told.sentence, told.date)
    sentence = told.sentence
    text = sentence.text[: told.clause[1]].rstrip(TRAILING)
    pieces = divide(sentence.text, sentence.language, ())
    starts = [
        piece.start
        for piece in pieces
        if piece.start < told.clause[0] and not may_be_past(first_word(sentence.text[piece.start :]), sentence.language)
    ]
    start = 0 if count_words(text) <= LONGEST_WORDS or not starts else starts[-1]
    return (start, len(text)) if is_balanced(text[start:]) else find_clause(sentence, told.date)


def headline_of(source: Source, sentence: Sentence, date: Span | None) -> Headline:
    """The headline of a single sentence."""
    start, end = find_clause(sentence, date)
    return as_headline(source, sentence.start + start, sentence.start + end)


def as_headline(source: Source, start: int, end: int) -> Headline:
    """The headline with these words of a source."""
    span = cut(source, start, end)
    return Headline(text=span.text, span=span, curated=None)


def unclearness(told: Told, start: int, end: int) -> tuple[bool, bool, bool, bool, bool, str, int]:
    """Sorts the clearest report first."""
    text = told.sentence.text
    is_quoted = start > 0 and text[start - 1] in OPENED + '"'
    return (
        told.date is None,
        told.date is not None and edtf.precision(told.date.edtf) in {"month", "year", "range"},
        is_quoted or first_word(text[start:end]) in speech(told.sentence.language).pronouns,
        not told.actors,
        count_words(text[start:end]) > MOST_WORDS,
        told.sentence.source,
        told.sentence.start,
    )


def find_clause(sentence: Sentence, date: Span | None) -> tuple[int, int]:
    """Where the headline stands in the sentence: half-open offsets from the sentence's start, never empty."""
    text, language = sentence.text[:LONGEST_SENTENCE], sentence.language
    when = (date.start - sentence.start, date.end - sentence.start) if date else (0, 0)
    pieces = divide(text, language, [when])
    core = find_core(text, language, pieces, when)
    first = find_first(text, language, pieces[: core + 1], when)
    start = skip_openings(text, language, pieces[first].start, when)
    joins = [join for join in find_joins(text, language, pieces[core].start) if join >= when[1]]
    end = find_end(text, language, start, pieces[core:], joins, when)
    if lacks_mark(text, start, end):
        start -= 1
        end = find_end(text, language, start, pieces[core:], joins, when)
    only_says_who = (
        pieces[first].start > 0 and end == len(text.rstrip(TRAILING)) and is_attribution(text[start:end], language)
    )
    if start < end and not only_says_who:
        return start, end
    return 0, len(text.rstrip(TRAILING)) or len(text)


def lacks_mark(text: str, start: int, end: int) -> bool:
    """Whether the mark before the start is closed within: "“Red” bread was sold"."""
    opened = start > 0 and text[start - 1] in OPENED + '"'
    return opened and not is_balanced(text[start:end]) and is_balanced(text[start - 1 : end])


def find_first(text: str, language: str, pieces: Sequence[Piece], when: tuple[int, int]) -> int:
    """The number of the piece with the subject of the last one: an earlier piece where that opens with its verb."""
    core = len(pieces) - 1
    word = first_word(text[pieces[core].start :])
    if not is_verb(word, language) and not may_be_past(word, language):
        return core
    return next((number for number in range(core) if not is_fronted(text, language, pieces[number], when)), core)


def find_core(text: str, language: str, pieces: Sequence[Piece], when: tuple[int, int]) -> int:
    """The number of the piece that a headline must hold: the main clause, or a whole clause that has the date."""
    main = next(number for number, piece in enumerate(pieces) if piece.kind == "main")
    for number, piece in enumerate(pieces):
        if piece.kind == "phrase" and piece.start <= when[0] < piece.end and number > main:
            start = skip_openings(text, language, piece.start, when)
            rest = text[start : piece.end]
            whole = has_verb(rest, language) and not is_verb(first_word(rest), language)
            if whole and not is_attribution(rest, language):
                return number
    return main


def is_fronted(text: str, language: str, piece: Piece, when: tuple[int, int]) -> bool:
    """Whether a piece before the main clause holds no subject of it: it opens as a phrase, a side clause or a date."""
    words = speech(language)
    word = first_word(text[piece.start : piece.end])
    opens = word in words.prepositions | words.subordinators | words.adverbs | report_words(language).openings
    by_date = when[0] < when[1] and piece.start <= when[0] < piece.end and count_words(text[piece.start : when[0]]) <= 1
    return opens or by_date or piece.kind == "main" or not word


def skip_openings(text: str, language: str, start: int, when: tuple[int, int]) -> int:
    """The offset behind marks, connectives and the date with which a clause opens, if more than a fragment is left."""
    connectives = report_words(language).openings | speech(language).conjunctions
    after = skip(text, start, LEADING)
    while True:
        start, word = after, WORD.match(text, after)
        if word and fold(word.group()) in connectives:
            after = skip(text, word.end(), LEADING + ",")
        elif start <= when[0] < when[1] and is_opening(text[start : when[0]], text[when[1] :], language):
            if report_words(language).verb_second and not text[when[1] :].lstrip(BLANK).startswith(","):
                return start
            after = skip(text, when[1], LEADING + ",")
        if after == start or count_words(text[after:]) < FEWEST_WORDS:
            return start


def skip(text: str, start: int, characters: str) -> int:
    """The offset behind these characters."""
    return start + len(text[start:]) - len(text[start:].lstrip(characters))


def is_opening(lead: str, rest: str, language: str) -> bool:
    """Whether a date with these words before it and behind it opens a clause, and nothing there belongs to it."""
    prepositions = speech(language).prepositions
    opens = count_words(lead) <= 1 and (first_word(lead) in prepositions or not lead.strip() or not prepositions)
    return opens and first_word(rest) not in prepositions


def find_end(
    text: str, language: str, start: int, pieces: Sequence[Piece], joins: Sequence[int], when: tuple[int, int]
) -> int:
    """Where a headline from `start` on ends: the last end of a piece that keeps it short.

    Where none does, it is the first end that says something, of a piece or before one of the `joins`; where that is far
    too, the last end before what only adds to the clause, but not within the date (`when`).
    """
    ends = [find_close(text, start, start + len(text[start : piece.end].rstrip(TRAILING))) for piece in pieces]
    last = len(pieces) - 1
    if last and is_attribution(text[pieces[-1].start :], language):
        last -= 1
    able = [
        end
        for number, end in enumerate(ends[: last + 1])
        if number == last or not (goes_on(text, language, pieces[number:]) or is_cut_open(text, end, language))
        if is_whole(text[start:end])
    ] or [ends[-1]]
    telling = [end for end in able if not announces(text[start:end], text[end:], language)]
    if short := [end for end in telling if count_words(text[start:end]) <= MOST_WORDS]:
        return max(short)
    telling += [end for end in joins if is_whole(text[start:end])]
    if fair := [end for end in telling if count_words(text[start:end]) <= LONGEST_WORDS]:
        return min(fair)
    first = min([*able, *telling])
    tails = [end for end in find_tails(text[:first], language, start) if is_whole(text[start:end])]
    tails = [end for end in tails if count_words(text[start:end]) <= LONGEST_WORDS and not when[0] < end < when[1]]
    return max(tails, default=first)


def find_close(text: str, start: int, end: int) -> int:
    """The end without a mark that closes what was opened before the start: „We bake“, said Lee."""
    return end - 1 if end > start and text[end - 1] in CLOSING_MARKS and not is_balanced(text[start:end]) else end


def is_whole(text: str) -> bool:
    """Whether a text is more than a fragment and closes what it opens."""
    return count_words(text) >= FEWEST_WORDS and is_balanced(text)


def is_cut_open(text: str, end: int, language: str) -> bool:
    """Whether a preposition ends the text and a relative word is next: "the day on | which"."""
    *_, last = ["", *(fold(word.group()) for word in WORD.finditer(text[:end]))]
    words = speech(language)
    return last in words.prepositions and first_word(text[end:]) in words.relatives


def announces(text: str, rest: str, language: str) -> bool:
    """Whether a text only says who says what the rest then quotes: "Lee said on Monday: ..."."""
    behind = rest.lstrip(TRAILING)
    return is_attribution(text, language) and (rest.startswith(":") or behind.startswith(('"', "“", "„", "«")))


def goes_on(text: str, language: str, pieces: Sequence[Piece]) -> bool:
    """Whether the first of the pieces cannot end a headline: an item of a list is next, or it measures what is next.

    In "on Monday, two days after the fire" the two days measure the side clause, and are no item.
    """
    here, following, *rest = pieces
    if is_item(text, language, following):
        return not (rest and rest[0].kind == "side")
    return here.kind != "main" and following.kind == "side" and is_item(text, language, here)


def is_item(text: str, language: str, piece: Piece) -> bool:
    """Whether a piece is only an item of a list."""
    words = text[piece.start : piece.end]
    short = count_words(words) <= ITEM_WORDS or first_word(words) in speech(language).conjunctions
    return short and piece.kind != "side" and not has_verb(words, language)


def is_attribution(text: str, language: str) -> bool:
    """Whether the end of a sentence only says who says so: "Lee told reporters on Monday", "according to the guild"."""
    words = [fold(word.group()) for word in WORD.finditer(text)][: ATTRIBUTION_WORDS + 1]
    lexicon = speech(language)
    following = (lexicon.prepositions - lexicon.infinitive) | lexicon.times | lexicon.adverbs
    says = any(
        rest is not None and (len(rest) <= 1 or rest[0] in following)
        for rest in (behind_saying(words[number:], language) for number in range(len(words)))
    )
    according = text.lstrip(TRAILING + CLOSED).casefold().startswith(lexicon.according or ("\0",))
    return len(words) <= ATTRIBUTION_WORDS and (says or according)


def behind_saying(words: Sequence[str], language: str) -> Sequence[str] | None:
    """What follows a verb of saying and the one it is said to; None where the first word is no such verb."""
    form = verb_forms(language).get(words[0])
    if form is None or form.shape != "finite":
        return None
    return words[2:] if form.kind == "tell" else words[1:]


def is_balanced(text: str) -> bool:
    """Whether all marks that the text opens are closed in it."""
    return sum((letter in OPENED) - (letter in CLOSED) for letter in text) == 0 and text.count('"') % 2 == 0


def count_words(text: str) -> int:
    """How many words the text has."""
    return sum(1 for _ in WORD.finditer(text))
