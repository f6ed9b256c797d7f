"""Passages that people rely on, found again in a newer capture of their source, or not."""

import json

import pytest
from small_dossier import read

from generator.model import AnnotatedSource, HandPage, Part
from generator.publish.reanchoring import compare_anchors, refuse_ambiguous

OLD = "The bridge is closed. Nobody is hurt. The mayor speaks of “bad luck” tonight.\n"


def published(*words: str, withheld: bool = False, text: str = OLD) -> bytes:
    """The dossier of a build in which people rely on these words of the text, each where it stands last."""
    places = [(text.rindex(one), text.rindex(one) + len(one)) for one in words]
    return anchored(text, *places, withheld=withheld)


def anchored(text: str, *places: tuple[int, int], withheld: bool = False) -> bytes:
    """The dossier of a build in which people rely on these places of the text."""
    anchors = []
    for start, end in places:
        anchor = {"by": "pages/index.md", "source": "a", "part": None, "start": start, "end": end}
        words = text[start:end]
        anchors.append(anchor | ({"text": None, "sha256": _sha256(words)} if withheld else {"text": words}))
    return json.dumps({"sources": [{"id": "a", "sha256": _sha256(text)}], "anchors": anchors}).encode()


def _sha256(text: str) -> str:
    return read(text).source.sha256


def states(before: bytes, now: AnnotatedSource) -> list[str]:
    return [one.state for one in compare_anchors(before, [now])]


def test_nothing_is_reported_of_a_source_that_has_not_changed() -> None:
    assert compare_anchors(published("Nobody is hurt"), [read(OLD)]) == ()


@pytest.mark.parametrize("withheld", [False, True])
@pytest.mark.parametrize(
    ("now", "state"),
    [
        (OLD + "Share this page\n", "kept"),
        ("Home. " + OLD, "moved"),
        (OLD.replace("Nobody is hurt", "Nobody is harmed"), "lost"),
        ("Nobody is hurt. " + OLD, "ambiguous"),
        (OLD + "Nobody is hurt, the paper says.\n", "kept"),
    ],
)
def test_states(now: str, state: str, *, withheld: bool) -> None:
    assert states(published("Nobody is hurt", withheld=withheld), read(now)) == [state]


def test_a_likeness_is_no_match() -> None:
    now = OLD.replace("Nobody is hurt.", "Nobody was hurt.")
    assert states(published("Nobody is hurt"), read(now)) == ["lost"]


def test_the_style_of_quotation_marks_does_not_matter() -> None:
    now = "New! " + OLD.replace("“", '"').replace("”", '"')
    assert states(published("speaks of “bad luck”"), read(now)) == ["moved"]


def test_what_is_ambiguous_is_an_error_with_its_places() -> None:
    now = "Nobody is hurt. " + OLD
    found = compare_anchors(published("Nobody is hurt"), [read(now)])
    page = HandPage(file="pages/index.md", text="# News\n\n“Nobody is\nhurt” [@a].\n")
    (problem,) = refuse_ambiguous(found, published("Nobody is hurt", text=now), [page])
    assert str(problem).startswith("pages/index.md:3: error: “Nobody is hurt” stood at characters 22–36 of a.txt.")
    assert "2 times in it (characters 0–14, 38–52)" in problem.message


def test_who_has_quoted_more_words_since_is_held_up_no_more() -> None:
    now = "Nobody is hurt. " + OLD
    found = compare_anchors(published("Nobody is hurt"), [read(now)])
    assert not refuse_ambiguous(found, published("closed. Nobody is hurt", text=now))
    assert not refuse_ambiguous(found, b"")


def test_what_moved_to_one_place_is_no_error() -> None:
    now = "Home. " + OLD
    found = compare_anchors(published("Nobody is hurt"), [read(now)])
    assert not refuse_ambiguous(found, published("Nobody is hurt", text=now))


def test_a_piece_of_a_quotation_moves_with_the_others() -> None:
    before = published("The bridge", "is hurt")
    now = "He is hurt. " + OLD
    found = compare_anchors(before, [read(now)])
    assert [one.state for one in found] == ["moved", "moved"]
    assert not refuse_ambiguous(found, anchored(now, (12, 22), (41, 48)))
    (problem,) = refuse_ambiguous(found, anchored(now, (12, 22), (3, 10)))
    assert "2 times in it (characters 3–10, 41–48)" in problem.message


def test_the_item_is_named_into_which_a_passage_came() -> None:
    anchor = {"by": "curation.yml", "source": "a", "part": "1", "start": 0, "end": 10, "text": "The bridge"}
    before = json.dumps({"sources": [{"id": "a", "sha256": "0"}], "anchors": [anchor]}).encode()
    parts = tuple(
        Part(id=id, start=start, end=end, language="en", title=None, author=None, published=None, posts_stated=None,
             posts_saved=None)
        for id, start, end in (("1", 0, 5), ("2", 5, 27))
    )  # fmt: skip
    (one,) = compare_anchors(before, [read("Home\nThe bridge is closed.\n", parts=parts, kind="collection")])
    assert str(one) == "curation.yml: moved: a.txt, characters 0–10, now 5–15 in item #2: “The bridge”"


def test_of_what_is_lost_the_words_are_told() -> None:
    now = OLD.replace("hurt", "harmed")
    (one,) = compare_anchors(published("Nobody is hurt"), [read(now)])
    assert str(one) == "pages/index.md: lost: a.txt, characters 22–36: “Nobody is hurt”"
    (one,) = compare_anchors(published("Nobody is hurt", withheld=True), [read(now)])
    assert str(one) == "pages/index.md: lost: a.txt, characters 22–36"


def test_a_report_names_both_places() -> None:
    (one,) = compare_anchors(published("Nobody is hurt"), [read("Home. " + OLD)])
    assert str(one) == "pages/index.md: moved: a.txt, characters 22–36, now 28–42: “Nobody is hurt”"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"anchors": [1], "sources": 3}', b'{"anchors": [{"by": "x"}]}'])
def test_what_is_no_dossier_holds_no_anchor(data: bytes) -> None:
    assert compare_anchors(data, [read(OLD)]) == ()
