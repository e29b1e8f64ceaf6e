"""The panels of an organisation: who is there, who of us knows whom, projects, who was there."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import days_ago
from notebook.domain.warmth import Warmth
from notebook.services.organisation_page import Colleague, InOneRole, OrganisationPage, Tie
from notebook.services.phrases import filled
from notebook.services.roles import coming_words, span_words
from notebook.services.team import care_words
from notebook.services.words import state_word
from notebook.translate import translate
from notebook.ui.warmth_words import warmth_word
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.labels import shown_part, text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.wrapping_label import WrappingLabel

_TONES: dict[Warmth, Tone] = {
    Warmth.WARM: "ok",
    Warmth.COOLING: "warn",
    Warmth.AT_RISK: "bad",
    Warmth.UNKNOWN: "plain",
}


class OrganisationPanel(Panel):
    """One subject of an organisation, made anew for each; hidden when there is nothing to show.

    Signals:
        person_chosen(int), project_chosen(int): a name was pressed.
    """

    person_chosen = Signal(object)
    project_chosen = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addLayout(self.rows)

    def show_page(self, page: OrganisationPage, today: date) -> None:
        """Show this subject of an organisation."""
        self.hide()
        clear_layout(self.rows)
        self.setHidden(not self.fill(page, today))

    def fill(self, page: OrganisationPage, today: date) -> bool:
        """Make the rows; return whether there are any."""
        raise NotImplementedError

    def add_row(self, head: tuple[QWidget, ...], second: str, tag: Tag | None = None) -> None:
        """Add a row: words beside each other, a line below them, a tag at the end."""
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(2)
        for part in head:
            line.addWidget(part)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(line)
        if second:
            label = text_label(second, "second", wrap=True)
            words.addWidget(label)
        row.addLayout(words, 1)
        if tag is not None:
            row.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(widget)

    def add_in_one_role(self, person: InOneRole, when: str) -> None:
        """Add somebody who was or will be there."""
        second = " · ".join(part for part in (person.title, when) if part)
        self.add_row((self.person_link(person.id, person.name),), second)

    def add_rest(self, total: int, shown: int) -> None:
        """Say how many more there are, if any."""
        if total > shown:
            self.rows.addWidget(
                text_label(translate("organisations", "and %n more", total - shown), "second")
            )

    def person_link(self, person_id: int, name: str) -> ElidedLink:
        """Return a name that opens the card."""
        link = ElidedLink(name)
        link.clicked.connect(lambda: self.person_chosen.emit(person_id))
        return link


class PeopleHere(OrganisationPanel):
    """Who is there now.

    Signals:
        more_chosen(): read more of them.
    """

    more_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(translate("organisations", "People"))

    @override
    def fill(self, page: OrganisationPage, today: date) -> bool:
        count = page.people_count
        title = translate("organisations", "People · %1")
        self.set_title(
            filled(title, f"{count:,}") if count else translate("organisations", "People")
        )
        for person in page.people:
            tag = Tag(warmth_word(person.warmth), _TONES[person.warmth])
            self.add_row((self.person_link(person.id, person.name),), _about(person, today), tag)
        if not page.people:
            nobody = translate("organisations", "Nobody is known here now.")
            self.rows.addWidget(text_label(nobody, "second"))
        if count > len(page.people):
            more = link_button(
                translate("organisations", "%n more", count - len(page.people)), second=True
            )
            more.clicked.connect(self.more_chosen)
            self.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return True


class WhoKnowsWhom(OrganisationPanel):
    """Which of us knows which of them, and by what."""

    def __init__(self) -> None:
        super().__init__(translate("organisations", "Who of us knows whom"))

    @override
    def fill(self, page: OrganisationPage, today: date) -> bool:
        for tie in page.ties:
            head = (
                self.person_link(tie.us_id, tie.us),
                text_label(_verb(tie), "second"),
                self.person_link(tie.them_id, tie.them),
            )
            self.add_row(head, _besides(tie, today))
        self.add_rest(page.tie_count, len(page.ties))
        return bool(page.ties)


class ProjectsHere(OrganisationPanel):
    """The projects of its people."""

    def __init__(self) -> None:
        super().__init__(translate("organisations", "Projects"))

    @override
    def fill(self, page: OrganisationPage, today: date) -> bool:
        for project in page.projects:
            link = ElidedLink(project.name)
            link.clicked.connect(
                lambda _=False, chosen=project.id: self.project_chosen.emit(chosen)
            )
            who = filled(translate("organisations", "for %1"), project.person_name)
            self.add_row((link,), who, Tag(state_word(project.state), "calm"))
        self.add_rest(page.project_count, len(page.projects))
        return bool(page.projects)


class PeopleToCome(OrganisationPanel):
    """Who will be there, and from when."""

    def __init__(self) -> None:
        super().__init__(translate("organisations", "Will be here"))

    @override
    def fill(self, page: OrganisationPage, today: date) -> bool:
        for person in page.coming:
            self.add_in_one_role(person, coming_words(person.from_on, person.until_on))
        return bool(page.coming)


class PeopleBefore(OrganisationPanel):
    """Who was there, and when."""

    def __init__(self) -> None:
        super().__init__(translate("organisations", "Were here before"))

    @override
    def fill(self, page: OrganisationPage, today: date) -> bool:
        for person in page.past:
            self.add_in_one_role(person, span_words(person.from_on, person.until_on))
        self.add_rest(page.past_count, len(page.past))
        return bool(page.past)


class OrganisationNote(OrganisationPanel):
    """What is worth knowing about the organisation itself."""

    def __init__(self) -> None:
        super().__init__(translate("organisations", "Note"))

    @override
    def fill(self, page: OrganisationPage, today: date) -> bool:
        if page.note.strip():
            self.rows.addWidget(WrappingLabel(shown_part(page.note)))
        return bool(page.note.strip())


def _about(person: Colleague, today: date) -> str:
    parts = [person.title, span_words(person.since, None)]
    parts.append(care_words(person.looked_after_by, ""))
    if person.last_contact_on is not None:
        ago = days_ago(person.last_contact_on, today)
        parts.append(filled(translate("organisations", "last contact %1"), ago))
    return " · ".join(part for part in parts if part)


def _verb(tie: Tie) -> str:
    if tie.looks_after:
        return translate("organisations", "looks after")
    if tie.covers:
        return translate("organisations", "covers")
    if tie.projects:
        return translate("organisations", "works with")
    return translate("organisations", "was in touch with")


def _besides(tie: Tie, today: date) -> str:
    parts = []
    if tie.projects == 1:
        parts.append(translate("organisations", "1 project together"))
    elif tie.projects:
        parts.append(translate("organisations", "%n projects together", tie.projects))
    if tie.contacts == 1:
        parts.append(translate("organisations", "1 contact together"))
    elif tie.contacts:
        parts.append(translate("organisations", "%n contacts together", tie.contacts))
    if tie.last_contact_on is None:
        parts.append(translate("organisations", "no contact yet"))
    else:
        ago = days_ago(tie.last_contact_on, today)
        parts.append(filled(translate("organisations", "last contact %1"), ago))
    return " · ".join(parts)
