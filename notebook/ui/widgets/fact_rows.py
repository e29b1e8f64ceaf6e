"""The editor's list of what is worth remembering: what each line is about, and its words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.facts import SENSITIVE, TOPICS, FactGroup, FactTopic
from notebook.services.card_parts import FactDraft
from notebook.services.fact_words import about_words, topic_word
from notebook.services.words import group_word
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.calm_combo_box import CalmComboBox
from notebook.ui.widgets.row_list import Row, RowList

About = tuple[FactGroup, FactTopic | None]

_LIST_WIDTH, _WIDEST = 260, 190  # pixels
_LEAST_LETTERS = 6
_LINE_HEIGHT = 26  # pixels
_INDENT = "\N{EM SPACE}"
_IS_TOPIC = Qt.ItemDataRole.UserRole + 1


class FactAbouts:
    """What a fact can be about: every group, and its topics below it.

    Attributes:
        abouts: group and topic by their place.
        model: their words, shared by all lines.
    """

    def __init__(self, groups: Iterable[FactGroup]) -> None:
        self.abouts: list[About] = []
        for group in groups:
            self.abouts.append((group, None))
            topics = (topic for topic in TOPICS[group] if topic is not FactTopic.BIRTHDAY)
            self.abouts += ((group, topic) for topic in topics)
        self.model = QStandardItemModel()
        for group, topic in self.abouts:
            item = QStandardItem(topic_word(topic) if topic else group_word(group))
            item.setData(about_words(group, topic), Qt.ItemDataRole.AccessibleTextRole)
            item.setData(topic is not None, _IS_TOPIC)
            self.model.appendRow(item)


class _Indented(QStyledItemDelegate):
    """Shows topics below their groups in the list, while the field itself has room for one word."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(_IS_TOPIC):
            option.text = f"{_INDENT}{option.text}"

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, _LINE_HEIGHT))


class FactRow(Row):
    """Something worth remembering, with what it is about.

    Attributes:
        about, text: the fields.
    """

    def __init__(self, icons: Icons, draft: FactDraft, abouts: FactAbouts) -> None:
        super().__init__(icons, translate("card", "Remove this line"))
        self._draft, self._abouts = draft, abouts
        self.about = CalmComboBox(translate("card", "What it is about"))
        self.about.setModel(abouts.model)
        self.about.setItemDelegate(_Indented(self.about))
        self.about.setMinimumContentsLength(_LEAST_LETTERS)
        self.about.setMaximumWidth(_WIDEST)
        self.about.view().setMinimumWidth(_LIST_WIDTH)
        self.about.setCurrentIndex(abouts.abouts.index((draft.group, draft.topic)))
        hint = translate("card", "Something worth remembering")
        self.text = QLineEdit(draft.text, placeholderText=hint)
        self.text.setCursorPosition(0)
        self.text.setAccessibleName(hint)
        self.line.addWidget(self.about, 2)
        self.line.addWidget(self.text, 3)
        self.finish()

    @property
    def fact_id(self) -> int | None:
        """Which fact of the card it is; None for a new one."""
        return self._draft.id

    def draft(self) -> FactDraft | None:
        """Return what stands in the fields; None for an empty text."""
        if not self.text.text().strip():
            return None
        group, topic = self._abouts.abouts[self.about.currentIndex()]
        return replace(self._draft, group=group, topic=topic, text=self.text.text())


class FactRows(RowList[FactRow]):
    """What is worth remembering."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._abouts = FactAbouts(_offered(()))
        self._offer(translate("card", "Add something worth remembering")).clicked.connect(
            self._on_another
        )

    def offer_groups(self, sensitive: Iterable[FactGroup]) -> None:
        """Offer these sensitive groups besides the others, to the lines that come."""
        self._abouts = FactAbouts(_offered(tuple(sensitive)))

    def show_drafts(self, drafts: Sequence[FactDraft]) -> None:
        """Show these, and an empty line when there are none."""
        self._clear()
        shown = drafts or (FactDraft(FactGroup.FAMILY, ""),)
        self._add_all(FactRow(self._icons, draft, self._abouts) for draft in shown)

    def drafts(self) -> tuple[FactDraft, ...]:
        """Return what is filled in."""
        return tuple(draft for row in self.rows if (draft := row.draft()))

    def field_of(self, fact_id: int | None) -> QWidget | None:
        """Return the field with the words of a fact, None when it isn't there."""
        known = (row for row in self.rows if row.fact_id is not None)
        return next((row.text for row in known if row.fact_id == fact_id), None)

    @Slot()
    def _on_another(self) -> None:
        row = FactRow(self._icons, FactDraft(FactGroup.FAMILY, ""), self._abouts)
        self._add(row, focus=row.text)


def new_row(icons: Icons, sensitive: Iterable[FactGroup]) -> FactRow:
    """Return an empty line that offers these sensitive groups besides the others."""
    return FactRow(icons, FactDraft(FactGroup.FAMILY, ""), FactAbouts(_offered(tuple(sensitive))))


def _offered(sensitive: tuple[FactGroup, ...]) -> list[FactGroup]:
    return [group for group in FactGroup if group not in SENSITIVE or group in sensitive]
