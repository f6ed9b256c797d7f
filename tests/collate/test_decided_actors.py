"""What people decide of actors: merged, split, renamed, described; what matches nothing; what clashes."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from readings import read, read_all, read_posts

from generator.collate.applied import NOTHING
from generator.collate.casting.actors import Cast, group_actors
from generator.collate.casting.decided import split_actors
from generator.collate.quoting.quotes import link_quotes
from generator.model import Actor, ActorDecision, ActorKind, AnnotatedSource, Decided, Decisions, Split

TWO_QUILLS = """== a
On Monday Ann Quill opened the mill. Ann Quill was glad. Quill sang.
== b
On Monday baker Bo Quill closed the mill. “We baked bread all night,” Quill said. Then Bo Quill left.
== c
They thanked Quill for the bread. They met the Skelby Bread Union.
"""


def decide(*entries: ActorDecision) -> Decisions:
    """The entries as those of a file, one every ten lines."""
    numbered = (replace(entry, line=10 * number) for number, entry in enumerate(entries, start=1))
    return Decisions(file="curation.yml", actors=tuple(numbered))


def on(actor: str, reason: str = "They wrote to us.", **fields: object) -> ActorDecision:
    return ActorDecision(line=0, reason=reason, actor=actor, **fields)  # type: ignore[arg-type]


def off(*names: str, name: str, sources: Sequence[str] = (), id: str | None = None) -> Split:
    return Split(names=names, sources=tuple(sources), name=name, id=id)


def cast_of(given: str | Sequence[AnnotatedSource], *entries: ActorDecision) -> tuple[Cast, list[str]]:
    """The cast after splits and all, and the problems as a person sees them."""
    readings = read_all(given) if isinstance(given, str) else given
    decisions = decide(*entries)
    readings, split = split_actors(readings, decisions)
    cast = group_actors(readings, decisions)
    return cast, sorted({str(problem) for problem in split.problems + cast.applied.problems})


def actor(cast: Cast, id: str) -> Actor:
    return next(actor for actor in cast.actors if actor.id == id)


def names(cast: Cast) -> dict[str, list[str]]:
    """For each actor its spellings with the sources that print them."""
    return {one.id: [f"{form.text} {''.join(form.sources)}" for form in one.names] for one in cast.actors}


def done(cast: Cast) -> list[tuple[str | None, str]]:
    return [(one.id, one.did) for one in cast.applied.decided]


def test_without_decisions_nothing_changes() -> None:
    readings = read_all(TWO_QUILLS)
    assert split_actors(readings, decide()) == (tuple(readings), NOTHING)
    assert group_actors(readings, decide()) == group_actors(readings)


def test_merged() -> None:
    before = group_actors(read_all(TWO_QUILLS))
    assert actor(before, "quill").possibly_same == ("ann-quill", "bo-quill")
    cast, problems = cast_of(
        TWO_QUILLS, on("Ann Quill", merge=("quill", "skelby-bread-union"), reason="One and the same.")
    )
    assert problems == []
    assert names(cast)["ann-quill"] == ["Ann Quill a", "Quill ac", "Skelby Bread Union c"]
    assert actor(cast, "ann-quill").curated == "One and the same."
    assert actor(cast, "ann-quill").possibly_same == ("bo-quill",)
    assert done(cast) == [("ann-quill", "merged with 2 others")]
    assert {cast.ids["c", "quill"], cast.ids["a", "ann quill"]} == {"ann-quill"}


def test_a_merged_actor_keeps_the_name_of_the_one_that_the_entry_names() -> None:
    given = "== a\nThey saw Brimco. They saw Brimco again.\n== b\nThey saw the Old Mill Bakery."
    cast, _ = cast_of(given, on("old mill bakery", merge=("Brimco",)))
    assert [(one.id, one.name, one.aliases) for one in cast.actors] == [
        ("old-mill-bakery", "Old Mill Bakery", ("brimco",))
    ]


def test_what_is_one_already_is_confirmed() -> None:
    cast, problems = cast_of("== a\nThey met Ann Brandt.\n== b\nThey met Brandt.", on("Ann Brandt", merge=("Brandt",)))
    assert (problems, done(cast)) == ([], [("ann-brandt", "confirmed to be one")])
    assert actor(cast, "ann-brandt").curated == "They wrote to us."


def test_split_in_one_witness() -> None:
    cast, problems = cast_of(TWO_QUILLS, on("quill", split=(off("quill", name="Bo Quill", sources=["c"]),)))
    assert problems == []
    assert names(cast)["bo-quill"] == ["Bo Quill b", "Quill bc"]
    assert "quill" not in names(cast)
    assert actor(cast, "bo-quill").possibly_same == ()
    assert actor(cast, "bo-quill").curated == "They wrote to us."
    assert done(cast) == [("bo-quill", "told apart from 1 other")]


def test_split_leaves_other_witnesses_and_other_actors_alone() -> None:
    cast, problems = cast_of(TWO_QUILLS, on("Ann Quill", split=(off("Quill", name="Cy Quill", id="cy"),)))
    assert problems == []
    assert names(cast)["cy"] == ["Quill a"]
    assert names(cast)["ann-quill"] == ["Ann Quill a"]
    assert names(cast)["bo-quill"] == ["Bo Quill b", "Quill b"]
    assert (actor(cast, "cy").name, actor(cast, "cy").kind) == ("Cy Quill", "person")
    assert actor(cast, "ann-quill").curated == actor(cast, "cy").curated == "They wrote to us."


def test_descriptions_and_quotations_follow_their_mentions() -> None:
    cut = on("Bo Quill", split=(off("Bo Quill", "Quill", name="Ed Quill"),))
    readings, _ = split_actors(read_all(TWO_QUILLS), decide(cut))
    cast = group_actors(readings, decide(cut))
    assert [span.text for span in actor(cast, "ed-quill").descriptions] == ["baker"]
    assert [quote.speaker for quote in link_quotes(readings, cast) if quote.kind == "direct"] == ["ed-quill"]
    part = on("Bo Quill", split=(off("Quill", name="Ed Quill"),))
    readings, _ = split_actors(read_all(TWO_QUILLS), decide(part))
    cast = group_actors(readings, decide(part))
    assert [span.text for span in actor(cast, "bo-quill").descriptions] == ["baker"]
    assert [quote.speaker for quote in link_quotes(readings, cast) if quote.kind == "direct"] == ["ed-quill"]


def test_split_in_one_item_of_a_collection() -> None:
    posts = read_posts(["They met Ann Brandt.", "We met Ann Brandt, and then Brandt sang."], id="p")
    cut = on(
        "Ann Brandt", split=(off("Ann Brandt", "Brandt", name="Ann Brandt", sources=["p#2"], id="ann-the-younger"),)
    )
    cast, problems = cast_of([posts], cut)
    assert problems == []
    assert [(one.id, [m.part for m in one.mentions]) for one in cast.actors] == [
        ("ann-brandt", ["1"]),
        ("ann-the-younger", ["2", "2"]),
    ]


def test_a_split_is_not_undone_by_what_would_join_its_names() -> None:
    given = "== a\nThey met Lina Tchaikovsky.\n== b\nThey met Lina Tchaykovsky."
    assert len(group_actors(read_all(given)).actors) == 1
    cut = on("Lina Tchaikovsky", split=(off("Lina Tchaykovsky", name="Lina Tchaykovsky", sources=["b"]),))
    cast, problems = cast_of(given, cut)
    assert problems == []
    assert names(cast) == {"lina-tchaikovsky": ["Lina Tchaikovsky a"], "lina-tchaykovsky": ["Lina Tchaykovsky b"]}
    assert [one.possibly_same for one in cast.actors] == [(), ()]


def test_fields() -> None:
    entry = on(
        "Ann Quill",
        rename="Ann of the Mill",
        id="ann",
        kind="group",
        describe="Two bakers",
        wikidata="Q1",
        website="https://mill.example/",
        publish=True,
    )
    cast, problems = cast_of(TWO_QUILLS, entry)
    found = actor(cast, "ann")
    assert problems == []
    assert (found.name, found.kind, found.description) == ("Ann of the Mill", "group", "Two bakers")
    assert (found.wikidata, found.website) == ("Q1", "https://mill.example/")
    assert (found.published, found.why) == (True, "decided by the editor")
    assert found.aliases == ("ann-of-the-mill", "ann-quill")
    assert done(cast) == [
        (
            "ann",
            "renamed, given an address of its own, given its kind, given a description, linked to Wikidata, "
            "linked to its website and given a page",
        )
    ]


def test_nobody_without_a_page_is_named() -> None:
    cast, _ = cast_of(TWO_QUILLS, on("Ann Quill", publish=False), on("Skelby Bread Union", describe="Sings."))
    assert (actor(cast, "ann-quill").published, actor(cast, "ann-quill").why) == (False, "decided by the editor")
    assert actor(cast, "ann-quill").aliases == ()
    assert cast.applied.decided == (
        Decided(what="actor", id=None, did="given no page", reason="They wrote to us."),
        Decided(what="actor", id=None, did="given a description", reason="They wrote to us."),
    )


def test_an_entry_may_name_what_one_before_it_made() -> None:
    cast, problems = cast_of(
        TWO_QUILLS,
        on("quill", reason="He said so.", split=(off("Quill", name="Cy Quill", id="cy"),)),
        on("cy", reason="So did she.", rename="Cyrus Quill"),
        on("Cyrus Quill", reason="So did she.", describe="A miller"),
        on("Ann Quill", reason="See there.", merge=("Cyrus Quill",)),
    )
    assert problems == []
    found = actor(cast, "ann-quill")
    assert names(cast)["ann-quill"] == ["Ann Quill a", "Quill ac"]
    assert (found.name, found.description) == ("Ann Quill", "A miller")
    assert found.curated == "He said so.; So did she.; See there."
    assert found.aliases == ("cy", "cy-quill", "cyrus-quill", "quill")
    assert [what for _, what in done(cast)] == [
        "told apart from 1 other",
        "renamed",
        "given a description",
        "merged with 1 other",
    ]


def test_a_name_among_others_that_is_nobodys_is_a_stale_part() -> None:
    cast, problems = cast_of(TWO_QUILLS, on("Ann Quill", merge=("Xyzzy", "quill")))
    assert done(cast) == [("ann-quill", "merged with 1 other")]
    assert problems == ["curation.yml:10: warning: A part of this entry is stale: no actor is called “Xyzzy”."]


def test_a_name_of_nobody_is_stale() -> None:
    _, problems = cast_of(TWO_QUILLS, on("An Quill", describe="x"), on("Ann Quill", merge=("Xyzzy",)))
    assert problems == [
        "curation.yml:10: warning: This entry is stale and has no effect: no actor is called “An Quill”. "
        'Did you mean "Ann Quill"?',
        "curation.yml:20: warning: This entry is stale and has no effect: no actor is called “Xyzzy”.",
    ]


@pytest.mark.parametrize("entry", [on("Quill", describe="x"), on("Quill", split=(off("Quill", name="Cy Quill"),))])
def test_a_name_of_several_asks_for_the_id(entry: ActorDecision) -> None:
    cast, problems = cast_of(TWO_QUILLS, entry)
    asked = "Write the id of the one meant: ann-quill, bo-quill, quill."
    assert problems == [f"curation.yml:10: error: “Quill” is a name of several actors. {asked}"]
    assert cast.actors == group_actors(read_all(TWO_QUILLS)).actors


@pytest.mark.parametrize(("names", "sources"), [(("Quell",), ()), (("Quill",), ("b",)), (("Quill",), ("zz",))])
def test_a_split_that_matches_nothing_is_stale(names: tuple[str, ...], sources: tuple[str, ...]) -> None:
    cast, problems = cast_of(TWO_QUILLS, on("Ann Quill", split=(off(*names, name="Cy Quill", sources=sources),)))
    where = f" in {sources[0]}" if sources else ""
    assert problems == [
        "curation.yml:10: warning: This entry is stale and has no effect: "
        f"“Ann Quill” is never printed as “{names[0]}”{where}."
    ]
    assert cast.actors == group_actors(read_all(TWO_QUILLS)).actors
    assert done(cast) == []


def test_a_split_that_takes_all_leaves_nothing_to_decide_on() -> None:
    cast, problems = cast_of(TWO_QUILLS, on("quill", describe="A name", split=(off("Quill", name="Cy Quill"),)))
    assert problems == [
        "curation.yml:10: warning: A part of this entry is stale: "
        "splits leave nothing of “quill” on which more could be decided."
    ]
    assert actor(cast, "cy-quill").description is None


@pytest.mark.parametrize(
    ("entry", "id", "shown"),
    [
        (on("Ann Quill", rename="Bo Quill"), "bo-quill", "“Bo Quill” and “Bo Quill”"),
        (on("Ann Quill", id="bo-quill"), "bo-quill", "“Ann Quill” and “Bo Quill”"),
        (on("Ann Quill", split=(off("Quill", name="Ann Quill"),)), "ann-quill", "“Ann Quill” and “Ann Quill”"),
        (
            on("Ann Quill", split=(off("Quill", name="Cy Quill", id="bo-quill"),)),
            "bo-quill",
            "“Cy Quill” and “Bo Quill”",
        ),
    ],
)
def test_two_actors_never_share_an_address(entry: ActorDecision, id: str, shown: str) -> None:
    cast, problems = cast_of(TWO_QUILLS, entry)
    assert problems == [
        f"curation.yml:10: error: {shown} would both stand at actors/{id}. Give this one an `id` of its own."
    ]
    assert [one.id for one in cast.actors] == sorted({one.id for one in cast.actors})
    assert {"ann-quill", "bo-quill"} <= {one.id for one in cast.actors}
    assert set(cast.ids.values()) == {one.id for one in cast.actors}


def test_names_may_change_places() -> None:
    cast, problems = cast_of(TWO_QUILLS, on("ann-quill", rename="Bo Quill"), on("bo-quill", rename="Ann Quill"))
    assert problems == []
    assert [one.name for one in cast.actors if one.kind == "person"] == ["Ann Quill", "Bo Quill"]
    assert cast.ids["a", "ann quill"] == "bo-quill"
    cast, problems = cast_of(
        TWO_QUILLS, on("ann-quill", id="bo"), on("bo-quill", id="ann"), on("bo", rename="Bo Quill")
    )
    assert problems == []
    assert [(one.id, one.name) for one in cast.actors if one.kind == "person"] == [
        ("ann", "Bo Quill"),
        ("bo", "Bo Quill"),
    ]


def under_another_key(reading: AnnotatedSource, kind: ActorKind) -> AnnotatedSource:
    """A reading of one candidate, as if another language compared its name by another form."""
    (candidate,) = reading.candidates
    return replace(
        reading,
        candidates=(replace(candidate, key="elsewhere", kind=kind),),
        mentions=tuple(replace(mention, candidate="elsewhere") for mention in reading.mentions),
    )


def test_names_that_differ_in_marks_alone_are_one_actor() -> None:
    readings = [read("They met Brimco there."), under_another_key(read("They met Brimco.", id="b"), "organisation")]
    cast, problems = cast_of(readings)
    assert (problems, names(cast)) == ([], {"brimco": ["Brimco ab"]})


def test_two_kinds_under_one_slug_ask_for_a_decision() -> None:
    readings = [read("They met Brimco there."), under_another_key(read("They met Brimco.", id="b"), "place")]
    cast, problems = cast_of(readings)
    assert problems == [
        "curation.yml: error: “Brimco” (organisation) and “Brimco” (place) would both stand at actors/brimco. "
        "Give one of them an `id` of its own by `split`, or say by `kind` that they are one."
    ]
    assert names(cast) == {"brimco": ["Brimco ab"]}
    _, problems = cast_of(readings, on("brimco", kind="organisation"))
    assert problems == []
    cut = off("Brimco", name="Brimco", sources=["b"], id="brimco-on-sea")
    cast, problems = cast_of(readings, on("brimco", split=(cut,)))
    assert (problems, names(cast)) == ([], {"brimco": ["Brimco a"], "brimco-on-sea": ["Brimco b"]})


def test_of_two_entries_that_contradict_one_another_the_first_counts() -> None:
    cast, problems = cast_of(
        TWO_QUILLS,
        on("Ann Quill", reason="One.", describe="A baker", kind="person", rename="Anne"),
        on("ann-quill", reason="Two.", describe="A miller", kind="person", rename="Anna"),
        on("Bo Quill", reason="Three.", describe="A cook", merge=("anne",)),
    )
    other = "Take “{}” out of one of the two."
    assert problems == [
        "curation.yml:20: error: The actor has another description from the entry in line 10, which counts. "
        + other.format("describe"),
        "curation.yml:30: error: The actor has another description from the entry in line 10, which counts. "
        + other.format("describe"),
    ]
    found = actor(cast, "bo-quill")
    assert (found.name, found.description, found.curated) == ("Bo Quill", "A baker", "One.; Two.; Three.")
    assert [what for _, what in done(cast)] == [
        "renamed, given its kind and given a description",
        "renamed and given its kind",
        "merged with 1 other",
    ]
    cast, problems = cast_of(TWO_QUILLS, on("Ann Quill", rename="Anne"), on("ann-quill", rename="Anna"))
    assert [one.name for one in cast.actors if one.id == "anne"] == ["Anne"]
    assert problems == [
        "curation.yml:20: error: The actor has another name from the entry in line 10, which counts. "
        + other.format("rename")
    ]


@pytest.mark.parametrize("shown_first", [True, False])
def test_whom_one_entry_hides_no_other_one_shows(shown_first: bool) -> None:
    cast, problems = cast_of(
        TWO_QUILLS, on("Ann Quill", publish=shown_first), on("ann-quill", merge=("quill",), publish=not shown_first)
    )
    assert not actor(cast, "ann-quill").published
    (problem,) = problems
    assert "another answer to whether it has a page" in problem


def test_what_is_hidden_stays_hidden_when_it_is_merged() -> None:
    cast, _ = cast_of(TWO_QUILLS, on("ann-quill", publish=False), on("bo-quill", merge=("ann-quill",)))
    assert not actor(cast, "bo-quill").published
    assert done(cast) == [(None, "given no page"), (None, "merged with 1 other")]


def test_the_order_of_the_readings_changes_nothing() -> None:
    entries = (on("quill", split=(off("Quill", name="Bo Quill", sources=["c"]),)), on("Ann Quill", merge=("Bo Quill",)))
    readings = read_all(TWO_QUILLS)
    assert cast_of(readings, *entries) == cast_of(readings[::-1], *entries)
