"""What one witness has on a statement: a cell of the table of statements by witnesses.

In: a row, a witness, its nearest sentences, figures. Out: a cell with its passage. Never: says why something is not
found; links a passage that has next to nothing in common with the row; lets a denial state what it denies.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator import edtf
from generator.collate.comparing.figure_conflicts import Figures
from generator.collate.comparing.nearest import Index, Near, list_closest
from generator.collate.telling.joining import NEAR_DAYS, conflict, days_between, likeness, value_of
from generator.collate.telling.reports import Told
from generator.collate.telling.twins import LIKE
from generator.language.loader import primary
from generator.language.reports import function_words, is_negation, report_words
from generator.model import Cell, CellState, Conflict, Record, Span
from generator.spans import bare, contains, witness

SAME_FIGURE = 0.5  # how alike in matter (0-1) two sentences are that give other figures for one quantity
UNDETERMINED = "und"  # the tag of a language that could not be made out
RUN = 6  # words in a row that show an utterance to be told without marks
RUN_MATTER = 2  # of them that carry matter: "it is one of the most" is anybody's
TURNED = 3  # words before a run in which a denial of it stands
APPROXIMATE = "~"  # EDTF's sign


class Witness(Record, frozen=True, kw_only=True):
    """Who tells: its name, its language, the last day on which it was changed (None where that is open), whether it is
    whole, and the actors that it names."""

    name: str
    language: str
    latest: datetime.date | None
    whole: bool
    actors: frozenset[str]


class Row(Record, frozen=True, kw_only=True):
    """What may be stated: its reports, when it was so at the earliest, and what its reports tell.

    `words` are those of an utterance as they are compared, () of what is none.
    """

    id: str
    text: str
    reports: tuple[Span, ...]
    edtf: str | None
    earliest: datetime.date | None
    conflicts: tuple[Conflict, ...]
    told: tuple[Told, ...]
    curated: str | None
    words: tuple[str, ...] = ()


def make_cell(row: Row, who: Witness, near: Near | None, index: Index, figures: Figures) -> Cell | None:
    """What one witness has on a row, with its passage or the closest one.

    None where its words cannot be compared with those of the row, whose language is another, and nothing was found.
    """
    report = next((report for report in row.reports if witness(report) == who.name), None)
    if report is not None:
        return Cell(witness=who.name, state="differs" if is_apart(row, who.name) else "states", closest=report)
    told = list_closest(index, row.told, near) if near else []
    if who.latest is not None and row.earliest is not None and who.latest < row.earliest:
        return make_empty(who, "too early", told)
    if verbatim := find_verbatim(row, near, index):
        return Cell(witness=who.name, state="states", closest=bare(verbatim.sentence))
    for one in told:
        if state := told_again(row, one, index, figures):
            return Cell(witness=who.name, state=state, closest=bare(one.sentence))
    if who.whole and is_foreign(row, who):
        return None
    return make_empty(who, "not found" if who.whole else "excerpt only", told)


def is_foreign(row: Row, who: Witness) -> bool:
    """Whether a text is in another language than all that tell the row; no where one of the languages is not known."""
    told = {primary(one.sentence.language) for one in row.told}
    return bool(told) and UNDETERMINED not in {*told, who.language} and primary(who.language) not in told


def find_verbatim(row: Row, near: Near | None, index: Index) -> Told | None:
    """The sentence of a witness that has an utterance word for word though not as a quotation, None where none has.

    Not one by another speaker, nor one that denies the words.
    """
    speakers = {told.speaker for told in row.told if told.speaker}
    for number in near.numbers if near and row.words else ():
        told = index.told[number]
        if not (told.speaker and speakers and told.speaker not in speakers) and has_run(row.words, told):
            return told
    return None


def has_run(words: Sequence[str], told: Told) -> bool:
    """Whether a sentence has a long run of some words, several of them words of matter, and denies them not."""
    own, language = told.wording.split(), told.sentence.language
    small = function_words(language)
    runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    for at in range(len(own) - RUN + 1):
        run = tuple(own[at : at + RUN])
        if run in runs and sum(word not in small for word in run) >= RUN_MATTER:
            denials = report_words(language).denials
            return not any(is_negation(word, language) or word in denials for word in own[max(0, at - TURNED) : at])
    return False


def make_empty(who: Witness, state: CellState, told: Sequence[Told]) -> Cell:
    """The cell of a witness that does not tell it, with the first of the sentences that come near."""
    return Cell(witness=who.name, state=state, closest=bare(told[0].sentence) if told else None)


def told_again(row: Row, closest: Told, index: Index, figures: Figures) -> CellState | None:
    """Whether a sentence tells the same, or the same with another figure, date or actor; None where it does neither."""
    differs = False
    for told in row.told:
        alike = likeness(closest, told, index.weights) if is_same_kind(closest, told) else 0.0
        if alike >= SAME_FIGURE and is_other_figure(closest.sentence, told.sentence, figures):
            return "differs"
        if alike >= LIKE and not is_other_time(closest, told):
            if not conflict(closest, told) and not is_other_day(closest, told):
                return "states"
            differs = True
    return "differs" if differs else None


def is_same_kind(a: Told, b: Told) -> bool:
    """Whether both tell what happened, or both what may be one person's saying, and neither denies it alone.

    The day of a saying is no other day for what it is about, and what different people say does not differ.
    """
    one_speaker = a.speaker is None or b.speaker is None or a.speaker == b.speaker
    return a.negated == b.negated and a.statement == b.statement and one_speaker


def is_other_time(a: Told, b: Told) -> bool:
    """Whether two sentences are dated so far apart that it happened twice, or so roughly that it cannot be known."""
    if not (a.date and b.date) or edtf.overlaps(value_of(a), value_of(b)):
        return False
    sharp = day_of(a) is not None and day_of(b) is not None
    return not sharp or days_between(value_of(a), value_of(b)) > NEAR_DAYS


def is_other_day(a: Told, b: Told) -> bool:
    """Whether two sentences give days that exclude each other."""
    return bool(a.date and b.date) and not edtf.overlaps(value_of(a), value_of(b))


def is_other_figure(a: Span, b: Span, figures: Figures) -> bool:
    """Whether two sentences give figures for one quantity and none of them is the same."""
    ours, theirs = numbers_in(a, figures), numbers_in(b, figures)
    return any(ours[figure].isdisjoint(theirs[figure]) for figure in ours.keys() & theirs.keys())


def numbers_in(sentence: Span, figures: Figures) -> Mapping[str, set[float]]:
    """The numbers that a sentence gives, by the id of the figure."""
    found: dict[str, set[float]] = defaultdict(set)
    for figure, value in figures.get(sentence.source, ()):
        if contains(sentence, value):
            found[figure].add(value.number)
    return found


def is_apart(row: Row, name: str) -> bool:
    """Whether a witness gives another day than the agreed one, or another figure than most do.

    Where as many give either, all of them differ.
    """
    days = {day for told in row.told if witness(told.sentence) == name and (day := day_of(told))}
    others = {day for told in row.told if (day := day_of(told))}
    other_day = bool(days) and len(others) > 1 and row.edtf not in days
    return other_day or any(differs(one, name) for one in row.conflicts if one.what == "figure")


def day_of(told: Told) -> str | None:
    """The full day that a report gives, None where it gives none or only about when it was."""
    value = value_of(told)
    return value if edtf.precision(value) == "day" and not value.endswith(APPROXIMATE) else None


def differs(one: Conflict, name: str) -> bool:
    """Whether a witness is not among most of those that give a value."""
    given: dict[str, set[str]] = defaultdict(set)
    for value in one.values:
        given[witness(value)].add(number_in(value.value))
    counts = Counter(frozenset(numbers) for numbers in given.values())
    most = [numbers for numbers, count in counts.items() if count == max(counts.values())]
    return name in given and (len(most) > 1 or not most[0] <= given[name])


def number_in(value: str) -> str:
    """A figure without its hedge and unit.

    >>> number_in("more than 1,000 sacks")
    '1,000'
    """
    return next((word for word in value.split() if word[0].isdigit()), value)
