"""Pages of actors whom many sources name: what is set out at once, what is folded, what the index calls them."""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from small_dossier import actor, at, dossier, quote, read, to

from generator.model import Actor, ActorMention, AnnotatedSource, Cluster, NameForm, Quote
from generator.publish import links
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.pages.actor import NAMING, WITNESSES
from generator.publish.pages.actors import choose_description


def name_ann(reading: AnnotatedSource) -> tuple[ActorMention, ...]:
    """Every place where she stands."""
    first = at(reading, "Ann Lee")
    starts = [found.start() for found in re.finditer("Ann Lee", reading.source.text)]
    return tuple(
        replace(to(ActorMention, first, how="name"), start=start, end=start + len(first.text)) for start in starts
    )


def page_of(readings: Sequence[AnnotatedSource], lee: Actor, said: tuple[Quote, ...] = ()) -> str:
    found = dossier(readings, actors=(lee,), quotes=said)
    return render_pages(found, Gate(found, readings), Passages(readings), None)[links.page_file(links.actor("ann-lee"))]


def test_of_many_sources_those_that_name_someone_most_are_set_out_and_the_others_folded() -> None:
    readings = tuple(
        read("Ann Lee came. " * (2 if number == NAMING else 1), id=f"s{number:02}", label=f"Post {number}", mode="full")
        for number in range(NAMING + 1)
    )
    lee = actor(
        "ann-lee",
        name="Ann Lee",
        mentions=tuple(one for reading in readings for one in name_ann(reading)),
        names=(NameForm(text="Ann Lee", sources=tuple(one.source.id for one in readings), count=len(readings) + 1),),
    )
    page = page_of(readings, lee)
    for part in (page.partition("<dt>Named by</dt>")[2].partition("</dd>")[0], page.partition("<tbody>")[2]):
        shown, _, folded = part.partition("<summary>And 1 more</summary>")
        assert "Post 12" in shown
        assert "Post 11" not in shown
        assert "Post 11" in folded.partition("</details>")[0]


def test_the_words_of_many_witnesses_are_folded_past_the_first() -> None:
    readings = tuple(
        read(
            "Ann Lee, a baker, came. “We bake,” Ann Lee said.", id=f"s{number:02}", label=f"Post {number}", mode="full"
        )
        for number in range(WITNESSES + 2)
    )
    lee = actor(
        "ann-lee",
        name="Ann Lee",
        mentions=tuple(one for reading in readings for one in name_ann(reading)),
        descriptions=tuple(at(reading, "a baker") for reading in readings),
    )
    said = tuple(
        quote(f"q-{n}", at(reading, "We bake"), speaker="ann-lee", cue="said", cue_span=at(reading, "said"))
        for n, reading in enumerate(readings)
    )
    page = page_of(readings, lee, said)
    for heading in ("{#described}", "{#cues}"):
        section = page.partition(heading)[2].partition("## ")[0]
        assert section.partition("<summary>And 2 more</summary>")[0].count("<dt>") == WITNESSES
        assert section.partition("<summary>And 2 more</summary>")[2].count("<dt>") == 2


def test_the_index_prefers_what_most_sources_call_someone_and_no_title_cut_short() -> None:
    first = read("Gov Ann Lee, a baker, came.", id="a", mode="full")
    second = read("Ann Lee, the miller, came.", id="b", mode="full")
    third = read("Ann Lee, the miller, left. Gov Ann Lee came.", id="c", mode="full")
    short, baker = at(first, "Gov"), at(first, "a baker")
    miller, again = at(second, "the miller"), at(third, "the miller")
    assert choose_description([short, baker]) == baker
    assert choose_description([short, baker, miller, again, at(third, "Gov")]) == miller
    assert choose_description([short]) == short


def test_what_counts_once_is_what_the_number_counts() -> None:
    readings = tuple(read("Ann Lee came, says the Mill Post.", id=id, mode="full") for id in ("a", "b", "c"))
    told = tuple(reading.sentences[0] for reading in readings)
    credit = Cluster(id="c-1", members=("a", "b"), why="credit", spans=told[:1], curated=None)
    copied = Cluster(id="c-2", members=("b", "c"), why="shared text", spans=told[1:], curated=None)
    lee = actor("ann-lee", name="Ann Lee", mentions=tuple(one for reading in readings for one in name_ann(reading)))
    found = dossier(readings, actors=(lee,), clusters=(credit, copied))
    page = render_pages(found, Gate(found, readings), Passages(readings), None)[links.page_file(links.actor("ann-lee"))]
    assert "3 witnesses, 2 independent: B and C carry one text and count once<" in page
