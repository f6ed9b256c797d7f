"""A project in a folder of its own, as a person has it, and the commands run there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "seeds"
BRIDGE = ROOT / "tests" / "golden" / "bridge" / "seeds"


def copy_project(to: Path, seeds: Path = BRIDGE) -> Path:
    """A project with these seeds, without content/ and site/; the generator is the one under test."""
    to.mkdir(parents=True, exist_ok=True)
    shutil.copytree(seeds, to / "seeds")
    shutil.copy(ROOT / "mkdocs.yml", to)
    (to / "generator").symlink_to(ROOT / "generator")
    return to


def microsite(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`microsite` with these arguments, run in the project."""
    return run(project, "-m", "generator", *arguments, **variables)


def mkdocs(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs` with these arguments, run in the project."""
    return run(project, "-m", "mkdocs", *arguments, **variables)


def run(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command, env = [sys.executable, *arguments], environment(**variables)
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)


def environment(**variables: str) -> dict[str, str]:
    """The environment of the tests without what would change a build, and with the variables given."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "SITE_URL")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **variables}


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below the folder, by path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
