"""Finds the Chromium that the site's tests drive: the machine's own, else the one that Playwright has installed.

As a script it prints where that is, and exits with 1 where there is none.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium(playwright: Playwright) -> str | None:
    """The path of a Chromium, None where there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


if __name__ == "__main__":
    with sync_playwright() as started:
        path = find_chromium(started)
    print(path or "no Chromium found")
    sys.exit(path is None)
