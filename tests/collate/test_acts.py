"""What main verbs tell: the cases of cases/acts.txt."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from making import make_source

from generator.annotate import annotate
from generator.collate.acts import find_act

CASES = read_cases(Path(__file__).parent / "cases" / "acts.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language, _, text = case.given.rpartition(": ")
    reading, _ = annotate(make_source(text.strip(), language=language or "en"))
    (sentence,) = reading.sentences
    quoted = [quotation for quotation in reading.quotations if quotation.kind != "indirect"]
    act = find_act(sentence, quoted, reading.expressions)
    assert [f"{act.kind} {act.verb}" if act else "-"] == list(case.expected), case.where


def test_a_long_sentence_is_read_in_bounded_steps() -> None:
    (sentence,) = annotate(make_source("the mill closed by the guild and " * 50 + "stood."))[0].sentences
    assert find_act(sentence, (), ()) is None or find_act(sentence, (), ()) is not None
