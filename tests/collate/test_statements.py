"""Statements by witnesses: what each has on a matter, and which kind of nothing an empty cell is."""

from msgspec.structs import replace
from readings import read, read_posts

from generator.collate import collate
from generator.model import AnnotatedSource, Cell, Dossier, PublicationDate, Statement

FIRE = "On 3 May 2021 a fire destroyed the harbour bakery of Skelby, and Director Ann Lee of Skelby Mills fled to Ulm."
AGAIN = "Fire destroyed the bakery in Skelby harbour on 3 May 2021; to Ulm fled Ann Lee, its director."
OTHER = "Director Ann Lee praised Skelby Mills and the Union of Bakers. Bread in Ulm is good, Ann Lee says in Skelby."
PRAISE = "Bakers in Skelby praised Ann Lee."


def made(text: str, id: str, published: str | None = None) -> AnnotatedSource:
    date = PublicationDate(edtf=published, basis="stated", why="The text says so.", span=None) if published else None
    return read(text, id=id, published=date)


def compare(*readings: AnnotatedSource) -> Dossier:
    return collate(readings, title="")[0]


def the_fire(dossier: Dossier) -> Statement:
    (found,) = (one for one in dossier.statements if "fire" in one.text.casefold())
    return found


def cell(dossier: Dossier, witness: str) -> Cell:
    (found,) = (one for one in the_fire(dossier).cells if one.witness == witness)
    return found


def test_those_who_report_it_state_it_with_their_passage() -> None:
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"))
    assert {(one.witness, one.state) for one in the_fire(dossier).cells} == {("a", "states"), ("b", "states")}
    passage = cell(dossier, "b").closest
    assert passage is not None and passage.text == AGAIN


def test_what_is_not_found_leads_to_the_closest_passage() -> None:
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), made(f"Sun shone. {OTHER}", "c"))
    found = cell(dossier, "c")
    assert found.state == "not found"
    assert found.closest is not None and "Ann Lee" in found.closest.text


def test_what_was_printed_before_the_day_is_too_early_and_not_silent() -> None:
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), made(OTHER, "c", "2021-05-02"))
    assert cell(dossier, "c").state == "too early"
    assert cell(compare(made(FIRE, "a"), made(AGAIN, "b"), made(OTHER, "c", "2021-05-03")), "c").state == "not found"


def test_the_last_known_day_of_a_text_counts() -> None:
    updated = PublicationDate(edtf="2021-05-04", basis="stated", why="The text says so.", span=None)
    third = made(OTHER, "c", "2021-05-02")
    third = replace(third, source=replace(third.source, updated=updated))
    assert cell(compare(made(FIRE, "a"), made(AGAIN, "b"), third), "c").state == "not found"


def test_a_text_that_is_open_to_later_days_is_not_too_early() -> None:
    assert cell(compare(made(FIRE, "a"), made(AGAIN, "b"), made(OTHER, "c", "2021-04/..")), "c").state == "not found"


def test_an_item_saved_in_part_is_an_excerpt_and_never_silent() -> None:
    thread = read_posts([OTHER, PRAISE], id="c")
    first, second = thread.source.parts
    parts = (replace(first, posts_stated=5, posts_saved=1), replace(second, posts_stated=1, posts_saved=1))
    thread = replace(thread, source=replace(thread.source, parts=parts))
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), thread)
    assert cell(dossier, "c#1").state == "excerpt only"
    assert cell(dossier, "c#2").state == "not found"


def test_who_gives_another_day_than_most_differs() -> None:
    third = made(AGAIN.replace("3 May", "4 May"), "c")
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), third)
    assert [cell(dossier, name).state for name in "abc"] == ["states", "states", "differs"]


def test_where_as_many_give_either_figure_both_differ() -> None:
    one = FIRE.replace("a fire destroyed", "a fire destroyed 300 ovens of")
    two = AGAIN.replace("the bakery", "450 ovens of the bakery")
    dossier = compare(made(one, "a"), made(two, "b"))
    assert [cell(dossier, name).state for name in "ab"] == ["differs", "differs"]


def test_what_one_alone_tells_has_a_row_where_others_are_about_the_same_actors() -> None:
    lone = "On 3 May 2021 a fire in Ulm hurt Ann Lee of Skelby Mills and two more of the Union of Bakers."
    dossier = compare(made(lone, "a"), made(OTHER, "b"), made(OTHER.replace("good", "bad"), "c"))
    assert [cell(dossier, name).state for name in "abc"] == ["states", "not found", "not found"]


def test_what_one_alone_tells_has_no_row_beside_texts_about_something_else() -> None:
    assert not compare(made(FIRE, "a"), made("Rain fell on the Ulm road. Nobody sang.", "b")).statements


def test_an_utterance_that_no_event_holds_has_a_row() -> None:
    said = "“We shall never again bake bread without salt in this old town,” Ann Lee said."
    dossier = compare(made(said, "a"), made(f"In Skelby: {said}", "b"), made(PRAISE, "c"))
    (row,) = dossier.statements
    assert row.id == f"s{dossier.families[0].id[1:]}"
    assert [one.state for one in row.cells] == ["states", "states", "not found"]


def test_a_crowd_of_witnesses_has_cells_for_those_that_come_near() -> None:
    crowd = [made(f"Note {number}. {PRAISE}", f"z{number:02}") for number in range(60)]
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), made(OTHER, "c"), *crowd)
    names = {one.witness for one in the_fire(dossier).cells}
    assert {"a", "b", "c"} <= names
    assert len(names) < 20


def test_a_denial_does_not_state_the_matter_otherwise() -> None:
    closed = "Ann Lee closed the old mill in Skelby on 3 May 2021 after a dispute with the bakers of Ulm."
    denied = "Ann Lee has not closed the old mill in Skelby after a dispute with the bakers of Ulm."
    dossier = compare(made(closed, "a"), made(denied, "b"))
    states = {one.witness: one.state for row in dossier.statements for one in row.cells}
    assert states.get("b") in (None, "not found")


def test_what_has_next_to_nothing_in_common_is_not_linked_as_closest() -> None:
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), made("It rained in Ulm. Cakes are dear.", "c"))
    found = cell(dossier, "c")
    assert (found.state, found.closest) == ("not found", None)


def test_the_closest_passage_is_the_most_alike_and_not_one_with_a_single_rare_word() -> None:
    third = f"Flames destroyed nothing. {OTHER} The old director of Skelby Mills, Ann Lee, likes the harbour bakery."
    found = cell(compare(made(FIRE, "a"), made(AGAIN, "b"), made(third, "c")), "c")
    assert found.closest is not None and found.closest.text.startswith("The old director")


def test_who_gives_another_figure_for_what_is_stated_differs() -> None:
    told = "On 3 May 2021 Ann Lee told the bakers that the repair of the harbour mill would cost 300 crowns."
    again = "On 3 May 2021 Ann Lee told bakers the harbour mill repair would cost some 300 crowns."
    other = "The repair of the harbour mill would cost 450 crowns, Ann Lee told the bakers."
    dossier = compare(made(told, "a"), made(again, "b"), made(other, "c"))
    (row,) = (one for one in dossier.statements if "repair" in one.text)
    assert [one.state for one in row.cells] == ["states", "states", "differs"]
    assert [one.closest.text for one in row.cells if one.closest and one.witness == "c"] == [other]


def test_what_happened_again_much_later_is_not_the_same_on_another_day() -> None:
    later = AGAIN.replace("3 May 2021", "9 August 2021")
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), made(later, "c"))
    row = next(one for one in dossier.statements if {"a", "b"} <= {report.source for report in one.reports})
    assert [one.state for one in row.cells] == ["states", "states", "not found"]


def test_the_day_of_a_saying_is_no_other_day_for_what_it_is_about() -> None:
    said = "The fire that destroyed the bakery in Skelby harbour was small, director Ann Lee said in Ulm on 4 May 2021."
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), made(said, "c"))
    (row,) = (one for one in dossier.statements if len(one.reports) > 1)
    assert [one.state for one in row.cells] == ["states", "states", "not found"]


def test_a_text_from_before_a_day_that_is_only_that_of_the_telling_is_not_said_to_be_silent() -> None:
    closed = "The harbour bakery of Skelby Mills was shut on 3 May 2021, and the street stayed empty."
    told = "Director Ann Lee told the Union of Bakers in Ulm that Skelby Mills broke no rule of the harbour."
    texts = [made(f"{closed} {told}", id, "2021-05-03") for id in "ab"]
    for published, state in (("2021-05-02", "too early"), ("2021-05-03", "not found")):
        dossier = compare(*texts, made("The harbour of Ulm was quiet. Bread is dear.", "c", published))
        (row,) = (one for one in dossier.statements if "broke no rule" in one.text)
        assert [one.state for one in row.cells] == ["states", "states", state]


def test_two_actors_make_a_row_of_what_one_alone_tells_where_a_text_names_both() -> None:
    lone = "On 3 May 2021 Ann Lee accused the Union of Bakers of lying."
    both = "The Union of Bakers met. Ann Lee was not there."
    assert [one.state for one in the_row(compare(made(lone, "a"), made(both, "b"))).cells] == ["states", "not found"]
    assert not compare(made(lone, "a"), made("The Union of Bakers met. Bo Roy was not there.", "b")).statements


def the_row(dossier: Dossier) -> Statement:
    (row,) = dossier.statements
    return row


def closest(dossier: Dossier, part: str, name: str) -> str:
    (row,) = (one for one in dossier.statements if part in one.text)
    (found,) = (one for one in row.cells if one.witness == name)
    return found.closest.text if found.closest else ""


REMOVED = "On 3 May 2021 Skelby Mills removed a post of the Union of Bakers about stale bread and cold ovens in Ulm."


def test_the_closest_passage_is_of_the_same_act_though_in_other_words() -> None:
    lock = "On 5 June 2020 Skelby Mills fined the Union of Bakers in Ulm, and many people ate stale bread."
    hidden = "The tweet, which has since been hidden, was about bread."
    found = compare(made(REMOVED, "a"), made(f"{lock} {hidden}", "b"))
    assert closest(found, "removed", "b") == hidden
    still = "The tweet, which has since been praised, was about bread."
    assert closest(compare(made(REMOVED, "a"), made(f"{lock} {still}", "b")), "removed", "b") == lock


def test_a_passage_that_denies_what_is_told_is_not_the_closest() -> None:
    told = "On 3 May 2021 Skelby Mills said that the Union of Bakers had violated the rules of the harbour in Ulm."
    denied = "Skelby Mills said that the letters of the Union of Bakers did not violate the rules of the harbour."
    other = "Skelby Mills said the Union of Bakers “violated the harbour rules” but did not give details."
    found = compare(made(told, "a"), made(f"{denied} {other}", "b", "2021-05-02"))
    assert closest(found, "violated", "b") == other
    both = compare(made(told.replace("had violated", "had not violated"), "a"), made(denied, "b", "2021-05-02"))
    assert closest(both, "violated", "b") == denied


SAID = "“Nobody has ever counted the loaves in the harbour bakery,” Ann Lee said."


def state_of_third(third: AnnotatedSource) -> list[str]:
    (row,) = (one for one in compare(made(SAID, "a"), made(f"In Skelby: {SAID}", "b"), third).statements)
    return [one.state for one in row.cells if one.witness == "c"]


def test_an_utterance_is_stated_where_its_words_stand_without_marks() -> None:
    assert state_of_third(made("We baked. Nobody has ever counted the loaves in the harbour bakery.", "c")) == [
        "states"
    ]


def test_an_utterance_is_not_stated_by_few_of_its_words_nor_by_a_denial_of_them() -> None:
    few = "We baked. Nobody has ever counted the harbour ovens, nor the loaves in the bakery."
    assert state_of_third(made(few, "c")) == ["not found"]
    denial = "We baked. It is false that nobody has ever counted the loaves in the harbour bakery."
    assert state_of_third(made(denial, "c")) == ["not found"]


def test_an_utterance_is_not_stated_by_another_who_says_the_same() -> None:
    other = "Nobody has ever counted the loaves in the harbour bakery, Bo Roy said in Ulm."
    assert state_of_third(made(other, "c")) == ["not found"]


def test_a_text_in_another_language_than_all_reports_is_not_compared() -> None:
    german = "Die Bäckerei am Hafen war am Montag geschlossen. Ann Lee sprach in Ulm."
    for language, states in (("de", []), ("en", ["not found"]), ("und", ["not found"])):
        third = read(german, id="c", language=language)
        dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), third)
        assert [one.state for one in the_fire(dossier).cells if one.witness == "c"] == states


def test_a_text_in_another_language_is_still_too_early() -> None:
    third = read(
        "Die Bäckerei war offen.", id="c", language="de", published=made(FIRE, "x", "2021-05-02").source.published
    )
    dossier = compare(made(FIRE, "a"), made(AGAIN, "b"), third)
    assert cell(dossier, "c").state == "too early"
