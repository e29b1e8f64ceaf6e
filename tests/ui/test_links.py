"""Links: only web, e-mail and telephone lead out of the program."""

import pytest
from PySide6.QtCore import QUrl

from notebook.ui.links import open_link


class _Opener:
    def __init__(self) -> None:
        self.opened: list[QUrl] = []

    def __call__(self, url: QUrl) -> bool:
        self.opened.append(url)
        return True


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?b=c",
        " HTTP://example.org ",
        "mailto:ana@example.org",
        "tel:+49-40-123456",
    ],
)
def test_a_harmless_link_is_opened(text: str) -> None:
    opener = _Opener()
    assert open_link(text, opener)
    assert opener.opened == [QUrl(text.strip())]


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "smb://server/share",
        "/usr/bin/true",
        "example.org",
        "",
        "https://",
        "http:///etc/passwd",
        "ms-settings:privacy",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    opener = _Opener()
    assert not open_link(text, opener)
    assert not opener.opened
