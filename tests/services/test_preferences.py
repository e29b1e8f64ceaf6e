"""The notebook's own settings."""

from notebook.domain.partial_date import LeapDay
from notebook.services.preferences import Preferences
from notebook.storage.file import NotebookFile


def test_the_leap_day_is_chosen_and_taken_back(file: NotebookFile) -> None:
    preferences = Preferences(file)
    assert preferences.leap_day() is LeapDay.FEBRUARY_28
    preferences.set_leap_day(LeapDay.MARCH_1)
    assert preferences.leap_day() is LeapDay.MARCH_1
    preferences.set_leap_day(LeapDay.FEBRUARY_28)
    file.undo()
    assert preferences.leap_day() is LeapDay.MARCH_1
    file.undo()
    assert preferences.leap_day() is LeapDay.FEBRUARY_28
