"""The one way out to other programs: web pages, e-mail and telephone, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_ALLOWED = ("http", "https", "mailto", "tel")


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
