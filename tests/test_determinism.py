"""The same seeds give the same site, byte for byte, wherever and whenever it is built."""

import os
import shutil
from pathlib import Path

from project import BRIDGE, copy_project, files_in, microsite


def copy_backwards(source: Path, to: Path) -> None:
    """Copies a folder file by file, last name first, so that the disk hands the files out in another order."""
    for file in sorted(source.rglob("*"), reverse=True):
        if file.is_file():
            target = to / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
            os.utime(target, (1_000_000_000, 1_000_000_000))


def test_place_time_and_order_change_nothing(tmp_path: Path) -> None:
    here = copy_project(tmp_path / "here")
    there = copy_project(tmp_path / "another place")
    shutil.rmtree(there / "seeds")
    copy_backwards(BRIDGE, there / "seeds")
    first = microsite(here, "build", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati")
    second = microsite(there, "build", PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C", PYTHONUTF8="0")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert files_in(here / "content") == files_in(there / "content")
    assert files_in(here / "site") == files_in(there / "site")


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    microsite(project, "build")
    content, site = files_in(project / "content"), files_in(project / "site")
    assert {"index.html", "timeline/index.html", "sitemap.xml.gz", "search/search_index.json"} <= set(site)
    microsite(project, "build")
    assert files_in(project / "content") == content
    assert files_in(project / "site") == site


def test_the_environment_may_name_the_date_of_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    microsite(project, "build", SITE_URL="https://site.test/")
    assert "<lastmod>2022-03-21</lastmod>" in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
    microsite(project, "build", SITE_URL="https://site.test/", SOURCE_DATE_EPOCH="0")
    assert "<lastmod>1970-01-01</lastmod>" in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
