"""The commands: build the site, write the dossier, check both. All that is printed is printed here.

In: the arguments, the working directory. Out: files, lines on the terminal, an exit code: 0 fine, 1 seeds or site
wrong, 2 wrong usage, 3 a bug of ours. Never: decides anything of the matter.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import click

from generator import __version__
from generator.model import Dossier, Source
from generator.pipeline import Edition, check_data, check_evidence, make_dossier, make_proposals, make_site, reanchor
from generator.problems import BuildError, Problems, Severity, in_order
from generator.publish import Site
from generator.publish.export import dossier_json
from generator.publish.manifest import compare_site, write_site
from generator.publish.pages.catalogue import letter_order
from generator.publish.schema import validate
from generator.publish.shares import share_limit
from generator.publish.walk import spans_of
from generator.publish.words import percent
from generator.rendering import render_site

FINE, WRONG, BUG = 0, 1, 3
MANY_SOURCES = 20  # below that, reading takes a second or two and a bar would only flicker
SEEDS = Path("seeds")
EXPORTED = "data/dossier.json"  # in content/: the dossier as far as the sources' modes let it be shown

Command = Callable[..., int]
Decorated = TypeVar("Decorated", bound=Callable[..., object])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="microsite")
def main() -> None:
    """Turns a folder of sources into a research microsite in which every statement leads to its passage."""


def guarded(command: Command) -> Callable[..., None]:
    """A command that ends with its return value as exit code, and turns whatever stops it into a line and a code."""

    @click.option("--debug", is_flag=True, help="Show where an unexpected error comes from.")
    @wraps(command)
    def run(debug: bool, **options: object) -> None:
        try:
            sys.exit(command(**options))
        except BuildError as stopped:
            sys.exit(report(stopped.problems))
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except OSError as refused:
            click.echo(f"microsite: error: {refused.strerror or refused}: {refused.filename or ''}", err=True)
            sys.exit(WRONG)
        except Exception as bug:
            if debug:
                raise
            click.echo(f"microsite: bug: {type(bug).__name__}: {bug}", err=True)
            click.echo("The generator is at fault here. Please report it, with what --debug prints.", err=True)
            sys.exit(BUG)

    return run


def folder_option(name: str, help: str) -> Callable[[Decorated], Decorated]:
    """An option that names a folder, there or not; by default the one of the same name."""
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option(f"--{name}", type=kind, default=name, show_default=True, help=help)


seeds_option = folder_option("seeds", "The folder of the sources.")
content_option = folder_option("content", "The folder of the pages that the generator writes.")
site_option = folder_option("site", "The folder of the finished site.")


strict_option = click.option("--strict", is_flag=True, help="Fail on warnings, such as a stale decision, too.")


@main.command()
@seeds_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    required=True,
    help="The file to write; - for standard output.",
)
@guarded
def dossier(seeds: Path, out: Path) -> int:
    """Write all that was found in the sources, nothing withheld, as JSON."""
    edition = read(seeds)
    with click.open_file(str(out), "wb") as stream:
        stream.write(dossier_json(edition.dossier))
    return report(edition.problems)


@main.command()
@seeds_option
@content_option
@site_option
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The configuration of MkDocs.",
)
@click.option("--no-site", is_flag=True, help="Write the pages, but do not call MkDocs.")
@click.option("--check", is_flag=True, help="Write nothing; fail where the pages are not what the seeds give.")
@click.option(
    "--accept-changed-sources", "accept", is_flag=True, help="Take over the new text of sources whose passages changed."
)
@strict_option
@guarded
def build(
    *, seeds: Path, content: Path, site: Path, config: Path, no_site: bool, check: bool, accept: bool, strict: bool
) -> int:
    """Build the pages and the site from the seeds.

    A seed that cannot be read is left out, and the rest is built. A page that is wrong stops the build, and so does a
    source in which a passage of the pages stands no longer: nothing is written then. Where there is no folder seeds/,
    the pages are taken as they are.
    """
    began = perf_counter()
    if seeds == SEEDS and not seeds.exists() and not check:
        click.echo(f"No folder {seeds}: the pages in {content} are taken as they are.")
        return report(render_site(config, content, site), strict)
    edition = read(seeds)
    pages, problems = make_site(edition)
    problems += tell_moved(edition, pages, content)
    if check:
        return report(problems + compare_content(edition, pages, content), strict)
    stop_on_pages(problems if accept else problems + compare_evidence(edition, content), edition)
    problems += write_site(pages, content).problems
    if not no_site:
        problems += render_site(config, content, site)
    code = report(problems, strict)
    summarise(edition.dossier, problems, perf_counter() - began)
    click.echo(f"The pages are in {content}." if no_site else f"The site is in {site}; `mkdocs serve` shows it.")
    return code


@main.command()
@seeds_option
@content_option
@strict_option
@guarded
def check(seeds: Path, content: Path, strict: bool) -> int:
    """Prove the site: passages against their sources, exports against their schema, content/ against the seeds."""
    began = perf_counter()
    edition = read(seeds)
    pages, problems = make_site(edition)
    problems += validate(dossier_json(edition.dossier)) + check_data(edition, pages)
    problems += tell_moved(edition, pages, content) + compare_content(edition, pages, content)
    code = report(problems, strict)
    summarise(edition.dossier, problems, perf_counter() - began)
    list_shares(edition, pages.files[EXPORTED])
    if code == FINE:
        click.echo(f"Every passage stands in its source, every address leads somewhere, {content} is up to date.")
    return code


@main.command()
@seeds_option
@guarded
def curate(seeds: Path) -> int:
    """Print what could be decided in curation.yml, as entries to copy."""
    edition = read(seeds)
    click.echo(make_proposals(edition), nl=False)
    return report(edition.problems)


def list_shares(edition: Edition, published: bytes) -> None:
    """Prints of each source how much the site may show of it, and how much it does, in aligned columns."""
    limits = {reading.source.id: share_limit(reading.source) for reading in edition.readings}
    rows = [("", "mode", "limit", "shown", "words", "source")]
    for source in sorted(json.loads(published)["sources"], key=lambda one: letter_order(one["siglum"])):
        limit, shown = (f"{percent(share)}%" for share in (limits[source["id"]], source["shown"]))
        rows.append((source["siglum"], source["mode"], limit, shown, f"{source['words']:,}", source["id"]))
    for letter, mode, limit, shown, words, id in rows:
        click.echo(f"{letter:<3} {mode:<8} {limit:>5} {shown:>6} {words:>9}  {id}")


def read(seeds: Path) -> Edition:
    """The dossier of a folder that is there."""
    if not seeds.is_dir():
        raise click.UsageError(f"There is no folder {seeds}.")
    return make_dossier(seeds, show_progress)


def compare_content(edition: Edition, pages: Site, content: Path) -> Problems:
    """Where content/ is not what the seeds give, and which of its passages stand in them no longer."""
    return compare_site(pages, content) + compare_evidence(edition, content)


def compare_evidence(edition: Edition, content: Path) -> Problems:
    """Which passages of the pages in content/ stand in the sources no longer."""
    exported = content / EXPORTED
    return check_evidence(edition, exported.read_bytes()) if exported.exists() else ()


def tell_moved(edition: Edition, pages: Site, content: Path) -> Problems:
    """Prints what became of each passage that people rely on in a source that changed; what cannot be found again."""
    exported = content / EXPORTED
    found, problems = reanchor(edition, exported.read_bytes(), pages.files[EXPORTED]) if exported.exists() else ((), ())
    for one in found:
        click.echo(str(one))
    return problems


def stop_on_pages(problems: Problems, edition: Edition) -> None:
    """Raises BuildError, with all problems, where a page is wrong or there is no source at all."""
    of_pages = tuple(problem for problem in problems if problem not in edition.problems)
    if not edition.readings or any(problem.severity is Severity.ERROR for problem in of_pages):
        raise BuildError(problems)


def show_progress(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources again, behind a bar where they are many and a person is watching."""
    sources = tuple(sources)
    if len(sources) < MANY_SOURCES or not sys.stderr.isatty():
        yield from sources
        return
    with click.progressbar(sources, label="Reading sources", file=sys.stderr) as bar:
        yield from bar


def report(problems: Problems, strict: bool = False) -> int:
    """Prints the problems, all at once and sorted; the exit code that they make, warnings included if `strict`."""
    for problem in in_order(problems):
        click.echo(str(problem), err=True)
    return WRONG if any(strict or problem.severity is Severity.ERROR for problem in problems) else FINE


def summarise(dossier: Dossier, problems: Problems, seconds: float) -> None:
    """Prints how much was found, in one column of figures."""
    figures = {
        "sources": len(dossier.sources),
        "witnesses": sum(len(source.parts) or 1 for source in dossier.sources),
        "dates": len(dossier.dates),
        "actors": len(dossier.actors),
        "quotations": len(dossier.quotes),
        "events": len(dossier.events),
        "passages": sum(1 for _ in spans_of(dossier)),
        "warnings": sum(problem.severity is Severity.WARNING for problem in in_order(problems)),
    }
    for name, figure in figures.items():
        click.echo(f"{name:<12}{figure:>8}")
    click.echo(f"{'seconds':<12}{seconds:>8.1f}")
