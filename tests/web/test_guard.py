import pytest
from httpx2 import Response
from starlette.testclient import TestClient

POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def guarded(answer: Response) -> bool:
    headers = answer.headers
    return (
        set(headers["content-security-policy"].split("; ")) == POLICY
        and headers["referrer-policy"] == "no-referrer"
        and headers["x-content-type-options"] == "nosniff"
        and headers["x-frame-options"] == "DENY"
        and headers["cross-origin-opener-policy"] == "same-origin"
        and headers["cross-origin-resource-policy"] == "same-origin"
        and headers["cache-control"] == "no-store"
        and "access-control-allow-origin" not in headers
        and "set-cookie" not in headers
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/?host=Narnia", 200),
        ("/search?q=Rahmon", 200),
        ("/static/amparo.css", 200),
        ("/static/amparo.svg", 200),
        ("/static/../pages.py", 404),
        ("/static/%2e%2e/pages.py", 404),
        ("/static/", 404),
        ("/cases/nobody", 404),
        ("/documents/none", 404),
        ("/favicon.ico", 404),
    ],
)
def test_every_answer_bears_the_headers(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, guarded(answer)) == (status, True)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.2:8000", "", "[::1]:8000"])
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    """A site that lets its name lead to the loopback address (DNS rebinding) learns nothing."""
    answer = client.get("/", headers={"Host": host})
    assert (answer.status_code, guarded(answer)) == (400, True)
    assert "Cases" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST"])
def test_our_own_names_are_heeded(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/cases/nobody", "/nowhere", "/static/amparo.css"])
def test_nothing_can_be_changed(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"], guarded(answer)) == (405, "GET, HEAD", True)


def test_a_head_request_has_the_headers_of_the_page(client: TestClient) -> None:
    assert client.head("/").headers == client.get("/").headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_from_another_site_is_refused(client: TestClient, site: str) -> None:
    """Else a page elsewhere could learn from the time an answer takes whether a name is in the casebook."""
    answer = client.get("/search?q=Rahmon", headers={"Sec-Fetch-Site": site})
    assert (answer.status_code, guarded(answer)) == (403, True)


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_a_typed_address_and_our_own_links_are_answered(client: TestClient, site: str) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 200
