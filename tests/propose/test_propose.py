"""Proposals can be copied into curation.yml as they are, and say on what they rest."""

import re
from pathlib import Path

import pytest
import yaml

from generator.ingest.curation_yml import read_curation
from generator.pipeline import Edition, make_dossier
from generator.propose import propose

POST = """\
Osterhaven, 3 March 2022

The bakery on the quay closed on 1 March 2022. Ann Lehmann said: “We are out of flour.”
A spokesman said that the mill “cannot deliver before May”. Anna Lehmann sold her last loaf to the mayor.
On 2 March 2022 she told all of her customers who had come to the quay in the rain that the shop would open again soon.
It is to open again on Tuesday the twelfth. Ann Lehmann and Anna Lehmann laughed.
"""
FRENCH = """\
Le 4 mars 2022, la boulangerie du quai a rouvert ses portes, a dit le maire.
« Nous avons de la farine », dit-il.
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    seeds = tmp_path_factory.mktemp("proposals") / "seeds"
    seeds.mkdir()
    (seeds / "post.txt").write_text(POST, encoding="utf-8")
    (seeds / "other.txt").write_text(POST.replace("flour", "wheat"), encoding="utf-8")
    (seeds / "journal.txt").write_text(FRENCH, encoding="utf-8")
    return make_dossier(seeds)


@pytest.fixture(scope="module")
def proposed(edition: Edition) -> str:
    return propose(edition.dossier, edition.readings)


def uncommented(proposed: str) -> str:
    """What a person gets who takes the signs off all lines, and writes what is left open."""
    text = "\n".join(line.removeprefix("# ") for line in proposed.splitlines()[2:])
    answers = {
        "reason": "Because.",
        "retitle": "A title",
        "date": "2022-03-02",
        "attribute": "Ann Lehmann",
        "speaker": "Ann Lehmann",
        "translation": "In other words",
    }
    for field, answer in answers.items():
        text = re.sub(rf"^( +(?:- )?{field}:)(?: .*)?$", rf"\1 {answer}", text, flags=re.MULTILINE)
    return text


def test_every_line_is_a_comment(proposed: str) -> None:
    assert all(not line or line.startswith("#") for line in proposed.splitlines())
    assert yaml.safe_load(proposed) is None


def test_what_is_copied_is_read_without_a_fault(proposed: str) -> None:
    decisions, problems = read_curation(uncommented(proposed), "seeds/curation.yml")
    assert not problems
    assert decisions.actors and decisions.events and decisions.quotations


def test_what_is_copied_names_passages_that_are_there(proposed: str, edition: Edition, tmp_path: Path) -> None:
    for source in edition.seeds.sources:
        (tmp_path / source.file).write_text(source.text, encoding="utf-8")
    (tmp_path / "curation.yml").write_text(uncommented(proposed), encoding="utf-8")
    told = [str(problem) for problem in make_dossier(tmp_path).problems]
    assert not [line for line in told if "times in" in line or "does not stand" in line or "rests on" in line]


def test_names_that_are_spelt_alike_are_proposed_with_their_passages(proposed: str) -> None:
    assert 'merge: ["anna-lehmann"]' in proposed or 'merge: ["ann-lehmann"]' in proposed
    assert re.search(r"#   # Anna? Lehmann \(person\): named \d+ times by 2 witnesses", proposed)


def test_a_headline_that_opens_with_a_pronoun_asks_for_a_title(proposed: str) -> None:
    assert re.search(r"# 2 March 2022: .*\n(?:#   # .*\n)+#   - passage: .*\n#     in: .*\n#     retitle:\n", proposed)


def test_a_speaker_of_whom_only_words_tell_is_asked_for(proposed: str) -> None:
    assert re.search(r"#   # “A spokesman”\n#   # \w+: A spokesman said .*\n#   - passage: ", proposed)


def test_another_language_asks_for_a_translation(proposed: str) -> None:
    entry = r"#   # fr\n#   - passage: \"Le 4 mars 2022.*\n#     in: \"journal\"\n#     translation:\n"
    assert re.search(entry, proposed)


def test_what_was_decided_is_proposed_no_more(edition: Edition, proposed: str, tmp_path: Path) -> None:
    for source in edition.seeds.sources:
        (tmp_path / source.file).write_text(source.text, encoding="utf-8")
    (tmp_path / "curation.yml").write_text(uncommented(proposed), encoding="utf-8")
    again = make_dossier(tmp_path)
    anew = propose(again.dossier, again.readings)
    for field in ("retitle", "translation", "attribute"):
        asked = re.compile(rf"- passage: (.*)\n#     in: (.*)\n#     {field}:")
        assert not set(asked.findall(anew)) & set(asked.findall(proposed))


def test_of_nothing_nothing_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("It rained, and then it did not.\n", encoding="utf-8")
    edition = make_dossier(tmp_path)
    assert propose(edition.dossier, edition.readings).endswith("# Nothing to propose.\n")


def test_the_same_sources_give_the_same_proposals(edition: Edition, proposed: str) -> None:
    assert propose(edition.dossier, tuple(reversed(edition.readings))) == proposed


COUNCIL = "Osterhaven, 5 March 2022\n\nThe council of Osterhaven closed the mill bridge on 1 March 2022. Rain fell.\n"
CONSEIL = "Le conseil d’Osterhaven a fermé le pont du moulin le 1er mars 2022. Il pleuvait.\n"


def proposals(folder: Path, **texts: str) -> str:
    """What is proposed for sources of these texts; `curation` is the text of curation.yml."""
    for name, text in texts.items():
        file = "curation.yml" if name == "curation" else f"{name}.txt"
        (folder / file).write_text(text, encoding="utf-8")
    edition = make_dossier(folder)
    assert not [problem for problem in edition.problems if "curation" in str(problem)]
    return propose(edition.dossier, edition.readings)


def test_events_of_one_day_that_others_tell_are_proposed_as_one(tmp_path: Path) -> None:
    asked = proposals(tmp_path, council=COUNCIL, conseil=CONSEIL)
    assert "#   # Of one day, and possibly the same:\n" in asked
    merge = re.search(r"#   - passage: (.*)\n#     in: (.*)\n#     merge: (\[\{.*\}\])\n", asked)
    assert merge is not None
    accepted = f"events:\n  - {{passage: {merge[1]}, in: {merge[2]}, merge: {merge[3]}, reason: Both tell of it.}}\n"
    assert "Of one day" not in proposals(tmp_path, curation=accepted)


@pytest.mark.parametrize(
    "other", [CONSEIL.replace("1er mars 2022", "2 mars 2022"), CONSEIL.replace("1er mars 2022", "mois de mars 2022")]
)
def test_events_of_two_days_or_of_no_day_are_not(other: str, tmp_path: Path) -> None:
    assert "Of one day" not in proposals(tmp_path, council=COUNCIL, conseil=other)


def test_two_events_of_one_witness_are_two(tmp_path: Path) -> None:
    text = COUNCIL + "The ferry of Osterhaven sank on 1 March 2022.\n"
    assert "Of one day" not in proposals(tmp_path, council=text)


def test_a_passage_is_named_without_the_marks_behind_it(proposed: str) -> None:
    assert '- passage: "cannot deliver before May"\n' in proposed


def test_actors_that_a_person_told_apart_are_proposed_no_more(tmp_path: Path) -> None:
    assert '- actor: "anna-lehmann"' in (asked := proposals(tmp_path, post=POST)) or '- actor: "ann-lehmann"' in asked
    entries = "".join(f"  - {{actor: {name} Lehmann, kind: person, reason: A sister.}}\n" for name in ("Ann", "Anna"))
    assert "merge:" not in proposals(tmp_path, curation=f"actors:\n{entries}")


def test_a_surname_that_fits_two_people_is_proposed_for_both_with_the_passages_of_each(tmp_path: Path) -> None:
    asked = proposals(
        tmp_path,
        a="On Friday Ann Brandt opened the mill.",
        b="On Friday Tom Brandt closed the mill.",
        c="They thanked Brandt for the bread.",
    )
    first, *more = asked.partition("Possibly the same:")[2].split("    reason:")[:2]
    assert "opened the mill" in first and "thanked Brandt" in first
    assert "closed the mill" in more[0] and "thanked Brandt" in more[0]
