"""A bare `mkdocs build` and `mkdocs serve`, as a person runs them."""

import hashlib
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from project import copy_project, environment, files_in, microsite, mkdocs

PATIENCE = 60  # seconds until a server that says nothing is given up
QUIET = 4  # seconds without a new build after which there will be none: the server looks at its files every half second


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def make_content(project: Path) -> None:
    (project / "content").mkdir()


def test_mkdocs_build_gives_what_microsite_build_gives(project: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "other")
    assert microsite(project, "build").returncode == 0
    make_content(other)
    built = mkdocs(other, "build")
    assert built.returncode == 0, built.stderr
    assert files_in(other / "content") == files_in(project / "content")
    assert files_in(other / "site") == files_in(project / "site")


def test_after_microsite_build_the_hook_has_nothing_to_do(project: Path) -> None:
    (project / "seeds").rename(project / "sources")
    (project / "seeds").mkdir()
    built = microsite(project, "build", "--seeds", "sources")
    assert built.returncode == 0, built.stderr
    assert (project / "site" / "sources" / "courier" / "index.html").exists()


def test_without_seeds_the_pages_are_taken_as_they_are(project: Path) -> None:
    microsite(project, "build", "--no-site")
    before = files_in(project / "content")
    (project / "seeds").rename(project / "sources")
    built = mkdocs(project, "build")
    assert built.returncode == 0, built.stderr
    assert "are taken as they are" in built.stderr
    assert files_in(project / "content") == before


def test_pages_that_a_person_wrote_have_tabs_before_the_last(project: Path) -> None:
    pages = project / "seeds" / "pages"
    pages.mkdir(exist_ok=True)
    (pages / "glossary.md").write_text("---\ntitle: Our glossary\n---\n\n# Words\n\nA word.\n", encoding="utf-8")
    assert microsite(project, "build").returncode == 0
    home = (project / "site" / "timeline" / "index.html").read_text(encoding="utf-8")
    tabs = re.findall(r'class="md-tabs__link">\s*([^<]*?)\s*<', home)
    assert tabs[-2:] == ["Our glossary", "Corrections"] and tabs.count("Our glossary") == 1


def test_a_wrong_seed_stops_mkdocs(project: Path) -> None:
    microsite(project, "build", "--no-site")
    before = files_in(project / "content")
    page = project / "seeds" / "pages" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("not wait", "not want"), encoding="utf-8")
    built = mkdocs(project, "build")
    assert built.returncode == 1
    assert "pages/index.md:" in built.stderr
    assert files_in(project / "content") == before


class Server:
    """A running `mkdocs serve` and what it has said so far."""

    def __init__(self, project: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self.log = project / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=project, env=environment(PYTHONUNBUFFERED="1"), stdout=log, stderr=subprocess.STDOUT
            )

    def builds(self) -> int:
        """How many builds have followed the first. MkDocs leaves out lines that it has printed before, not this one."""
        return self.log.read_text(encoding="utf-8").count("Reloading browsers")

    def wait_for(self, words: str, times: int = 1) -> None:
        end = time.monotonic() + PATIENCE
        while self.log.read_text(encoding="utf-8").count(words) < times:
            assert self.process.poll() is None and time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)

    def wait_for_builds(self, number: int) -> None:
        self.wait_for("Reloading browsers", number)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def settle(self) -> int:
        """The number of builds once no more come."""
        before, end = self.builds(), time.monotonic() + QUIET
        while time.monotonic() < end:
            time.sleep(0.2)
            if self.builds() != before:
                before, end = self.builds(), time.monotonic() + QUIET
        return before


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    server = Server(project, port)
    try:
        server.wait_for("Serving on")
        yield server
    finally:
        server.process.terminate()  # an interrupt is ignored by what a shell started in the background
        server.process.wait(PATIENCE)


def test_an_edit_under_mkdocs_serve_is_one_build(project: Path) -> None:
    make_content(project)
    with serving(project) as server:
        assert server.settle() == 0
        seed = project / "seeds" / "courier.txt"
        seed.write_text(seed.read_text(encoding="utf-8").replace("9,000", "8,000"), encoding="utf-8")
        server.wait_for_builds(1)
        changed = hashlib.sha256(seed.read_bytes()).hexdigest()
        assert changed in (project / "content" / "data" / "dossier.json").read_text(encoding="utf-8")
        assert server.settle() == 1
        (project / "seeds" / "note.txt").write_text("The bakery opened on May 2, 2022.\n", encoding="utf-8")
        server.wait_for_builds(2)
        assert "note" in server.page("sources/")
        assert server.settle() == 2


def test_a_page_of_ones_own_in_content_is_watched_still(project: Path) -> None:
    make_content(project)
    with serving(project) as server:
        seed = project / "seeds" / "gazette.txt"
        seed.write_text(seed.read_text(encoding="utf-8") + "\nThe ferry is free.\n", encoding="utf-8")
        server.wait_for_builds(1)
        server.settle()
        (project / "content" / "ferry.md").write_text("# The ferry\n\nIt goes at noon.\n", encoding="utf-8")
        server.wait_for_builds(2)
        assert "It goes at noon." in server.page("ferry/")
        assert server.settle() == 2
