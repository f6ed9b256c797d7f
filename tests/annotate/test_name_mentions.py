"""How each mention names its candidate: by name, by description, by pronoun. The cases of cases/name_mentions.txt."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from making import make_source

from generator.annotate.names import find_names
from generator.annotate.sentences import find_sentences

CASES = read_cases(Path(__file__).parent / "cases" / "name_mentions.txt")


def shown(text: str) -> list[str]:
    """A line for each mention: where it is no name or short form its `how`, the words, the candidate's name."""
    source = make_source(text)
    names = find_names(source, find_sentences(source))
    called = {candidate.key: candidate.name for candidate in names.candidates}
    how = {mention: "" if mention.how in {"name", "short"} else f" ({mention.how})" for mention in names.mentions}
    return [f"{mention.text} = {called[mention.candidate]}{how[mention]}" for mention in names.mentions]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert shown(case.given) == case.expected, case.where
