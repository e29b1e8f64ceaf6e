"""The first page of the wizard: what the project is called, for whom, and from when to when."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.checklists import Checklist, personalise
from notebook.services.draft import Draft, ProjectFacts
from notebook.services.finishing import ENDS
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import ChosenPerson, PeopleChooser
from notebook.ui.wizards.checklist_offers import ChecklistOffers
from notebook.ui.wizards.entry_rows import line_field
from notebook.ui.wizards.tools import WizardTools
from notebook.ui.wizards.wizard_page import WizardPage


class ProjectStep(WizardPage):
    """A name and a person are all that is needed."""

    def __init__(self, tools: WizardTools, checklists: Sequence[Checklist]) -> None:
        super().__init__("", "", "")
        self.title = self.tr("Project")
        self.heading.setText(self.tr("What is it, and for whom?"))
        self.intro.setText(
            self.tr(
                "A name and a person are enough to begin. Everything is kept as you type it, so"
                " you can stop at any time and go on another day."
            )
        )
        self.intro.show()
        today = tools.clock.today()
        self._checklists = list(checklists)
        self.name = line_field(self.tr("Name of the project"), "")
        self.name.setPlaceholderText(self.tr("Lobby mural, garden wall, spring menu …"))
        self.person = PeopleChooser(
            tools.icons, self.tr("For whom"), tools.find, tools.add, single=True
        )
        self.begins = OptionalDateEdit(tools.icons, today, self.tr("Begins"))
        self.ends = OptionalDateEdit(tools.icons, today, self.tr("Ends"))
        self.order_trouble = text_label(self.tr("The end lies before the beginning."), "warn")
        self.order_trouble.hide()
        self.checklist = ChoiceRow([], self.tr("Which questions"), optional=False)
        self._offer_checklists()
        self.checklist.set_value(checklists[0].key)
        self.offers = ChecklistOffers(tools.icons)
        self._new_questions = tools.new_questions
        self._lay_out()
        self.name.textChanged.connect(self.changed)
        self.person.changed.connect(self.changed)
        self.checklist.chosen.connect(self.changed)
        for field in (self.begins, self.ends):
            field.changed.connect(self._on_dates)

    def facts(self) -> ProjectFacts | None:
        """Return what stands on the page; None as long as name or person are missing."""
        person = next(iter(self.person.chosen()), None)
        if person is None or not self.name.text().strip():
            return None
        return ProjectFacts(
            self.name.text().strip(),
            person.id,
            self.checklist_key,
            self.begins.value(),
            self.ends.value(),
        )

    @property
    def checklist_key(self) -> str:
        """Which checklist is chosen."""
        return str(self.checklist.value())

    def is_empty(self) -> bool:
        """Whether nothing was typed that could be lost."""
        return not self.name.text().strip()

    def asked_titles(self) -> list[str]:
        """Return the titles of the steps of the chosen checklist."""
        chosen = next(each for each in self._checklists if each.key == self.checklist.value())
        return [step.title for step in chosen.steps]

    def missing_field(self) -> QWidget:
        """Return the field that still has to be filled in."""
        return self.person if self.name.text().strip() else self.name

    def show_person(self, person: ChosenPerson) -> None:
        """Begin with somebody who is known already."""
        self.person.set_chosen([person])

    def _offer_checklists(self) -> None:
        self.checklist.set_options([(each.key, each.name) for each in self._checklists])

    def _lay_out(self) -> None:
        self._ask(self.tr("What shall we call it?"), self.name)
        self._ask(
            self.tr("For whom is it?"),
            self.person,
            self.tr("More people can join on the page “The people”."),
        )
        days = QGridLayout()
        days.setHorizontalSpacing(12)
        days.setVerticalSpacing(6)
        for column, (words, field) in enumerate(
            ((self.tr("Begins"), self.begins), (self.tr("Ends"), self.ends))
        ):
            days.addWidget(text_label(words, "name"), 0, column)
            days.addWidget(field, 1, column)
        days.setColumnStretch(2, 1)
        days.addWidget(self.order_trouble, 2, 0, 1, 3)
        self.column.addLayout(days)
        self._ask(self.tr("Which questions shall we ask?"), self.checklist)
        self.column.addWidget(self.offers)

    def _ask(self, words: str, field: QWidget, hint: str = "") -> None:
        block = QVBoxLayout()
        block.setSpacing(6)
        block.addWidget(text_label(words, "name"))
        block.addWidget(field)
        if hint:
            block.addWidget(text_label(hint, "second", wrap=True))
        self.column.addLayout(block)

    @property
    def ends_before_it_begins(self) -> bool:
        """Whether the two days are the wrong way round."""
        begin, end = self.begins.value(), self.ends.value()
        return begin is not None and end is not None and end < begin

    @Slot()
    def _on_dates(self) -> None:
        self.order_trouble.setVisible(self.ends_before_it_begins)
        self.changed.emit()

    @override
    def show_draft(self, draft: Draft) -> None:
        facts = draft.facts
        if self.name.text().strip() != facts.name:
            self.name.setText(facts.name)
        self.person.set_chosen([ChosenPerson(facts.person_id, draft.person_name)])
        self.begins.set_value(facts.begins_on)
        self.ends.set_value(facts.ends_on)
        self.order_trouble.setVisible(self.ends_before_it_begins)
        if not any(each.key == facts.checklist_key for each in self._checklists):
            self._checklists.append(draft.checklist)  # it was deleted; the project goes on with it
            self._offer_checklists()
        self.checklist.set_value(facts.checklist_key)
        added = self._new_questions(draft.project_id)
        self.offers.new.show_questions([personalise(each.text, draft.first_name) for each in added])

    @override
    def start(self) -> QWidget:
        return self.name

    @override
    def asking(self, question_key: str) -> QWidget | None:
        return self.ends if question_key == ENDS else None

    @override
    def unread(self) -> tuple[QWidget, str] | None:
        unread = super().unread()
        if unread is None and self.facts() is None:
            words = self.tr("Give the project a name, and say for whom it is. Then it can be kept.")
            return self.missing_field(), words
        return unread
