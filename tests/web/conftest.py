"""The demo's casebook, made once from the two example reports, and a browser of sorts that reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from amparo import pipeline, web
from amparo.casebook import Casebook

OWN = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain casebook with the example reports in it."""
    folder = tmp_path_factory.mktemp("demo")
    path = folder / "demo.amparo"
    Casebook.create(path, None, at=pipeline.now(), by="tester")
    with Casebook.open(path, None) as book:
        for report, example in pipeline.write_examples(folder / "reports"):
            assert [row.faults for row in pipeline.add(book, [report], by="tester", given=example.given)] == [()]
    return path


@pytest.fixture(scope="session")
def client(demo: Path) -> Iterator[TestClient]:
    """Asks for pages of the demo's casebook."""
    with Casebook.open(demo, None, write=False) as book:
        yield browser(book)


@pytest.fixture(scope="session")
def book(demo: Path) -> Iterator[Casebook]:
    """The same casebook, to compare with."""
    with Casebook.open(demo, None, write=False) as opened:
        yield opened


def browser(book: Casebook) -> TestClient:
    """Asks for pages of ``book``; an error inside becomes a page, as it does for a reader."""
    return TestClient(
        web.application(book, name="demo.amparo"), base_url=OWN, raise_server_exceptions=False, follow_redirects=False
    )
