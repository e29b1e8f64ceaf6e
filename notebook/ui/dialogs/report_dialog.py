"""A progress report: drafted, changed, handed on, and noted once it was sent."""

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.moments import Channel
from notebook.services.phrases import filled
from notebook.services.progress_reports import ReportDraft
from notebook.services.project_words import by_channel
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.links import mail_link, open_link
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import link_button, plain_button, primary_button
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.pick_button import PickButton

_USUAL = (680, 640)
_KEEPS_AFTER_MS = 700


class ReportDialog(QDialog):
    """Shows a draft to be changed; copies it, opens the mail program, and says that it was sent.

    What is typed is kept within a second, so that a crash does not lose it.

    `sent` and `keep` return a sentence when that can't be done, which is shown; `write_anew` gives
    the text as it would be drafted now.

    Attributes:
        text, channel: what is told, and by which way.
    """

    def __init__(
        self,
        draft: ReportDraft,
        icons: Icons,
        today: date,
        sent: Callable[[str, Channel], str],
        keep: Callable[[str], str],
        write_anew: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft, self._sent, self._keep, self._write_anew = draft, sent, keep, write_anew
        self._saved = draft.text
        title = filled(self.tr("Progress report: %1"), draft.project_name)
        self.setWindowTitle(title)
        self.banner = Banner(icons)
        if draft.channel_note:
            self.banner.show_message(draft.channel_note, "warn")
        self.text = QPlainTextEdit(draft.text)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setTabChangesFocus(True)
        self.anew_button = link_button(self.tr("Write it anew"), second=True, calm=True)
        self.copy_button = plain_button(self.tr("Copy"), icons, "copy")
        self.mail_button = plain_button(self.tr("Open in the mail program"), icons, "mail")
        self.mail_button.setVisible(bool(draft.address))
        ways = [(channel, by_channel(channel)) for channel in Channel]
        self.channel = PickButton(self.tr("Sent by"), ways, plain=True)
        self.channel.set_value(draft.channel)
        self.later_button = plain_button(self.tr("Keep for later"))
        self.later_button.setAutoDefault(False)
        self.sent_button = primary_button(self.tr("It is sent"))
        self._lay_out(title, _about(draft, today))
        self._connect()
        fit_above(self, _USUAL, parent)
        self.text.setFocus()

    def _lay_out(self, title: str, about: str) -> None:
        page = Panel()
        page.body.addWidget(self.text, 1)
        self.text.setMinimumHeight(380)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.copy_button, self.mail_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.anew_button)
        page.body.addLayout(row)
        head = (
            text_label(title, "heading", wrap=True),
            text_label(about, "second", wrap=True),
            self.banner,
        )
        buttons = (self.channel, self.later_button, self.sent_button)
        lay_out_dialog(self, head, (page,), buttons)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._on_copy)
        self.mail_button.clicked.connect(self._on_mail)
        self.anew_button.clicked.connect(self._on_anew)
        self._timer = QTimer(self, singleShot=True, interval=_KEEPS_AFTER_MS)
        self._timer.timeout.connect(self._kept)
        self.text.textChanged.connect(self._on_typed)
        self.later_button.clicked.connect(self.reject)
        self.sent_button.clicked.connect(self._on_sent)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.banner.show_message(self.tr("Copied. Paste it wherever you like."), "ok")

    @Slot()
    def _on_mail(self) -> None:
        body = self.text.toPlainText()
        link = mail_link(self._draft.address, self._draft.subject, body)
        if link is None:  # too long for what mail programs take
            QGuiApplication.clipboard().setText(body)
            link = mail_link(self._draft.address, self._draft.subject, "")
            words = self.tr("It is long, so it was copied. Paste it into the e-mail.")
        else:
            words = self.tr("The mail program has it. Come back here once it is sent.")
        if link is not None and open_link(link):
            self.banner.show_message(words, "ok")
        else:
            QGuiApplication.clipboard().setText(body)
            trouble = self.tr("No mail program answers. The report was copied instead.")
            self.banner.show_message(trouble, "warn")

    @Slot()
    def _on_anew(self) -> None:
        self.text.selectAll()
        self.text.insertPlainText(self._write_anew())  # so that undo brings the old text back
        self.text.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _kept(self) -> str:
        """Keep what was typed for later, unless nobody changed the draft; return what went wrong."""
        self._timer.stop()
        text = self.text.toPlainText()
        if text == self._saved or not text.strip():
            return ""
        trouble = self._keep(text)
        self._saved = self._saved if trouble else text
        return trouble

    @Slot()
    def _on_sent(self) -> None:
        self._timer.stop()
        trouble = self._sent(self.text.toPlainText(), cast("Channel", self.channel.value()))
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.text.setFocus()
            return
        self.accept()

    @override
    def reject(self) -> None:
        """Keep what was typed for later; nothing is kept of a draft that nobody changed."""
        trouble = self._kept()
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        super().reject()


def _about(draft: ReportDraft, today: date) -> str:
    """Return for whom a report is, and since when it tells."""
    if draft.report_id is not None:
        return filled(translate("report", "For %1, kept from before"), draft.first_name)
    if draft.since is None:
        return filled(translate("report", "For %1, the first report"), draft.first_name)
    words = translate("report", "For %1, from what happened since %2")
    return filled(words, draft.first_name, day_month(draft.since, today))
