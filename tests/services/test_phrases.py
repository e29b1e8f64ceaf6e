"""Sentences with gaps."""

from notebook.services.phrases import filled


def test_values_are_put_in_once_whatever_they_contain() -> None:
    assert filled("%2 for %1", "%2", "%1") == "%1 for %2"
    assert filled("100 %, %1 and %3", r"\1") == r"100 %, \1 and %3"
