"""Paints a pair of people who may be one: their names, why, and how sure that is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.duplicates import Likelihood
from notebook.services.duplicates.finding import Twins
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.delegates.list_delegate import ListDelegate
from notebook.ui.delegates.row import paint_tag, write_line
from notebook.ui.models.table_model import RECORD_ROLE
from notebook.ui.theme import SECOND, SMALL, Theme
from notebook.ui.widgets.chips import Tone

_MARGIN, _TOP, _GAP = 14, 9, 8  # pixels
_TONES: dict[Likelihood, Tone] = {
    Likelihood.VERY_LIKELY: "calm",
    Likelihood.LIKELY: "plain",
    Likelihood.PERHAPS: "plain",
}


def names_of(twins: Twins) -> str:
    """Return both names; one of them where both are called the same."""
    if twins.one_name == twins.other_name:
        return filled(translate("duplicates", "%1, twice"), twins.one_name)
    return filled(translate("duplicates", "%1 and %2"), twins.one_name, twins.other_name)


def sure_word(sure: Likelihood) -> str:
    """Return how sure it is."""
    return {
        Likelihood.VERY_LIKELY: translate("duplicates", "Very likely"),
        Likelihood.LIKELY: translate("duplicates", "Likely"),
        Likelihood.PERHAPS: translate("duplicates", "Perhaps"),
    }[sure]


def why_words(twins: Twins) -> str:
    """Return the reasons in one line: "Same e-mail ana@example.org, names are alike"."""
    first, *more = twins.reasons
    return ", ".join((first, *(each[:1].lower() + each[1:] for each in more)))


class TwinsDelegate(ListDelegate[Twins]):
    """Paints the record of a row, which is a pair."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, RECORD_ROLE, parent)
        self._name_font, self._why_font = theme.font(weight=500), theme.font(SECOND)
        self._tag_font = theme.font(SMALL)
        self._high = QFontMetrics(self._name_font).height()
        self._low = QFontMetrics(self._why_font).height()

    @override
    def row_height(self) -> int:
        return self._high + self._low + 3 + 2 * _TOP + 3

    @override
    def paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Twins) -> None:
        inside = option.rect.adjusted(_MARGIN, _TOP, -_MARGIN, -_TOP)
        upper = QRect(inside.left(), inside.top(), inside.width(), self._high)
        lower = QRect(inside.left(), upper.bottom() + 4, inside.width(), self._low)
        painter.setFont(self._tag_font)
        word, tone = sure_word(line.likelihood), _TONES[line.likelihood]
        taken = paint_tag(painter, upper, word, tone, self._theme, option.direction)
        is_reversed = option.direction is not option.direction.LeftToRight
        room = upper.adjusted(taken + _GAP, 0, 0, 0)
        names = room if is_reversed else upper.adjusted(0, 0, -taken - _GAP, 0)
        painter.setFont(self._name_font)
        painter.setPen(self._theme.colour("ink"))
        write_line(painter, names, names_of(line), option.direction)
        painter.setFont(self._why_font)
        painter.setPen(self._theme.colour("soft"))
        write_line(painter, lower, why_words(line), option.direction)
