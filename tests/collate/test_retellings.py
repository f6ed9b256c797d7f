"""Retellings: scraps and reported speech beside the utterance that another witness quotes, and their near misses."""

import pytest
from msgspec.structs import replace
from readings import read

from generator.collate.casting.actors import group_actors
from generator.collate.quoting.families import group_families
from generator.collate.quoting.quotes import link_quotes
from generator.collate.quoting.voices import find_voices
from generator.model import AnnotatedSource, Family, PublicationDate, Quote

LONG = "The new oven of the guild is a cold and costly ruin, and the bakers of Ulm deserve better bread."
QUOTED = f"“{LONG}” Ann Lee said."
REPORTED = "Ann Lee said that the guild’s new oven was a cold, costly ruin and that bakers in Ulm deserved better."


def sources(*texts: str, days: tuple[str, ...] = ("2022-03-01", "2022-03-02", "2022-03-02")) -> list[AnnotatedSource]:
    return [
        read(text, id=id, published=PublicationDate(edtf=day, basis="stated", why="", span=None))
        for id, text, day in zip("abc", texts, days, strict=False)
    ]


def families(readings: list[AnnotatedSource]) -> tuple[tuple[Family, ...], dict[str, Quote]]:
    cast = group_actors(readings)
    quotes = link_quotes(readings, cast)
    return group_families(readings, quotes, cast.actors), {quote.id: quote for quote in quotes}


def test_reported_speech_joins_what_another_witness_quotes() -> None:
    (family,), quotes = families(sources(QUOTED, REPORTED))
    assert [quotes[reading.quote].kind for reading in family.readings] == ["direct", "indirect"]
    assert quotes[family.base].kind == "direct"
    assert [variant.kind for variant in family.readings[1].variants] == ["indirect"]
    assert (family.id, family.aliases) == (f"f{family.base[1:]}", ())


@pytest.mark.parametrize(
    ("other", "days"),
    [
        (REPORTED.replace("Ann Lee", "Bo Berg"), ("2022-03-01", "2022-03-02")),
        (REPORTED, ("2022-03-01", "2022-05-02")),
        ("Ann Lee said that the new oven was a gift and that the bakers were glad.", ("2022-03-01", "2022-03-02")),
        ("Ann Lee said that the guild was cold.", ("2022-03-01", "2022-03-02")),
    ],
    ids=["another speaker", "another day", "other words", "too little"],
)
def test_what_is_no_retelling(other: str, days: tuple[str, str]) -> None:
    assert families(sources(QUOTED, other, days=days))[0] == ()


SECOND = "“We hope that the mayor of Ulm will send wood and a carter,” Ann Lee said."
SCRAPS = f"{{}} said the oven was a “cold ruin” and “costly for the bakers of Ulm”. {SECOND}"


def test_scraps_join_where_both_texts_have_another_utterance_in_common() -> None:
    found, _ = families(sources(f"{QUOTED} {SECOND}", SCRAPS.format("Ann Lee")))
    kinds = sorted(len(family.quotes) for family in found)
    assert kinds == [2, 3]
    assert all(family.speaker == "ann-lee" for family in found)


def test_scraps_alone_join_nothing() -> None:
    alone = SCRAPS.format("Ann Lee").partition(" “We hope")[0]
    assert families(sources(QUOTED, alone))[0] == ()


def test_a_body_is_heard_where_its_voice_speaks() -> None:
    voice = "Bakers’ Guild spokeswoman Ann Lee came. "
    readings = sources(f"{voice}{QUOTED} {SECOND}", SCRAPS.format("The Bakers’ Guild"))
    cast = group_actors(readings)
    quotes = link_quotes(readings, cast)
    ann = next(actor for actor in cast.actors if actor.id == "ann-lee")
    body = replace(ann, id="bakers-guild", kind="organisation", names=(replace(ann.names[0], text="Bakers’ Guild"),))
    ann = replace(ann, descriptions=(replace(ann.mentions[0], text="Bakers’ Guild spokeswoman"),))
    assert find_voices([ann, body]).keys() == {"ann-lee"}
    assert find_voices([replace(ann, descriptions=()), body]) == {}
    spoken = [
        replace(quote, speaker="bakers-guild") if "cold ruin" in quote.text or "costly for" in quote.text else quote
        for quote in quotes
    ]
    assert sorted(len(family.quotes) for family in group_families(readings, spoken, [ann, body])) == [2, 3]
    assert sorted(len(family.quotes) for family in group_families(readings, spoken, [body])) == [2]
