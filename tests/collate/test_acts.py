"""What main verbs tell: the cases of cases/acts.txt."""

import cProfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cases import Case, read_cases
from making import make_source

from generator.annotate import annotate
from generator.collate.parsing.acts import Act, find_act

CASES = read_cases(Path(__file__).parent / "cases" / "acts.txt")
ALLOWED = 1.5  # times as much work as in proportion to the length


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language, _, text = case.given.rpartition(": ")
    reading, _ = annotate(make_source(text.strip(), language=language or "en"))
    (sentence,) = reading.sentences
    quoted = [quotation for quotation in reading.quotations if quotation.kind != "indirect"]
    act = find_act(sentence, quoted, reading.expressions)
    assert [f"{act.kind} {act.verb}" if act else "-"] == list(case.expected), case.where


CLASSES = [  # a word of the class takes the act away from a sentence that else tells one
    ("states", "Ann Lee {} the mill.", "owned", "opened"),
    ("passive_states", "The mill was {} in Ulm.", "situated", "opened"),
    ("not_verbs", "Ann Lee {} the mill.", "hundred", "opened"),
    ("off", "Ann Lee {} to open the mill.", "wants", "asked"),
    ("never", "Ann Lee {} opened the mill.", "never", "quietly"),
    ("habits", "Ann Lee {} opened the mill.", "often", "quietly"),
    ("perfect", "Ann Lee {} opened the mill.", "had", "has"),
    ("be_past", "The mill {} opened.", "is", "was"),
    ("be_other", "The mill has {} opened.", "being", "been"),
    ("participles", "The mill was {}.", "write", "written"),
    ("past", "Ann Lee {} the letter.", "writing", "wrote"),
]


@pytest.mark.parametrize(("matter", "sentence", "off", "on"), CLASSES, ids=[case[0] for case in CLASSES])
def test_each_class_of_words_takes_away_an_act(matter: str, sentence: str, off: str, on: str) -> None:
    assert find_in(sentence.format(off)) is None, matter
    assert find_in(sentence.format(on)) is not None, matter


def find_in(text: str) -> Act | None:
    (sentence,) = annotate(make_source(text))[0].sentences
    return find_act(sentence, (), ())


def work(find: Callable[[], object]) -> int:
    """How many calls of functions of ours and of Python's a search takes: not how long they last."""
    profile = cProfile.Profile()
    profile.runcall(find)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("piece", ["the mill closed by the guild and ", "the mill, shut by the guild, ", "who closed "])
def test_work_grows_with_the_length_of_a_sentence(piece: str) -> None:
    first, short, long = (annotate(make_source(piece * times + "stood."))[0].sentences[0] for times in (1, 20, 160))
    find_act(first, (), ())  # reads the lists of words
    assert work(lambda: find_act(long, (), ())) <= 8 * ALLOWED * work(lambda: find_act(short, (), ()))
