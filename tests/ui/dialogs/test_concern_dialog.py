"""A concern as a person uses it: first the person, then the problem; keys in, file looked at."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.concerns import ConcernStep, Stage
from notebook.services.concerns import Answer, ConcernDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.concern_dialog import ConcernDialog
from notebook.ui.dialogs.new_concern import NewConcern
from notebook.ui.errands.concerns import ConcernErrands
from notebook.ui.errands.desk import Desk
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator
from notebook.ui.notifier import Notifier
from tests.reading import rows_in
from tests.services.project_samples import TODAY, begin, open_concerns
from tests.ui.conftest import FixedClock
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

S = ConcernStep
DAY = timedelta(days=1)
Open = Callable[[int], ConcernDialog]


class Stand:
    """A window over a notebook, and what it heard of."""

    def __init__(
        self,
        notebook: Notebook,
        clock: FixedClock,
        icons: Icons,
        prompts: ScriptedPrompts,
        qtbot: QtBot,
    ) -> None:
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.told: list[Changes] = []
        notifier, self.navigator = Notifier(), Navigator()
        notifier.changed.connect(self.told.append)
        desk = Desk(notebook, notifier, self.navigator, clock, icons, prompts, self.window)
        self.errands = ConcernErrands(desk)
        self._qtbot = qtbot

    def open(self, concern_id: int) -> ConcernDialog:
        self.navigator.concern_requested.emit(concern_id)
        return self.shown(ConcernDialog)

    def shown(self, kind: type[QDialog]) -> ConcernDialog:
        """Return the dialog that is on top."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, kind)
        return dialog  # type: ignore[return-value]


@pytest.fixture
def stand(
    notebook: Notebook,
    clock: FixedClock,
    icons: Icons,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> Stand:
    return Stand(notebook, clock, icons, prompts, qtbot)


@pytest.fixture
def tom(notebook: Notebook) -> int:
    return notebook.people.save(None, PersonDraft("Tom Arden", is_team=True), TODAY).new_id


@pytest.fixture
def marcus(notebook: Notebook, tom: int) -> int:
    draft = PersonDraft("Marcus Okafor", looked_after_by=tom)
    return notebook.people.save(None, draft, TODAY).new_id


@pytest.fixture
def concern(notebook: Notebook, marcus: int) -> int:
    return notebook.concerns.open(ConcernDraft(marcus, "Too modern"), TODAY - DAY).new_id


@pytest.fixture
def dialog(stand: Stand, concern: int) -> ConcernDialog:
    return stand.open(concern)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tick(dialog: ConcernDialog, qtbot: QtBot, *steps: ConcernStep) -> None:
    for step in steps:
        box = dialog.tracks.rows[step].done
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)


def test_nothing_comes_before_hearing(dialog: ConcernDialog, qtbot: QtBot) -> None:
    rows = dialog.tracks.rows
    assert focused() is rows[S.HEARD].done
    assert [step for step, row in rows.items() if row.done.isEnabled()] == [S.HEARD]
    assert "“Heard” comes before it" in rows[S.CAUSE].done.toolTip()
    tick(dialog, qtbot, S.HEARD)
    enabled = [step for step, row in rows.items() if row.done.isEnabled()]
    assert enabled == [S.HEARD, S.SAID_BACK, S.APOLOGISED, S.MADE_GOOD, S.CAUSE]
    tick(dialog, qtbot, S.CAUSE, S.FIX)
    tick(dialog, qtbot, S.HEARD)
    assert not any(row.done.isChecked() for row in rows.values())


def test_steps_and_notes_are_saved_in_one_change(
    dialog: ConcernDialog, qtbot: QtBot, notebook_path: Path, stand: Stand
) -> None:
    tick(dialog, qtbot, S.HEARD)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Grandfather's hand & brush")
    qtbot.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert rows_in(notebook_path, "SELECT step, note, done_on FROM step_taken") == [
        ("heard", "Grandfather's hand & brush", "2026-11-22")
    ]
    assert [change.label for change in stand.told] == [
        "Saved the concern of Marcus Okafor: Too modern"
    ]


def test_it_closes_only_at_the_end_and_says_what_is_missing(
    dialog: ConcernDialog, qtbot: QtBot, notebook: Notebook, concern: int
) -> None:
    def close() -> str:
        qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
        return dialog.banner.text()

    assert close() == "“Heard” is still missing."
    tick(dialog, qtbot, *ConcernStep)
    assert close() == "Ask first whether it is right now, then close it."
    assert not dialog.follow_up.words.isVisible()
    qtbot.mouseClick(dialog.follow_up.answer.button(Answer.RIGHT), Qt.MouseButton.LeftButton)
    assert dialog.follow_up.words.isVisible()
    qtbot.keyClicks(dialog.follow_up.words, "Now it is his")
    close()
    assert not dialog.isVisible()
    page = notebook.concerns.page(concern, TODAY)
    assert page.standing.stage is Stage.CLOSED
    assert notebook.moments.of_person(page.person_id, 1)[0].their_words == "Now it is his"


def test_not_yet_wants_a_later_day(
    dialog: ConcernDialog, qtbot: QtBot, notebook: Notebook, concern: int, stand: Stand
) -> None:
    follow_up = dialog.follow_up
    qtbot.mouseClick(follow_up.answer.button(Answer.NOT_YET), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(follow_up.words, "Still loud")
    for typed in ("22 11 2026", "1 12 2026"):
        follow_up.day.field.selectAll()
        qtbot.keyClicks(follow_up.day.field, typed)
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        if typed.startswith("22"):
            assert dialog.banner.text() == "Choose a later day on which to ask again."
    assert not dialog.isVisible()
    standing = notebook.concerns.page(concern, TODAY).standing
    assert standing.follow_up_on == date(2026, 12, 1)
    again = stand.open(concern)
    assert again.follow_up.last_time.text() == "Last time: “Still loud”"
    assert again.follow_up.words.toPlainText() == "", "nothing was said this time yet"
    tick(again, qtbot, S.HEARD)
    qtbot.mouseClick(again.save_button, Qt.MouseButton.LeftButton)
    assert notebook.concerns.page(concern, TODAY).follow_up_words == "Still loud"


def test_the_owner_stays_even_if_no_longer_in_the_team(
    notebook: Notebook, tom: int, concern: int, stand: Stand, qtbot: QtBot
) -> None:
    notebook.people.save(tom, PersonDraft("Tom Arden"), TODAY)
    dialog = stand.open(concern)
    assert dialog.owner.text() == "Tom Arden"
    tick(dialog, qtbot, S.HEARD)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert notebook.concerns.page(concern, TODAY).standing.owner_id == tom


def test_it_is_escalated_to_somebody_else(
    notebook: Notebook, concern: int, stand: Stand, qtbot: QtBot
) -> None:
    ines = notebook.people.save(None, PersonDraft("Ines Castro", is_team=True), TODAY).new_id
    dialog = stand.open(concern)
    names = [action.text() for action in dialog.escalated.menu().actions()]
    assert names == ["nobody", "Ines Castro", "Tom Arden"]
    dialog.escalated.menu().actions()[2].trigger()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "doesn’t have it yet" in dialog.banner.text()
    dialog.escalated.menu().actions()[1].trigger()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert notebook.concerns.page(concern, TODAY).standing.escalated_to_id == ines


def test_leaving_asks_only_when_something_would_be_lost(
    dialog: ConcernDialog, prompts: ScriptedPrompts, qtbot: QtBot, stand: Stand
) -> None:
    tick(dialog, qtbot, S.HEARD)
    prompts.confirmations += [False, True]
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stand.told == []
    again = stand.open(dialog._page.id)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_a_closed_one_is_read_and_opened_again(
    dialog: ConcernDialog, qtbot: QtBot, notebook: Notebook, concern: int, stand: Stand
) -> None:
    tick(dialog, qtbot, *ConcernStep)
    qtbot.mouseClick(dialog.follow_up.answer.button(Answer.RIGHT), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    closed = stand.open(concern)
    assert closed.stage.text() == "Closed"
    assert not closed.save_button.isVisible()
    assert closed.text.isReadOnly()
    assert not closed.tracks.isEnabled()
    qtbot.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert closed.isVisible()
    assert not closed.banner.isVisible()
    qtbot.mouseClick(closed.reopen_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not closed)
    assert stand.shown(ConcernDialog).stage.text() == "To follow up"
    assert open_concerns(notebook, person_id=closed._page.person_id)


def test_one_that_was_never_one_goes_to_the_trash(
    dialog: ConcernDialog, qtbot: QtBot, notebook: Notebook, stand: Stand
) -> None:
    qtbot.mouseClick(dialog.trash_button, Qt.MouseButton.LeftButton)
    assert [line.kind for line in notebook.upkeep.trash()] == ["concern"]
    assert stand.told[0].label == "Moved the concern of Marcus Okafor to the trash"


def test_what_went_wrong_is_written_down_and_goes_on_at_once(
    stand: Stand, notebook: Notebook, marcus: int, qtbot: QtBot
) -> None:
    project_id = begin(notebook, "Bakery front")
    stand.navigator.new_concern_requested.emit(marcus, project_id)
    new = stand.shown(NewConcern)
    assert isinstance(new, NewConcern)
    shown = [label.text() for label in new.findChildren(QLabel)]
    assert "Something went wrong for Marcus" in shown
    assert new.project.currentText() == "Bakery front (Marta Lindqvist)"
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "what went wrong" in new.banner.text()
    qtbot.keyClicks(new.text, HOSTILE_NAMES[1])
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not new.isVisible()
    dialog = stand.shown(ConcernDialog)
    assert dialog.text.toPlainText() == HOSTILE_NAMES[1]
    assert open_concerns(notebook, project_id=project_id)[0].person_id == marcus


def test_from_a_card_one_chooses_the_project_that_it_is_about(
    stand: Stand, notebook: Notebook, qtbot: QtBot
) -> None:
    mural, window = begin(notebook), begin(notebook, "Shop window", "Ana Pereira")
    marta = notebook.drafts.read(mural).facts.person_id
    stand.navigator.new_concern_requested.emit(marta, None)
    new = stand.shown(NewConcern)
    assert isinstance(new, NewConcern)
    names = [new.project.itemText(row) for row in range(new.project.count())]
    assert names == ["No project", "Lobby mural (Marta Lindqvist)"]
    qtbot.keyClicks(new.text, "Noise")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is new.project
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.mouseClick(new.save_button, Qt.MouseButton.LeftButton)
    (line,) = open_concerns(notebook, project_id=mural)
    assert line.text == "Noise"
    assert open_concerns(notebook, project_id=window) == ()
    dialog = stand.shown(ConcernDialog)
    assert dialog.project.text() == "Lobby mural"


def test_the_project_of_a_concern_is_changed_later(
    stand: Stand, notebook: Notebook, qtbot: QtBot
) -> None:
    mural = begin(notebook)
    marta = notebook.drafts.read(mural).facts.person_id
    concern = notebook.concerns.open(ConcernDraft(marta, "Noise"), TODAY).new_id
    dialog = stand.open(concern)
    assert dialog.project.text() == "no project"
    dialog.project.menu().actions()[1].trigger()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert notebook.concerns.page(concern, TODAY).project_name == "Lobby mural"


def test_a_long_project_name_stretches_nothing(stand: Stand, notebook: Notebook) -> None:
    project = begin(notebook, "M" * 300)
    marta = notebook.drafts.read(project).facts.person_id
    draft = ConcernDraft(marta, "Noise", project)
    dialog = stand.open(notebook.concerns.open(draft, TODAY).new_id)
    assert dialog.width() <= 1280
    assert dialog.project.width() < 700


def test_one_that_is_gone_is_said(
    stand: Stand, notebook: Notebook, concern: int, prompts: ScriptedPrompts
) -> None:
    notebook.concerns.trash(concern)
    stand.navigator.concern_requested.emit(concern)
    assert "no longer in the notebook" in prompts.problems[0][1]


def test_names_are_shown_letter_for_letter(stand: Stand, notebook: Notebook, qtbot: QtBot) -> None:
    for name in HOSTILE_NAMES:
        person = notebook.people.save(None, PersonDraft(name, is_team=True), TODAY).new_id
        dialog = stand.open(notebook.concerns.open(ConcernDraft(person, name), TODAY).new_id)
        assert dialog.title.text() == f"Concern of {name}"
        assert dialog.title.textFormat() is Qt.TextFormat.PlainText
        assert name.replace("&", "&&") in [
            action.text() for action in dialog.owner.menu().actions()
        ]
        dialog.reject()


def test_tab_reaches_everything_and_everything_has_a_name(
    dialog: ConcernDialog, qtbot: QtBot
) -> None:
    tick(dialog, qtbot, *ConcernStep)
    dialog.owner.setFocus()
    seen: list[QWidget] = []
    while focused() not in seen:
        interface = QAccessible.queryAccessibleInterface(focused())
        assert interface.text(QAccessible.Text.Name), focused()
        seen.append(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    rows = [part for row in dialog.tracks.rows.values() for part in (row.done, row.note)]
    wanted = [dialog.owner, dialog.escalated, dialog.text, *rows, dialog.follow_up.day.field]
    assert seen[: len(wanted)] == wanted
    assert {dialog.save_button, dialog.close_button, dialog.trash_button} <= set(seen)
