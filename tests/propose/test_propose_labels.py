"""Proposals on words for one thing: from readings, from copied sentences, from descriptions; and what is none."""

from itertools import combinations, pairwise

import pytest
from making import make_source

from generator.annotate import annotate
from generator.collate import collate
from generator.language.loader import languages
from generator.model import Span
from generator.propose import propose
from generator.propose.entries import Entry
from generator.propose.labels import propose_labels
from generator.propose.passages import Passages
from generator.propose.replaced import MOST_PAIRS, list_pairs

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


def test_terms_of_several_sources_in_one_place_are_one_entry() -> None:
    texts = [COPIED.format(words) for words in ("deep cracks", "minor wear", "old scratches")]
    assert terms(*texts) == [("deep cracks", "minor wear", "old scratches")]


def test_the_noun_behind_two_words_that_differ_belongs_to_them() -> None:
    text = "On Monday, 3 May 2021, the guild moved {} to the {} centre of the old town of Ulm, where bread is baked."
    assert terms(text.format("the bakers", "training"), text.format("the bakers", "flour")) == [
        ("flour centre", "training centre")
    ]
    protest = "The {} blocked the ferry and the harbour bridge of the old town of Ulm on Monday for hours on end."
    assert terms(protest.format("strikers"), protest.format("rioters")) == [("rioters", "strikers")]


def test_reports_of_one_event_that_nobody_copied() -> None:
    one = "On 3 May 2021 the coast guard of Ulm moved 40 bakers to the training hall of the mill."
    other = "In Ulm the coast guard moved 40 bakers to the cellar of the mill on 3 May 2021, our reporter writes."
    assert ("cellar", "training hall") in terms(one, other)


def test_of_many_reports_those_are_compared_that_stand_side_by_side() -> None:
    reports = [Span(source=f"s{number:03}", part=None, start=0, end=4, text="Ulm.") for number in range(MOST_PAIRS + 1)]
    assert list_pairs(reports) == list(pairwise(reports))
    assert list_pairs(reports[:3]) == list(combinations(reports[:3], 2))
    assert list_pairs(reports[:1] * 2) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("cracks. The guild said rust", "wear"),
        ("cracks, the guild said, and rust", "wear"),
        ("what the guild said", "wear"),
        ("Bo Berg", "Ann Lee"),
        ("the guild’s cracks", "cracks of the guild"),
        ("cracks against the pier", "wear"),
        ("deep cracks", "very deep cracks"),
    ],
)
def test_a_clause_a_name_a_longer_form_are_no_other_name(first: str, second: str) -> None:
    assert terms(COPIED.format(first), COPIED.format(second)) == []


CONTRASTS = {
    "en": ("The halls are not bakeries but flour stores, the guild says.", "bakeries", "flour stores"),
    "de": ("Die Hallen sind nicht Bäckereien, sondern Mühlen, sagt die Innung.", "bäckereien", "mühlen"),
    "fr": ("Ce ne sont pas des boulangeries mais des moulins, dit la guilde.", "boulangeries", "moulins"),
    "es": ("No son hornos: no panaderías, sino molinos, dice el gremio.", "panaderías", "molinos"),
    "it": ("Sono edifici: non forni ma mulini, dice la gilda.", "forni", "mulini"),
    "pt": ("São edifícios: não padarias mas moinhos, diz a guilda.", "padarias", "moinhos"),
}
NO_CONTRASTS = {
    "en": "The halls are not open, but the guild says that they will be.",
    "de": "Die Hallen sind nicht offen, sondern sie sind zu.",
    "fr": "Ce ne sont pas des moulins. Mais elle ferme.",
    "es": "No son hornos. Sino que cierra.",
    "it": "Le sale non sono aperte, ma sono belle.",
    "pt": "As salas não estão abertas, mas já fecham.",
}


@pytest.mark.parametrize("language", languages("reports"))
def test_what_a_sentence_sets_against_each_other(language: str) -> None:
    text, first, second = CONTRASTS[language]
    reading = annotate(make_source(text, language=language))[0]
    dossier, _ = collate([reading], title="")
    found = [dict(entry.fields)["terms"] for entry in propose_labels(dossier, Passages([reading]))]
    assert found == [tuple(sorted((first, second)))]


@pytest.mark.parametrize("language", languages("reports"))
def test_a_clause_behind_a_but_is_no_term(language: str) -> None:
    reading = annotate(make_source(NO_CONTRASTS[language], language=language))[0]
    dossier, _ = collate([reading], title="")
    assert list(propose_labels(dossier, Passages([reading]))) == []
