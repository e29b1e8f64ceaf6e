"""The wizard by keyboard alone, from the first word to the agreement, left and picked up."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2 as driver

from notebook.domain.checklists import AnswerKind, Question
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.services.agreements import as_text, read_agreement
from notebook.services.draft import Entry, PersonEntry, ProjectFacts, Said
from notebook.services.notebook import Notebook
from notebook.services.own_side import OUR_SIDE
from notebook.storage.tables import Promise
from notebook.ui.wizards.deliverables_editor import DeliverablesEditor
from notebook.ui.wizards.needs_editor import NeedsEditor
from notebook.ui.wizards.people_editor import PeopleEditor
from notebook.ui.wizards.question_editor import ChoiceEditor, DateEditor
from notebook.ui.wizards.responsibilities_editor import ResponsibilitiesEditor
from tests.services.project_samples import add_person, begin, fill_in, finish
from tests.ui.keyboard import Key
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.wizards.conftest import Open
from tests.ui.wizards.wizard_driver import NOW, WizardDriver

TODAY = NOW.date()


def stored(path: Path, statement: str) -> list[tuple[object, ...]]:
    """Return what another program would find in the file now."""
    connection = driver.connect(str(path))
    try:
        return list(connection.execute(statement).fetchall())
    finally:
        connection.close()


def test_all_eight_steps_by_keyboard_with_a_new_file_for_each(
    open_wizard: Open, notebook_path: Path
) -> None:
    # 1. The project
    at = open_wizard()
    at.start()
    at.type("Lobby mural")
    at.press(Key.Key_Return)
    at.type("Marta Lindqvist")
    at.press(Key.Key_Return)
    at.tab_to(at.wizard.project_step.begins)
    at.type("20 10")
    at.next_step()
    assert at.wizard.page.heading.text() == "What was it like with others?"
    at.close()
    ((project_id,),) = stored(notebook_path, "SELECT id FROM project")
    assert isinstance(project_id, int)

    # 2. Past experience
    at = open_wizard()
    at.resume(project_id)
    assert at.wizard.page.title == "Past experience"
    at.type("Always on time")
    at.tab_to(at.block("disappointed"))
    at.type("The bill came as a surprise")
    at.next_step()
    at.close()

    # 3. A rave review
    at = open_wizard()
    at.resume(project_id)
    at.type("Guests look up")
    at.press(Key.Key_Return)
    at.type("No surprises on the bill")
    at.next_step()
    at.close()

    # 4. Staying in touch: arrows choose, the channel is left for later
    at = open_wizard()
    at.resume(project_id)
    for _ in range(2):
        at.press(Key.Key_Right)
    at.tab_to(at.block("channel").later)
    at.press(Key.Key_Space)
    at.tab_to(at.block("in-person"))
    at.type("When the scaffold goes up")
    at.next_step()
    at.close()

    # 5. What and when
    at = open_wizard()
    at.resume(project_id)
    at.type("First coat")
    at.press(Key.Key_Tab)
    at.type("28 11")
    row = deliverables(at).rows.rows[0]
    at.tab_to(row.agreed)
    at.press(Key.Key_Left)
    at.press(Key.Key_Left)
    at.tab_to(row.start, Key.Key_Backtab)
    at.press(Key.Key_Return)
    at.type("North wall")
    at.next_step()
    at.close()

    # 6. Who does what
    at = open_wizard()
    at.resume(project_id)
    at.press(Key.Key_Space)
    at.tab_to(needs(at))
    at.type("Key for the service door")
    at.tab_to(needs(at).rows.rows[0].due)
    at.type("25 11")
    at.next_step()
    at.close()

    # 7. The people
    at = open_wizard()
    at.resume(project_id)
    at.type("Tom Berg")
    at.press(Key.Key_Return)
    at.type("leads")
    at.next_step()
    at.close()

    # 8. The agreement
    at = open_wizard()
    at.resume(project_id)
    assert at.wizard.page is at.wizard.agreement_step
    draft = at.notebook.drafts.read(project_id)
    assert [each.key for each in draft.left_open] == ["channel", "responsibilities"]
    at.press(Key.Key_Space)
    at.tab_to(at.wizard.frame.footer.next)
    at.press(Key.Key_Return)
    assert at.wizard.is_finished
    assert shown_texts(at.wizard.finished_page) >= {
        "Lobby mural is agreed",
        "A progress report to Marta Lindqvist every week, the first on Sunday 29 November",
        "First coat, on Saturday 28 November",
        "North wall, without a day, so nothing reminds of it yet",
        "Marta Lindqvist: Key for the service door, by Wednesday 25 November",
        "By which channel?",
        "Who answers for what on each side, also after delivery?",
    }
    at.close()

    found = Notebook.open(notebook_path)
    draft = found.drafts.read(project_id)
    (promise,) = Promise.select()
    found.file.close()
    assert draft.state is ProjectState.AGREED
    assert draft.facts.begins_on == date(2026, 10, 20)
    assert draft.answers["pleased"] == Said(text="Always on time")
    assert draft.answers["rave-review"].text == "Guests look up\nNo surprises on the bill"
    assert draft.answers["rhythm"].choice == "weekly"
    assert draft.answers["explained"].choice == "yes"
    assert [(each.what, each.agreed) for each in draft.deliverables] == [
        ("First coat", Agreed.YES),
        ("North wall", Agreed.OPEN),
    ]
    assert [(each.name, each.side, each.role) for each in draft.people] == [
        ("Marta Lindqvist", Side.THEIRS, ""),
        ("Tom Berg", Side.OURS, "leads"),
    ]
    assert (promise.state, promise.due_on) == (PromiseState.OPEN, date(2026, 11, 25))


def test_what_is_typed_is_in_the_file_without_a_key_more(
    open_wizard: Open, notebook_path: Path
) -> None:
    at = open_wizard()
    at.resume(begin(at.notebook, is_ours=None))
    at.wizard.go_to(1)
    at.type("Always on")
    state = at.wizard.frame.footer.state
    assert state.text() == "Saving …"

    at.wait(lambda: stored(notebook_path, "SELECT text FROM answer") == [("Always on",)])
    assert state.text() == "Saved as draft a moment ago"


def test_a_page_that_was_typed_in_pieces_is_undone_as_a_whole(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id)
    at.wizard.go_to(1)
    for piece in ("Always", " on", " time"):
        at.type(piece)
        at.wait_until_saved()
    at.press(Key.Key_Escape)

    assert at.told[-1].label == "Filled in “Past experience” for Lobby mural"
    at.notebook.upkeep.undo()
    assert at.notebook.drafts.read(project_id).answers == {}
    assert at.notebook.drafts.read(project_id).facts.name == "Lobby mural"


def test_any_step_can_be_jumped_to_and_is_remembered(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id)
    at.tab_to(at.wizard.frame.steps.buttons[0], Key.Key_Backtab)
    for _ in range(4):
        at.press(Key.Key_Down)
    assert at.wizard.page.title == "What and when"
    at.close()

    at = open_wizard()
    at.resume(project_id)
    assert at.wizard.page.title == "What and when"


def test_the_steps_say_how_far_they_are_in_words(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id)
    names = [button.accessibleName() for button in at.wizard.frame.steps.buttons]

    assert names[:2] == ["Project, done", "Past experience, done"]
    assert names[5] == "Who does what, open"
    at.wizard.ask("responsibilities")
    at.block("responsibilities").later.click()
    at.wait_until_saved()
    name = at.wizard.frame.steps.buttons[5].accessibleName()
    assert name == "Who does what, something is left for later"


def test_the_reminder_that_comes_of_a_rhythm_is_named(open_wizard: Open) -> None:
    at = open_wizard()
    at.resume(begin(at.notebook), "rhythm")
    editor = at.block("rhythm").editor
    assert isinstance(editor, ChoiceEditor)
    for rhythm, words in (
        ("weekly", "Makes a reminder every week, from Sunday 29 November"),
        ("at-milestones", "Makes a reminder whenever something is delivered"),
    ):
        editor.choice.button(rhythm).click()
        at.wizard.go_to(0)
        at.wizard.ask("rhythm")
        shown = [each.text() for each in at.wizard.page.findChildren(QLabel) if each.isVisible()]
        assert shown[-1] == words


def test_ask_later_leaves_only_what_has_no_answer(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id)
    at.wizard.go_to(1)
    at.type("Always on time")
    at.wizard.frame.footer.later.click()

    assert at.wizard.page.title == "A rave review"
    answers = at.notebook.drafts.read(project_id).answers
    assert answers == {
        "pleased": Said(text="Always on time"),
        "disappointed": Said(ask_later=True),
    }


def test_the_first_word_takes_a_question_back_from_later(open_wizard: Open) -> None:
    at = open_wizard()
    at.resume(begin(at.notebook), "disappointed")
    block = at.block("disappointed")
    block.later.click()
    assert block.later.text() == "Left for later"
    block.setFocus()
    at.type("T")

    assert not block.later.isChecked()
    block.later.click()
    at.type("he bill")
    assert block.said() == Said(text="The bill", ask_later=True)


def test_nothing_can_be_kept_without_a_name_and_a_person(open_wizard: Open) -> None:
    at = open_wizard()
    at.start()
    at.next_step()
    assert at.wizard.page is at.wizard.project_step
    assert "Give the project a name" in at.wizard.frame.banner.text()
    at.type("Lobby")
    at.next_step()
    assert at.focused() is at.wizard.project_step.person.field
    state = at.wizard.frame.footer.state.text()
    assert state == "Not saved yet: it needs a name and a person"

    at.prompts.confirmations = [False, True]
    at.press(Key.Key_Escape)
    assert at.wizard.isVisible()
    at.press(Key.Key_Escape)
    assert not at.wizard.isVisible()
    assert at.notebook.projects.count() == 0


def test_an_empty_wizard_closes_without_a_question(open_wizard: Open) -> None:
    at = open_wizard()
    at.start()
    at.close()


def test_another_person_changes_the_questions(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id)
    at.wizard.project_step.person.set_chosen([])
    at.tab_to(at.wizard.project_step.person)
    at.type("Paul Roth")
    at.press(Key.Key_Return)
    at.next_step()

    assert at.block("pleased").label.text() == "What pleased Paul about others, on work like this?"
    assert at.notebook.drafts.read(project_id).person_name == "Paul Roth"


def test_a_delivery_that_is_taken_away_is_gone(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id, "deliverables")
    for row in list(deliverables(at).rows.rows):
        row.remove_button.click()
    at.close()

    at = open_wizard()
    assert at.notebook.drafts.read(project_id).deliverables == ()


def test_what_means_nothing_yet_is_not_left_behind(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id, "deliverables")
    at.type(" in lime")
    due = deliverables(at).rows.rows[0].due
    at.tab_to(due)
    at.type("soonish")
    at.next_step()
    assert at.wizard.page.title == "What and when"
    words = "Which day is “soonish”? Write it anew, or empty the field."
    assert at.wizard.frame.banner.text() == words
    assert due.isAncestorOf(at.focused())
    assert at.notebook.drafts.read(project_id).deliverables[0].what == "First coat in lime"
    at.prompts.confirmations = [False, True]
    at.press(Key.Key_Escape)
    assert at.wizard.isVisible()
    at.type("3 12 2026")
    at.wizard.ask("people")
    assert at.notebook.drafts.read(project_id).deliverables[0].due_on == date(2026, 12, 3)
    at.type("Nina")
    at.next_step()
    words = "Press Enter to choose whom you mean by “Nina”, or empty the field."
    assert at.wizard.frame.banner.text() == words
    assert at.wizard.page.title == "The people"
    at.close()


def test_an_open_question_is_answered_after_the_agreement(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = finish(at.notebook)
    at.resume(project_id, "responsibilities")
    assert [page.title for page in at.wizard.pages] == ["Who does what"]
    assert at.wizard.frame.footer.next.text() == "Done"
    at.type("Marta signs off each wall")
    at.wait_until_saved()
    assert len(at.notebook.drafts.read(project_id).left_open) == 1
    at.tab_to(at.wizard.frame.footer.next)
    at.press(Key.Key_Return)

    assert not at.wizard.isVisible()
    draft = at.notebook.drafts.read(project_id)
    assert draft.left_open == ()
    (line,) = draft.responsibilities
    assert line.what == "Marta signs off each wall"
    assert not draft.said(draft.checklist.questions[-2]).ask_later


def test_an_open_question_without_an_answer_stays_open(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = finish(at.notebook)
    at.resume(project_id, "responsibilities")
    at.type("M")
    at.press(Key.Key_Backspace)
    at.close()

    at = open_wizard()
    assert [each.key for each in at.notebook.drafts.read(project_id).left_open] == [
        "responsibilities"
    ]


def test_an_open_question_can_be_corrected_until_the_wizard_is_closed(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.notebook.drafts.finish(project_id, TODAY)
    at.resume(project_id, "needs")
    at.type("The key")
    at.wizard.ask("pleased")
    at.type("On time")
    at.wizard.ask("needs")
    at.type(" to the yard")
    at.press(Key.Key_Return)
    row = needs(at).rows.rows[1]
    at.wait(row.isVisible)
    at.tab_to(row.due)
    at.type("3 12 2026")
    at.wizard.ask("pleased")
    at.type(", always")
    at.close()

    at = open_wizard()
    draft = at.notebook.drafts.read(project_id)
    assert draft.answers["pleased"] == Said(text="On time, always")
    assert [(each.text, each.due_on) for each in draft.needs] == [
        ("The key to the yard", None),
        ("", date(2026, 12, 3)),
    ]
    at.resume(project_id, "needs")
    needs(at).rows.rows[1].start.setFocus()
    at.type("Parking")
    at.close()

    at = open_wizard()
    assert [each.text for each in at.notebook.projects.page(project_id).needs] == [
        "Parking",
        "The key to the yard",
    ]


def test_the_agreement_is_copied_and_saved_as_pdf(open_wizard: Open, tmp_path: Path) -> None:
    at = open_wizard()
    project_id = finish(at.notebook)
    at.notebook.upkeep.undo()
    at.resume(project_id)
    at.wizard.go_to(7)
    view = at.wizard.agreement_step.view
    view.copy_button.click()
    text = as_text(read_agreement(project_id, TODAY))
    assert QGuiApplication.clipboard().text() == text

    target = tmp_path / "agreement.pdf"
    at.prompts.places = [target]
    view.pdf_button.click()
    assert at.prompts.asked == [
        ("Save the agreement as PDF", "Lobby mural.pdf [PDF (*.pdf)]"),
    ]
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") in (1, 2)
    assert view.done.text() == f"Saved as {target}"
    if shutil.which("pdftotext"):
        words = subprocess.run(
            ["pdftotext", "-layout", target, "-"], capture_output=True, check=True, text=True
        ).stdout
        assert "Still open" in words
        assert "Key for the service door (Marta Lindqvist, by 25 November 2026)" in words


def test_a_pdf_that_cannot_be_saved_is_said(open_wizard: Open, tmp_path: Path) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id)
    at.wizard.go_to(7)
    (tmp_path / "a file").touch()
    at.prompts.places = [tmp_path / "a file" / "agreement.pdf"]
    at.wizard.agreement_step.view.pdf_button.click()

    ((title, _text),) = at.prompts.problems
    assert title == "The PDF could not be saved"


def test_an_open_question_in_the_agreement_leads_to_it(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id)
    (ask,) = [
        button
        for button in at.wizard.agreement_step.findChildren(QAbstractButton)
        if button.text() == "Ask"
    ]
    ask.click()
    assert at.wizard.page.title == "Who does what"
    assert at.block("responsibilities").isAncestorOf(at.focused())


def test_two_wizards_over_one_project_lose_nothing_and_finish_once(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id)
    at.wizard.go_to(7)
    at.notebook.drafts.finish(project_id, TODAY)
    at.tab_to(at.wizard.frame.footer.next)
    at.press(Key.Key_Return)

    assert not at.wizard.is_finished
    assert "is agreed" in at.wizard.frame.banner.text()


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_show_letter_for_letter(open_wizard: Open, name: str) -> None:
    at = open_wizard()
    project_id = begin(at.notebook, name, name)
    at.resume(project_id)
    for place in range(1, 8):
        at.wizard.go_to(place)
        assert at.wizard.grab().width() > 0
    assert name in at.wizard.frame.title.text()
    for label in at.wizard.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    at.tab_to(at.wizard.frame.footer.next)
    at.press(Key.Key_Return)
    assert f"{name} is agreed" in shown_texts(at.wizard.finished_page)


def test_every_field_and_button_has_a_name(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id)
    nameless = []
    for place in range(8):
        at.wizard.go_to(place)
        nameless += [
            widget
            for widget in at.wizard.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
        ]
    assert nameless == []


def test_it_fits_a_small_window(open_wizard: Open, qtbot: QtBot) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id)
    at.wizard.resize(980, 560)
    for place in range(8):
        at.wizard.go_to(place)
        page = at.wizard.page
        assert page.minimumSizeHint().width() <= 980 - 220
    assert at.wizard.size().width() == 980


def deliverables(at: WizardDriver) -> DeliverablesEditor:
    editor = at.block("deliverables").editor
    assert isinstance(editor, DeliverablesEditor)
    return editor


def needs(at: WizardDriver) -> NeedsEditor:
    editor = at.block("needs").editor
    assert isinstance(editor, NeedsEditor)
    return editor


def people(at: WizardDriver) -> PeopleEditor:
    editor = at.block("people").editor
    assert isinstance(editor, PeopleEditor)
    return editor


def shown_texts(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel)}


def test_a_day_and_a_choice_are_answered_by_keyboard_and_stay(
    open_wizard: Open, notebook_path: Path
) -> None:
    at = open_wizard()
    person = at.notebook.people.add("Marta Lindqvist", TODAY).new_id
    facts = ProjectFacts("Wall", person, "craft-commission")
    project_id = at.notebook.drafts.begin(facts).new_id
    at.resume(project_id, "finished-by")
    at.type("18 12")
    at.press(Key.Key_Tab)
    at.press(Key.Key_Tab)
    at.type("The in-laws come")
    at.next_step()
    at.tab_to(at.block("surprises"))
    at.press(Key.Key_Space)
    at.press(Key.Key_Right)
    at.next_step()
    at.close()

    at = open_wizard()
    at.resume(project_id, "finished-by")
    day = at.block("finished-by").editor
    assert isinstance(day, DateEditor)
    assert day.date.value() == date(2026, 12, 18)
    assert day.said() == Said("2026-12-18", "The in-laws come")
    answers = at.notebook.drafts.read(project_id).answers
    assert answers["surprises"] == Said("Go on up to an agreed sum")


def test_a_note_is_seen_even_where_nobody_asks_for_one(open_wizard: Open) -> None:
    at = open_wizard()
    person = at.notebook.people.add("Marta Lindqvist", TODAY).new_id
    facts = ProjectFacts("Ring", person, "shop-special-order")
    project_id = at.notebook.drafts.begin(facts).new_id
    at.notebook.drafts.save(project_id, Entry({"if-late": Said(text="Weekly")}), 1, TODAY)
    at.resume(project_id, "if-late")

    editor = at.block("if-late").editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.note is not None
    assert editor.note.toPlainText() == "Weekly"
    at.close()


def test_another_checklist_names_its_steps_before_the_project_begins(open_wizard: Open) -> None:
    at = open_wizard()
    at.start()
    before = [button.text() for button in at.wizard.frame.steps.buttons]
    at.wizard.project_step.checklist.button("restaurant-event").click()
    after = [button.text() for button in at.wizard.frame.steps.buttons]
    assert before[:2] == ["Project", "Past experience"]
    assert after != before
    assert (after[0], after[-1]) == ("Project", "Agreement")
    at.wizard.project_step.name.setText("Spring menu")
    at.tab_to(at.wizard.project_step.person)
    at.type("Rosa")
    at.press(Key.Key_Return)
    at.next_step()
    assert [button.text() for button in at.wizard.frame.steps.buttons] == after


def test_a_project_goes_on_with_a_checklist_that_was_deleted(open_wizard: Open) -> None:
    at = open_wizard()
    key = at.notebook.checklists.key_of(at.notebook.checklists.begin("Garden").new_id)
    person = at.notebook.people.add("Marta Lindqvist", TODAY).new_id
    project_id = at.notebook.drafts.begin(ProjectFacts("Hedge", person, key)).new_id
    at.notebook.checklists.delete(key)
    at.notebook.file.close()

    at = open_wizard()
    at.resume(project_id)
    assert at.wizard.project_step.checklist.value() == key
    at.type(" and fence")
    at.next_step()
    assert at.notebook.drafts.read(project_id).facts.name == "Hedge and fence"
    at.close()


def test_a_long_checklist_of_long_words_has_room(open_wizard: Open) -> None:
    at = open_wizard()
    key = at.notebook.checklists.key_of(at.notebook.checklists.begin(HOSTILE_NAMES[2]).new_id)
    for place in range(20):
        _, step = at.notebook.checklist_editing.add_step(key, place)
        _, asked = at.notebook.checklist_editing.add_question(key, step, 0)
        long = Question(asked, "Which?", AnswerKind.CHOICE, options=(HOSTILE_NAMES[2], "Short"))
        at.notebook.checklist_editing.save_question(key, long)
    last = at.notebook.checklists.read(key).steps[19]
    at.notebook.checklist_editing.save_step(key, replace(last, title=HOSTILE_NAMES[2]))
    person = at.notebook.people.add("Marta Lindqvist", TODAY).new_id
    project_id = at.notebook.drafts.begin(ProjectFacts("Hedge", person, key)).new_id
    at.resume(project_id, asked)
    at.wait(lambda: not at.wizard.frame.steps.buttons[20].visibleRegion().isEmpty())

    assert at.wizard.height() <= 640
    page = at.wizard.page
    assert page.width() <= at.wizard.width()
    choice = at.block(asked).editor
    assert isinstance(choice, ChoiceEditor)
    button = choice.choice.button(HOSTILE_NAMES[2])
    assert len(button.text()) <= 60
    assert button.accessibleName() == HOSTILE_NAMES[2]
    at.press(Key.Key_Space)
    assert choice.said().choice == HOSTILE_NAMES[2]
    at.close()


def test_who_of_several_said_so_is_kept_with_the_answer(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    paul = add_person(at.notebook, "Paul Lindqvist")
    people = at.notebook.drafts.read(project_id).people
    new = at.notebook.drafts.new_row_id()
    entry = PersonEntry(new, paul, "Paul Lindqvist", Side.THEIRS, "pays")
    at.notebook.drafts.save(project_id, Entry(people=(*people, entry)), 1, TODAY)
    at.resume(project_id, "disappointed")
    block = at.block("disappointed")
    assert block.said_by.isVisible()
    assert block.said_by.pick.text() == "Marta said so"
    at.type("The bill")
    next(each for each in block.said_by.pick.menu().actions() if "Paul" in each.text()).trigger()
    at.close()

    at = open_wizard()
    said = at.notebook.drafts.read(project_id).answers["disappointed"]
    assert (said.text, said.said_by) == ("The bill", paul)
    at.resume(project_id, "disappointed")
    assert at.block("disappointed").said_by.pick.text() == "Paul Lindqvist said so"


def test_who_answers_for_what_is_filled_in_by_keyboard(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    fill_in(at.notebook, project_id)
    at.resume(project_id, "responsibilities")
    editor = at.block("responsibilities").editor
    assert isinstance(editor, ResponsibilitiesEditor)
    at.type("Opens the door")
    at.press(Key.Key_Tab)
    at.type("marta")
    at.press(Key.Key_Return)
    (row,) = editor.rows.rows
    at.wait(lambda: bool(row.who.chosen()))
    assert row.side.value() is Side.THEIRS, "the side of somebody in the project is known"
    at.tab_to(row.until)
    at.type("3 5 2027")
    at.tab_to(row.after)
    at.press(Key.Key_Space)
    at.tab_to(editor.rows.another_button)
    at.press(Key.Key_Return)
    at.wizard.activateWindow()  # which the suggestions, a window of their own, were last
    at.wait(lambda: editor.rows.rows[1].isVisible() and at.wizard.isActiveWindow())
    at.type("The awning")
    at.tab_to(editor.rows.rows[1].who)
    at.type("the landlord")
    at.press(Key.Key_Return)
    at.tab_to(at.block("responsibilities").later)
    at.close()

    at = open_wizard()
    draft = at.notebook.drafts.read(project_id)
    assert [
        (each.what, each.side, each.name, each.until_on, each.after_delivery)
        for each in draft.responsibilities
    ] == [
        ("Opens the door", Side.THEIRS, "Marta Lindqvist", date(2027, 5, 3), True),
        ("The awning", Side.OURS, "the landlord", None, False),
    ]
    assert [each.person_id for each in draft.responsibilities] == [draft.facts.person_id, None]


def test_what_we_expect_is_written_down_beside_the_questions(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id, "responsibilities")
    block = at.block(OUR_SIDE)
    assert block.later.isHidden()
    at.tab_to(block)
    at.type("Half of the fee before we begin")
    at.wizard.frame.footer.later.click()
    at.close()

    at = open_wizard()
    draft = at.notebook.drafts.read(project_id)
    assert draft.answers[OUR_SIDE] == Said(text="Half of the fee before we begin")
    assert draft.answers["needs"].ask_later
    assert len(draft.checklist.questions) == 11
