"""The roles of somebody, each with its organisation, and from when to when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from notebook.services.roles import RoleDraft
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.organisation_edit import FindOrganisations, OrganisationEdit
from notebook.ui.widgets.partial_date_field import PartialDateField
from notebook.ui.widgets.row_list import Row, RowList


class RoleRow(Row):
    """What somebody does, where, and (when asked for) from when to when."""

    def __init__(self, icons: Icons, find: FindOrganisations, draft: RoleDraft) -> None:
        super().__init__(icons, translate("PersonEditor", "Remove this role"))
        role = translate("PersonEditor", "Role")
        self.title = QLineEdit(draft.title, placeholderText=role)
        self.title.setAccessibleName(role)
        organisation = translate("PersonEditor", "Organisation")
        self.organisation = OrganisationEdit(find, organisation, organisation)
        self.organisation.setText(draft.organisation)
        self.from_on = PartialDateField(
            translate("PersonEditor", "From"), translate("PersonEditor", "From, as 2019")
        )
        self.until_on = PartialDateField(
            translate("PersonEditor", "Until"), translate("PersonEditor", "Until")
        )
        self.from_on.set_value(draft.from_on)
        self.until_on.set_value(draft.until_on)
        for field in (self.title, self.organisation):
            field.setCursorPosition(0)
        self.dates_button = icon_button(
            icons, "calendar", translate("PersonEditor", "From when to when")
        )
        self.up_button = icon_button(
            icons, "chevron-up", translate("PersonEditor", "Move this role up")
        )
        self._lay_out()
        self._show_dates(shown=bool(draft.from_on or draft.until_on))
        self.dates_button.clicked.connect(self._on_dates)

    def draft(self) -> RoleDraft:
        """Return what stands in the fields."""
        return RoleDraft(
            self.title.text(),
            self.organisation.text(),
            self.from_on.value(),
            self.until_on.value(),
        )

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setSpacing(6)
        for place, field in enumerate((self.title, self.organisation, self.from_on, self.until_on)):
            fields.addWidget(field, place // 2, place % 2)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        self.line.addLayout(fields, 1)
        self.line.addWidget(self.dates_button, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.up_button, 0, Qt.AlignmentFlag.AlignTop)
        self.finish()

    def _show_dates(self, *, shown: bool) -> None:
        self.from_on.setVisible(shown)
        self.until_on.setVisible(shown)
        self.dates_button.setHidden(shown)

    @Slot()
    def _on_dates(self) -> None:
        self._show_dates(shown=True)
        self.from_on.setFocus(Qt.FocusReason.OtherFocusReason)


class RoleRows(RowList[RoleRow]):
    """The roles in their order; the first one that is not over stands for the person elsewhere.

    Signals:
        submitted(): Enter was pressed in a field.
    """

    submitted = Signal()

    def __init__(
        self, icons: Icons, find: FindOrganisations, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, parent)
        self._find = find
        self._offer(translate("PersonEditor", "Add a role")).clicked.connect(self._on_another)

    def show_drafts(self, drafts: Sequence[RoleDraft]) -> None:
        """Show these, and an empty line when there are none."""
        self._clear()
        self._add_all(self._row(draft) for draft in drafts or (RoleDraft(),))
        self._show_ways_up()

    def drafts(self) -> tuple[RoleDraft, ...]:
        """Return what is filled in."""
        drafts = (row.draft() for row in self.rows)
        return tuple(draft for draft in drafts if not draft.is_empty)

    def wrong_date(self) -> PartialDateField | None:
        """Return the first field whose date can't be read."""
        dates = (field for row in self.rows for field in (row.from_on, row.until_on))
        return next((field for field in dates if not field.is_valid()), None)

    def _row(self, draft: RoleDraft) -> RoleRow:
        row = RoleRow(self._icons, self._find, draft)
        row.up_button.clicked.connect(lambda: self._move_up(row))
        row.remove_button.clicked.connect(self._show_ways_up)
        for field in (row.title, row.organisation, row.from_on, row.until_on):
            field.returnPressed.connect(self.submitted)
        return row

    def _move_up(self, row: RoleRow) -> None:
        place = self.rows.index(row)
        self.rows.insert(place - 1, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(place - 1, row)
        self._set_tab_order()
        self._show_ways_up()
        (row.up_button if place > 1 else row.title).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_ways_up(self) -> None:
        for place, row in enumerate(self.rows):
            row.up_button.setHidden(place == 0)

    @Slot()
    def _on_another(self) -> None:
        row = self._row(RoleDraft())
        self._add(row, focus=row.title)
        self._show_ways_up()
