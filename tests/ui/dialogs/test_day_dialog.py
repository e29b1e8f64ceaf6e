"""Putting something off."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from notebook.ui.dialogs.day_dialog import DayDialog, day_to_put_off
from notebook.ui.icons import Icons

pytestmark = pytest.mark.usefixtures("theme")


def test_what_is_due_on_the_last_day_of_all_can_not_be_put_off(
    icons: Icons, today: date, qtbot: QtBot
) -> None:
    dialog = DayDialog(icons, today, day_to_put_off("The end", date.max))
    qtbot.addWidget(dialog)
    dialog.save_button.click()
    assert dialog.trouble.text() == "Choose a later day."
