"""Addresses of actors who lose their page as sources come in: who keeps one, and who leaves no trace."""

import pytest
from readings import read, read_posts

from generator.collate.casting.actors import Cast, group_actors
from generator.collate.casting.decided import split_actors
from generator.collate.casting.entries import list_entries
from generator.collate.casting.kin import find_kin
from generator.model import Actor, ActorDecision, AnnotatedSource, Decisions, Split

ANN = read("Ann Brandt opened the mill. Ann Brandt sang.", id="ann")
BO = read("They met Bo Brandt in Ulm.", id="bo")
SHORT = read("Then Brandt left the hall.", id="short")


def kin_of(*texts: str) -> set[frozenset[str]]:
    readings = [read(text, id=str(number)) for number, text in enumerate(texts)]
    return {frozenset(pair) for pair in find_kin(list_entries(readings))}


def actor(cast: Cast, id: str) -> Actor:
    return next(one for one in cast.actors if one.id == id)


def actor_in(id: str, *readings: AnnotatedSource) -> Actor:
    return actor(group_actors(readings), id)


@pytest.mark.parametrize(
    ("texts", "pair"),
    [
        (("They met Ann Brandt.", "Then Brandt left."), {"ann brandt", "brandt"}),
        (("They met Ann Brandt.", "They met Ann M. Brandt."), {"ann brandt", "ann m brandt"}),
        (("They met Ann Hallström.", "They met Ann Hallstrom there."), set()),
        (("They met Pjotr Tchaikovsky.", "They met Pjotr Tchaykovsky."), {"pjotr tchaikovsky", "pjotr tchaykovsky"}),
        (("They like the Skelby Bank.", "They like the Skelby Bank Ltd."), {"skelby bank", "skelby bank ltd"}),
    ],
)
def test_kin(texts: tuple[str, ...], pair: set[str]) -> None:
    assert kin_of(*texts) == ({frozenset(pair)} if pair else set())


def test_names_with_nothing_in_common_are_no_kin() -> None:
    assert kin_of("They met Ann Brandt.", "They met Bo Quill.", "The Skelby Bank closed.") == set()


def test_a_short_name_keeps_its_address_when_it_may_mean_several() -> None:
    assert actor_in("ann-brandt", ANN, SHORT).aliases == ("brandt",)
    short = actor_in("brandt", ANN, BO, SHORT)
    assert (short.published, short.aliases) == (False, ("brandt",))
    assert short.possibly_same == ("ann-brandt", "bo-brandt")


def test_a_full_name_keeps_its_address_when_its_short_form_went_elsewhere() -> None:
    assert actor_in("bo-brandt", BO, SHORT).published
    full = actor_in("bo-brandt", ANN, BO, SHORT)
    assert (full.published, full.aliases) == (False, ("bo-brandt",))


def test_who_never_can_have_had_a_page_has_no_address() -> None:
    assert actor_in("bo-brandt", BO, read("They met Ann Quill.", id="other")).aliases == ()


@pytest.mark.parametrize(
    "telling",
    [
        read("They met Bo Brandt, 9, in Ulm.", id="bo"),
        read_posts(["They met Bo Brandt in Ulm."], id="bo"),
    ],
    ids=["a minor", "named only in posts"],
)
def test_who_is_protected_leaves_no_trace(telling: AnnotatedSource) -> None:
    found = actor_in("bo-brandt", ANN, telling, SHORT)
    assert (found.published, found.aliases) == (False, ())


def test_whom_a_person_takes_out_leaves_no_trace() -> None:
    decision = ActorDecision(line=2, reason="She asked us to.", actor="Ann Brandt", publish=False)
    cast = group_actors([ANN, SHORT], Decisions(file="curation.yml", actors=(decision,)))
    assert (actor(cast, "ann-brandt").published, actor(cast, "ann-brandt").aliases) == (False, ())


def test_an_actor_that_a_person_parted_from_its_short_form_keeps_its_address() -> None:
    assert actor_in("bo-brandt", BO, SHORT).published
    split = Split(names=("Brandt",), sources=(), name="Cy Brandt", id=None)
    given = Decisions(
        file="curation.yml", actors=(ActorDecision(line=2, reason="He said so.", actor="Bo Brandt", split=(split,)),)
    )
    readings, _ = split_actors([BO, SHORT], given)
    cast = group_actors(readings, given)
    assert (actor(cast, "bo-brandt").published, actor(cast, "bo-brandt").aliases) == (False, ("bo-brandt",))
    assert actor(cast, "cy-brandt").aliases == ("brandt", "cy-brandt")


def test_a_decision_that_takes_no_name_away_makes_no_address() -> None:
    decision = ActorDecision(line=2, reason="So he is called.", actor="Bo Brandt", rename="Bo the Miller")
    cast = group_actors([BO], Decisions(file="curation.yml", actors=(decision,)))
    assert actor(cast, "bo-the-miller").aliases == ()


def test_an_alias_is_never_the_address_of_a_page_that_stands() -> None:
    cast = group_actors([ANN, BO, SHORT, read("Brandt and Bo Brandt came. Brandt sang.", id="more")])
    standing = {one.id for one in cast.actors if one.published}
    assert not standing & {alias for one in cast.actors for alias in one.aliases}
