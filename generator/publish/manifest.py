"""Writes content/, and touches nothing there that it did not write itself.

The manifest `.manifest` lists each written file with the hash of its bytes (a dot file: MkDocs leaves it alone). A file
is ours if it is listed and its bytes are the listed ones; any other is a person's, and stays as it is.

In: a site, a folder. Out: files, what changed, problems. Never: overwrites or removes what a person wrote or edited.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model import Record
from generator.problems import Problems, error, in_order
from generator.publish.site import Site

MANIFEST = ".manifest"
DRAFT = ".draft"  # a file being written; replaced in one step, so that a build can be stopped at any time
OUTSIDE = "would be written outside of the folder or over the manifest. Give the source or page another id."
EDITED = "was edited by hand, and the build would write it anew. Move your text to seeds/pages/, then delete the file."
FOREIGN = "was not written by the build, which has a page of that name. Rename or move your file."
FORSAKEN = "was edited by hand and is no longer made. Move your text to seeds/pages/, then delete the file."

Listed = Mapping[str, frozenset[str]]  # path -> the hashes of what was written there


class Written(Record, frozen=True, kw_only=True):
    """What a build changed in the folder: paths below it, sorted; and what it had to leave alone."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    problems: Problems


class Plan(Record, frozen=True, kw_only=True):
    """What to write and to remove, whether it differs or not; and what stays listed because it has to be left alone."""

    write: dict[str, bytes]
    remove: tuple[str, ...]
    left: Listed
    problems: Problems


def write_site(site: Site, content: Path) -> Written:
    """Writes the files whose bytes changed and removes those of ours that are no longer made.

    The folder is made if it is not there. Raises OSError where the disk refuses.
    """
    listed = read_manifest(content)
    plan = make_plan(site, content, listed)
    changed = tuple(path for path, data in plan.write.items() if differs(content / path, data))
    written = {path: frozenset({_hash(data)}) for path, data in plan.write.items()}
    if changed or plan.remove:
        write_manifest(content, listed, written)  # old and new, so that a build stopped halfway knows its own files
    for path in plan.remove:
        remove(content / path, content)
    for path in changed:
        replace(content / path, plan.write[path])
    for path in plan.write:
        draft_of(content / path).unlink(missing_ok=True)  # of a build that was stopped
    write_manifest(content, written, plan.left)
    return Written(changed=changed, removed=plan.remove, problems=plan.problems)


def make_plan(site: Site, content: Path, listed: Listed) -> Plan:
    """What has to be done so that the folder holds the site, and what a person's files keep from being done."""
    refused = {path: error(_place(content, path), why) for path, why in check_paths(site, content)}
    for path, data in site.files.items():
        why = None if path in refused else obstacle(content, path, data, listed)
        if why:
            refused[path] = error(_place(content, path), why)
    gone = [path for path in listed if path not in site.files and is_inside(content, path)]
    gone = [path for path in gone if (content / path).is_file()]
    edited = {path: error(_place(content, path), FORSAKEN) for path in gone if not is_ours(content, path, listed)}
    return Plan(
        write={path: data for path, data in sorted(site.files.items()) if path not in refused},
        remove=tuple(path for path in gone if path not in edited),
        left={path: listed[path] for path in sorted({*refused, *edited}) if path in listed},
        problems=in_order([*refused.values(), *edited.values()]),
    )


def compare_site(site: Site, content: Path) -> Problems:
    """Where the folder is not what a build would write: missing, differing and left-over files."""
    found = [error(_place(content, path), why) for path, why in check_paths(site, content)]
    for path, data in site.files.items():
        if not (content / path).is_file():
            found.append(error(_place(content, path), "is missing. Run `microsite build`."))
        elif differs(content / path, data):
            found.append(error(_place(content, path), "is not what the sources give now. Run `microsite build`."))
    for path in read_manifest(content):
        if path not in site.files and is_inside(content, path) and (content / path).is_file():
            found.append(error(_place(content, path), "is left over from an earlier build. Run `microsite build`."))
    return in_order(found)


def check_paths(site: Site, content: Path) -> Iterator[tuple[str, str]]:
    """The paths that cannot be written, and why: out of the folder, or one file with another on some disks."""
    folded: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(site.files):
        folded[path.casefold()].append(path)
        if not is_inside(content, path):
            yield path, OUTSIDE
    for first, *others in folded.values():
        yield from ((path, f"differs from {first} in large and small letters alone.") for path in others)


def is_inside(content: Path, path: str) -> bool:
    """Whether a path stays below the folder, links followed, and is not the manifest."""
    parts = path.split("/")
    plain = all(part not in ("", ".", "..") for part in parts) and path.isprintable() and "\\" not in path
    return plain and path != MANIFEST and (content / path).resolve().is_relative_to(content.resolve())


def obstacle(content: Path, path: str, data: bytes, listed: Listed) -> str | None:
    """What keeps the build from writing a file: that something stands there which a person made or changed."""
    for folder in list(Path(path).parents)[:-1]:
        if (content / folder).is_file() and not is_ours(content, folder.as_posix(), listed):
            return FOREIGN
    file = content / path
    if not file.exists() or (file.is_file() and (not differs(file, data) or is_ours(content, path, listed))):
        return None
    return EDITED if path in listed else FOREIGN


def is_ours(content: Path, path: str, listed: Listed) -> bool:
    """Whether a file is as an earlier build wrote it."""
    return path in listed and _hash((content / path).read_bytes()) in listed[path]


def differs(file: Path, data: bytes) -> bool:
    """Whether a file is missing or holds other bytes."""
    return not file.is_file() or file.read_bytes() != data


def read_manifest(content: Path) -> Listed:
    """What earlier builds wrote, by path; lines that are not of the manifest's form are passed over."""
    file = content / MANIFEST
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        digest, mark, path = line.partition("  ")
        if mark and path:
            listed[path].add(digest)
    return {path: frozenset(digests) for path, digests in sorted(listed.items())}


def write_manifest(content: Path, *lists: Listed) -> None:
    """Writes all lists as one: sorted lines of hash and path, as `sha256sum --check` reads them."""
    lines = {f"{digest}  {path}\n" for listed in lists for path, digests in listed.items() for digest in digests}
    data = "".join(sorted(lines, key=lambda line: (line.partition("  ")[2], line))).encode()
    if differs(content / MANIFEST, data):
        replace(content / MANIFEST, data)


def replace(file: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_of(file)
    draft.write_bytes(data)
    draft.replace(file)


def draft_of(file: Path) -> Path:
    """Where a file stands while it is being written."""
    return file.with_name(f"{DRAFT}-{file.name}")


def remove(file: Path, content: Path) -> None:
    """Removes a file and the folders that are empty without it."""
    file.unlink()
    for folder in file.parents:
        if folder == content or any(folder.iterdir()):
            break
        folder.rmdir()


def _place(content: Path, path: str) -> str:
    return f"{content.as_posix()}/{path}"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
