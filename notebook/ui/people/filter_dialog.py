"""A filter: its name, and the conditions that must all be met."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.people_filters import BirthdayWhen, Missing, PeopleFilter
from notebook.services.groups import GroupLine
from notebook.services.people import TeamMember
from notebook.services.people_filters import FilterLine
from notebook.services.short_names import LONGEST_NAME
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.calm_combo_box import CalmComboBox
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.toggle_row import ToggleRow

SaveFilter = Callable[[str, PeopleFilter], str]
"""Saves name and conditions; returns why that can't be done, or nothing."""

_MISSING = {
    Missing.PHONE: "Phone",
    Missing.EMAIL: "E-mail",
    Missing.BIRTHDAY: "Birthday",
    Missing.RHYTHM: "Rhythm",
    Missing.OWNER: "Who looks after them",
    Missing.GROUP: "Group",
}
_BIRTHDAYS = {BirthdayWhen.THIS_MONTH: "This month", BirthdayWhen.NEXT_MONTH: "Next month"}
_MOST_DAYS = 3650


class FilterDialog(FormDialog):
    """Makes a filter, or changes one (`line`).

    Attributes:
        name, group, silent, birthday, missing, owner: the fields.
    """

    def __init__(
        self,
        line: FilterLine | None,
        groups: Sequence[GroupLine],
        team: Sequence[TeamMember],
        icons: Icons,
        prompts: Prompts,
        save: SaveFilter,
        parent: QWidget | None = None,
    ) -> None:
        new, known = translate("filters", "A new filter"), translate("filters", "Change the filter")
        text = translate("filters", "It finds everybody for whom all of this is so.")
        super().__init__(
            icons, prompts, known if line else new, text, translate("filters", "Save"), parent
        )
        self._save_filter = save
        self._before = line.conditions if line else PeopleFilter()
        self.name = QLineEdit(line.name if line else "")
        self.name.setMaxLength(LONGEST_NAME)
        self.group = _choice(
            [(each.id, each.name) for each in groups],
            next(iter(self._before.groups), None),
            translate("filters", "A group that was removed"),
        )
        self.silent = number_field("", 0, _MOST_DAYS)
        self.silent.setSuffix(translate("filters", " days"))
        self.silent.setSpecialValueText(translate("filters", "Does not matter"))
        self.birthday = ChoiceRow(
            [(each, translate("filters", word)) for each, word in _BIRTHDAYS.items()]
        )
        self.missing: ToggleRow[Missing] = ToggleRow(
            [
                (each, translate("filters", word), translate("filters", word))
                for each, word in _MISSING.items()
            ],
            translate("filters", "Not on the card"),
        )
        self.owner = _choice(
            [(each.id, each.name) for each in team],
            self._before.looked_after_by,
            translate("filters", "Somebody no longer in the team"),
        )
        self._show(self._before)
        fields = self._fields()
        for words, field in fields:
            field.setAccessibleName(words)
        self.lay_out(fields)
        self.name.setFocus()

    def conditions(self) -> PeopleFilter:
        """Return the conditions as they stand in the fields."""
        group = self.group.currentData()
        birthday = self.birthday.value()
        return PeopleFilter(
            groups=() if group is None else (group,),
            silent_days=self.silent.value() or None,
            birthday=birthday if isinstance(birthday, BirthdayWhen) else None,
            missing=tuple(each for each in Missing if each in self.missing.value()),
            looked_after_by=self.owner.currentData(),
            is_team=self._before.is_team,
            is_paused=self._before.is_paused,
        )

    @override
    def save(self) -> str:
        return self._save_filter(self.name.text(), self.conditions())

    def _fields(self) -> list[tuple[str, QWidget]]:
        return [
            (translate("filters", "Name"), self.name),
            (translate("filters", "In the group"), self.group),
            (translate("filters", "No contact for"), self.silent),
            (translate("filters", "Birthday"), self.birthday),
            (translate("filters", "Not on the card"), self.missing),
            (translate("filters", "Looked after by"), self.owner),
        ]

    def _show(self, conditions: PeopleFilter) -> None:
        group = next(iter(conditions.groups), None)
        self.group.setCurrentIndex(max(0, self.group.findData(group)))
        self.silent.setValue(conditions.silent_days or 0)
        self.birthday.set_value(conditions.birthday)
        self.missing.set_value(conditions.missing)
        self.owner.setCurrentIndex(max(0, self.owner.findData(conditions.looked_after_by)))


def _choice(options: Sequence[tuple[int, str]], before: int | None, gone: str) -> QComboBox:
    """Return a choice of these, and of what was chosen `before` although it is `gone`."""
    choice = CalmComboBox("")
    choice.addItem(translate("filters", "Does not matter"), None)
    for key, name in options:
        choice.addItem(name, key)
    if before is not None and choice.findData(before) < 0:
        choice.addItem(gone, before)
    return choice
