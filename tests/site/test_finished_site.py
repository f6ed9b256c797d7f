"""What MkDocs makes of the pages, the search index among it, holds no words that a source's mode withholds."""

import json
from pathlib import Path

import pytest

from generator.pipeline import Edition, make_dossier
from generator.publish import Site, open_gate
from generator.publish.gate import Gate
from generator.publish.handpages import prove_page
from generator.publish.leaks import find_leaks
from generator.publish.proofs import make_shelf

READ = {".html", ".json", ".xml", ".bib", ".txt"}


@pytest.fixture(scope="module")
def edition(project: Path) -> Edition:
    return make_dossier(project / "seeds")


@pytest.fixture(scope="module")
def gate(edition: Edition) -> Gate:
    shelf = make_shelf(edition.readings)
    return open_gate(edition.dossier, edition.readings, [prove_page(page, shelf) for page in edition.seeds.pages])


@pytest.fixture(scope="module")
def finished(site: Path) -> dict[str, bytes]:
    files = (file for file in sorted(site.rglob("*")) if file.suffix in READ)
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def test_nothing_withheld_stands_in_the_finished_site(edition: Edition, gate: Gate, finished: dict[str, bytes]) -> None:
    assert "search/search_index.json" in finished
    assert find_leaks(Site(files=finished), edition.dossier, edition.readings, gate) == ()


def test_one_withheld_passage_in_the_search_index_would_be_found(
    edition: Edition, gate: Gate, finished: dict[str, bytes]
) -> None:
    sentences = (sentence for reading in edition.readings for sentence in reading.sentences)
    withheld = next(one for one in sentences if not gate.allows(one) and len(one.text.split()) > 15)
    index = json.loads(finished["search/search_index.json"])
    index["docs"].append({"location": "", "title": "", "text": withheld.text})
    site = Site(files={"search/search_index.json": json.dumps(index).encode()})
    (found,) = find_leaks(site, edition.dossier, edition.readings, gate)
    assert "search_index.json" in str(found)
