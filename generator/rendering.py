"""MkDocs called from here: the pages of content/ in, the site out, the same bytes for the same pages.

In: mkdocs.yml, content/. Out: site/, and what MkDocs has to say against the pages. Never: runs the generator, prints.
"""

import io
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator import edtf
from generator.problems import Problems, error

CURRENT = "content_is_current"  # under `extra` in the configuration: content/ was just written, no work for the hook
BUILD_DATE = "SOURCE_DATE_EPOCH"  # what MkDocs and gzip take for "now", in seconds since 1970
NO_DATE = date(1980, 1, 1)  # where no source says when it was added


def render_site(config_file: Path, content: Path, site: Path) -> Problems:
    """Every page of content/ rendered into site/; in strict mode, each of MkDocs' warnings is an error."""
    with messages_of("mkdocs") as messages, build_date(content):
        try:
            config = load_config(
                str(config_file), docs_dir=str(content.resolve()), site_dir=str(site.resolve()), strict=True
            )
            config.extra[CURRENT] = True
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as stopped:
            messages.write(f"{stopped}\n")
    return tuple(error(str(config_file), line) for line in messages.getvalue().splitlines() if line.strip())


@contextmanager
def messages_of(name: str) -> Iterator[io.StringIO]:
    """Collects the warnings and errors of a logger, one a line."""
    messages = io.StringIO()
    handler = logging.StreamHandler(messages)
    handler.setLevel(logging.WARNING)
    logging.getLogger(name).addHandler(handler)
    try:
        yield messages
    finally:
        logging.getLogger(name).removeHandler(handler)


@contextmanager
def build_date(content: Path) -> Iterator[None]:
    """For the time of a build, the build date of the site is that of its content, unless the environment names one."""
    if BUILD_DATE in os.environ:
        yield
        return
    os.environ[BUILD_DATE] = str(content_date(content))
    try:
        yield
    finally:
        del os.environ[BUILD_DATE]


def content_date(content: Path) -> int:
    """When the latest source joined the dossier that content/ shows, in seconds since 1970 at 0:00 UTC."""
    exported = content / "data" / "dossier.json"
    sources = json.loads(exported.read_bytes())["sources"] if exported.exists() else []
    days = (edtf.earliest(source["added"]) for source in sources if source["added"])
    latest = max((day for day in days if day), default=NO_DATE)
    return int(datetime.combine(max(latest, NO_DATE), time(), UTC).timestamp())
