"""The screens of calendar files: what goes into one, and what comes out of others."""

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QScrollArea

from notebook.ui.areas import SETTINGS
from notebook.ui.calendar.appointments_dialog import AppointmentsDialog
from notebook.ui.pages.settings_page import SettingsPage
from tests.formats.test_ical_read import calendar
from tests.tour.scene import Scene, settle
from tests.tour.screens import screen

_WORK = Path(__file__).with_name("work.ics")


def _wait() -> None:
    QThreadPool.globalInstance().waitForDone()
    settle()


def _open_import(scene: Scene) -> AppointmentsDialog:
    scene.window.commands.actions["calendar-import"].trigger()
    settle()
    return next(each for each in scene.window.findChildren(AppointmentsDialog) if each.isVisible())


def _read(scene: Scene) -> AppointmentsDialog:
    dialog = _open_import(scene)
    dialog.read([_WORK])
    _wait()
    return dialog


def _show_settings(scene: Scene) -> SettingsPage:
    scene.window.areas.go_to(SETTINGS)
    page = scene.window.areas.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    settle()
    (area,) = page.findChildren(QScrollArea)
    area.ensureWidgetVisible(page.calendar.import_button, 0, 60)
    return page


@screen
def settings_calendar(scene: Scene) -> None:
    _show_settings(scene)


@screen
def settings_calendar_folder_gone(scene: Scene) -> None:
    """The drive with the folder was unplugged."""
    page = _show_settings(scene)
    scene.prompts.folders.append(Path("/media/office/Calendars"))
    page.calendar.folder_button.click()
    _wait()
    _show_settings(scene)


@screen
def appointments_start(scene: Scene) -> None:
    _open_import(scene)


@screen
def appointments(scene: Scene) -> None:
    """What is in a calendar, and whom the chosen appointment concerns."""
    dialog = _read(scene)
    dialog.page.table.selectRow(4)


@screen
def appointments_of_nobody(scene: Scene) -> None:
    """An appointment that nobody is named in."""
    dialog = _read(scene)
    model = dialog.page.model
    row = next(row for row in range(model.rowCount()) if model.index(row, 1).data() == "Trade fair")
    dialog.page.table.selectRow(row)


@screen
def appointments_brought_in(scene: Scene) -> None:
    dialog = _read(scene)
    dialog.go_button.click()
    _wait()


@screen
def appointments_no_longer_in_the_file(scene: Scene) -> None:
    """A series that was brought in, and ends earlier by now."""
    lines = ["UID:talk", "DTSTART:20261124T100000", "SUMMARY:Coffee with Ana Pereira"]
    path = Path(scene.notebook.file.path).with_name("work.ics")
    wanted: dict[tuple[str, str], list[int]] = {}
    for rule in ("RRULE:FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;COUNT=3"):
        path.write_bytes(calendar([*lines, rule]))
        if not wanted:
            now = scene.window.desk.clock.now()
            preview = scene.notebook.appointments.preview([path], now)
            wanted = {each.found.key: [p.id for p in each.people] for each in preview.lines}
            scene.notebook.appointments.bring_in(preview, wanted, now)
    dialog = _open_import(scene)
    dialog.read([path])
    _wait()
