"""Where a reminder leads to."""

from notebook.domain.referrals import Way
from notebook.domain.reminders import Source
from notebook.services.reminders.line import ReminderLine
from notebook.ui.navigator import CardPlace, Navigator, ReferralRequest, WizardRequest

_BY_PROJECT = {Source.DELIVERY, Source.PROGRESS_REPORT, Source.CHECK_IN}


def open_line(line: ReminderLine, navigator: Navigator) -> bool:
    """Open what a line is about; False for a reminder of the user's own about nobody."""
    if line.source is Source.OPEN_QUESTION:
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
