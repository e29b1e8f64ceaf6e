"""The screens of what is worth remembering, the small question, and fields of the user's own."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from notebook.domain.facts import TOPICS, FactGroup, FactTopic
from notebook.domain.own_fields import DateReminder, FieldKind, Reminds
from notebook.domain.reminders import Source
from notebook.services.card_parts import FactDraft
from notebook.services.own_values import OwnValueDraft
from notebook.ui.card.small_ask import SmallAsk
from notebook.ui.dialogs.field_dialog import FieldDialog
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.person_editor.own_values import OwnValues
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def hundred_facts() -> tuple[FactDraft, ...]:
    """Return a hundred facts, most of them about the family."""
    family: list[FactTopic | None] = [*TOPICS[FactGroup.FAMILY][1:], None]
    some = [
        FactDraft(FactGroup.FAMILY, f"Cousin number {n}", TODAY, family[n % 6]) for n in range(60)
    ]
    groups = [FactGroup.INTERESTS, FactGroup.FOOD, FactGroup.WORK, FactGroup.GOALS]
    rest = [FactDraft(groups[n % 4], f"Something else, number {n}", TODAY) for n in range(40)]
    return (*some, *rest)


def show_hundred(scene: Scene) -> int:
    """Give Marta a hundred facts, and open her card."""
    marta = scene.person("Marta Lindqvist")
    draft = replace(scene.notebook.people.draft(marta), facts=hundred_facts())
    scene.window.notifier.tell(scene.notebook.people.save(marta, draft, TODAY))
    scene.window.people.show_person(marta)
    settle()
    return marta


def show_ask(scene: Scene, name: str) -> SmallAsk:
    """Open a card with a small question."""
    scene.window.people.show_person(scene.person(name))
    settle()
    panel = scene.window.people.card.overview.ask.panel
    assert isinstance(panel, SmallAsk)
    assert panel.isVisible()
    return panel


def show_settings(scene: Scene) -> SettingsPage:
    """Open the settings."""
    scene.window.areas.go_to("settings")
    settle()
    page = scene.window.areas.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def scroll_to(page: QWidget, panel: QWidget) -> None:
    """Bring the end of a panel of a page into view."""
    area = page.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(panel)
    settle()


@screen
def facts_menu(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    settle()
    chip = scene.window.people.card.overview.worth.chips[2]
    chip.setFocus()
    scene.press(Qt.Key.Key_Return, NO_MODIFIER)


@screen
def facts_adding(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    worth = scene.window.people.card.overview.worth
    worth.add_button.click()
    assert worth.new_fact is not None
    worth.new_fact.row.text.setText("Sings in a choir on Tuesdays")


@screen
def facts_none_yet(scene: Scene) -> None:
    """The card of somebody of whom only the name is known."""
    changes = scene.window.notifier.tell(scene.notebook.people.add("Ben Ode", TODAY))
    scene.window.people.show_person(changes.new_id)
    settle()


@screen
def facts_hundred(scene: Scene) -> None:
    show_hundred(scene)


@screen
def facts_hundred_unfolded(scene: Scene) -> None:
    show_hundred(scene)
    blocks = scene.window.people.card.overview.worth.blocks
    blocks[0].more_button.click()


@screen
def facts_small_question_choice(scene: Scene) -> None:
    show_ask(scene, "Samuel Reyes")


@screen
def facts_small_question_date(scene: Scene) -> None:
    show_ask(scene, "Deborah Nash")


@screen
def facts_small_question_text(scene: Scene) -> None:
    panel = show_ask(scene, "Hana Cohen")
    panel.text.setFocus()
    scene.type("Grows herbs on the roof")


@screen
def facts_editor(scene: Scene) -> None:
    scene.window.people.edit_person(scene.person("Marta Lindqvist"))
    settle()
    facts = scene.window.people.editor.worth.facts
    scroll_to(scene.window.people.editor, facts.rows[-1])
    facts.rows[1].text.setFocus()


@screen
def facts_editor_topics(scene: Scene) -> None:
    facts_editor(scene)
    scene.window.people.editor.worth.facts.rows[1].about.showPopup()


@screen
def facts_editor_own_fields(scene: Scene) -> None:
    fields = scene.notebook.own_fields
    fields.add("Shoe size", FieldKind.NUMBER)
    fields.add("Comes to our open day", FieldKind.YES_NO)
    fields.add("How they found us", FieldKind.TEXT)
    scene.window.people.edit_person(scene.person("Samuel Reyes"))
    settle()
    section = scene.window.people.editor.own_values
    assert isinstance(section, OwnValues)
    scroll_to(scene.window.people.editor, list(section.fields.values())[-1])


@screen
def facts_card_with_own_fields(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Samuel Reyes"))
    settle()
    overview = scene.window.people.card.overview
    overview.reveal(overview.own_values)


@screen
def facts_settings_own_fields(scene: Scene) -> None:
    page = show_settings(scene)
    scroll_to(page, page.own_fields)


@screen
def facts_settings_new_field(scene: Scene) -> None:
    page = show_settings(scene)
    scroll_to(page, page.own_fields)
    page.own_fields.add_button.click()
    settle()
    scene.type("Favourite colour")


@screen
def facts_settings_new_date(scene: Scene) -> None:
    facts_settings_new_field(scene)
    dialog = next(each for each in scene.window.findChildren(FieldDialog) if each.isVisible())
    dialog.name.setText("Wedding anniversary")
    dialog.kind.button(FieldKind.DATE).click()
    dialog.reminder.reminds.button(Reminds.YEARLY).click()


@screen
def facts_settings_change_date(scene: Scene) -> None:
    page = show_settings(scene)
    scroll_to(page, page.own_fields)
    field = next(each for each in scene.notebook.own_fields.all() if each.kind is FieldKind.DATE)
    page.own_fields.button(field.id, "change").click()


@screen
def facts_dates_that_remind(scene: Scene) -> None:
    reminder = DateReminder(Reminds.YEARLY, 30)
    tell, fields = scene.window.notifier.tell, scene.notebook.own_fields
    field = tell(fields.add("Wedding anniversary", FieldKind.DATE, reminder=reminder)).new_id
    for name, day in (("Marta Lindqvist", "2014-11-25"), ("Samuel Reyes", "--11-23")):
        person = scene.person(name)
        draft = scene.notebook.people.draft(person)
        values = (*draft.own_values, OwnValueDraft(field, day))
        tell(scene.notebook.people.save(person, replace(draft, own_values=values), TODAY))
    settle()
    panel = scene.window.panel
    line = next(each for each in panel.due.lines if each.source is Source.OWN_DATE)
    panel.view.scrollTo(
        panel.model.index(panel.model.row_of(line) or 0, 0),
        QAbstractItemView.ScrollHint.PositionAtCenter,
    )


@screen
def facts_settings_sensitive(scene: Scene) -> None:
    page = show_settings(scene)
    groups = page.sensitive.groups
    scene.notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "Allergies, before we cook")
    page.sensitive.show_choices()
    groups[FactGroup.RELIGION].switch.click()
    scroll_to(page, page.sensitive)


@screen
def facts_brief(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Yuki Kimura"))
    scene.press(Qt.Key.Key_B)
