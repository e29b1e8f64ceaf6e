"""What stands between the questions and the agreement: whether it is ours to do, and its days."""

from dataclasses import replace
from datetime import date

from notebook.services.draft import DeliverableEntry, Entry
from notebook.services.fit_gate import GATE_KEYS, IS_OURS
from notebook.services.found import Kind
from tests.services.project_samples import TODAY, begin, fill_in
from tests.ui.keyboard import Key
from tests.ui.wizards.conftest import Open
from tests.ui.wizards.wizard_driver import WizardDriver


def press_finish(at: WizardDriver) -> None:
    at.tab_to(at.wizard.frame.footer.next)
    at.press(Key.Key_Return)


def test_finishing_asks_first_whether_it_is_ours(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook, is_ours=None)
    fill_in(at.notebook, project_id)
    at.resume(project_id)
    at.wizard.go_to(7)
    press_finish(at)

    assert not at.wizard.is_finished
    assert at.wizard.frame.banner.text() == "Is this ours to do? Say so first, then finish."
    at.press(Key.Key_Space)  # the keyboard is at its yes
    press_finish(at)
    assert at.wizard.is_finished
    assert at.told[-2].label == "Filled in “Is this ours to do?” for Lobby mural"


def test_a_no_is_kept_with_the_draft_and_nothing_is_agreed_over_it(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook, is_ours=None)
    at.resume(project_id)
    at.wizard.go_to(7)
    at.press(Key.Key_Right)
    at.tab_to(at.wizard.agreement_step.gate.whom)
    at.type("Nina Hartwig")
    at.press(Key.Key_Return)
    at.type("Stairs are her trade")
    at.close()

    at = open_wizard()
    at.resume(project_id)
    gate = at.wizard.agreement_step.gate
    assert at.wizard.page is at.wizard.agreement_step
    assert gate.is_ours.value() is False
    assert (gate.whom.text(), gate.why.text()) == ("Nina Hartwig", "Stairs are her trade")
    assert gate.refer_button.isVisible()
    press_finish(at)
    assert not at.wizard.is_finished
    words = "You said that somebody else suits better. Refer Marta on, or say yes."
    assert at.wizard.frame.banner.text() == words
    at.close()


def test_what_was_typed_about_a_better_one_is_found_and_leads_back(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook, is_ours=None)
    at.resume(project_id, IS_OURS)
    assert at.wizard.page is at.wizard.agreement_step
    gate = at.wizard.agreement_step.gate
    gate.is_ours.button(key=False).click()
    at.tab_to(gate.whom)
    at.type("Nina Hartwig")
    at.wizard.go_to(0)
    groups = at.notebook.search.search("hartwig", TODAY)
    (found,) = next(group.lines for group in groups if group.kind is Kind.ANSWER)
    assert (found.title, found.second_line) == (
        "Nina Hartwig",
        "Lobby mural · Is this ours to do?",
    )
    assert found.key in GATE_KEYS


def test_what_a_project_lacks_is_said_where_it_is_asked(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    facts = at.notebook.drafts.read(project_id).facts
    turned = replace(facts, begins_on=date(2026, 12, 2), ends_on=date(2026, 12, 1))
    at.notebook.drafts.save_project(project_id, turned, 7)
    someday = DeliverableEntry(at.notebook.drafts.new_row_id(), due_on=TODAY)
    at.notebook.drafts.save(project_id, Entry(deliverables=(someday,)), 7, TODAY)
    at.resume(project_id)
    press_finish(at)

    assert not at.wizard.is_finished
    assert at.wizard.page is at.wizard.project_step
    words = "Lobby mural ends before it begins. Change one of the two days."
    assert at.wizard.frame.banner.text() == words
    assert at.wizard.project_step.order_trouble.isVisible()
    assert at.wizard.project_step.ends.isAncestorOf(at.focused())
    at.wizard.project_step.ends.field.clear()
    at.type("3 12 2026")
    at.wizard.go_to(7)
    press_finish(at)
    assert at.wizard.page.title == "What and when"
    words = "A line under “What and when” does not say what it is."
    assert words in at.wizard.frame.banner.text()
    at.type("First coat")
    at.wizard.go_to(7)
    press_finish(at)
    assert at.wizard.is_finished
