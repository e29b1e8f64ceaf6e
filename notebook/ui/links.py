"""The one way out to other programs: web pages, e-mail, telephone, and files of this computer."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_LONGEST_MAIL = 1_900  # characters; Windows hands on no more than 2,048
_ALLOWED = ("http", "https", "mailto", "tel")
_PROGRAMS = frozenset(
    [
        ".app",
        ".bat",
        ".cmd",
        ".com",
        ".cpl",
        ".desktop",
        ".exe",
        ".hta",
        ".inf",
        ".jar",
        ".js",
        ".jse",
        ".lnk",
        ".msc",
        ".msi",
        ".pif",
        ".ps1",
        ".py",
        ".reg",
        ".scr",
        ".sh",
        ".url",
        ".vb",
        ".vbe",
        ".vbs",
        ".wsf",
        ".wsh",
    ]
)


def mail_link(address: str, subject: str, body: str) -> str | None:
    """Return a link that begins an e-mail; None when it is longer than mail programs take."""
    to, about, text = (quote(part, safe="@") for part in (address, subject, body))
    link = f"mailto:{to}?subject={about}"
    if text:
        link += f"&body={text}".replace("%0A", "%0D%0A")  # RFC 6068, section 5
    return link if len(link) <= _LONGEST_MAIL else None


def open_link(text: str, opener: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> bool:
    """Open a link in the program meant for it; return whether it was allowed and could be opened.

    Files and every other scheme are refused: what comes with an address book is not trusted.
    """
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _ALLOWED:
        return False
    if url.scheme().lower().startswith("http") and not url.host():
        return False
    return opener(url)


def open_file(path: str, opener: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> bool:
    """Open a file or folder of this computer; return whether it is there and could be opened.

    A program is never started: its folder is opened instead. So is nothing that isn't there, and
    no path that would be looked for in the folder the notebook happens to run in.
    """
    file = Path(path)
    if not file.is_absolute() or not file.exists():
        return False
    is_program = file.is_file() and (
        file.suffix.lower() in _PROGRAMS or (os.name != "nt" and os.access(file, os.X_OK))
    )
    return opener(QUrl.fromLocalFile(str(file.parent if is_program else file)))
