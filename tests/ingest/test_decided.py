"""Decisions about one source, through a seeds folder: what they do to it, what is reported, what always holds."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate import collate
from generator.ingest import Seeds, read_seeds
from generator.ingest.document import read_document
from generator.model import Decisions, Source, SourceDecision
from generator.pipeline import read_sources

ARTICLE = """Osterhaven Courier

Share this story

By the river: a baker's year

By Ann Lee | January 15, 2021

The old bakery by the river opens again in spring, the guild said on Monday. More bread for you

Our tour of bakeries | Tickets here

Its ovens were cold for a year, and the guild paid for their repair in the autumn.

Share this story

© 2021 Osterhaven Courier
"""
LETTERS = """Letters to the harbour master

Showing topics 1 to 3 of 3

Does anyone know when the old bridge opens again? The detour takes me an hour every day.
Sponsored: fresh bread
3 replies
Le pont est fermé depuis des mois et personne ne nous dit rien, c'est une honte pour la ville.
2 replies
The ferry is slower than the bridge ever was, and it does not run after nine in the evening.
5 replies
"""


def seeds_of(folder: Path, entries: str, sources: str = "") -> tuple[Seeds, list[str]]:
    """What is read of two documents and the entries of `sources:`, and what is reported of curation.yml."""
    files = {
        "courier.txt": ARTICLE,
        "letters.txt": LETTERS,
        "curation.yml": f"sources:\n{entries}",
        "sources.yml": f"sources:\n  courier.txt: {{publisher: Osterhaven Courier{sources}}}\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    seeds, problems = read_seeds(folder)
    shown = [str(problem).removeprefix(f"{folder.as_posix()}/curation.yml:") for problem in problems]
    return seeds, shown


def courier(seeds: Seeds) -> Source:
    return next(source for source in seeds.sources if source.id == "courier")


def letters(seeds: Seeds) -> Source:
    return next(source for source in seeds.sources if source.id == "letters")


def furniture(source: Source) -> list[tuple[str, str]]:
    return [(piece.text, piece.rule) for piece in source.furniture]


def test_without_decisions(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, "")
    assert not problems
    assert [text for text, _ in furniture(courier(seeds))] == [
        "Osterhaven Courier",
        "Share this story",
        "By Ann Lee | January 15, 2021",
        "Share this story",
        "© 2021 Osterhaven Courier",
    ]
    assert (courier(seeds).curated, courier(seeds).decided, courier(seeds).anchors) == (None, (), ())
    assert courier(seeds).title == "By the river: a baker's year"


def test_what_is_put_back_is_put_back_wherever_the_page_prints_it(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, "- {source: courier, restore: Share this, reason: A refrain.}\n")
    source = courier(seeds)
    assert not problems
    assert "Share this story" not in [text for text, _ in furniture(source)]
    assert not source.anchors
    assert source.curated == "A refrain."
    assert [(one.what, one.id, one.did, one.reason) for one in source.decided] == [
        ("source", "courier", "a passage restored", "A refrain.")
    ]


def test_a_line_that_is_put_back_can_be_the_title(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, "- {source: courier, restore: Osterhaven Courier, reason: A book.}\n")
    assert not problems
    assert courier(seeds).title == "Osterhaven Courier"
    assert courier(seeds).title_span is not None


def test_a_line_that_is_put_back_states_nothing_of_the_document(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, "- {source: courier, restore: By Ann Lee, reason: A heading.}\n")
    assert not problems
    assert (courier(seeds).byline, courier(seeds).published) == (None, None)


def test_words_that_are_set_aside_are_furniture_and_nothing_else(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, "- {source: courier, set_aside: More bread for  you, reason: A link.}\n")
    source = courier(seeds)
    assert not problems
    assert ("More bread for you", "set aside by the editor") in furniture(source)
    (anchor,) = source.anchors
    assert source.text[anchor.start : anchor.end] == "More bread for you"
    assert [one.did for one in source.decided] == ["a passage set aside"]


def test_words_over_several_lines_are_set_aside_line_by_line(tmp_path: Path) -> None:
    entry = "- {source: courier, set_aside: More bread for you Our tour of bakeries | Tickets here, reason: Links.}\n"
    seeds, problems = seeds_of(tmp_path, entry)
    assert not problems
    assert [anchor.text.split("\n")[0] for anchor in courier(seeds).anchors] == ["More bread for you"]
    aside = [text for text, rule in furniture(courier(seeds)) if rule == "set aside by the editor"]
    assert aside == ["More bread for you", "Our tour of bakeries | Tickets here"]


def test_a_title_ends_where_words_of_its_line_are_set_aside(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, '- {source: courier, set_aside: ": a baker\'s year", reason: A series.}\n')
    source = courier(seeds)
    assert not problems
    assert source.title == "By the river"
    assert source.title_span is not None
    assert source.title_span.text == "By the river"


def test_a_part_of_what_is_put_back_can_be_set_aside(tmp_path: Path) -> None:
    entries = "- {source: courier, restore: © 2021, set_aside: © 2021, reason: The book's name.}\n"
    seeds, problems = seeds_of(tmp_path, entries)
    assert not problems
    assert furniture(courier(seeds))[-1] == ("© 2021", "set aside by the editor")


def test_what_is_put_back_is_not_set_aside_again(tmp_path: Path) -> None:
    entries = (
        "- {source: courier, set_aside: © 2021 Osterhaven Courier, reason: A line of the page.}\n"
        "- {source: courier, restore: © 2021, reason: The name of a book.}\n"
    )
    seeds, problems = seeds_of(tmp_path, entries)
    assert problems == [
        '2: error: "© 2021 Osterhaven Courier" is put back by a `restore:` of this source, '
        "which counts. Keep one of the two."
    ]
    assert [one.did for one in courier(seeds).decided] == ["a passage restored"]


def test_items_keep_their_numbers_whatever_is_set_aside(tmp_path: Path) -> None:
    first, second = LETTERS.splitlines()[4:6]
    entries = "".join(
        f"- source: letters#1\n  set_aside: >-\n    {line}\n  reason: An advertisement.\n" for line in (first, second)
    )
    seeds, problems = seeds_of(tmp_path, entries)
    plain, _ = seeds_of(tmp_path, "")
    assert not problems
    assert letters(seeds).parts == letters(plain).parts
    assert {anchor.part for anchor in letters(seeds).anchors} == {"1"}


def test_a_counter_that_is_put_back_still_divides_the_items(tmp_path: Path) -> None:
    seeds, problems = seeds_of(tmp_path, "- {source: letters, restore: 3 replies, reason: They matter.}\n")
    assert not problems
    assert len(letters(seeds).parts) == 3
    assert "3 replies" not in [text for text, _ in furniture(letters(seeds))]


def test_language_of_a_source_and_of_an_item(tmp_path: Path) -> None:
    entries = (
        "- {source: courier, language: nl, reason: A dialect.}\n- {source: letters#3, language: sco, reason: Scots.}\n"
    )
    seeds, problems = seeds_of(tmp_path, entries)
    assert not problems
    assert courier(seeds).language == "nl"
    assert [part.language for part in letters(seeds).parts] == ["en", "fr", "sco"]
    assert [one.did for one in courier(seeds).decided + letters(seeds).decided] == ["its language given"] * 2


def test_a_language_that_sources_yml_gives_otherwise(tmp_path: Path) -> None:
    entry = "- {source: courier, language: nl, reason: A dialect.}\n"
    seeds, problems = seeds_of(tmp_path, entry, sources=", language: de")
    assert courier(seeds).language == "nl"
    assert problems == [
        "2: warning: language is de in sources.yml; what is decided here counts. Keep one of them.",
    ]
    assert not seeds_of(tmp_path, entry, sources=", language: nl")[1]


def test_what_is_known_of_an_item(tmp_path: Path) -> None:
    entries = (
        "- {source: letters#2, title: The closed bridge, author: Bo Lee, reason: Signed.}\n"
        "- {source: letters#2, published: 2021-02, reason: Postmarked.}\n"
    )
    seeds, problems = seeds_of(tmp_path, entries)
    first, second, _ = letters(seeds).parts
    assert not problems
    assert (second.title, second.author) == ("The closed bridge", "Bo Lee")
    assert second.published is not None
    assert (second.published.edtf, second.published.basis) == ("2021-02", "curated")
    assert second.published.why == "Decided by the editor (curation.yml)."
    assert (first.title, first.published) == (None, None)
    assert letters(seeds).curated == "Signed.; Postmarked."
    assert [one.did for one in letters(seeds).decided] == [
        "the title of an item given",
        "the author of an item given",
        "the date of an item given",
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "source: courier, restore: Share that story",
            '"Share that story" is in no page furniture of courier. Nearest: "Share this story".',
        ),
        ("source: courier, restore: Its ovens were cold", "is not set aside: it counts as text already."),
        ("source: letters#2, restore: 5 replies", '"5 replies" is in no page furniture of letters#2.'),
        ("source: courier, set_aside: Share this story", '"Share this story" is set aside already.'),
        (
            "source: courier, set_aside: Its ovens are cold",
            'does not stand in courier. Nearest: "Its ovens were cold" in courier.',
        ),
        (
            "source: letters#1, set_aside: The ferry is slower",
            'does not stand in letters#1. Nearest: "The ferry is slower" in letters#3.',
        ),
        ("source: letters#9, set_aside: The ferry", 'There is no "letters#9": the items of letters are 1 to 3.'),
        ("source: couriers, language: nl", 'There is no source "couriers". Did you mean "courier"?'),
        ('source: "letters#4", language: nl', 'There is no "letters#4": the items of letters are 1 to 3.'),
        ('source: "courier#1", title: A', 'There is no "courier#1": it has no items.'),
    ],
)
def test_what_matches_nothing_is_stale(tmp_path: Path, entry: str, expected: str) -> None:
    plain, _ = seeds_of(tmp_path, "")
    seeds, (problem,) = seeds_of(tmp_path, f"- {{{entry}, reason: Known.}}\n")
    assert problem.startswith("2: warning: This entry is stale and has no effect: ")
    assert expected in problem
    assert seeds.sources == plain.sources


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "restore: Courier",
            '"Courier" stands in 2 different pieces of furniture, such as "Osterhaven Courier",'
            ' "© 2021 Osterhaven Courier". Quote more of the one meant.',
        ),
        ("set_aside: the guild", '"the guild" stands 2 times in courier: which is meant? Quote more words around it.'),
    ],
)
def test_what_may_mean_several_passages_is_an_error(tmp_path: Path, entry: str, expected: str) -> None:
    plain, _ = seeds_of(tmp_path, "")
    seeds, problems = seeds_of(tmp_path, f"- {{source: courier, {entry}, reason: Known.}}\n")
    assert problems == [f"2: error: {expected}"]
    assert seeds.sources == plain.sources


def test_the_dossier_holds_what_was_decided_and_where(tmp_path: Path) -> None:
    entry = "- {source: courier, restore: © 2021 Osterhaven, language: en, reason: The name of a book.}\n"
    seeds, _ = seeds_of(tmp_path, entry)
    dossier, problems = collate(read_sources(seeds.sources)[0], title="Bread", decisions=seeds.decisions)
    assert not problems
    assert [(one.id, one.did) for one in dossier.decisions] == [
        ("courier", "a passage restored"),
        ("courier", "its language given"),
    ]
    assert [(one.text, one.by) for one in dossier.anchors] == [("© 2021 Osterhaven Courier", "curation.yml")]
    assert next(source for source in dossier.sources if source.id == "courier").curated == "The name of a book."


WORDS = st.sampled_from(
    ["Share this story", "Share", "By Ann Lee", "the guild", "for you", "Osterhaven", "© 2021", "a", "The old bakery"]
    + [line for line in ARTICLE.splitlines() if line]
)


@given(st.lists(st.tuples(st.booleans(), WORDS), max_size=6))
def test_everything_stands_in_the_text_and_nothing_overlaps(given_words: list[tuple[bool, str]]) -> None:
    entries = tuple(
        SourceDecision(
            line=number, reason="Known.", source="a", restore=words if back else None, set_aside=None if back else words
        )
        for number, (back, words) in enumerate(given_words, start=1)
    )
    decisions = Decisions(file="curation.yml", sources=entries)
    source, problems = read_document(ARTICLE, {}, id="a", file="a.txt", sha256="0", shown="a.txt", decisions=decisions)
    pieces = sorted((*source.furniture, *source.captions), key=lambda piece: piece.start)
    assert all(source.text[piece.start : piece.end] == piece.text != "" for piece in pieces)
    assert all(first.end <= second.start for first, second in pairwise(pieces))
    assert all(source.text[anchor.start : anchor.end] == anchor.text for anchor in source.anchors)
    assert len(source.decided) + len(problems) == len(entries)
