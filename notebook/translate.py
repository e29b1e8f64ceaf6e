"""One seam for words outside the window: English here, the user's language once the window is there.

Services, errors and commands say their sentences through `translate`, which knows nothing of Qt.
The window installs Qt's translator here, so that the same sentence is translated everywhere.
"""

from collections.abc import Callable

Translator = Callable[[str, str, int], str]


def _english(_context: str, text: str, count: int) -> str:
    return text.replace("%n", str(count)) if count >= 0 else text


_translator: Translator = _english


def translate(context: str, text: str, count: int = -1) -> str:
    """Return `text` in the user's language; `%n` stands for `count` where one is given."""
    return _translator(context, text, count)


def install(translator: Translator) -> None:
    """Let `translator(context, text, count)` answer from now on."""
    global _translator  # noqa: PLW0603 - the one place that a language is chosen for the process
    _translator = translator
