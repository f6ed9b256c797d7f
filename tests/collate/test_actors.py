"""Actors across sources: the cases of cases/actors.txt, who gets a page, what always holds."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from readings import read, read_all, read_posts

from generator.collate.casting.actors import Cast, actors_within, group_actors
from generator.model import Actor

CASES = read_cases(Path(__file__).parent / "cases" / "actors.txt")


def shown(actor: Actor) -> str:
    names = ", ".join(form.text if form.count == 1 else f"{form.text} {form.count}" for form in actor.names)
    same = f" ? {', '.join(actor.possibly_same)}" if actor.possibly_same else ""
    line = f"{actor.id} = {actor.kind}, {actor.name}: {names}{same}"
    return line if actor.published else f"[{line}]"


def actor(cast: Cast, id: str) -> Actor:
    return next(actor for actor in cast.actors if actor.id == id)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert [shown(actor) for actor in group_actors(read_all(case.given)).actors] == case.expected, case.where


@given(st.permutations(CASES[0].given.split("== ")[1:] + CASES[1].given.replace("== ", "== x").split("== ")[1:]))
@settings(max_examples=20)
def test_the_order_of_sources_does_not_matter(blocks: list[str]) -> None:
    ordered, shuffled = ("".join(f"== {block.rstrip()}\n" for block in some) for some in (sorted(blocks), blocks))
    assert group_actors(read_all(ordered)) == group_actors(read_all(shuffled))


def test_every_candidate_goes_under_an_actor() -> None:
    readings = [reading for case in CASES for reading in read_all(case.given)][:12]
    cast = group_actors(readings)
    keys = {(candidate.source, candidate.key) for reading in readings for candidate in reading.candidates}
    assert set(cast.ids) == keys
    assert set(cast.ids.values()) == {actor.id for actor in cast.actors}
    assert [actor.id for actor in cast.actors] == sorted({actor.id for actor in cast.actors})


def test_names_that_were_joined_say_by_what() -> None:
    cast = group_actors(read_all("== a\nThey thanked Ann Brandt.\n== b\nThey thanked Brandt. On Friday Brandt left."))
    (joined,) = actor(cast, "ann-brandt").evidence
    assert (joined.name, joined.other) == ("Brandt", "Ann Brandt")
    assert joined.why == "a surname; no other name here fits it"


def test_names_of_one_source_need_no_evidence() -> None:
    cast = group_actors(read_all("== a\nThey thanked Ann Brandt. On Friday Brandt left."))
    assert [one.evidence for one in cast.actors] == [()]


def test_who_is_named_in_a_range() -> None:
    text = "On Friday Ann Brandt met Tom Quill in Denmark. Then Brandt went home."
    reading = read(text)
    cast = group_actors([reading])
    assert actors_within(cast, reading, 0, text.index("Then")) == ("ann-brandt", "denmark", "tom-quill")
    assert actors_within(cast, reading, text.index("Then"), len(text)) == ("ann-brandt",)
    assert actors_within(cast, reading, 0, 3) == ()
    assert [one.id for one in cast.actors if one.kind == "place"] == ["denmark"]


def test_a_person_named_only_in_posts_gets_no_page() -> None:
    posts = read_posts(["They met Ann Brandt there.", "They met Ann Brandt there."], id="p")
    cast = group_actors([posts])
    assert not actor(cast, "ann-brandt").published
    assert actor(cast, "ann-brandt").why == "named only in posts; private persons get no page"
    article = read("They met Ann Brandt there.", id="a")
    assert actor(group_actors([posts, article]), "ann-brandt").why == "named by 3 witnesses"


def test_a_person_whose_full_name_stands_only_in_posts_gets_no_page() -> None:
    posts = read_posts(["They met Ann Brandt there.", "They met Ann Brandt there."], id="p")
    article = read("Mr. Brandt slept. Brandt ate. Then Brandt went home.", id="a")
    found = actor(group_actors([posts, article]), "ann-brandt")
    assert (found.published, found.why) == (False, "named in full only in posts; private persons get no page")
    fuller = read("Ann Brandt slept. Brandt ate.", id="b")
    assert actor(group_actors([posts, article, fuller]), "ann-brandt").published


def test_a_single_word_named_only_in_posts_may_be_a_person_and_gets_no_page() -> None:
    posts = read_posts(
        ["Ask Brennick or XQ.", "Old Brennick and XQ knew.", "The Bureau of Harbour Works (BHW) slept.", "BHW sleeps."]
    )
    cast = group_actors([posts])
    assert [found.id for found in cast.actors if found.published] == ["bureau-of-harbour-works"]
    assert actor(cast, "brennick").kind == "organisation"
    assert actor(cast, "brennick").why == "named only in posts and by a single word; what it names is not known"
    assert actor(group_actors([posts, read("Brennick came.", id="a")]), "brennick").published


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        ("They met Ann Brandt there.", False, "named once"),
        ("They met Ann Brandt. Then Brandt left.", False, "named by one witness only"),
        ("They met Ann Brandt. Then Brandt left, and Brandt came.", True, "named 3 times in one article"),
        ("They met baker Ann Brandt there.", True, "named and described in one article"),
        ("They met in the town of Skelby.", False, "named once"),
    ],
)
def test_who_gets_a_page(text: str, published: bool, why: str) -> None:
    (found,) = group_actors([read(text)]).actors
    assert (found.published, found.why) == (published, why)


def test_descriptions_and_mentions_are_spans_in_order() -> None:
    cast = group_actors(
        read_all("== b\nThe mayor thanked baker Ann Brandt.\n== a\nThen Mrs Brandt, that is Ann Brandt, a baker, sang.")
    )
    found = actor(cast, "ann-brandt")
    assert [(span.source, span.text) for span in found.descriptions] == [("a", "a baker"), ("b", "baker")]
    assert [(mention.source, mention.text, mention.how) for mention in found.mentions] == [
        ("a", "Brandt", "short"),
        ("a", "Ann Brandt", "name"),
        ("b", "Ann Brandt", "name"),
    ]


def test_the_name_is_the_usual_full_one_in_mixed_case() -> None:
    cast = group_actors(
        read_all(
            "== a\nThey met ANN BRANDT there.\n== b\nThey met Ann Brandt there. Then Brandt sang, and Brandt left."
        )
    )
    assert [found.name for found in cast.actors] == ["Ann Brandt"]


@pytest.mark.parametrize(("extra", "name"), [("en", "Germany"), ("de", "Deutschland")])
def test_a_place_bears_its_name_in_the_language_of_most_of_the_text(extra: str, name: str) -> None:
    readings = [
        read("She went to Germany.", id="a"),
        read("Il vit en Allemagne. Il chante en Allemagne.", id="b", language="fr"),
        read("Sie lebt in Deutschland.", id="c", language="de"),
        read("Lorem ipsum dolor sit amet. " * 9, id="d", language=extra),
    ]
    assert [(found.name, len(found.names)) for found in group_actors(readings).actors if found.kind == "place"] == [
        (name, 3)
    ]


def test_posts_in_several_languages_name_a_place_in_that_of_the_dossier() -> None:
    texts = {"de": "Sie lebt in Deutschland.", "en": "She lives in Germany.", "fr": "Il vit en Allemagne."}
    posts = read_posts(list(texts.values()), id="p")
    parts = tuple(replace(part, language=language) for part, language in zip(posts.source.parts, texts, strict=True))
    posts = read(posts.source.text, id="p", kind="collection", parts=parts)
    for language, name in (("en", "Germany"), ("de", "Deutschland")):
        cast = group_actors([posts, read("Lorem ipsum dolor sit amet. " * 9, id="a", language=language)])
        assert [found.name for found in cast.actors if found.kind == "place"] == [name]


def test_no_sources_have_no_actors() -> None:
    assert group_actors([]) == Cast(actors=(), ids={})


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        ("“We bake,” said Ann Brandt.", True, "quoted in one article"),
        ("“We bake,” said Brandt.", False, "named once"),
        ("“We bake,” they told Ann Brandt.", False, "named once"),
    ],
)
def test_who_is_quoted_under_a_full_name_gets_a_page(text: str, published: bool, why: str) -> None:
    (found,) = group_actors([read(text)]).actors
    assert (found.published, found.why) == (published, why)
    posts = group_actors([read_posts([text])]).actors
    assert [one.published for one in posts] == [False]


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        (
            "They sold bread to Brennick. They like Brennick. Then they left Brennick.",
            False,
            "named by one witness only and by a single word; what it names is not known",
        ),
        ("They sold bread to BHW. They like BHW. Then they left BHW.", True, "named 3 times in one article"),
        ("They like Brennick Bank. Brennick sang. Then they left Brennick.", True, "named 3 times in one article"),
    ],
    ids=["one word", "capitals", "spelt out"],
)
def test_a_single_word_of_which_nothing_says_what_it_names_gets_no_page(text: str, published: bool, why: str) -> None:
    (found,) = group_actors([read(text)]).actors
    assert (found.kind, found.published, found.why) == ("organisation", published, why)
    other = read("They like Brennick and BHW.", id="b")
    assert all(one.published for one in group_actors([read(text), other]).actors if one.id == found.id)
