"""Ids from file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.slugs import is_safe, slug

SLUGS = [
    ("Harbour Post 01", "harbour-post-01"),
    ("000_abc", "000-abc"),
    ("Ärger am Fluß (2)", "arger-am-fluss-2"),
    ("Łódź", "lodz"),
    ("Ærø", "aero"),
    ("İstanbul", "istanbul"),
    ("ﬁle", "file"),
    ("橋の話", "橋の話"),
    ("2021 橋", "2021-橋"),
    ("Мост 1", "мост-1"),
    ("पुल", "पुल"),
    ("A.b,c", "a-b-c"),
    ("2021", "2021"),
    ("!!!", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=60))
def test_a_slug_is_safe_or_empty_and_its_own_slug(name: str) -> None:
    made = slug(name)
    assert made == "" or is_safe(made) or made == "index"
    assert slug(made) == made


@pytest.mark.parametrize("name", ["", "A", "a b", "a/b", "a#b", "a--b", "-a", "a-", "index", "ﬁ", "..", "x" * 300])
def test_unsafe_ids(name: str) -> None:
    assert not is_safe(name)
