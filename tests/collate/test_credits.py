"""Credits: who has a report from whom, near misses, several languages, and what that does to counts."""

import pytest
from msgspec import structs
from readings import read

from generator.collate.casting.actors import group_actors
from generator.collate.comparing.credits import group_credits
from generator.dependence import count_independent, dependent_in
from generator.model import ActorMention, Cluster
from generator.spans import cut

OWN = "The harbour bridge is closed until May, the mayor said on Monday. The Harbour Courier asked her."


def clusters(
    *texts: str, publishers: tuple[str | None, ...] = ("Harbour Courier",), language: str = "en"
) -> tuple[Cluster, ...]:
    named = (*publishers, *(None,) * len(texts))
    readings = [
        read(text, id=id, publisher=publisher, language=language)
        for id, text, publisher in zip("abcdef", texts, named, strict=False)
    ]
    return group_credits(readings, group_actors(readings).actors)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed until May, the mayor told the Harbour Courier.",
        "The bridge is closed until May, the paper said, citing the Harbour Courier.",
        "According to the Harbour Courier, the bridge is closed until May.",
        "That the bridge is closed was first reported by the Harbour Courier.",
        "In an interview with the Harbour Courier, the mayor said it was closed.",
        "The Harbour Courier reported that the bridge was closed.",
        "She told the newspaper Harbour Courier that it was closed.",
    ],
)
def test_a_credit_to_another_source(text: str) -> None:
    (cluster,) = clusters(OWN, text)
    assert (cluster.members, cluster.why) == (("a", "b"), "credit")
    assert [span.text for span in cluster.spans] == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ULM (Brotfunk) - The mill burned down. Nobody was hurt.", "SKELBY, 3 May (Brotfunk) — Rain fell."),
        ("ŁÓDŹ (Brotfunk) - The mill burned down.", "ŁÓDŹ, 3 May (Brotfunk) — Rain fell."),
        ("BFN - The mill burned down. Nobody was hurt.", "BFN – Rain fell on the town."),
        ("The mill burned down. Nobody was hurt. (BFN)", "Rain fell on the town. (BFN)"),
    ],
    ids=["in the dateline", "in other capitals", "before the first words", "behind the last words"],
)
def test_an_agency_that_stands_where_a_text_says_from_whom_it_is(first: str, second: str) -> None:
    (cluster,) = clusters(first, second, publishers=())
    assert (cluster.members, cluster.why) == (("a", "b"), "credit")


@pytest.mark.parametrize(
    "text",
    [
        "The Bread and Funk Network (BFN) - founded last year - said that the mill was closed.",
        "BFN - the radio of the town - said that the mill was closed.",
        "Rain fell on Ulm. ULM (BFN) - it never stops there.",
        "The mill was closed by the Bread and Funk Network (BFN).",
        "Ulm (Germany) - The mill burned down. Brotfunk is there.",
        "łódka (BFN) - The mill burned down. Nobody was hurt.",
        "булка (BFN) - The mill burned down. Nobody was hurt.",
    ],
)
def test_an_abbreviation_or_an_apposition_is_no_dateline(text: str) -> None:
    assert clusters(text, text.replace("mill", "old oven"), publishers=()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Courier declined to comment.",
        "The mayor told the Harbour Courier’s lawyers that it was closed.",
        "The Harbour Courier said it would close its office at the bridge.",
        "The Harbour Courier reported a loss for the year.",
        "The mayor told the Bridge Guild that it was closed.",
        "The mayor reads the Harbour Courier every morning.",
    ],
)
def test_an_outlet_that_acts_or_is_only_named_is_no_credit(text: str) -> None:
    assert clusters(OWN, text) == ()


def test_two_who_credit_an_outlet_that_is_no_source() -> None:
    first, second = "The oven is cold, she told the Ulm Gazette.", "The oven is cold, according to the Ulm Gazette."
    (cluster,) = clusters(first, second, publishers=())
    assert cluster.members == ("a", "b")
    assert clusters(first, publishers=()) == ()
    (by_kind,) = clusters("She told news agency Brotfunk so.", "He told Brotfunk, a small firm.", publishers=())
    assert by_kind.members == ("a", "b")
    assert clusters("She told Brotfunk so.", "He told Brotfunk, a small firm.", publishers=()) == ()


def test_an_outlet_is_known_by_the_last_word_of_its_name_behind_an_article() -> None:
    text = "The bridge is closed until May, the mayor told the Courier."
    (cluster,) = clusters(OWN, text)
    assert [span.text for span in cluster.spans] == [text]
    french = "Le pont est fermé jusqu'en mai, selon le Courrier."
    (cluster,) = clusters("Le pont est fermé.", french, publishers=("Courrier", "Écho d'Ulm"), language="fr")
    assert cluster.members == ("a", "b")


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ("The bridge is closed until May, the mayor told the Courier.", ("Harbour Courier", None, "Ulm Courier")),
        ("The bridge is closed until May, the mayor told the Courier Union.", ("Harbour Courier",)),
        ("The bridge is closed until May, the mayor told the Courier Évening.", ("Harbour Courier",)),
        ("The bridge is closed until May, the mayor told Ulm Courier.", ("Harbour Courier",)),
        ("The bridge is closed until May, the mayor told the courier.", ("Harbour Courier",)),
        ("The bridge is closed until May, the mayor told the Guild.", ("Harbour Guild",)),
    ],
    ids=[
        "of two outlets",
        "part of a longer name",
        "a capital with an accent",
        "without an article",
        "a common noun",
        "no word for an outlet",
    ],
)
def test_a_last_word_that_may_be_another_s_is_no_credit(text: str, publishers: tuple[str | None, ...]) -> None:
    assert clusters(OWN, text, OWN, publishers=publishers) == ()


def test_a_source_does_not_credit_itself() -> None:
    assert clusters("The oven is cold, she told Harbour Courier News.", "Bread is dear.") == ()


@pytest.mark.parametrize(
    ("language", "name", "first", "second", "near"),
    [
        ("de", "Ulmer Zeitung", "Sie sagte der {} alles.", "Laut {} bleibt es dabei.", "Die {} lehnte das ab."),
        ("fr", "Gazette du Port", "Il est fermé, selon la {}.", "Elle a déclaré à la {} tout.", "La {} a fermé."),
        ("es", "Diario del Puerto", "Está cerrado, según el {}.", "Lo dijo a {} ayer.", "El {} cerró ayer."),
        ("it", "Corriere del Porto", "Il ponte è chiuso, secondo il {}.", "Citando il {}, tace.", "Il {} chiude."),
        ("pt", "Jornal do Porto", "A ponte fechou, segundo o {}.", "Ela disse ao {} que sim.", "O {} fechou ontem."),
    ],
)
def test_other_languages(language: str, name: str, first: str, second: str, near: str) -> None:
    readings = [
        read(text.format(name), id=id, language=language) for id, text in zip("abc", (first, second, near), strict=True)
    ]
    places = [cut(one.source, at := one.source.text.index(name), at + len(name)) for one in readings]
    mentions = tuple(ActorMention(**structs.asdict(place), how="name") for place in places)
    (ann,) = group_actors([read("Ann Lee said so.")]).actors
    outlet = structs.replace(ann, id="outlet", kind="organisation", mentions=mentions)
    (cluster,) = group_credits(readings, [outlet])
    assert cluster.members == ("a", "b")


def test_a_credit_counts_in_its_own_sentence_alone() -> None:
    """What the article tells elsewhere it may have found out by itself."""
    texts = OWN, "The mayor told the Harbour Courier that it is closed. Two buses go round by the mill."
    readings = [
        read(text, id=id, publisher=name) for id, text, name in zip("ab", texts, ("Harbour Courier", None), strict=True)
    ]
    (cluster,) = group_credits(readings, group_actors(readings).actors)
    ours, (credited, other) = readings[0].sentences[0], readings[1].sentences
    assert dependent_in([ours, credited], cluster) == ("a", "b")
    assert count_independent([ours, credited], [cluster]) == 1
    assert dependent_in([ours, other], cluster) == ()
    assert count_independent([ours, other], [cluster]) == 2


def test_two_outlets_credited_in_one_sentence_are_two_clusters() -> None:
    found = clusters(
        "The bridge is closed, according to the Harbour Courier and according to the Coast Tribune.",
        "The bridge is old, the mayor told the Harbour Courier. The ferry is new, she told the Coast Tribune.",
        publishers=(),
    )
    assert len({cluster.id for cluster in found}) == len(found) == 2
