"""A headline that begins with a pronoun says whom it means, where the entry's people leave one."""

import pytest
from msgspec.structs import replace
from small_dossier import actor, at, dossier, entry, event, read, to

from generator.model import Actor, ActorMention, AnnotatedSource
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import make_catalogue
from generator.publish.pages.headlines import headline, make_line
from generator.publish.pages.marks import Page

READING = read("He sold the mill to Bo Roy.\nThe mill burned.", mode="full")
ANN = actor("al-lee", name="Al Lee")
BO = actor("bo-roy", name="Bo Roy", mentions=(to(ActorMention, at(READING, "Bo Roy"), how="name"),))


def named(*actors: Actor, sentence: int = 0, reading: AnnotatedSource = READING) -> tuple[str, str]:
    told = event("e-1", reading.sentences[sentence], actors=tuple(one.id for one in actors))
    found = dossier((reading,), sources=(entry(reading, "A"),), events=(told,), actors=actors)
    page = Page(catalogue=make_catalogue(found, Gate(found, (reading,)), Passages((reading,))), url="timeline/")
    return headline(page, told).striptags(), make_line(page, told).what.striptags()


def test_the_one_person_who_is_not_named_there_is_meant() -> None:
    assert all(title.startswith("Al Lee: He sold the mill to Bo Roy.") for title in named(ANN, BO))


@pytest.mark.parametrize(
    "actors",
    [
        (BO,),  # named in the sentence
        (ANN, BO, replace(ANN, id="cy-may", name="Cy May")),  # two may be meant
        (replace(ANN, kind="organisation"), BO),  # no person
        (replace(ANN, published=False), BO),  # has no page, and is not named
    ],
)
def test_where_it_is_not_clear_nobody_is_named(actors: tuple[Actor, ...]) -> None:
    assert all(title.startswith("He sold the mill") for title in named(*actors))


def test_without_a_pronoun_nobody_is_meant() -> None:
    assert all(title.startswith("The mill burned") for title in named(ANN, sentence=1))
