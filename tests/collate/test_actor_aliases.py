"""Addresses of actors: whoever had a page when fewer sources were there is still found under its address."""

from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read, read_all, read_posts

from generator.collate.casting.actors import Cast, group_actors
from generator.collate.casting.decided import split_actors
from generator.model import ActorDecision, AnnotatedSource, Decisions, Split

ENGLISH = """== a
On Friday Ann Quill opened the mill. Quill was glad, and Ann Quill sang.
They wrote to the Bureau of Harbour Works (BHW).
== b
Baker Bo Quill closed the mill. Quill said nothing. BHW wept.
== c
They thanked Quill for the bread. Quill sang. Quill left for Germany and the U.S. at once.
== d
Lina Tchaykovsky met #AnnQuill in the United States. The BHW and Norway’s embassy in Peru wrote to Brimco Foods.
== e
Baker Lina Tchaikovsky met ANN QUILL in America. The Norwegian embassy in Peru wrote to Brimco Inc. and to Brimco.
== f
They met @ann_quill and the mayor, Anna Quill. Brimco, Brimco and Brimco came from Skelby province to Skelby.
"""
FRENCH = (
    "Ils ont vu Anne Quill en Allemagne. Allemagne et Danemark, Danemark et Allemagne. " + "Lorem ipsum dolor. " * 20
)
GERMAN = "Sie traf Ann Quill in Deutschland, in Deutschland und in Dänemark, und das Bureau of Harbour Works."
READINGS = (
    *read_all(ENGLISH),
    read(FRENCH, id="g", language="fr"),
    read(GERMAN, id="h", language="de"),
    read_posts(["They met Ann Quill.", "Brennick slept.", "Old Brennick sang in Norway, so did Ann Quill."], id="i"),
)
DECISIONS = Decisions(
    file="curation.yml",
    actors=(
        ActorDecision(line=1, reason="x", actor="Bureau of Harbour Works", rename="The Bureau", describe="An office"),
        ActorDecision(line=2, reason="x", actor="Brimco", merge=("Brennick",), id="the-bakers"),
        ActorDecision(
            line=3,
            reason="x",
            actor="Ann Quill",
            split=(Split(names=("Ann Quill",), sources=("i",), name="Ann Quill", id="ann-the-younger"),),
        ),
    ),
)
SUBSETS = st.sets(st.sampled_from(READINGS), min_size=1)


def cast_of(readings: list[AnnotatedSource], decisions: Decisions) -> Cast:
    return group_actors(split_actors(readings, decisions)[0], decisions)


def leading(cast: Cast) -> set[str]:
    """Every address under which an actor of the cast is known."""
    return {address for actor in cast.actors for address in (actor.id, *actor.aliases)}


def lost(part: Cast, whole: Cast) -> list[str]:
    """The addresses of pages of a part that lead nowhere in the whole, though who they were of has a page there."""
    published = {actor.id for actor in whole.actors if actor.published}
    homes: dict[str, set[str]] = {}
    for place, id in part.ids.items():
        homes.setdefault(id, set()).update({whole.ids[place]} if place in whole.ids else ())
    pages = {actor.id for actor in part.actors if actor.published}
    return sorted(id for id in pages - leading(whole) if homes[id] & published)


@given(SUBSETS)
@settings(max_examples=200, deadline=None)
def test_an_address_still_leads_there_when_sources_join(some: set[AnnotatedSource]) -> None:
    assert lost(group_actors(list(some)), group_actors(READINGS)) == []


@given(SUBSETS)
@settings(max_examples=100, deadline=None)
def test_an_address_still_leads_there_with_decisions(some: set[AnnotatedSource]) -> None:
    assert lost(cast_of(list(some), DECISIONS), cast_of(list(READINGS), DECISIONS)) == []


@given(SUBSETS)
@settings(max_examples=100, deadline=None)
def test_an_address_still_leads_there_when_people_decide(some: set[AnnotatedSource]) -> None:
    assert lost(group_actors(list(some)), cast_of(list(READINGS), DECISIONS)) == []


@given(SUBSETS)
@settings(max_examples=100, deadline=None)
def test_a_page_stays_unless_its_mentions_turn_out_to_be_somebody_elses(some: set[AnnotatedSource]) -> None:
    part, whole = group_actors(list(some)), group_actors(READINGS)
    kept = {actor.id: actor for actor in whole.actors}
    for actor in (actor for actor in part.actors if actor.published):
        homes = {whole.ids[place] for place, id in part.ids.items() if id == actor.id}
        person = any(kept[home].kind == "person" != actor.kind for home in homes)
        assert len(homes) > 1 or person or all(kept[home].published for home in homes), actor.id


def test_no_alias_is_the_address_of_a_page() -> None:
    for decisions in (Decisions(file="curation.yml"), DECISIONS):
        cast = cast_of(list(READINGS), decisions)
        pages = {actor.id for actor in cast.actors if actor.published}
        assert any(actor.aliases for actor in cast.actors if actor.published)
        assert not {alias for actor in cast.actors for alias in actor.aliases} & pages
        assert all(list(actor.aliases) == sorted(set(actor.aliases)) for actor in cast.actors)


def test_an_alias_that_several_claim_stays_with_each() -> None:
    given = (
        "== a\nOn Monday Lina Tchaykovsky sang.\n== b\nOn Monday Lina Tchaikovsky sang.\n== c\nLina Tchaykovsky left."
    )
    cut = Split(names=("Lina Tchaykovsky",), sources=("c",), name="Lina of the Mill", id=None)
    entries = (
        ActorDecision(line=1, reason="x", actor="Lina Tchaikovsky", rename="Lina", publish=True, split=(cut,)),
        ActorDecision(line=2, reason="x", actor="Lina of the Mill", publish=True),
    )
    cast = cast_of(read_all(given), Decisions(file="curation.yml", actors=entries))
    assert {actor.id: actor.aliases for actor in cast.actors} == {
        "lina": ("lina-tchaikovsky", "lina-tchaykovsky"),
        "lina-of-the-mill": ("lina-tchaykovsky",),
    }


def test_who_is_protected_by_having_no_page_has_no_other_address() -> None:
    hidden = ActorDecision(line=1, reason="x", actor="Brimco", merge=("Skelby",), publish=False)
    cast = cast_of(list(READINGS), Decisions(file="curation.yml", actors=(hidden,)))
    assert [actor.aliases for actor in cast.actors if actor.why == "decided by the editor"] == [()]
    child = read("Ann Quill, 9, sang. Quill left.", id="z")
    (found,) = [actor for actor in group_actors([*READINGS, child]).actors if actor.id == "ann-quill"]
    assert (found.published, found.aliases) == (False, ())
