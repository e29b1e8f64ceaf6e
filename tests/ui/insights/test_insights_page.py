"""The pictures in the window: looked at, read as tables, saved, and followed to the people behind."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.periods import Period, Span
from notebook.domain.promises import Side
from notebook.domain.referrals import Way
from notebook.domain.warmth import Warmth
from notebook.services.insights.insight import Behind, BehindLine, Look, Subject
from notebook.services.notebook import Notebook
from notebook.services.referrals import ReferralDraft
from notebook.ui.insights.bar_chart import BarChart, heights
from notebook.ui.insights.insights_page import InsightsPage
from notebook.ui.insights.looks import Swatch
from notebook.ui.insights.people_behind import PeopleBehind
from notebook.ui.main_window import MainWindow
from notebook.ui.theme import Appearance, Theme
from tests.programs import ROOT
from tests.services.project_samples import add_person
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)

_NOT_BEFORE_IT_IS_OPENED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv)
from notebook.services.notebook import Notebook
from notebook.settings import Settings
from notebook.ui.clock import SystemClock
from notebook.ui.main_window import MainWindow
from notebook.ui.theme import Theme
folder = Path(sys.argv[1])
notebook = Notebook.open(folder / "notebook.db")
theme = Theme(application)
window = MainWindow(notebook, Settings(folder / "settings.json"), SystemClock(), theme)
window.show()
application.processEvents()
heavy = {"numpy", "pyqtgraph"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
hook = sys.excepthook
window.areas.go_to("insights")
assert heavy <= set(sys.modules)
assert sys.excepthook is hook, "nobody else reports crashes"
window.close()
"""


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return add_person(notebook, "Ana Pereira")


@pytest.fixture
def ben(notebook: Notebook) -> int:
    return add_person(notebook, "Ben Okri")


@pytest.fixture
def promises(notebook: Notebook, ana: int, ben: int, today: date) -> None:
    for who, days in ((ana, 70), (ana, 40), (ben, 40), (ben, 39), (ben, 3), (ana, 3)):
        kept_on = today - days * DAY
        made = notebook.promises.add(who, Side.OURS, f"{days} days", kept_on)
        notebook.promises.keep(made.new_id, kept_on)


@pytest.fixture
def page(promises: None, window: MainWindow) -> InsightsPage:
    return open_page(window)


def open_page(window: MainWindow, subject: Subject = Subject.OUR_PROMISES) -> InsightsPage:
    window.commands.actions["insights"].trigger()
    page = window.areas.page("insights")
    assert isinstance(page, InsightsPage)
    page.tabs.setCurrentIndex(list(Subject).index(subject))
    wait()
    return page


def wait() -> None:
    """Wait for what is counted beside the window."""
    QApplication.processEvents()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def behind(page: InsightsPage) -> list[tuple[str, str]]:
    model = page.view.people.model
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def table_of(page: InsightsPage) -> list[list[str]]:
    model = page.view.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def chart_of(page: InsightsPage) -> BarChart:
    assert page.view.chart is not None
    return page.view.chart


def save_action(page: InsightsPage, words: str) -> None:
    menu = page.view.save_button.menu()
    next(each for each in menu.actions() if each.text() == words).trigger()


def test_the_first_look_shows_the_sentence_the_picture_and_the_newest_people(
    page: InsightsPage, window: MainWindow
) -> None:
    assert window.rail.button("insights").isChecked()
    sentence = "Of 6 promises that we settled in the last 12 months, 6 were kept on the day."
    assert page.view.sentence.text() == sentence
    chart = chart_of(page)
    assert chart.isVisible()
    view = chart.viewport.parentWidget()
    assert view is not None
    for widget in (chart, view):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) == sentence
    assert page.view.people.heading.text() == "Who is behind it: November 2026"
    assert behind(page) == [
        ("Ana Pereira", "3 days (kept, 19 Nov)"),
        ("Ben Okri", "3 days (kept, 19 Nov)"),
    ]

    chart.resize(chart.minimumSizeHint())
    image = chart.grab().toImage()
    above = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(7)]
    assert min(above) > 128, "the number above the highest bar is whole"


def test_a_bar_leads_to_the_people_and_they_to_their_cards(
    page: InsightsPage, window: MainWindow, ben: int, qtbot: QtBot
) -> None:
    chart = chart_of(page)
    qtbot.mouseClick(chart.viewport, Qt.MouseButton.LeftButton, pos=chart.place_of(10))
    wait()
    assert page.view.people.heading.text() == "Who is behind it: October 2026"
    assert [name for name, _ in behind(page)] == ["Ben Okri", "Ben Okri", "Ana Pereira"]
    people = page.view.people.table
    spot = people.visualRect(people.model().index(0, 0)).center()
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.areas.shown == "people"
    assert window.people.person_id == ben


def test_beside_the_bars_there_is_nothing_to_click(page: InsightsPage, qtbot: QtBot) -> None:
    chart = chart_of(page)
    before = page.view.shown
    for place in (QPoint(2, 2), QPoint(chart.viewport.width() - 1, chart.viewport.height() - 1)):
        qtbot.mouseClick(chart.viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(chart.viewport, Qt.MouseButton.RightButton, pos=chart.place_of(10))
    wait()
    assert page.view.shown == before


def test_the_keyboard_goes_from_the_table_to_the_people_to_a_card(
    page: InsightsPage, window: MainWindow, ana: int, qtbot: QtBot
) -> None:
    view = page.view
    view.toggle.button(1).click()
    assert view.table.isVisible()
    assert not chart_of(page).isVisible()
    assert table_of(page)[-2:] == [
        ["October 2026", "3", "0", "0", "0", "0", "0", "0"],
        ["November 2026", "2", "0", "0", "0", "0", "0", "0"],
    ]
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Up)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    wait()
    assert view.shown == Span(date(2026, 10, 1), date(2026, 11, 1))
    assert QApplication.focusWidget() is view.people.table
    qtbot.keyClick(view.people.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.people.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.people.table, Qt.Key.Key_Return)
    assert window.people.person_id == ana


def test_a_row_stays_chosen_while_things_change(
    page: InsightsPage, window: MainWindow, notebook: Notebook, ana: int, today: date
) -> None:
    october = Span(date(2026, 10, 1), date(2026, 11, 1))
    page.view.row_chosen.emit(october)
    wait()
    made = notebook.promises.add(ana, Side.OURS, "new", today).new_id
    window.notifier.tell(notebook.promises.keep(made, today))
    wait()
    assert page.view.sentence.text().startswith("Of 7 promises")
    assert page.view.shown == october


def test_nothing_is_counted_while_nobody_looks(
    page: InsightsPage, window: MainWindow, notebook: Notebook, ana: int, today: date
) -> None:
    window.areas.go_to("people")
    made = notebook.promises.add(ana, Side.OURS, "new", today).new_id
    window.notifier.tell(notebook.promises.keep(made, today))
    wait()
    assert page.view.sentence.text().startswith("Of 6 promises")
    window.areas.go_to("insights")
    wait()
    assert page.view.sentence.text().startswith("Of 7 promises")
    assert not [timer for timer in page.findChildren(QTimer) if timer.isActive()]


def test_the_period_is_chosen_and_kept_from_tab_to_tab(page: InsightsPage) -> None:
    def choose(word: str) -> None:
        next(each for each in page.period.menu().actions() if each.text() == word).trigger()
        wait()

    choose("Last 3 months")
    assert "in the last 3 months" in page.view.sentence.text()
    assert len(table_of(page)) == 3
    choose("All")
    assert page.view.sentence.text().startswith("Of 6 promises that we settled so far")
    page.tabs.setCurrentIndex(list(Subject).index(Subject.WARMTH))
    wait()
    assert not page.period.isVisible(), "how warm it is, is so today"
    page.tabs.setCurrentIndex(list(Subject).index(Subject.THEIR_PROMISES))
    wait()
    assert page.period.isVisible()
    assert page.period.value() is Period.ALL


def test_few_values_are_said_to_be_few(
    window: MainWindow, notebook: Notebook, ana: int, ben: int
) -> None:
    page = open_page(window, Subject.WARMTH)
    assert page.view.note.isVisible()
    assert page.view.note.text() == "These are only 2 so far: too few to read much into them."
    assert page.view.shown is Warmth.UNKNOWN
    assert not page.view.legend.isVisible(), "one look needs no legend"


@pytest.mark.parametrize("subject", Subject)
def test_without_anything_to_count_there_are_only_words(
    window: MainWindow, subject: Subject
) -> None:
    page = open_page(window, subject)
    view = page.view
    assert view.empty.isVisible()
    assert view.empty.headline.text()
    parts: list[QWidget] = [view.toggle, view.save_button, view.people, view.legend, view.table]
    assert not [part for part in parts if part.isVisible()]


def test_the_picture_is_saved_and_a_full_folder_is_told(
    page: InsightsPage, prompts: ScriptedPrompts, theme: Theme, tmp_path: Path
) -> None:
    prompts.places = [tmp_path / "ours", tmp_path / "nowhere" / "ours.png", None]
    save_action(page, "As picture…")
    image = QImage(str(tmp_path / "ours.png"))
    assert image.width() == 1920
    colours = {image.pixelColor(x, y).name() for x in range(0, 1920, 7) for y in range(0, 1120, 7)}
    assert {theme.tokens.accent, theme.tokens.card} <= colours
    assert page.view.banner.label.text() == f"Saved as {tmp_path / 'ours.png'}"
    save_action(page, "As picture…")
    assert "nowhere" in page.view.banner.label.text()
    save_action(page, "As picture…")
    assert prompts.asked[0] == ("Save the picture", "Our promises.png [Picture (*.png)]")


def test_the_table_is_saved(page: InsightsPage, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    prompts.places = [tmp_path / "ours"]
    save_action(page, "As table for spreadsheets…")
    lines = (tmp_path / "ours.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == "When,Kept,Kept late,Moved,Owned up to,Cancelled in time,Let go,Not kept"
    assert lines[-2] == "November 2026,2,0,0,0,0,0,0"


def test_dark_and_light_dress_the_picture_anew(page: InsightsPage, theme: Theme) -> None:
    def ground() -> str:
        QApplication.processEvents()
        return chart_of(page).grab().toImage().pixelColor(3, 3).name()

    assert ground() == theme.tokens.card
    theme.apply(Appearance.DARK)
    assert ground() == theme.tokens.card == "#262522"
    theme.apply(Appearance.LIGHT)
    assert ground() == "#ffffff"


def test_no_two_looks_differ_by_colour_alone(theme: Theme, qtbot: QtBot) -> None:
    def inked(look: Look) -> tuple[bool, ...]:
        swatch = Swatch(look, theme)
        qtbot.addWidget(swatch)
        image = swatch.grab().toImage()
        edge, ground = image.pixelColor(0, 6), theme.colour("card")
        return tuple(
            abs(image.pixelColor(x, y).lightness() - ground.lightness())
            > abs(edge.lightness() - ground.lightness()) / 2
            for x in range(1, 12)
            for y in range(1, 12)
        )

    assert len({inked(look) for look in Look if look is not Look.GREY}) == len(Look) - 1


def test_who_sent_whom_is_drawn_walked_through_saved_and_followed(
    window: MainWindow,
    notebook: Notebook,
    ana: int,
    ben: int,
    today: date,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    carla = add_person(notebook, "Carla Ruiz")
    for sent, sender in ((ben, ana), (carla, ben)):
        notebook.referrals.save(None, ReferralDraft(Way.TO_US, sent, today, sender), today)
    page = open_page(window, Subject.REFERRALS)
    view = page.view
    assert view.chart is None
    assert view.sent is not None
    canvas = view.sent.canvas
    assert canvas.isVisible()
    assert behind(page) == [("Ben Okri", "Sent by Ana Pereira")]
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    wait()
    assert behind(page) == [("Carla Ruiz", "Sent by Ben Okri")]
    notebook.people.trash(carla)
    window.notifier.tell(notebook.upkeep.undo() or pytest.fail("nothing was undone"))
    wait()
    assert canvas.current is not None
    assert canvas.current.name == "Ben Okri"
    prompts.places = [tmp_path / "sent"]
    save_action(page, "As picture…")
    assert QImage(str(tmp_path / "sent.png")).width() == 2 * canvas.whole().width()
    view.toggle.button(1).click()
    assert table_of(page) == [["Ana Pereira", "0", "1"], ["Ben Okri", "0", "1"]]
    view.toggle.button(0).click()
    box = next(canvas.box(each) for each in canvas.people if each.name == "Carla Ruiz")
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=box.center())
    assert window.people.person_id == carla


def test_a_bar_that_is_chosen_while_all_is_counted_anew_loses_nothing(
    page: InsightsPage, window: MainWindow, notebook: Notebook, ana: int, today: date
) -> None:
    october = Span(date(2026, 10, 1), date(2026, 11, 1))
    made = notebook.promises.add(ana, Side.OURS, "new", today).new_id
    window.notifier.tell(notebook.promises.keep(made, today))
    page.view.row_chosen.emit(october)
    wait()
    assert page.view.sentence.text().startswith("Of 7 promises")
    assert page.view.shown == october


def test_an_answer_that_comes_too_late_is_dropped(page: InsightsPage) -> None:
    view, before = page.view, page.view.shown
    view.row_chosen.emit(Span(date(2026, 10, 1), date(2026, 11, 1)))
    page.tabs.setCurrentIndex(1)
    wait()
    assert view.shown == before


def test_only_the_newest_answer_is_shown(page: InsightsPage) -> None:
    page.tabs.setCurrentIndex(1)
    page.tabs.setCurrentIndex(3)
    page.tabs.setCurrentIndex(0)
    wait()
    assert page.view.panel.title_label.text() == "Our promises"
    stack = page.findChild(QStackedWidget)
    assert stack is not None
    assert stack.currentWidget() is page.view


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (4, [0, 1, 2, 3, 4]),
        (7, [0, 2, 4, 6, 8]),
        (43, [0, 10, 20, 30, 40, 50]),
        (1_000_000, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]),
    ],
)
def test_the_lines_stand_at_round_numbers(most: int, lines: list[int]) -> None:
    assert heights(most) == lines


def test_the_heavy_libraries_come_when_the_page_is_opened(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _NOT_BEFORE_IT_IS_OPENED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_one_line_that_is_left_out_is_told_as_one(theme: Theme, qtbot: QtBot) -> None:
    people = PeopleBehind(theme)
    qtbot.addWidget(people)
    lines = (BehindLine(1, "Ana", "Call"),)
    people.show_people("November", Behind(lines, 1))
    assert people.rest.text() == "1 more is not shown."
    people.show_people("November", Behind(lines, 2))
    assert people.rest.text() == "2 more are not shown."
