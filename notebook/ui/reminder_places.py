"""Where a reminder leads to."""

from notebook.domain.referrals import Way
from notebook.domain.reminders import Occurrence, Source
from notebook.services.reminders.line import ReminderLine
from notebook.ui.navigator import (
    CardPlace,
    CheckInRequest,
    LogRequest,
    Navigator,
    ReferralRequest,
    WizardRequest,
)

_BY_PROJECT = {Source.DELIVERY, Source.PROGRESS_REPORT, Source.CHECK_IN}


def open_line(line: ReminderLine, navigator: Navigator) -> bool:
    """Open what a line is about; False for a reminder of the user's own about nobody."""
    if line.deliverable_id is not None:
        navigator.delivery_answer_requested.emit(line.deliverable_id)
    elif line.source is Source.OPEN_QUESTION:
        navigator.wizard_requested.emit(
            WizardRequest(project_id=line.project_id, question_key=line.question_key)
        )
    elif line.source is Source.CONCERN:
        navigator.concern_requested.emit(line.subject_id)
    elif line.source is Source.REFERRAL_FOLLOW_UP and line.person_id is not None:
        navigator.referral_edit_requested.emit(
            ReferralRequest(line.person_id, Way.BY_US, line.subject_id)
        )
    elif line.source is Source.PLANNED and line.person_id is not None:
        place = CardPlace(line.person_id, moment_id=line.subject_id)
        navigator.place_requested.emit(place)
    elif line.project_id is not None and (line.source in _BY_PROJECT or not line.person_id):
        navigator.project_requested.emit(line.project_id)
    elif line.person_id is not None:
        navigator.person_requested.emit(line.person_id)
    else:
        return False
    return True


def log_line(line: ReminderLine, navigator: Navigator) -> None:
    """Open the log for a line, prefilled; a contact that makes it done answers it."""
    if line.source is Source.PLANNED:
        navigator.log_requested.emit(LogRequest(planned_id=line.subject_id))
    elif line.person_id is not None:
        occurrence = Occurrence(line.source, line.subject_id, line.occurrence)
        navigator.log_requested.emit(
            LogRequest(
                person_ids=(line.person_id,),
                channel=line.channel,
                project_id=line.project_id,
                answers=occurrence if line.contact_like else None,
            )
        )


def finish_line(line: ReminderLine, navigator: Navigator) -> None:
    """Open what makes a line done that is not done at once: the log, the check-in, the question."""
    if line.contact_like or line.source is Source.PLANNED:
        log_line(line, navigator)
    elif line.source is Source.CHECK_IN and line.project_id is not None:
        navigator.check_in_requested.emit(CheckInRequest(line.project_id, plan_id=line.subject_id))
    else:
        open_line(line, navigator)
