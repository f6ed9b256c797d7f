"""How a family is set out: who is given the words, what is told without marks, what can be named by place only."""

import re

from making import make_source
from rendered import Reader, fold, render

from generator.annotate import annotate
from generator.collate import collate
from generator.model import Mode, PublicationDate
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages

DAY = PublicationDate(edtf="2022-03-02", basis="stated", why="The page says so.", span=None)
WHOLE = (
    "“The oven is a cold ruin, and we wait for wood and for the carter from Ulm,” said Transport Minister Ann Lee. "
    "Ann Lee left."
)
BODY = "“The oven is a cold ruin, and we wait for wood and for the carter from Ulm,” the Transport Ministry said."
SCRAPS = "Ann Lee said the oven was “a cold ruin” and that they “wait for wood and for the carter from Ulm”."
MINISTRY = "The Transport Ministry met on Monday. The Transport Ministry has an oven."
MARKED = "“The oven is a [cold] ruin … and we wait for wood and for the carter from Ulm,” Ann Lee said."


def wordings(*texts: str, mode: Mode = "full") -> str:
    """The page of wordings as Markdown; the sources after the first print everything."""
    readings = [
        annotate(make_source(text, id=id, published=DAY, mode="full" if n else mode, label=f"Paper {id}"))[0]
        for n, (id, text) in enumerate(zip("abcd", texts, strict=False))
    ]
    found, _ = collate(readings, title="The oven")
    return render_pages(found, Gate(found, readings), Passages(readings), None)["comparison/wordings.md"]


def seen(page: str) -> str:
    return fold(Reader(render(page.partition("\n---\n")[2])).text)


def places(page: str) -> list[str]:
    return [fold(re.sub("<[^>]+>", "", line)) for line in page.splitlines() if re.match(r'<li id="f-', line)]


def test_who_is_given_the_words_and_why_two_speakers_are_one() -> None:
    text = seen(wordings(WHOLE, BODY, MINISTRY))
    given = text.partition("Given to ")[2].partition("One utterance")[0]
    assert given.startswith("Ann Lee") and "Transport Ministry" in given
    assert "Ann Lee is described as" in given and "Transport Minister" in given


def test_nothing_is_said_of_that_where_all_name_one_speaker() -> None:
    assert "Given to" not in seen(wordings(WHOLE, MARKED))


def test_what_a_source_tells_without_marks_is_no_silence() -> None:
    page = wordings(WHOLE, SCRAPS)
    told = [place for place in places(page) if "without quotation marks" in place]
    assert len(told) == 1 and "The oven is" in told[0] and "the oven was" in told[0]
    assert not any("no words here" in place and "oven" in place for place in places(page))
    assert "partly without quotation marks" in seen(page)


def test_words_that_are_nowhere_are_said_to_be_missing() -> None:
    page = wordings(WHOLE, "“We wait for wood and for the carter from Ulm,” Ann Lee said.")
    assert any("no words here" in place and "cold ruin" in place for place in places(page))


def test_an_editors_marks_are_named() -> None:
    assert "the same words, with an editor’s brackets and an ellipsis" in seen(wordings(WHOLE, MARKED))


def test_what_can_be_named_by_place_only_stands_behind_what_can_be_compared() -> None:
    other = "“Nobody in this town bakes good bread at a fair price any more, least of all the guild,” Bo Berg said."
    page = wordings(f"{WHOLE}\n{other}", MARKED, other, mode="pointer")
    assert "{#places}" in page and "## One utterance" in page
    assert "{#places}" not in wordings(WHOLE, MARKED)
    assert seen(page).count("Named by place only") == 1
