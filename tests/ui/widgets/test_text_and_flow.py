"""The growing text field and the wrapping layout."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.fields import number_field, time_field
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit

Field = TypeVar("Field", bound=QWidget)

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).setAlignment(Qt.AlignmentFlag.AlignTop)
    page.resize(300, 500)
    page.show()
    page.activateWindow()
    return page


def _on(page: QWidget, field: Field) -> Field:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    QApplication.processEvents()
    return field


def test_it_grows_and_shrinks_with_its_lines(page: QWidget, qtbot: QtBot) -> None:
    edit = _on(page, GrowingTextEdit("What happened?", most=3))
    one = edit.height()
    edit.setPlainText("a\nb")
    qtbot.waitUntil(lambda: edit.height() > one)
    two = edit.height()
    edit.setPlainText("\n" * 30)
    qtbot.waitUntil(lambda: edit.height() > two)
    three = edit.height()
    assert three - two == two - one
    edit.setPlainText("")
    qtbot.waitUntil(lambda: edit.height() == one)


def test_a_long_line_wraps_and_counts(page: QWidget, qtbot: QtBot) -> None:
    edit = _on(page, GrowingTextEdit("What happened?"))
    one = edit.height()
    qtbot.keyClicks(edit, "a word " * 20)
    qtbot.waitUntil(lambda: edit.height() > one)
    assert edit.verticalScrollBar().maximum() == 0


def test_enter_submits_where_one_line_is_usual(page: QWidget, qtbot: QtBot) -> None:
    edit = _on(page, GrowingTextEdit("What happened?", single_line_submit=True))
    qtbot.keyClicks(edit, "Called")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "twice")
    with qtbot.waitSignal(edit.submitted):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "Called\ntwice"
    assert edit.document().blockCount() == 2


def test_control_enter_submits_where_enter_is_a_new_line(page: QWidget, qtbot: QtBot) -> None:
    edit = _on(page, GrowingTextEdit("Note"))
    with qtbot.assertNotEmitted(edit.submitted):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(edit.submitted):
        qtbot.keyClick(edit, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == "\n"


def test_tab_leaves_the_field(page: QWidget, qtbot: QtBot) -> None:
    edit = _on(page, GrowingTextEdit("Note"))
    after = _on(page, QLineEdit())
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert edit.toPlainText() == ""


def _flow(qtbot: QtBot, count: int = 6) -> tuple[QWidget, FlowLayout, list[Tag]]:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, gap=4, line_gap=6)
    tags = [Tag(f"number {index}") for index in range(count)]
    for tag in tags:
        flow.addWidget(tag)
    window.show()
    return window, flow, tags


def test_a_flow_wraps_without_overlap(qtbot: QtBot) -> None:
    _window, flow, tags = _flow(qtbot)
    for width in (90, 200, 333, 1000):
        flow.setGeometry(QRect(0, 0, width, 1000))
        places = [tag.geometry() for tag in tags]
        assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])
        assert max(place.right() for place in places) < width
        assert max(place.bottom() for place in places) + 1 == flow.heightForWidth(width)


def test_a_flow_reads_from_the_right_where_people_do(qtbot: QtBot) -> None:
    window, flow, tags = _flow(qtbot)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, 400, 400))
    assert tags[0].geometry().right() == 399
    assert tags[1].x() < tags[0].x()


def test_hidden_things_take_no_room_and_clear_takes_all_out(qtbot: QtBot) -> None:
    _window, flow, tags = _flow(qtbot, 2)
    wide = flow.sizeHint().width()
    tags[0].hide()
    assert flow.sizeHint().width() < wide
    flow.setGeometry(QRect(0, 0, 400, 400))
    assert tags[1].x() == 0
    flow.clear()
    assert flow.count() == 0
    assert flow.itemAt(0) is None
    assert flow.sizeHint().width() == 0


def test_number_and_time_fields_say_what_they_are(qtbot: QtBot) -> None:
    number, time = number_field("Every how many days", 1, 365), time_field("Time")
    qtbot.addWidget(number)
    qtbot.addWidget(time)
    assert (number.accessibleName(), time.accessibleName()) == ("Every how many days", "Time")
    assert (number.minimum(), number.maximum()) == (1, 365)
