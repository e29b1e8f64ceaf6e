"""Somebody around a person: who it is, what they are, and a birthday where there is no card."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.relations import Relation
from notebook.services.phrases import filled
from notebook.services.related import RelatedDraft, RelatedLine
from notebook.services.related_words import relation_choice
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.partial_date_edit import PartialDateEdit
from notebook.ui.widgets.people_chooser import ChosenPerson, FindPeople, PeopleChooser

_NO_CARD = 0


class RelatedDialog(FormDialog):
    """Adds somebody, or changes `known`; a name that has no card is fine.

    `save` gets what was filled in and returns why it can't be kept, or nothing.

    Signals:
        remove_chosen(): take this one away.
    """

    remove_chosen = Signal()

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        called: str,
        known: RelatedLine | None,
        find: FindPeople,
        save: Callable[[RelatedDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        words = (
            translate("RelatedDialog", "Who is around %1?")
            if known is None
            else translate("RelatedDialog", "Around %1")
        )
        super().__init__(
            icons, prompts, filled(words, called), "", translate("RelatedDialog", "Save"), parent
        )
        self._save = save
        self._make_fields(icons, find, is_known=known is not None)
        if known is not None:
            self._show(known)
        self._show_fields()
        self.who.changed.connect(self._show_fields)
        self.relation.currentIndexChanged.connect(self._show_fields)
        self.remove_button.clicked.connect(self._on_remove)
        start: QWidget = self.who.field if known is None else self.relation
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self, icons: Icons, find: FindPeople, *, is_known: bool) -> None:
        who = translate("RelatedDialog", "Who")
        self.who = PeopleChooser(
            icons,
            who,
            find,
            lambda name: ChosenPerson(_NO_CARD, name),
            single=True,
            add_words=translate("RelatedDialog", "Just the name “%1”"),
        )
        what = translate("RelatedDialog", "What they are")
        self.relation = QComboBox()
        self.relation.setAccessibleName(what)
        for relation in Relation:
            self.relation.addItem(relation_choice(relation), relation)
        word = translate("RelatedDialog", "A word of your own")
        self.own_word = QLineEdit(placeholderText=translate("RelatedDialog", "Godchild, landlord"))
        self.own_word.setAccessibleName(word)
        self.birthday = PartialDateEdit(translate("RelatedDialog", "Birthday"))
        self._birthday_box = _below(translate("RelatedDialog", "Birthday"), self.birthday)
        self.remove_button = link_button(translate("RelatedDialog", "Remove"), second=True)
        self.remove_button.setAutoDefault(False)
        self.remove_button.setVisible(is_known)
        self.lay_out(
            [
                (who, self.who),
                (what, self.relation),
                ("", self.own_word),
                ("", self._birthday_box),
            ],
            [self.remove_button] if is_known else [],
        )

    def draft(self) -> RelatedDraft:
        """Return what stands in the fields; a name that was typed and not chosen is just a name."""
        chosen = next(iter(self.who.chosen()), ChosenPerson(_NO_CARD, self.who.field.text()))
        return RelatedDraft(
            self._chosen_relation(),
            chosen.name,
            self.birthday.value(),
            chosen.id or None,
            self.own_word.text(),
        )

    @override
    def save(self) -> str:
        if not self._birthday_box.isHidden() and not self.birthday.is_valid():
            self.birthday.setFocus()
            return translate("RelatedDialog", "This is no date yet. Correct it, or leave it empty.")
        return self._save(self.draft())

    def _chosen_relation(self) -> Relation:
        return Relation(self.relation.currentData())  # Qt gives back the text of the word

    def _show(self, known: RelatedLine) -> None:
        self.who.set_chosen([ChosenPerson(known.other_id or _NO_CARD, known.name)])
        self.relation.setCurrentIndex(self.relation.findData(known.relation))
        self.own_word.setText("" if known.is_inverse else known.own_word)
        if known.other_id is None:
            self.birthday.set_value(known.birthday)

    @Slot()
    def _show_fields(self) -> None:
        self.own_word.setVisible(self._chosen_relation() is Relation.OTHER)
        self._birthday_box.setVisible(not any(person.id for person in self.who.chosen()))
        self.adjustSize()

    @Slot()
    def _on_remove(self) -> None:
        self.remove_chosen.emit()
        self.accept()


def _below(words: str, field: QWidget) -> QWidget:
    """Return a field below its name, to be hidden together."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(text_label(words, "name"))
    column.addWidget(field)
    return box
