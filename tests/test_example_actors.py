"""Whom a careful reader of the five example documents must find among its actors."""

from pathlib import Path

import pytest

from generator.language.name_lists import calendar
from generator.model import Actor
from generator.pipeline import make_dossier

SEEDS = Path(__file__).parent.parent / "seeds"
REPORTS = {"afp-report", "21-january-report", "undated-report", "epoch-times-report"}


@pytest.fixture(scope="module")
def actors() -> tuple[Actor, ...]:
    return make_dossier(SEEDS).dossier.actors


def named(actors: tuple[Actor, ...], name: str) -> list[Actor]:
    """The actors of which a source prints this name, tags and running text alike."""
    squeezed = name.replace(" ", "").casefold()
    return [actor for actor in actors if any(form.text.replace(" ", "").casefold() == squeezed for form in actor.names)]


def sources(actor: Actor) -> set[str]:
    return {mention.source for mention in actor.mentions}


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Hua Chunying", "Chunying", "Hua"), "person"),
        (("Mike Pompeo", "Pompeo"), "person"),
        (("Donald Trump", "Trump"), "person"),
        (("Uyghurs", "Uighurs", "Uyghur", "Uighur"), "group"),
        (("Chinese embassy in the US", "Chinese Embassy in Washington", "Chinese Embassy"), "organisation"),
    ],
)
def test_one_actor_under_all_its_names_in_all_reports(
    actors: tuple[Actor, ...], names: tuple[str, ...], kind: str
) -> None:
    found = {actor.id: actor for name in names for actor in named(actors, name)}
    assert len(found) == 1, sorted(found)
    (actor,) = found.values()
    assert (actor.kind, actor.published) == (kind, True)
    assert sources(actor) >= REPORTS


def test_the_chief_executive_is_one_person(actors: tuple[Actor, ...]) -> None:
    (actor,) = named(actors, "Jack Dorsey")
    assert named(actors, "Dorsey") == [actor]
    assert (actor.kind, actor.published) == ("person", True)
    assert sources(actor) == {"epoch-times-report"}


@pytest.mark.parametrize(
    "name", ["Zhanargul Zhumatai", "Wang Wenbin", "Antony Blinken", "Erkin Tuniyaz", "Thorbjørn Jagland"]
)
def test_people_whom_the_threads_name(actors: tuple[Actor, ...], name: str) -> None:
    (actor,) = named(actors, name)
    assert actor.kind == "person"
    assert sources(actor) == {"thread-page"}


@pytest.mark.parametrize("name", ["Google", "Reuters", "Hikvision", "Norwegian Nobel Committee"])
def test_bodies_that_are_hardly_named(actors: tuple[Actor, ...], name: str) -> None:
    (actor,) = named(actors, name)
    assert actor.kind == "organisation"


def test_no_word_of_a_page_or_calendar_is_an_actor(actors: tuple[Actor, ...]) -> None:
    words = {"share", "well", "sadly", "read", "the", "thread"} | calendar("en") | calendar("it") | calendar("fr")
    assert not [form.text for actor in actors for form in actor.names if form.text.casefold() in words]


def test_the_child_has_no_page(actors: tuple[Actor, ...]) -> None:
    assert not [actor.id for actor in actors if actor.published and "year-old" in actor.name]
    private = {"named as a minor; gets no page unless the editor decides so"}
    assert all(not actor.published for actor in actors if actor.why in private)
    girl = [span for actor in actors for span in actor.descriptions if "6-year-old" in (span.text or "")]
    assert not girl
