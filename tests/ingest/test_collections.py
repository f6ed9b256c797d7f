"""Pages of items: the cases of cases/collections.txt."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.collections import Item, Page, find_items, posts_saved
from generator.ingest.lines import find_lines

CASES = read_cases(Path(__file__).parent / "cases" / "collections.txt")


def shown(page: Page) -> list[str]:
    found = [f"title: {page.title.text}"] if page.title else []
    found += [f"{number}: {_shown(item)}" for number, item in enumerate(page.items, start=1)]
    return found + [f"{piece.rule}: {piece.text}" for piece in page.furniture]


def _shown(item: Item) -> str:
    first, last = item.lines[0].text.split()[:2], item.lines[-1].text.split()[-2:]
    return f"{posts_saved(item)}/{item.posts_stated} {' '.join(first)} … {' '.join(last)}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    page = find_items(find_lines(case.given))
    assert (shown(page) if page else []) == case.expected, case.where


@given(st.lists(st.sampled_from(["3 replies", "1 reply", "", "A ferry.", "Most recent (3)", "- rye"]), max_size=30))
def test_every_line_is_of_one_item_or_frames_them(given_lines: list[str]) -> None:
    lines = find_lines("\n".join(given_lines))
    page = find_items(lines)
    if page:
        places = [line.start for item in page.items for line in item.lines] + [piece.start for piece in page.furniture]
        assert sorted(places) == [line.start for line in lines]
        assert all(item.lines and 1 <= posts_saved(item) <= item.posts_stated for item in page.items)
