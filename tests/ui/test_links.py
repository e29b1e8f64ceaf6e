"""Links: only web, e-mail and telephone lead out of the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from notebook.ui.links import open_file, open_link


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


def test_a_file_is_opened_and_a_program_shown_in_its_folder(tmp_path: Path) -> None:
    opener = _Opener()
    offer, program, script = (tmp_path / name for name in ("offer.pdf", "tool.exe", "tool"))
    for path in (offer, program, script):
        path.write_text("x")
    script.chmod(0o755)
    for path in (offer, program, script, tmp_path):
        assert open_file(str(path), opener)
    assert [url.toLocalFile() for url in opener.opened] == [str(offer), *[str(tmp_path)] * 3]


@pytest.mark.parametrize(
    "path", ["", ".", "/no/such/file", "https://example.org", "pyproject.toml"]
)
def test_what_is_no_file_of_this_computer_is_not_opened(path: str) -> None:
    opener = _Opener()
    assert not open_file(path, opener)
    assert opener.opened == []
