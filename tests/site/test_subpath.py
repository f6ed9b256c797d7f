"""The page for addresses that do not exist must know where the site stands; all others need not."""

from pathlib import Path
from urllib.parse import urljoin

from project import files_in, microsite
from test_addresses import Page

AT = "https://pages.test/bridge/"


def test_the_page_not_found_knows_the_address_it_was_told(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    built = microsite(project, "build", "--site", str(site), SITE_URL=AT)
    assert built.returncode == 0, built.stderr
    page = Page((site / "404.html").read_text(encoding="utf-8"))
    internal = [urljoin(AT + "no/such/page/", address) for address in page.links + page.loads]
    assert internal
    assert all(address.startswith(AT) for address in internal)
    loaded = {url.removeprefix(AT) for url in internal if url.endswith((".css", ".js"))}
    assert loaded and loaded <= set(files_in(site))


def test_no_other_page_is_bound_to_an_address(site: Path) -> None:
    for file in site.rglob("index.html"):
        page = Page(file.read_text(encoding="utf-8"))
        assert not [address for address in page.links + page.loads if address.startswith("/")], file
