"""Names in one source: the cases of cases/names.txt, collections, what always holds."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from cases import Case, read_cases
from conftest import make_source
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.names import Names, find_names
from generator.annotate.sentences import find_sentences
from generator.model import Part, Source

CASES = read_cases(Path(__file__).parent / "cases" / "names.txt")
LANGUAGE = re.compile(r"\[(\w+)\]")


def find(text: str, language: str = "en") -> Names:
    source = make_source(text, language=language)
    return find_names(source, find_sentences(source))


def shown(names: Names) -> list[str]:
    """A line for each candidate: its name, kind, mentions (each spelling once, as often as it stands), descriptions."""
    lines = []
    for candidate in names.candidates:
        texts = Counter(mention.text for mention in names.mentions if mention.candidate == candidate.key)
        mentions = ", ".join(text if count == 1 else f"{text} {count}" for text, count in texts.items())
        said = "; ".join(found.text for found in names.descriptions if found.candidate == candidate.key)
        lines.append(f"{candidate.name} = {candidate.kind}: {mentions}" + (f" | {said}" if said else ""))
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language = LANGUAGE.match(case.title)
    assert shown(find(case.given, language[1] if language else "en")) == case.expected, case.where
