"""The order of the stages, as readable functions: seeds -> sources -> readings -> dossier -> pages.

In: a seeds folder. Out: a dossier with its problems; the files of content/. Never: decides anything of the matter,
prints, exits. This module alone imports all rooms.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec.structs import replace

from generator.annotate import annotate
from generator.collate import collate
from generator.ingest import Seeds, read_seeds
from generator.model import AnnotatedSource, Dossier, Record, Source
from generator.problems import BuildError, Problems, Severity, in_order
from generator.propose import propose
from generator.publish import Site, publish
from generator.publish.evidence import find_broken
from generator.publish.exported import check_exports
from generator.publish.gate import Gate
from generator.publish.reanchoring import Reanchored, compare_anchors, refuse_ambiguous
from generator.publish.verification import prove

CURATION = "curation.yml"  # in the seeds folder: where people's decisions stand

Progress = Callable[[Iterable[Source]], Iterable[Source]]


class Edition(Record, frozen=True, kw_only=True):
    """A dossier, the readings it rests on, and what is wrong with the seeds it was made from."""

    dossier: Dossier
    readings: tuple[AnnotatedSource, ...]
    seeds: Seeds
    folder: Path
    problems: Problems


def make_dossier(seeds_folder: Path, progress: Progress = iter) -> Edition:
    """Everything that the sources of a folder say. Raises BuildError where a span does not stand in its stored text."""
    seeds, problems = read_seeds(seeds_folder)
    readings, found = read_sources(progress(seeds.sources))
    dossier, undecided = collate(readings, title=seeds.title, decisions=seeds.decisions)
    stop_on(place_problems(prove(dossier, readings), seeds, seeds_folder))
    return Edition(
        dossier=Gate(dossier, readings).with_shares(),
        readings=readings,
        seeds=seeds,
        folder=seeds_folder,
        problems=in_order(problems + undecided + place_problems(found, seeds, seeds_folder)),
    )


def make_site(edition: Edition) -> tuple[Site, Problems]:
    """The files of content/, in memory, and what is wrong with the hand-written pages."""
    site, found = publish(edition.dossier, edition.readings, edition.seeds.pages, edition.seeds.contact)
    return site, in_order(edition.problems + place_problems(found, edition.seeds, edition.folder))


def read_sources(sources: Iterable[Source]) -> tuple[tuple[AnnotatedSource, ...], Problems]:
    """Each source annotated on its own; the order of the sources is kept."""
    readings: list[AnnotatedSource] = []
    problems: Problems = ()
    for source in sources:
        reading, found = annotate(source)
        readings.append(reading)
        problems += found
    return tuple(readings), problems


def check_evidence(edition: Edition, published: bytes) -> Problems:
    """Which passages of an earlier build's dossier.json the sources have no longer, with their lines in the seeds."""
    return place_problems(find_broken(published, edition.readings), edition.seeds, edition.folder)


def check_data(edition: Edition, site: Site) -> Problems:
    """What of the exported data is not what the stored texts have, with its lines in the seeds."""
    return place_problems(check_exports(site.files, edition.readings), edition.seeds, edition.folder)


def reanchor(edition: Edition, published: bytes, anew: bytes) -> tuple[tuple[Reanchored, ...], Problems]:
    """What became of the passages that people rely on in sources that changed since an earlier build's dossier.json.

    `anew` is that file as it is now.
    """
    found = compare_anchors(published, edition.readings)
    return found, place_problems(refuse_ambiguous(found, anew, edition.seeds.pages), edition.seeds, edition.folder)


def make_proposals(edition: Edition) -> str:
    """What could be decided, as commented entries for curation.yml."""
    return propose(edition.dossier, edition.readings)


def place_problems(problems: Problems, seeds: Seeds, folder: Path) -> Problems:
    """The problems with the files of the seeds named from where the person stands, as ingest names them.

    The rooms after ingest know a source, a hand-written page and the decisions by their paths from the seeds folder.
    """
    files = {source.file for source in seeds.sources} | {page.file for page in seeds.pages} | {CURATION}
    return tuple(
        replace(problem, where=replace(problem.where, file=(folder / problem.where.file).as_posix()))
        if problem.where.file in files
        else problem
        for problem in problems
    )


def stop_on(problems: Problems) -> None:
    """Raises BuildError where one of the problems is an error."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise BuildError(problems)
