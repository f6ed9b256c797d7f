"""Translations: of exactly the passage quoted, marked with their reason."""

from quotation_entries import decisions, entry, finder_of
from readings import read

from generator.collate.applied import Applied
from generator.collate.comparing.translations import list_translations
from generator.model import QuotationDecision, Translation

READINGS = [
    read("“Le four est froid”, a dit Ann Lee. Le pain est fini.", id="b", language="fr"),
    read("“Der Ofen ist kalt”, sagte Ann Lee. Der Ofen ist alt.", id="a", language="de"),
]
COLD = entry("a", "Der Ofen ist kalt", translation="The oven is cold", reason="For readers of English.")
OVER = entry("b", "Le pain est fini", translation="The bread is gone", reason="For readers of English.")


def apply(*entries: QuotationDecision) -> tuple[tuple[Translation, ...], Applied]:
    return list_translations(READINGS, decisions(*entries), finder_of(READINGS))


def test_without_decisions_there_are_none() -> None:
    assert apply(entry("a", "Der Ofen ist kalt", speaker="Ann Lee")) == ((), Applied())


def test_a_quotation_is_translated() -> None:
    (found,), applied = apply(COLD)
    assert (found.source, found.start, found.text) == ("a", 1, "Der Ofen ist kalt")
    assert (found.translation, found.curated) == ("The oven is cold", "For readers of English.")
    (decided,) = applied.decided
    quotation = READINGS[1].quotations[0]
    assert (decided.what, decided.id, decided.did) == ("quotation", quotation.id, "translated")
    assert [anchor.text for anchor in applied.anchors] == ["Der Ofen ist kalt"]


def test_a_passage_that_is_no_quotation_is_translated_too() -> None:
    (found,), applied = apply(OVER)
    assert (found.text, [one.id for one in applied.decided], applied.problems) == ("Le pain est fini", [None], ())


def test_the_passage_is_kept_as_it_was_quoted() -> None:
    for words in ("Ofen ist kalt", "kalt”, sagte Ann"):
        assert [one.text for one in apply(entry("a", words, translation="cold"))[0]] == [words]


def test_translations_are_sorted_by_source_and_place() -> None:
    old = entry("a", "Der Ofen ist alt", translation="The oven is old")
    assert [one.text for one in apply(OVER, old, COLD)[0]] == [
        "Der Ofen ist kalt",
        "Der Ofen ist alt",
        "Le pain est fini",
    ]


def test_of_two_translations_of_one_passage_the_first_counts() -> None:
    found, applied = apply(COLD, entry("a", "Der  Ofen ist kalt", translation="The stove is cold"))
    assert [one.translation for one in found] == ["The oven is cold"]
    assert [str(problem) for problem in applied.problems] == [
        "curation.yml:7: error: Line 2 translates this passage already, and counts. Remove one of the two."
    ]
    assert len(applied.decided) == 1


def test_a_passage_that_is_gone_or_not_clear_is_told() -> None:
    found, applied = apply(entry("b", "gone away", translation="?"), entry("a", "Der Ofen ist", translation="?"), OVER)
    assert [one.text for one in found] == ["Le pain est fini"]
    assert [str(problem) for problem in applied.problems] == [
        "curation.yml:2: warning: This entry is stale and has no effect: “gone away” does not stand in b.",
        "curation.yml:7: error: “Der Ofen ist” stands 2 times in a: which is meant? Quote more words around it.",
    ]
