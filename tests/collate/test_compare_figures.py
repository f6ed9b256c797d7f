"""Figures of several sources put side by side: what is one quantity, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from readings import read

from generator.collate import collate
from generator.collate.casting.actors import group_actors
from generator.collate.comparing.figure_conflicts import in_words
from generator.collate.comparing.figure_matter import curated_names, list_given
from generator.collate.comparing.figures import MOST, group_figures, grow, size, weigh
from generator.model import AnnotatedSource, Figure, FigureValue, Label, LabelUse, Span

MILL = "Flooding of the old river mill in Skelby destroyed more than 300 sacks of flour, the millers said."
SAME = "Up to 450 sacks of flour were destroyed when flooding reached the old river mill, Skelby millers told us."
OTHER = "The harbour sold 300 sacks of coffee to a roaster from Ulm."


def group(*texts: str, language: str = "en") -> tuple[Figure, ...]:
    readings = [read(text, id=f"s{number}", language=language) for number, text in enumerate(texts)]
    return group_figures(readings, group_actors(readings))


def values(figures: tuple[Figure, ...]) -> list[list[tuple[float, str | None, str | None]]]:
    return [[(one.number, one.unit, one.qualifier) for one in figure.values] for figure in figures]


def test_figures_of_one_thing_stand_side_by_side_with_their_hedges() -> None:
    assert values(group(MILL, SAME)) == [[(300, "sacks", "more than"), (450, "sacks", "up to")]]


def test_a_figure_is_called_by_words_around_it_that_the_sentences_share() -> None:
    (figure,) = group(MILL, SAME)
    assert figure.what == "old river mill in Skelby destroyed … sacks of flour"


def test_a_figure_that_a_source_gives_again_as_it_is_is_one_value() -> None:
    again = "Flooding of the mill destroyed more than 300 sacks of flour, the millers said again."
    (figure,) = group(f"{MILL} {again}", SAME)
    assert [(one.source, one.number) for one in figure.values] == [("s0", 300), ("s1", 450)]
    assert figure.values[0].start < len(MILL)


def test_a_figure_that_one_source_gives_in_two_ways_is_two_values() -> None:
    (figure,) = group(f"{MILL} Flooding of the mill destroyed 310 sacks of flour, the millers said later.", SAME)
    assert sorted(one.number for one in figure.values) == [300, 310, 450]


def test_a_group_grows_no_further_than_anyone_compares() -> None:
    readings = [read(MILL.replace("300", str(300 + n)), id=f"s{n:03}") for n in range(MOST + 20)]
    cast = group_actors(readings)
    given = [one for reading in readings for one in list_given(reading, cast, frozenset(), {})]
    weights = weigh(given)
    given = [replace(one, size=size(one, weights)) for one in given]
    grown = grow(given, [(-1.0, number, number + 1) for number in range(len(given) - 1)], weights)
    assert [len(found) for found in grown] == [MOST, 20]


@pytest.mark.parametrize(("year", "joined"), [("2021", True), ("2018", False)])
def test_what_is_counted_in_another_year_is_another_figure(year: str, joined: bool) -> None:
    readings = [read(f"On 3 May 2021 {MILL}", id="a"), read(f"On 5 May {year} {SAME}", id="b")]
    assert bool(collate(readings, title="")[0].figures) == joined


def test_a_number_alone_joins_nothing() -> None:
    assert group(MILL, OTHER) == ()


@pytest.mark.parametrize(
    "other",
    [
        "Flooding of the old river mill in Skelby destroyed more than 300 tonnes of flour, the millers said.",
        "Flooding of the old river mill in Skelby destroyed 90 percent of the flour, the millers said.",
        "Flooding of the old river mill in Skelby destroyed 300000 sacks of flour, the millers said.",
    ],
    ids=["another measure", "a share", "another order of magnitude"],
)
def test_what_is_counted_otherwise_is_another_figure(other: str) -> None:
    assert group(MILL, other) == ()


def test_two_figures_of_one_sentence_are_two() -> None:
    text = "In Skelby the flooding of the river mill hurt 12 bakers and 14 bakers were missing, said the millers."
    found = group(text, "In Skelby the flooding of the river mill hurt 12 bakers, said the millers.")
    assert values(found) == [[(12, "bakers", None), (12, "bakers", None)]]


def test_one_witness_alone_gives_no_figure_to_compare() -> None:
    assert group(MILL + "\n" + SAME) == ()


def test_both_ends_of_a_range_are_given() -> None:
    text = "Between 200 and 300 sacks of flour were destroyed as flooding reached the old river mill of Skelby."
    assert values(group(MILL, text)) == [[(300, "sacks", "more than"), (200, "sacks", "from"), (300, "sacks", "to")]]


def test_people_of_one_group_may_be_called_by_another_word() -> None:
    one = "More than 2,000 Ruritanians are fed in bakeries of the northern valley, where millers teach women."
    two = "Millers teach Ruritanian women in the northern valley. Some 3,000 people are fed in its bakeries."
    (found,) = group(one, two)
    assert [value.number for value in found.values] == [2000, 3000]


def test_what_a_person_says_means_one_thing_is_something_in_common() -> None:
    one = "At the Skelby depot some 300 sacks were lost in the storm."
    two = "Storm damage: 450 sacks gone from the granary of the millers, clerks wrote."
    spans = (at(one, "depot", "s0"), at(two, "granary", "s1"))
    uses = tuple(LabelUse(term=span.text, source=span.source, count=1, spans=(span,)) for span in spans)
    label = Label(id="l-1", referent="the store", uses=uses, curated="One house.")
    readings = [read(one, id="s0"), read(two, id="s1")]
    cast = group_actors(readings)
    given = [next(iter(list_given(reading, cast, frozenset(), curated_names((label,))))) for reading in readings]
    assert all("=l-1" in found.matter for found in given)


def at(text: str, words: str, source: str) -> Span:
    start = text.index(words)
    return Span(source=source, part=None, start=start, end=start + len(words), text=words)


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        (
            "de",
            "Das Hochwasser zerstörte in der alten Mühle mehr als 300 Säcke Mehl.",
            "Bis zu 450 Säcke Mehl zerstörte das Hochwasser in der alten Mühle.",
        ),
        (
            "fr",
            "La crue a détruit plus de 300 sacs de farine dans le vieux moulin.",
            "Dans le vieux moulin la crue a détruit près de 450 sacs de farine.",
        ),
        (
            "it",
            "La piena ha distrutto più di 300 sacchi di farina nel vecchio mulino.",
            "Nel vecchio mulino la piena ha distrutto circa 450 sacchi di farina.",
        ),
        (
            "es",
            "La crecida destruyó más de 300 sacos de harina en el viejo molino.",
            "En el viejo molino la crecida destruyó unos 450 sacos de harina.",
        ),
        (
            "pt",
            "A cheia destruiu mais de 300 sacos de farinha no velho moinho.",
            "No velho moinho a cheia destruiu cerca de 450 sacos de farinha.",
        ),
    ],
)
def test_every_language_is_compared(language: str, one: str, two: str) -> None:
    assert [[value.number for value in figure.values] for figure in group(one, two, language=language)] == [[300, 450]]


@given(st.permutations([MILL, SAME, OTHER, MILL.replace("300", "310")]))
def test_the_order_of_sources_changes_nothing_but_ids(texts: list[str]) -> None:
    found = {frozenset((value.text, value.number) for value in figure.values) for figure in group(*texts)}
    expected = group(MILL, SAME, OTHER, MILL.replace("300", "310"))
    assert found == {frozenset((value.text, value.number) for value in figure.values) for figure in expected}


EXPECTED = (
    "The old mill burned. The repair of the mill is expected to cost £64 million, of which a bank will pay two thirds."
)


@pytest.mark.parametrize(
    "words", ["The repair of the mill would cost", "Repairs of the mill cost", "The mill repair costs"]
)
def test_clauses_that_say_the_same_of_one_thing_are_of_one_figure_whatever_else_stands_there(words: str) -> None:
    other = f"{words} £46 million, said a clerk whom the Herald had asked in Ulm."
    assert [[value.number for value in one.values] for one in group(EXPECTED, other)] == [[64e6, 46e6]]


@pytest.mark.parametrize(
    "other",
    [
        "The repair of the bridge would cost £46 million, said a clerk.",
        "The sale of the mill would cost £46 million, said a clerk.",
        "The repair of the mill would save £46 million, said a clerk.",
        "The repair of the wall of the harbour mill would cost £46 million, said a clerk.",
    ],
    ids=["another thing", "another act", "another verb", "a part of it"],
)
def test_a_clause_that_says_another_thing_is_of_another_figure(other: str) -> None:
    assert group(EXPECTED, other) == ()


CORRECTED = "The repair costs £64 million, not £46 million. The article was amended."


def test_who_puts_a_number_in_the_place_of_another_differs_from_those_who_give_that() -> None:
    other = (
        "The repair of the old mill by the harbour costs £46 million, said a clerk whom the Herald had asked in Ulm."
    )
    (found,) = group(CORRECTED, other)
    assert [(value.source, value.number) for value in found.values] == [("s0", 64e6), ("s1", 46e6)]
    assert group(CORRECTED, other.replace("46", "47")) == ()


def test_a_number_that_is_refused_alone_joins_nothing() -> None:
    assert group(CORRECTED, "The harbour bridge costs £46 million, a clerk said on Monday.") == ()


def test_who_denies_a_figure_does_not_give_it() -> None:
    told = "According to the guild, four ovens of the Skelby mill are to close by the spring."
    denied = "The ministry denied that four ovens of the Skelby mill are to close by the spring."
    assert group(told, denied) == ()
    assert len(group(told, denied.replace("denied", "confirmed"))) == 1


def test_an_event_whose_reports_give_different_numbers_says_so() -> None:
    first = "On 3 May 2021 a flood at the Skelby river mill destroyed more than 300 sacks of flour."
    second = "A flood at the Skelby river mill on 3 May 2021 destroyed up to 450 sacks of flour."
    dossier, _ = collate([read(first, id="a"), read(second, id="b")], title="")
    (event,) = dossier.events
    (conflict,) = event.conflicts
    assert conflict.what == "figure"
    assert [value.value for value in conflict.values] == ["more than 300 sacks", "up to 450 sacks"]


def test_a_figure_in_words() -> None:
    value = FigureValue(source="a", part=None, start=0, end=1, text="…", number=1200.5, unit="km", qualifier=None)
    assert in_words(value) == "1,200.5 km"


def test_the_ends_of_one_range_do_not_differ_and_other_ends_do() -> None:
    def boats(id: str, least: int, most: int) -> AnnotatedSource:
        return read(
            f"On 3 May 2021 a storm in Skelby damaged between {least} and {most} fishing boats of the guild.", id=id
        )

    same = collate([boats("a", 50, 60), boats("b", 50, 60)], title="")[0]
    other = collate([boats("a", 50, 60), boats("b", 50, 70)], title="")[0]
    assert [one.what for event in same.events for one in event.conflicts] == []
    assert [one.what for event in other.events for one in event.conflicts] == ["figure"]
