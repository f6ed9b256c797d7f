"""Walks the seeds folder and gives every source, every hand-written page and everything wrong with them.

In: the seeds folder. Out: Seeds and problems, the same whatever order the file system lists them in. Never: prints,
compares sources, stops at the first fault.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from generator.ingest.curation_yml import read_curation
from generator.ingest.decided import CURATION_YML
from generator.ingest.decode import Decoded, Refused, decode
from generator.ingest.document import read_document
from generator.ingest.places import drop_stale
from generator.ingest.slugs import is_safe, slug
from generator.ingest.sources_yml import EMPTY, Bibliography, normal_path, read_bibliography
from generator.ingest.yaml_checks import did_you_mean
from generator.model import NO_DECISIONS, Decisions, HandPage, Record, Source
from generator.problems import Problem, Problems, error, in_order, warning

SOURCES_YML = "sources.yml"
SETTINGS = frozenset({SOURCES_YML, CURATION_YML})  # files of the seeds folder that are decisions, not documents
PAGES = "pages"
UNTITLED = "Untitled dossier"
USUAL_FOLDER = "seeds"  # a name that says nothing of the dossier
FEW_STALE = 20  # entries for which a file of a like name is looked for: with thousands that would take minutes
READERS: dict[str, Callable[[bytes], Decoded | Refused]] = {".txt": decode, ".md": decode}


class Seeds(Record, frozen=True, kw_only=True):
    """What people gave: the dossier's title, its sources sorted by id, their own pages sorted by file, their decisions.

    `contact` is an address (https://… or mailto:…) to which a reader can write about an error, None if none is given.
    """

    title: str
    sources: tuple[Source, ...]
    pages: tuple[HandPage, ...]
    decisions: Decisions = NO_DECISIONS
    contact: str | None = None


class SeedFile(Record, frozen=True, kw_only=True):
    """A file of the seeds folder: its path from there, and its path as problems show it."""

    file: str
    shown: str


def read_seeds(folder: Path) -> tuple[Seeds, Problems]:
    """Everything in a seeds folder. A file that cannot be used is reported and left out; the rest is read.

    Directly in the folder or below it, every file with a suffix of READERS is a source, but for README files, hidden
    files and the hand-written pages in `pages/`.
    """
    problems: list[Problem] = []
    if not folder.is_dir():
        problems.append(error(folder.as_posix(), "There is no such folder. Make it and put your sources there."))
    files = _list_files(folder, problems)
    bibliography = _read_bibliography(folder, files, problems)
    decisions = _read_decisions(folder, files, problems)
    pages = _read_pages(folder, files, problems)
    documents = [file for file in files if _is_document(file, problems)]
    _report_stale(bibliography, files, documents, (folder / SOURCES_YML).as_posix(), problems)
    sources = _read_sources(folder, documents, bibliography, decisions, problems)
    decisions, stale = drop_stale(decisions, sources)
    if folder.is_dir() and not sources:
        problems.append(error(folder.as_posix(), "No source was read here. Save each document as a .txt file in it."))
    seeds = Seeds(
        title=bibliography.title or _title_of(folder),
        sources=sources,
        pages=pages,
        decisions=decisions,
        contact=bibliography.contact,
    )
    return seeds, in_order((*problems, *stale))


def _title_of(folder: Path) -> str:
    name = folder.name or folder.resolve().name
    return name if name and name != USUAL_FOLDER else UNTITLED


def _list_files(folder: Path, problems: list[Problem]) -> list[SeedFile]:
    """Every file that is not hidden nor in a hidden folder, sorted by path."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = (Path(place) / name).relative_to(folder).as_posix()
            if name.startswith("."):
                continue
            if _is_unicode(file):
                found.append(SeedFile(file=file, shown=(folder / file).as_posix()))
            else:
                shown = (folder / file).as_posix().encode("ascii", "backslashreplace").decode()
                problems.append(error(shown, "The name of this file is not valid UTF-8. Rename it."))
    return sorted(found, key=lambda file: file.file)


def _is_unicode(name: str) -> bool:
    return name.encode("utf-8", "replace").decode() == name


def _read_bytes(folder: Path, file: SeedFile, problems: list[Problem]) -> bytes | None:
    path = folder / file.file
    if path.exists() and not path.is_file():
        problems.append(error(file.shown, "It is not a file that can be read."))
        return None
    try:
        return path.read_bytes()
    except OSError as fault:
        problems.append(error(file.shown, f"It cannot be read: {fault.strerror}."))
        return None


def _read_text(folder: Path, file: SeedFile, problems: list[Problem]) -> str | None:
    """The text of a settings file or page; whatever is wrong with it is an error."""
    data = _read_bytes(folder, file, problems)
    if data is None:
        return None
    decoded = decode(data)
    if isinstance(decoded, Refused):
        problems.append(error(file.shown, decoded.why, decoded.line))
        return None
    return decoded.text


def _read_bibliography(folder: Path, files: Iterable[SeedFile], problems: list[Problem]) -> Bibliography:
    file = _settings_file(SOURCES_YML, files)
    if file is None:
        return EMPTY
    bibliography, found = read_bibliography(_read_text(folder, file, problems) or "", file.shown)
    problems.extend(found)
    return bibliography


def _read_decisions(folder: Path, files: Iterable[SeedFile], problems: list[Problem]) -> Decisions:
    file = _settings_file(CURATION_YML, files)
    if file is None:
        return NO_DECISIONS
    decisions, found = read_curation(_read_text(folder, file, problems) or "", file.shown)
    problems.extend(found)
    return decisions


def _settings_file(name: str, files: Iterable[SeedFile]) -> SeedFile | None:
    return next((file for file in files if file.file == name), None)


def _read_pages(folder: Path, files: Iterable[SeedFile], problems: list[Problem]) -> tuple[HandPage, ...]:
    pages = []
    for file in files:
        if not _is_page(file):
            continue
        if PurePosixPath(file.file).suffix.lower() != ".md":
            problems.append(warning(file.shown, "Only .md files are read in pages/; this one is left out."))
            continue
        text = _read_text(folder, file, problems)
        if text is not None:
            pages.append(HandPage(file=file.file, text=text))
    return tuple(pages)


def _is_page(file: SeedFile) -> bool:
    return file.file.startswith(f"{PAGES}/")


def _is_document(file: SeedFile, problems: list[Problem]) -> bool:
    """Whether a file is a source; one that a person might take for a source is reported."""
    path = PurePosixPath(file.file)
    if _is_page(file) or file.file in SETTINGS or path.name.lower().startswith("readme"):
        return False
    if path.suffix.lower() in READERS:
        return True
    if path.suffix.lower() in {".yml", ".yaml"}:
        message = f"This file is not read.{did_you_mean(path.name, sorted(SETTINGS))}"
    else:
        kind = f"{path.suffix.lower()} files are" if path.suffix else "A file without a suffix is"
        message = f"{kind} not read yet: save it as text (.txt)."
    problems.append(warning(file.shown, message))
    return False


def _report_stale(
    bibliography: Bibliography,
    files: Iterable[SeedFile],
    documents: Iterable[SeedFile],
    shown: str,
    problems: list[Problem],
) -> None:
    """Entries of sources.yml whose file is not there, or is no source."""
    there = {normal_path(file.file) for file in files}
    sources = {normal_path(file.file) for file in documents}
    stale = [path for path in bibliography.entries if path not in there]
    for path, entry in bibliography.entries.items():
        if path not in there:
            near = did_you_mean(path, sorted(sources)) if len(stale) <= FEW_STALE else ""
            message = f'"{path}" is not in the seeds folder: this entry is stale.{near}'
            problems.append(warning(shown, message, entry.line))
        elif path not in sources:
            problems.append(warning(shown, f'"{path}" is not read as a source: this entry has no effect.', entry.line))


def _read_sources(
    folder: Path,
    documents: Iterable[SeedFile],
    bibliography: Bibliography,
    decisions: Decisions,
    problems: list[Problem],
) -> tuple[Source, ...]:
    """The sources in the order of their ids; of two with one id the first by path is kept."""
    sources: dict[str, Source] = {}
    for file in documents:
        entry = bibliography.entries.get(normal_path(file.file))
        fields = entry.fields if entry else {}
        name = fields.get("id") or slug(PurePosixPath(file.file).stem)
        decoded = _read_document_text(folder, file, problems)
        if decoded is None or not _is_free(name, file, sources, problems):
            continue
        data, text = decoded
        sha256 = hashlib.sha256(data).hexdigest()
        source, found = read_document(
            text, fields, id=name, file=file.file, sha256=sha256, shown=file.shown, decisions=decisions
        )
        problems.extend(found)
        sources[name] = source
    return tuple(sources[name] for name in sorted(sources))


def _is_free(name: str, file: SeedFile, sources: dict[str, Source], problems: list[Problem]) -> bool:
    if not is_safe(name):
        message = f"No id can be made of this file's name. Set `id:` for {file.file} in {SOURCES_YML}."
        problems.append(error(file.shown, message))
    elif name in sources:
        both = f'{sources[name].file} and {file.file} both give the id "{name}"'
        problems.append(error(file.shown, f"{both}; only the first is used. Set `id:` for one in {SOURCES_YML}."))
    return is_safe(name) and name not in sources


def _read_document_text(folder: Path, file: SeedFile, problems: list[Problem]) -> tuple[bytes, str] | None:
    """The bytes and stored text of a source, None where it was reported and is left out."""
    data = _read_bytes(folder, file, problems)
    if data is None:
        return None
    decoded = READERS[PurePosixPath(file.file).suffix.lower()](data)
    if isinstance(decoded, Refused):
        problems.append(error(file.shown, f"{decoded.why} It is left out.", decoded.line))
        return None
    if not decoded.text.strip():
        problems.append(warning(file.shown, "This file is empty and is left out."))
        return None
    if not decoded.certain:
        message = f"It is not UTF-8; it was read as {decoded.encoding}. Check its letters, or save it as UTF-8."
        problems.append(warning(file.shown, message))
    return data, decoded.text
