"""Which citations a hand-written page has, and what they quote."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.citations import find_citations, find_unread
from generator.publish.locators import Locator
from generator.publish.markdown_code import blank_code

CASES = read_cases(Path(__file__).parent / "cases" / "citations.txt")
MARKDOWN = st.lists(
    st.sampled_from(["“", "”", '"', "‘", "’", "«", "»", "[@a]", "[@a; @b]", "[@", "]", "\\", "`", "``", "```", "\n",
                     "\n\n", "    ", "> ", "- ", "~~~", ".", ",", "*", "x", "a word", " "]), max_size=30,
).map("".join)  # fmt: skip


def place(one: Locator) -> str:
    """A locator in one line: id#part, item and paragraph by number, words, what was not read."""
    pieces = (
        one.id if one.part is None else f"{one.id}#{one.part}",
        f"item {one.item}" if one.item is not None else "",
        f"par. {one.paragraph}" if one.paragraph is not None else "",
        f"<{one.words}>" if one.words is not None else "",
        f"rest {one.rest}" if one.rest else "",
    )
    return " ".join(filter(None, pieces)).replace("\n", " ")


def lines(markdown: str) -> Iterator[str]:
    for citation in find_citations(markdown):
        words = "" if citation.words is None else f" | {citation.words}".replace("\n", " ")
        words += f" ({markdown[slice(*citation.unchecked)]})" if citation.unchecked else ""
        yield (
            ", ".join(place(one) for one in citation.cited)
            + words
            + (" !" if citation.unopened else " ?" if citation.unmarked else "")
        )


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
    ("markdown", "unread"),
    [
        ("It opened [@quay.", [10]),
        ('It opened [@quay "its doors].', [10]),
        ("It opened [@quay “its doors]. So [@quay].", [10]),
        ("It opened [@quay\n\nand closed].", [10]),
        ("It opened [@quay [and] more].", [10]),
        ("[@handle](https://bread.example) \\[@quay `[@quay` ida@bread.example [@quay]", []),
    ],
)
def test_a_bracket_that_cannot_be_read_is_known(markdown: str, unread: list[int]) -> None:
    assert list(find_unread(markdown)) == unread


@pytest.mark.parametrize(
    "text",
    ['[@a "' * 20_000, "[@" + "“x” " * 50_000, '[@a "x" ' * 20_000,
     "`" * 200_000, "` `` " * 50_000, "\\" * 200_000 + "`", "[@" * 100_000, "“" * 200_000 + "[@a]", "[@a] " * 20_000,
     "”[@a]” [@a] x" * 5_000, "\n \n" * 70_000, "    \n" * 50_000, "~~~\n" * 50_000],
)  # fmt: skip
def test_long_pages_are_read_in_a_moment(text: str) -> None:
    list(find_citations(text))
    list(find_unread(text))
