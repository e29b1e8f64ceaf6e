"""Where a screen asks to go; the main window takes it there. No page knows another page."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from notebook.domain.moments import Channel
from notebook.domain.projects import ProjectState
from notebook.domain.referrals import Way
from notebook.domain.reminders import Occurrence


@dataclass(frozen=True, slots=True)
class LogRequest:
    """A contact to be logged, as far as it is known already.

    `answers` is the reminder that is done once it is logged, `planned_id` the plan that becomes the
    contact. `is_to_come` asks for a plan instead. `offering_id` is what they are told of.
    """

    person_ids: tuple[int, ...] = ()
    channel: Channel | None = None
    project_id: int | None = None
    text: str = ""
    answers: Occurrence | None = None
    planned_id: int | None = None
    is_to_come: bool = False
    offering_id: int | None = None


@dataclass(frozen=True, slots=True)
class WizardRequest:
    """A project's questions: a new project (for a person), or one to go on with (at a question)."""

    project_id: int | None = None
    person_id: int | None = None
    question_key: str = ""


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place on a person's card: a contact in the timeline, a promise, a need, a referral."""

    person_id: int
    moment_id: int | None = None
    promise_id: int | None = None
    need_id: int | None = None
    referral_id: int | None = None


@dataclass(frozen=True, slots=True)
class ProjectPlace:
    """A place in a project: the overview, or the agreement."""

    project_id: int
    agreement: bool = False


@dataclass(frozen=True, slots=True)
class AmendRequest:
    """What was agreed to a question of a project, to be agreed anew."""

    project_id: int
    question_key: str


@dataclass(frozen=True, slots=True)
class StateRequest:
    """A project that has come so far."""

    project_id: int
    state: ProjectState


@dataclass(frozen=True, slots=True)
class CheckInRequest:
    """A project whose customer is to be asked; or a check-in that was saved before, to be corrected."""

    project_id: int
    plan_id: int | None = None
    check_in_id: int | None = None


@dataclass(frozen=True, slots=True)
class NeedRequest:
    """A need of a person to be written down, as told in a contact; or one to be changed."""

    person_id: int
    need_id: int | None = None
    text: str = ""
    told_on: date | None = None
    moment_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReferralRequest:
    """A referral of a person to be written down, to us or by us; or one to be changed."""

    person_id: int
    way: Way = Way.TO_US
    referral_id: int | None = None


@dataclass(frozen=True, slots=True)
class IdeaRequest:
    """An idea that would do a person good, to be written down or changed."""

    person_id: int | None
    idea_id: int | None = None


class Navigator(QObject):
    """Requests of pages, panel and dialogs.

    Signals:
        person_requested(int), project_requested(int): show this card or project.
        person_edit_requested(int | None): edit this person, or a new one.
        brief_requested(int): show the brief of this person.
        meeting_brief_requested(int): show the brief of everybody in this planned moment.
        warmth_requested(int): why it is as warm as it is with this person.
        history_requested(int): what happened to the card of this person.
        person_export_requested(int), erase_requested(int): write out or erase all about this person.
        log_requested(LogRequest): open the log, prefilled.
        wizard_requested(WizardRequest): open the expectations wizard.
        reminder_requested(int | None, int | None): write an own reminder for a person, a project.
        own_reminder_requested(int): change this own reminder.
        check_in_requested(CheckInRequest): open the sheet of a check-in.
        move_requested(int): give this delivery another day.
        delivery_answer_requested(int): ask whether this delivery suits.
        delivery_said(int): they know by now that this delivery was moved.
        amend_requested(AmendRequest): change what was agreed.
        report_requested(int): tell the customer of this project how it goes.
        close_requested(int), outcome_requested(int): close this project, or say how it ended.
        state_requested(StateRequest): this project has come so far.
        promise_requested(int | None, int | None): write a promise down, with a person, in a project.
        promise_correction_requested(int): correct the words of this promise.
        promise_move_requested(ids): give these promises another day.
        promise_given_up(ids): close these promises as not kept.
        promise_said(ids): the other side knows by now what became of these promises.
        concern_requested(int): open this concern.
        new_concern_requested(int, int | None): something went wrong for a person, in a project.
        organisation_requested(int): show this organisation.
        new_organisation_requested(): add one.
        organisation_edit_requested(int), merge_requested(int): change it, or merge it with another.
        colleague_requested(int): add somebody to this organisation.
        employer_requested(int): this person is somewhere else now.
        handover_requested(int | None): one of us (whom, if it is known) hands over.
        handover_sheet_requested(int, int | None): the sheet about whom the first looks after, for
            the second.
        import_requested(): bring people in from a file.
        checklists_requested(str): change this checklist, or show all of them for an empty key.
        search_requested(): search everything.
        groups_requested(): show all groups.
        group_requested(GroupName): show the people of this group.
        join_requested(ids), rhythm_requested(ids), pause_requested(ids), resume_requested(ids),
            contact_file_requested(ids): add these people to a group, say how often they hear from
            us, let that rest or go on, write them into a file.
        people_view_requested(FilterLine): show in the list of people whom this finds.
        people_requested(str): show in the list of people whom this text finds.
        fit_check_requested(int): say how we and this person fit.
        referral_requested(int): write down to whom this person is referred.
        related_requested(int, RelatedLine | None): somebody around this person, known or new.
        related_card_requested(RelatedLine): give somebody around a person a card.
        photo_requested(int, Path | None): the photo of this person, from a file (None: ask for it).
        photo_paste_requested(int), photo_removed(int): the same from the clipboard, or none at all.
        place_requested(CardPlace | ProjectPlace): show this place.
        offering_requested(int | None): show this offering, or write a new one.
        need_requested(NeedRequest): write a need down, or change it.
        idea_requested(IdeaRequest): write an idea down, or change it.
        referral_edit_requested(ReferralRequest): write a referral down, or change it.
        referral_picture_requested(int | None): show who sent whom, from this person on.
        area_requested(str): show this area.
        person_merge_requested(int, int): compare these two people, who may be one.
    """

    person_requested = Signal(object)
    project_requested = Signal(object)
    person_edit_requested = Signal(object)
    brief_requested = Signal(object)
    meeting_brief_requested = Signal(object)
    warmth_requested = Signal(object)
    history_requested = Signal(object)
    person_export_requested = Signal(object)
    erase_requested = Signal(object)
    log_requested = Signal(object)
    wizard_requested = Signal(object)
    reminder_requested = Signal(object, object)
    own_reminder_requested = Signal(object)
    check_in_requested = Signal(object)
    move_requested = Signal(object)
    delivery_answer_requested = Signal(object)
    delivery_said = Signal(object)
    amend_requested = Signal(object)
    report_requested = Signal(object)
    close_requested = Signal(object)
    outcome_requested = Signal(object)
    state_requested = Signal(object)
    promise_requested = Signal(object, object)
    promise_correction_requested = Signal(object)
    promise_move_requested = Signal(object)
    promise_given_up = Signal(object)
    promise_said = Signal(object)
    concern_requested = Signal(object)
    new_concern_requested = Signal(object, object)
    organisation_requested = Signal(object)
    new_organisation_requested = Signal()
    organisation_edit_requested = Signal(object)
    merge_requested = Signal(object)
    colleague_requested = Signal(object)
    employer_requested = Signal(object)
    handover_requested = Signal(object)
    handover_sheet_requested = Signal(object, object)
    import_requested = Signal()
    checklists_requested = Signal(str)
    search_requested = Signal()
    groups_requested = Signal()
    group_requested = Signal(object)
    join_requested = Signal(object)
    rhythm_requested = Signal(object)
    pause_requested = Signal(object)
    resume_requested = Signal(object)
    contact_file_requested = Signal(object)
    people_view_requested = Signal(object)
    people_requested = Signal(str)
    fit_check_requested = Signal(object)
    referral_requested = Signal(object)  # int: write down to whom this person is referred
    related_requested = Signal(object, object)
    related_card_requested = Signal(object)
    photo_requested = Signal(object, object)
    photo_paste_requested = Signal(object)
    photo_removed = Signal(object)
    place_requested = Signal(object)
    offering_requested = Signal(object)
    need_requested = Signal(object)
    idea_requested = Signal(object)
    referral_edit_requested = Signal(object)
    referral_picture_requested = Signal(object)
    area_requested = Signal(str)
    person_merge_requested = Signal(object, object)
