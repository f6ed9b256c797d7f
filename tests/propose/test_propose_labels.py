"""Proposals on words for one thing: from readings, from copied sentences, from descriptions; and what is none."""

from making import make_source

from generator.annotate import annotate
from generator.collate import collate
from generator.propose import propose
from generator.propose.entries import Entry
from generator.propose.labels import propose_labels
from generator.propose.passages import Passages

COPIED = (
    "The old harbour bridge was closed on Monday after divers found {} in two of its piers, and buses will go round "
    "by the mill until the spring, while boats may not pass under it at all."
)


def entries(*texts: str) -> list[Entry]:
    readings = [annotate(make_source(text, id=id))[0] for id, text in zip("abc", texts, strict=False)]
    dossier, _ = collate(readings, title="The bridge")
    return list(propose_labels(dossier, Passages(readings)))


def terms(*texts: str) -> list[object]:
    return [dict(entry.fields)["terms"] for entry in entries(*texts)]


def test_words_that_stand_in_one_place_of_a_copied_sentence() -> None:
    (entry,) = entries(COPIED.format("deep cracks"), COPIED.format("minor wear"))
    assert dict(entry.fields) == {"label": "deep cracks or minor wear", "terms": ("deep cracks", "minor wear")}
    assert entry.evidence[0] == "“deep cracks”: 1 passage, 1 witness"
    assert entry.evidence[1].startswith("  a: The old harbour bridge")


def test_words_that_stand_against_each_other_in_two_readings() -> None:
    said = "“We hope that the guild will send us its {} before the end of May,” Ann Lee said."
    assert terms(said.format("cart drivers"), said.format("wood thieves")) == [("cart drivers", "wood thieves")]


def test_another_spelling_a_number_a_small_word_are_no_other_name() -> None:
    assert terms(COPIED.format("grey cracks"), COPIED.format("gray cracks")) == []
    assert terms(COPIED.format("12 cracks"), COPIED.format("15 cracks")) == []
    assert terms(COPIED.format("cracks that"), COPIED.format("cracks which")) == []
    assert terms(COPIED.format("deep cracks"), COPIED.format("deep cracks")) == []


def test_what_is_found_most_often_comes_first() -> None:
    second = "The guild of the bakers wants wood, bread and {} for all of its members before the fair of the old town."
    one = f"{COPIED.format('deep cracks')}\n\n{second.format('cheap flour')}"
    other = f"{COPIED.format('minor wear')}\n\n{second.format('public money')}"
    third = f"{COPIED.format('minor wear')}\n\n{second.format('cheap flour')}"
    assert terms(one, other, third)[0] == ("cheap flour", "public money")


def test_they_are_a_section_of_the_file() -> None:
    readings = [
        annotate(make_source(COPIED.format(words), id=id))[0]
        for id, words in (("a", "deep cracks"), ("b", "some wear"))
    ]
    dossier, _ = collate(readings, title="The bridge")
    assert "# labels:" in propose(dossier, readings)
