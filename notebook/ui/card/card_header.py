"""The head of a card: who it is, how warm it is and why, and the two things one does most."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook.domain.text import excerpt
from notebook.domain.warmth import Warmth
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.team import care_words
from notebook.services.warmth_page import standing_words
from notebook.ui.card.photo_ways import PhotoWays
from notebook.ui.card.roles import CardRoles
from notebook.ui.icons import Icons
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.warmth_words import warmth_word
from notebook.ui.widgets.avatar import Avatar
from notebook.ui.widgets.buttons import icon_button, plain_button, primary_button
from notebook.ui.widgets.chips import StateButton, Tone
from notebook.ui.widgets.heading_row import HeadingRow
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip, text_label

_AVATAR, _GAP = 40, 14  # pixels
_LONG_NAME = 80  # letters, beyond which the tool tip has all of them
_MOST_LINES = 4  # of a name, so that its card is seen below it
_LONGEST_NAME = 40  # characters in the menu
_TONES: dict[Warmth, Tone] = {
    Warmth.WARM: "ok",
    Warmth.COOLING: "warn",
    Warmth.AT_RISK: "bad",
    Warmth.UNKNOWN: "plain",
}


class CardHeader(HeadingRow):
    """Name, place and warmth at the left, buttons at the right.

    Attributes:
        photo: the ways to a photo.
        standing: how warm it is and why, for a line of its own below.
        edit_action, plan_action, project_action, reminder_action, pause_action, resume_action, need_action, referral_action,
        concern_action, fit_action, around_action, employer_action, hand_over_action,
        history_action, export_action, trash_action, erase_action: what the menu offers.

    Signals:
        log_chosen(), brief_chosen(): the two buttons.
        organisation_chosen(int): the name of an organisation was pressed.
        warmth_chosen(): why it is as warm as it is.
    """

    log_chosen = Signal()
    brief_chosen = Signal()
    organisation_chosen = Signal(object)
    warmth_chosen = Signal()

    def __init__(self, icons: Icons, shelf: PhotoShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar("", 0, _AVATAR, shelf=shelf)
        self.photo = PhotoWays(icons, self.avatar, self)
        self.name = text_label("", "title", wrap=True, selectable=True)
        self.roles = CardRoles()
        self.place = text_label("", "second", wrap=True)
        self.standing = QWidget()
        self.warmth = StateButton(self.tr("How warm it is, and why"))
        self.reasons = text_label("", "second", wrap=True)
        self.log_button = plain_button(self.tr("Log contact"), icons, "pen-line")
        self.brief_button = primary_button(self.tr("Prepare meeting"), icons, "notebook-text")
        self.edit_action = QAction(icons.icon("pen-line", "soft"), self.tr("Edit card"), self)
        self.plan_action = QAction(
            icons.icon("calendar-plus", "soft"), self.tr("Plan a meeting…"), self
        )
        self.fit_action = QAction(icons.icon("handshake", "soft"), self.tr("Do we fit?…"), self)
        self.project_action = QAction(
            icons.icon("clipboard-list", "soft"), self.tr("New project…"), self
        )
        self.reminder_action = QAction(icons.icon("bell", "soft"), self.tr("New reminder…"), self)
        self.pause_action = QAction(
            icons.icon("clock", "soft"), self.tr("Pause keeping in touch…"), self
        )
        self.resume_action = QAction(
            icons.icon("clock", "soft"), self.tr("Go on keeping in touch"), self
        )
        self.need_action = QAction(icons.icon("quote", "soft"), self.tr("Write down a need…"), self)
        self.referral_action = QAction(icons.icon("users", "soft"), self.tr("Referral…"), self)
        self.concern_action = QAction(
            icons.icon("life-buoy", "soft"), self.tr("Something went wrong…"), self
        )
        self.around_action = QAction(
            icons.icon("users", "soft"), self.tr("Somebody around them…"), self
        )
        self.employer_action = QAction(
            icons.icon("building-2", "soft"), self.tr("Changed employer…"), self
        )
        self.hand_over_action = QAction(icons.icon("send", "soft"), self.tr("Hand over…"), self)
        self.history_action = QAction(icons.icon("history", "soft"), self.tr("History…"), self)
        self.export_action = QAction(icons.icon("file-down", "soft"), "", self)
        self.trash_action = QAction(icons.icon("trash-2", "soft"), self.tr("Move to trash"), self)
        self.erase_action = QAction(icons.icon("x", "soft"), "", self)
        self.more_button = icon_button(icons, "ellipsis", self.tr("More for this person"))
        self.log_button.clicked.connect(self.log_chosen)
        self.brief_button.clicked.connect(self.brief_chosen)
        self.roles.organisation_chosen.connect(self.organisation_chosen)
        self.warmth.clicked.connect(self.warmth_chosen)
        self._lay_out()

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show whose card this is."""
        self.avatar.set_person(card.name, card.id, card.photo_at)
        self.photo.remove_action.setVisible(bool(card.photo_at))
        self.name.setText(card.name)
        self.name.setAccessibleName(card.name)
        self.name.setToolTip(plain_tool_tip(card.name) if len(card.name) > _LONG_NAME else "")
        self.name.ensurePolished()
        self.name.setMaximumHeight(_MOST_LINES * self.name.fontMetrics().lineSpacing())
        self.roles.show_card(card)
        self.hand_over_action.setVisible(card.is_team)
        lines = [care_words(card.looked_after_by, card.covered_by)]
        called = escape_mnemonic(excerpt(card.name, _LONGEST_NAME))
        self.export_action.setText(filled(self.tr("Export everything about %1…"), called))
        self.erase_action.setText(filled(self.tr("Erase %1 for good…"), called))
        if card.is_team:
            lines.append(self.tr("One of our team"))
        self.fit_action.setVisible(not card.is_team)
        is_paused = card.touch.is_paused(today)
        self.pause_action.setVisible(bool(card.touch.every) and not is_paused)
        self.resume_action.setVisible(is_paused)
        self.place.setText("\n".join(line for line in lines if line))
        self.place.setVisible(bool(self.place.text()))
        self.warmth.show_state(warmth_word(card.warmth.state), _TONES[card.warmth.state])
        self.reasons.setText(standing_words(card, today))

    def _lay_out(self) -> None:
        menu = QMenu(self)
        for action in (
            self.edit_action,
            self.plan_action,
            self.project_action,
            self.reminder_action,
            self.pause_action,
            self.resume_action,
            self.need_action,
            self.referral_action,
            self.concern_action,
            self.fit_action,
            self.around_action,
            *self.photo.actions,
            self.employer_action,
            self.hand_over_action,
            self.history_action,
            self.export_action,
            self.trash_action,
            self.erase_action,
        ):
            menu.addAction(action)
        self.more_button.setMenu(menu)
        standing = QHBoxLayout(self.standing)
        standing.setContentsMargins(_AVATAR + _GAP, 0, 0, 0)
        standing.setSpacing(8)
        standing.addWidget(self.warmth, 0, Qt.AlignmentFlag.AlignTop)
        standing.addWidget(self.reasons, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.name)
        words.addWidget(self.roles)
        words.addWidget(self.place)
        who = QHBoxLayout()
        who.setSpacing(_GAP)
        who.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        self.lay_out(who, (self.log_button, self.brief_button, self.more_button))
