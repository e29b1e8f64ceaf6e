"""The heading of a list, in a wide and in a narrow column."""

import pytest
from pytestqt.qtbot import QtBot

from notebook.ui.widgets.list_column import ListHeading

pytestmark = pytest.mark.usefixtures("theme")


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("All people · 20,000", 400, "All people · 20,000"),
        ("All people · 20,000", 70, "20,000"),
        ("The first 100 found", 400, "The first 100 found"),
    ],
)
def test_the_number_is_what_a_narrow_list_keeps_of_its_heading(
    qtbot: QtBot, text: str, width: int, shown: str
) -> None:
    heading = ListHeading(text)
    qtbot.addWidget(heading)
    heading.resize(width, 20)
    heading.show()
    assert heading.shown_text() == shown
    assert heading.accessibleName() == text
    assert bool(heading.toolTip()) == (shown != text)


def test_a_sentence_is_cut_at_its_end(qtbot: QtBot) -> None:
    heading = ListHeading("The first 100 found")
    qtbot.addWidget(heading)
    heading.resize(80, 20)
    assert heading.shown_text().startswith("The")
    assert heading.shown_text().endswith("…")
