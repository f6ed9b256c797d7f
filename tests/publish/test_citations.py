"""Which citations a hand-written page has, and what they quote."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.citations import find_citations
from generator.publish.markdown_code import blank_code

CASES = read_cases(Path(__file__).parent / "cases" / "citations.txt")
MARKDOWN = st.lists(
    st.sampled_from(["“", "”", '"', "‘", "’", "«", "»", "[@a]", "[@a; @b]", "[@", "]", "\\", "`", "``", "```", "\n",
                     "\n\n", "    ", "> ", "- ", "~~~", ".", ",", "*", "x", "a word", " "]), max_size=30,
).map("".join)  # fmt: skip


def lines(markdown: str) -> Iterator[str]:
    for citation in find_citations(markdown):
        words = "" if citation.words is None else f" | {citation.words}".replace("\n", " ")
        words += f" ({markdown[slice(*citation.unchecked)]})" if citation.unchecked else ""
        yield ", ".join(citation.ids) + words + (" !" if citation.unopened else " ?" if citation.unmarked else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_citations(case: Case) -> None:
    assert list(lines(case.given)) == case.expected, case.where


@settings(deadline=None)
@given(markdown=MARKDOWN)
def test_citations_stand_where_they_say(markdown: str) -> None:
    end = 0
    for citation in find_citations(markdown):
        first, last = citation.quotation or (citation.start, citation.start)
        assert end <= first <= last <= citation.start < citation.end <= len(markdown)
        assert markdown[citation.start : citation.end].startswith("[@")
        assert markdown[citation.end - 1] == "]"
        assert (citation.words is None) == (citation.quotation is None)
        end = citation.end


@settings(deadline=None)
@given(markdown=MARKDOWN)
def test_blanked_code_keeps_every_place(markdown: str) -> None:
    blanked = blank_code(markdown)
    assert len(blanked) == len(markdown)
    assert all(new in (old, " ") for old, new in zip(markdown, blanked, strict=True))
    assert blanked.count("\n") == markdown.count("\n")


@pytest.mark.parametrize(
    "text",
    ["`" * 200_000, "` `` " * 50_000, "\\" * 200_000 + "`", "[@" * 100_000, "“" * 200_000 + "[@a]", "[@a] " * 20_000,
     "”[@a]” [@a] x" * 5_000, "\n \n" * 70_000, "    \n" * 50_000, "~~~\n" * 50_000],
)  # fmt: skip
def test_long_pages_are_read_in_a_moment(text: str) -> None:
    list(find_citations(text))
