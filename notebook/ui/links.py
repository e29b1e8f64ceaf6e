"""The one way out to other programs: web pages, e-mail and telephone, and nothing else."""

from collections.abc import Callable
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_LONGEST_MAIL = 1_900  # characters; Windows hands on no more than 2,048
_ALLOWED = ("http", "https", "mailto", "tel")


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
