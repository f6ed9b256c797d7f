"""Lets a bare `mkdocs build` or `mkdocs serve` run the generator first.

In: the events of MkDocs, which loads this file by its path. Out: content/ brought up to date, a tab for each page that
a person wrote; under `mkdocs serve` one build an edit. Never: touches content/ where seeds/ is absent, or where a seed
or a page is wrong.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from generator.pipeline import make_dossier, make_site, stop_on
from generator.problems import BuildError
from generator.publish.manifest import write_site
from generator.rendering import BUILD_DATE, CURRENT, content_date

log = logging.getLogger("mkdocs.hooks.microsite")

servers: list[LiveReloadServer] = []  # the one server under `mkdocs serve`; MkDocs loads this file once in its life


def on_pre_build(config: MkDocsConfig) -> None:
    """The generator runs before MkDocs looks for pages, unless `microsite build` has just run it."""
    if not config.extra.get(CURRENT):
        update(seeds_of(config), Path(config.docs_dir))
    os.environ.setdefault(BUILD_DATE, str(content_date(Path(config.docs_dir))))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """A page at the top that the navigation does not name (one that a person wrote) gets a tab before the last one."""
    if config.nav:
        named = set(named_in(config.nav))
        written = [page.src_uri for page in files.documentation_pages() if "/" not in page.src_uri]
        config.nav[-1:-1] = [uri for uri in sorted(written) if uri not in named]
    return files


def named_in(nav: list[Any]) -> Iterator[str]:
    """The pages that a navigation names, at any depth."""
    left = list(nav)
    while left:
        item = left.pop()
        if isinstance(item, str):
            yield item
        else:
            left.extend(item.values() if isinstance(item, dict) else item)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """An edit in seeds/ is a reason to build again."""
    if seeds_of(config).is_dir():
        server.watch(str(seeds_of(config)))
    servers.append(server)
    return server


def seeds_of(config: MkDocsConfig) -> Path:
    """The folder seeds/ beside mkdocs.yml."""
    return Path(config.config_file_path).parent / "seeds"


def update(seeds: Path, content: Path) -> None:
    """Brings content/ up to date. Raises PluginError, with content/ as it was, where something is wrong."""
    if not seeds.is_dir():
        log.info("No folder %s: the pages in %s are taken as they are.", seeds, content)
        return
    try:
        site, problems = make_site(make_dossier(seeds))
        stop_on(problems)
        with unwatched(content):
            problems += write_site(site, content).problems
        stop_on(problems)
    except BuildError as stopped:
        raise PluginError(str(stopped)) from stopped
    for problem in problems:
        log.info("%s", problem)


@contextmanager
def unwatched(folder: Path) -> Iterator[None]:
    """What is written here meanwhile is no edit: under `mkdocs serve` it would be a reason to build once more."""
    for server in servers:
        server.unwatch(str(folder))
    try:
        yield
    finally:
        for server in servers:
            server.watch(str(folder))
