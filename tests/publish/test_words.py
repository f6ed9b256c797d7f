"""The site's own words: counts, dates of publication, lists."""

import pytest
from small_dossier import entry, read

from generator.model import Cluster, Part, PublicationDate, SourceEntry, Span
from generator.publish import words

SPAN = Span(source="a", part=None, start=0, end=4, text="2021")


def dated(edtf: str | None, basis: str = "stated") -> PublicationDate:
    return PublicationDate(edtf=edtf, basis=basis, why="It says so.", span=None)


@pytest.mark.parametrize(
    ("published", "updated", "printed"),
    [
        (dated("2021-01-15"), None, "15 January 2021"),
        (dated("2021-01-15"), dated("2021-01-17"), "15 January 2021, updated 17 January 2021"),
        (dated("2021-01-15"), dated("2021-01-15"), "15 January 2021"),
        (dated("2021-01-15"), dated(None, "unknown"), "15 January 2021"),
        (dated("2021-01-21/..", "bounded"), None, "not stated; not before 21 January 2021"),
        (dated("2021-01/..", "bounded"), None, "not stated; not before 1 January 2021"),
        (dated("../2021-01-21", "bounded"), None, "not stated; not after 21 January 2021"),
        (dated("2021-01-21/2021-01-24", "bounded"), None, "not stated; between 21 and 24 January 2021"),
        (dated(None, "unknown"), None, "not stated"),
    ],
)
def test_a_publication_date(published: PublicationDate, updated: PublicationDate | None, printed: str) -> None:
    assert words.published_in_words(published, updated) == printed


def test_a_bounded_date_is_never_printed_as_an_update() -> None:
    bounded = dated("2021-02-01/..", "bounded")
    assert words.published_in_words(dated("2021-01-15"), bounded) == "15 January 2021"


@pytest.mark.parametrize(
    ("witnesses", "independent", "printed"),
    [
        (0, 0, "0 witnesses"),
        (1, 1, "1 witness"),
        (2, 1, "2 witnesses, 1 independent"),
        (24, 24, "24 witnesses, 24 independent"),
    ],
)
def test_counts_of_witnesses(witnesses: int, independent: int, printed: str) -> None:
    assert words.witnesses_in_words(witnesses, independent) == printed


@pytest.mark.parametrize(
    ("why", "names", "printed"),
    [
        ("shared text", ["B", "C"], "B and C carry one text and count once"),
        ("credit", ["A", "C", "D"], "A, C and D have this from one report, as they say, and count once"),
    ],
)
def test_why_witnesses_count_once(why: str, names: list[str], printed: str) -> None:
    cluster = Cluster(id="c", members=("b", "c"), why=why, spans=(SPAN,), curated=None)
    assert words.why_counted_once(cluster, names) == printed


@pytest.mark.parametrize(
    ("items", "printed"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(items: list[str], printed: str) -> None:
    assert words.listed(items) == printed


@pytest.mark.parametrize(("share", "printed"), [(0.0, 0), (0.0001, 1), (0.5, 50), (0.9999, 99), (1.0, 100)])
def test_shares_never_round_to_nothing_or_to_all(share: float, printed: int) -> None:
    assert words.percent(share) == printed


def collection(*posts: tuple[int | None, int | None]) -> SourceEntry:
    parts = tuple(
        Part(id=f"t{n}", start=n, end=n + 1, language="en", title=None, author=None, published=None,
             posts_stated=stated, posts_saved=saved)
        for n, (stated, saved) in enumerate(posts)
    )  # fmt: skip
    return entry(read("Bread and salt.", kind="collection", parts=parts), "A")


def test_items_whose_posts_are_counted_are_threads() -> None:
    assert words.part_noun(collection((4, 4))) == "thread"
    assert words.part_noun(collection((None, None))) == "item"


def test_what_was_saved_in_part_is_an_excerpt() -> None:
    assert words.is_excerpt(collection((4, 4), (9, 3)))
    assert not words.is_excerpt(collection((4, 4)))
    assert not words.is_excerpt(collection((None, None)))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("it", "Italian"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("xx", "xx"),
        ("", ""),
        ("und", "language not stated"),
    ],
)
def test_names_of_languages(tag: str, name: str) -> None:
    assert words.language_name(tag) == name
