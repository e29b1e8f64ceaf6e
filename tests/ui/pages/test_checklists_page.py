"""Checklists changed as somebody at the keyboard does, and what the file then holds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, Checklist, Question
from notebook.services.notebook import Notebook
from notebook.ui.icons import Icons
from notebook.ui.models.outline_model import Part
from notebook.ui.notifier import Notifier
from notebook.ui.pages.checklists_page import ChecklistsPage
from tests.reading import rows_in
from tests.services.project_samples import begin
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ANY = "any-project"


class Driver:
    """The page with a keyboard before it."""

    def __init__(self, notebook: Notebook, icons: Icons, qtbot: QtBot) -> None:
        self.notebook, self._qtbot = notebook, qtbot
        self.prompts = ScriptedPrompts()
        self.told: list[Changes] = []
        self.notifier = Notifier()
        self.page = ChecklistsPage(
            notebook.checklists,
            notebook.checklist_editing,
            notebook.checklist_files,
            self.notifier,
            self.prompts,
            icons,
        )
        self.notifier.changed.connect(self.page.reload)
        self.notifier.changed.connect(self.told.append)
        self.editor, self.frame = self.page.editor, self.page.editor.frame
        qtbot.addWidget(self.page)
        self.page.resize(926, 760)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self.focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self._qtbot.keyClick(self.focused(), key, modifier or Qt.KeyboardModifier.NoModifier)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until the focus is where it should be."""
        for _ in range(60):
            if QApplication.focusWidget() is widget:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {widget.accessibleName()}")

    def open(self, key: str = ANY) -> None:
        """Open a checklist from the list."""
        self.page.list.rows[key].edit.setFocus()
        self.press(Key.Key_Space)
        assert self.page.is_editing

    def go_to(self, part: Part, key: str) -> None:
        """Move through the outline to a row."""
        self.frame.outline.setFocus()
        self.press(Key.Key_Home)
        for _ in range(self.frame.model.row_of(part, key) or 0):
            self.press(Key.Key_Down)

    def read(self, key: str = ANY) -> Checklist:
        return self.notebook.checklists.read(key)

    def question(self, key: str) -> Question:
        return next(each for each in self.read().questions if each.key == key)

    def undo(self) -> None:
        changes = self.notebook.upkeep.undo()
        assert changes is not None
        self.notifier.tell(changes)

    def wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition)

    def outline_texts(self) -> list[str]:
        model = self.frame.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def at(notebook: Notebook, icons: Icons, qtbot: QtBot) -> Iterator[Driver]:
    driver = Driver(notebook, icons, qtbot)
    yield driver
    driver.editor.close_checklist()


def content(path: Path) -> str:
    """Return what another program finds in the file."""
    rows = rows_in(path, "SELECT content FROM own_checklist WHERE deleted_at IS NULL")
    return str(rows[0][0]) if rows else ""


def test_a_question_is_reworded_by_keyboard_and_kept_while_it_is_typed(
    at: Driver, notebook_path: Path
) -> None:
    at.page.list.new_button.setFocus()
    at.tab_to(at.page.list.rows[ANY].edit)
    at.press(Key.Key_Space)
    at.press(Key.Key_Down)
    at.press(Key.Key_Down)
    at.press(Key.Key_Return)
    at.type("What did {name} like?")

    assert at.outline_texts()[2] == "What did Marta like?"
    assert at.frame.preview.texts()[0] == "What did Marta like?"
    at.wait(lambda: 'text = "What did {name} like?"' in content(notebook_path))
    assert at.told == []
    at.press(Key.Key_Tab)
    assert [each.label for each in at.told] == ["Reworded a question in Any project"]
    at.undo()
    assert at.frame.question_form.text.toPlainText().startswith("What pleased {name}")
    assert content(notebook_path) == ""


def test_enter_goes_from_field_to_field_and_each_is_one_change(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "channel")
    at.press(Key.Key_F2)
    at.type("How?")
    at.press(Key.Key_Return)
    at.type("By letter, by drum")
    at.press(Key.Key_Escape)

    assert at.focused() is at.frame.outline
    changed = at.question("channel")
    assert (changed.text, changed.hint) == ("How?", "By letter, by drum")
    at.undo()
    assert (at.question("channel").text, at.question("channel").hint) == ("How?", "")
    at.undo()
    assert at.question("channel").text == "By which channel?"


def test_a_question_is_added_and_its_words_belong_to_the_same_change(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "pleased")
    at.tab_to(at.frame.add_question)
    at.press(Key.Key_Space)
    assert at.focused() is at.frame.question_form.text
    at.type("Who feeds the cat?")
    at.press(Key.Key_Escape)

    texts = [each.text for each in at.read().steps[0].questions]
    assert texts[1] == "Who feeds the cat?"
    assert at.outline_texts()[3] == "Who feeds the cat?"
    at.undo()
    assert len(at.read().questions) == 11
    assert at.editor._chosen.part is Part.QUESTION


def test_a_step_is_added_filled_and_asked(at: Driver) -> None:
    at.open()
    at.go_to(Part.STEP, "past-experience")
    at.tab_to(at.frame.add_step)
    at.press(Key.Key_Space)
    at.type("The house")
    at.press(Key.Key_Return)
    assert at.frame.step_form.heading.placeholderText() == "The house"
    at.press(Key.Key_Return)
    at.type("Who lives there?")
    at.tab_to(at.frame.step_form.question_button)
    at.press(Key.Key_Space)
    at.type("How many cats?")
    at.press(Key.Key_Escape)

    step = at.read().steps[1]
    assert (step.title, step.heading, step.intro) == ("The house", "The house", "Who lives there?")
    assert [each.text for each in step.questions] == ["How many cats?"]


def test_alt_and_arrows_move_what_is_chosen_and_it_stays_chosen(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "disappointed")
    at.press(Key.Key_Down, ALT)
    assert [each.key for each in at.read().steps[1].questions] == ["disappointed", "rave-review"]
    assert at.editor._chosen.key == "disappointed"
    assert at.frame.outline.currentIndex().row() == at.frame.model.row_of(
        Part.QUESTION, "disappointed"
    )
    assert at.focused() is at.frame.outline
    at.press(Key.Key_Up, ALT)
    assert at.notebook.checklists.built_in_version(ANY) == at.read()

    at.go_to(Part.STEP, "people")
    at.press(Key.Key_Up, ALT)
    assert [step.key for step in at.read().steps][-2:] == ["people", "who-does-what"]


def test_the_buttons_move_and_remove_too(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "pleased")
    at.tab_to(at.frame.question_form.down)
    at.press(Key.Key_Space)
    assert [each.key for each in at.read().steps[0].questions] == ["disappointed", "pleased"]
    at.tab_to(at.frame.question_form.remove)
    at.press(Key.Key_Space)
    assert [each.key for each in at.read().steps[0].questions] == ["disappointed"]


def test_what_is_removed_says_what_follows_and_comes_back(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "rhythm")
    at.press(Key.Key_Delete)

    assert "no report will ever be due" in at.frame.banner.text()
    assert AnswerKind.RHYTHM in at.read().missing_kinds
    assert at.editor._chosen.key == "channel"
    at.go_to(Part.CHECKLIST, "")
    assert "no report will ever be due" in at.frame.checklist_form.missing.text()
    at.undo()
    assert at.frame.checklist_form.missing.text() == ""
    at.press(Key.Key_Delete)  # the checklist itself is not removed by a key
    assert len(at.read().questions) == 11


def test_another_kind_of_answer_is_chosen_by_keyboard(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "in-person")
    form = at.frame.question_form
    at.tab_to(form.kind)
    at.press(Key.Key_Down)
    at.press(Key.Key_Down)
    assert at.question("in-person").kind is AnswerKind.CHOICE
    at.tab_to(form.options)
    form.options.selectAll()
    at.type("Weekly with {name}")
    at.press(Key.Key_Return)
    assert "2 to 12" in form.trouble.text()
    at.type("At the end")
    assert not form.trouble.isVisible()
    at.tab_to(form.note)
    at.type("Where?")
    at.press(Key.Key_Escape)

    changed = at.question("in-person")
    assert changed.options == ("Weekly with {name}", "At the end")
    assert changed.note_text == "Where?"
    assert at.frame.preview.texts()[-3:] == ["Weekly with Marta", "At the end", "Where?"]


def test_a_kind_that_is_asked_once_is_closed_for_others(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "pleased")
    kind = at.frame.question_form.kind
    kinds = {kind.itemData(row): kind.model().index(row, 0) for row in range(kind.count())}
    assert not kinds[AnswerKind.RHYTHM].flags() & Qt.ItemFlag.ItemIsEnabled
    assert kinds[AnswerKind.POINTS].flags() & Qt.ItemFlag.ItemIsEnabled
    at.go_to(Part.QUESTION, "rhythm")
    index = kind.model().index(kind.currentIndex(), 0)
    assert index.flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_question_goes_to_another_step_from_its_form(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "pleased")
    at.tab_to(at.frame.question_form.step)
    at.press(Key.Key_End)
    assert [each.key for each in at.read().steps[-1].questions] == ["people", "pleased"]
    assert at.editor._chosen.key == "pleased"


def test_what_needs_words_is_never_saved_without(at: Driver) -> None:
    at.open()
    before = at.read()
    for part, key, sentence in (
        (Part.CHECKLIST, "", "needs a name"),
        (Part.STEP, "people", "needs a title"),
        (Part.QUESTION, "pleased", "needs words"),
    ):
        at.go_to(part, key)
        at.press(Key.Key_Return)
        at.press(Key.Key_Delete)
        assert sentence in at.frame.form(part).trouble.text()
        at.press(Key.Key_Escape)
        assert not at.frame.form(part).trouble.isVisible()
    assert at.read() == before
    assert at.outline_texts()[0] == "Any project"


def test_the_name_can_be_put_in_and_tried_with_another(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "channel")
    at.press(Key.Key_Return)
    at.type("How does ")
    at.tab_to(at.frame.question_form.name_button)
    at.press(Key.Key_Space)
    at.type(" like it?")
    at.tab_to(at.frame.preview.name)
    at.frame.preview.name.selectAll()
    at.type("R&D <b>x</b>")

    assert at.frame.preview.texts()[0] == "How does R&D <b>x</b> like it?"
    assert "How does R&D <b>x</b> like it?" in at.outline_texts()
    assert at.question("channel").text == "How does {name} like it?"


def test_a_question_and_a_whole_checklist_are_reset(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "channel")
    assert not at.frame.question_form.reset_button.isVisible()
    at.press(Key.Key_Return)
    at.type("How?")
    at.tab_to(at.frame.question_form.reset_button)
    at.press(Key.Key_Space)
    assert at.question("channel").text == "By which channel?"

    at.go_to(Part.QUESTION, "pleased")
    at.press(Key.Key_Delete)
    at.go_to(Part.CHECKLIST, "")
    assert at.frame.checklist_form.title_label.text() == "Built in, changed by you"
    at.tab_to(at.frame.checklist_form.reset)
    at.press(Key.Key_Space)
    assert at.read() == at.notebook.checklists.built_in_version(ANY)
    assert len(at.outline_texts()) == 1 + 6 + 11


def test_dragging_moves_a_question_and_a_step(at: Driver) -> None:
    at.open()
    model = at.frame.model
    question = model.mimeData([model.index(model.row_of(Part.QUESTION, "pleased") or 0)])
    before = model.row_of(Part.QUESTION, "explained") or 0
    model.dropMimeData(question, Qt.DropAction.MoveAction, before, 0, model.index(-1))
    at.wait(lambda: at.read().steps[4].questions[0].key == "pleased")
    step = model.mimeData([model.index(model.row_of(Part.STEP, "people") or 0)])
    model.dropMimeData(step, Qt.DropAction.MoveAction, 1, 0, model.index(-1))
    at.wait(lambda: at.read().steps[0].key == "people")
    assert [each.label for each in at.told][-1] == "Moved a step in Any project"


def test_a_new_checklist_is_named_at_once(at: Driver) -> None:
    at.page.list.new_button.setFocus()
    at.press(Key.Key_Space)
    at.type("Garden & pond")
    at.press(Key.Key_Escape)
    at.press(Key.Key_Escape)

    assert not at.page.is_editing
    line = at.notebook.checklists.lines()[-1]
    assert (line.name, line.questions) == ("Garden & pond", 11)
    assert at.focused() is at.page.list.rows[line.key].edit


def test_a_checklist_is_copied_deleted_and_had_back(at: Driver) -> None:
    at.page.list.rows[ANY].menu.actions()[0].trigger()
    assert at.page.is_editing
    key = at.editor.key
    assert at.frame.checklist_form.name.text() == "Any project, copy"
    at.tab_to(at.frame.checklist_form.delete)
    at.press(Key.Key_Space)
    assert not at.page.is_editing
    assert key not in at.page.list.rows
    at.undo()
    assert at.page.list.rows[key].line.name == "Any project, copy"


def test_undoing_the_making_closes_the_editor(at: Driver) -> None:
    at.page.list.rows[ANY].menu.actions()[0].trigger()
    at.undo()
    assert not at.page.is_editing
    assert len(at.page.list.rows) == 5


def test_one_goes_out_as_a_file_and_comes_in_again(at: Driver, tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    at.prompts.places = [path]
    at.page.list.rows["restaurant-event"].menu.actions()[1].trigger()
    assert at.page.list.banner.text() == f"Saved as {path}"
    assert at.prompts.asked[0][1].startswith("restaurant-event.toml")

    at.prompts.files = [[path]]
    at.page.list.import_button.click()
    assert at.notebook.checklists.lines()[-1].name == "Restaurant event, 2"
    assert len(at.page.list.rows) == 6


def test_a_broken_file_gets_a_sentence_with_its_line(at: Driver, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('key = "x"\nname = Garden\n', encoding="utf-8")
    at.prompts.files = [[path]]
    at.page.list.import_button.click()
    assert "(line 2): “name = Garden” is not TOML" in at.page.list.banner.text()
    assert len(at.page.list.rows) == 5
    at.prompts.files = [[]]
    at.page.list.import_button.click()
    at.prompts.places = [None]
    at.page.list.rows[ANY].menu.actions()[1].trigger()


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_words_are_shown_letter_for_letter(at: Driver, name: str) -> None:
    editing = at.notebook.checklist_editing
    question = Question("pleased", name, AnswerKind.CHOICE, name, name, (name, f"{name}2"))
    editing.save_question(ANY, question)
    step = at.read().steps[0]
    editing.save_step(ANY, replace(step, title=name, heading=name, intro=name))
    at.notifier.tell(editing.rename(ANY, name))
    assert at.page.list.rows[ANY].edit.accessibleName() == f"Edit {name}"
    at.open()
    assert at.outline_texts()[:3] == [name] * 3
    for row in range(3):
        at.go_to(at.frame.model.rows[row].part, at.frame.model.rows[row].key)
        assert name in at.frame.preview.texts()
    assert at.frame.question_form.text.toPlainText() == name
    for label in at.page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    at.press(Key.Key_Return)
    at.press(Key.Key_Escape)
    assert at.read().questions[0] == question


def test_what_cannot_be_saved_keeps_the_user_and_asks(at: Driver) -> None:
    at.open()
    at.go_to(Part.QUESTION, "pleased")
    at.press(Key.Key_Return)
    at.notebook.file.database.execute_sql("PRAGMA query_only = ON")
    at.type("What did {name} like?")
    at.press(Key.Key_Tab)
    assert "can't be read or written" in at.frame.banner.text()

    at.prompts.confirmations = [False]
    assert not at.page.may_leave()
    at.notebook.file.database.execute_sql("PRAGMA query_only = OFF")
    assert at.page.may_leave()
    assert at.question("pleased").text == "What did {name} like?"
    assert at.frame.banner.text() == ""


def test_everything_that_takes_the_focus_has_a_name(at: Driver) -> None:
    at.open()
    for part, key in ((Part.CHECKLIST, ""), (Part.STEP, "people"), (Part.QUESTION, "explained")):
        at.go_to(part, key)
        for widget in at.page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), widget
    names = [row.edit.accessibleName() for row in at.page.list.rows.values()]
    assert len(set(names)) == len(names)


def test_a_running_project_is_left_alone(at: Driver, notebook: Notebook) -> None:
    project_id = begin(notebook)
    at.open()
    at.go_to(Part.QUESTION, "pleased")
    at.press(Key.Key_Delete)
    assert notebook.drafts.read(project_id).checklist.questions[0].key == "pleased"
    assert notebook.drafts.read(begin(notebook, "Next", "Ana")).checklist.questions[0].key == (
        "disappointed"
    )
