"""What a story says without a source is warned of, line by line; the editor's own words are not."""

import re
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossier import read

from generator.model import HandPage
from generator.publish.handpages import prove_page
from generator.publish.proofs import make_shelf
from generator.publish.stories import UNCHECKED, UNCITED, check_story, find_paragraphs

CASES = read_cases(Path(__file__).parent / "cases" / "stories.txt")


def warnings_of(markdown: str) -> list[str]:
    lines = []
    for problem in check_story(markdown, "f"):
        what = "¶" if problem.message == UNCITED else problem.message.removesuffix(f" {UNCHECKED}")[1:-1]
        lines.append(f"{problem.where.line} {what}")
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_stories(case: Case) -> None:
    assert warnings_of(case.given) == case.expected, case.where


def problems_of(text: str) -> list[str]:
    page = prove_page(HandPage(file="pages/method.md", text=text), make_shelf([read("Bread is sold.\n", "quay")]))
    return [str(problem) for problem in page.problems]


def test_a_page_in_own_words_alone_needs_no_citation() -> None:
    assert problems_of("---\nstory: false\n---\nWe read all of it.\n") == []
    assert problems_of("---\ntitle: A\n---\nWe read all of it.\n") == [f"pages/method.md:4: warning: {UNCITED}"]
    [problem] = problems_of("---\nstory: sometimes\n---\nWe read it [@quay].\n")
    assert problem.startswith("pages/method.md:2: error: `story` is true for a page that cites its sources, false")


def test_what_is_quoted_on_a_page_in_own_words_is_held_against_its_source_all_the_same() -> None:
    [problem] = problems_of("---\nstory: false\n---\nIt says “bread was sold” [@quay].\n")
    assert "pages/method.md:4: error: “bread was sold” does not stand so" in problem


@settings(deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab.\n #-*|>[]<{}:“”\"'"), max_size=60))
def test_paragraphs_stand_apart_and_hold_all_words_that_are_not_passed_over(text: str) -> None:
    end = 0
    for start, stop in find_paragraphs(text):
        assert end <= start < stop <= len(text)
        assert re.search(r"\S", text[start:stop])
        end = stop
    list(check_story(text, "f"))


def test_what_is_set_as_a_quotation_needs_a_citation_even_where_it_is_no_sentence() -> None:
    assert problems_of("# A\n\n> fresh bread\n") == [f"pages/method.md:3: warning: {UNCITED}"]
    assert problems_of("# A\n\nsome <q>fresh bread</q>\n") == [f"pages/method.md:3: warning: {UNCITED}"]
    assert problems_of("# A\n\n> fresh bread\n{: .d-ours }\n\n>\n\nfresh <b>bread</b>\n") == []
