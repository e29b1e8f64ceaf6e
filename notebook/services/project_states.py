"""Which state of a project may follow which, and what each is called."""

from datetime import date

from notebook.domain.projects import ProjectState, may_become
from notebook.errors import Refused
from notebook.services.draft_rows import read_draft
from notebook.services.phrases import filled
from notebook.services.report_plans import report_plan_of
from notebook.services.words import state_word
from notebook.storage.tables import Project
from notebook.translate import translate

_NEEDS_AGREEMENT = {ProjectState.AGREED, ProjectState.UNDER_WAY, ProjectState.DELIVERED}


def states_after(state: ProjectState, *, is_agreed: bool) -> tuple[ProjectState, ...]:
    """Return what a project may be set to by hand; only the wizard makes the agreement."""
    return tuple(
        new
        for new in ProjectState
        if may_become(state, new) and (is_agreed or new not in _NEEDS_AGREEMENT)
    )


def refuse_state(project: Project, new: ProjectState) -> None:
    """Raise Refused where a project can't be set to a state by hand; the end has an outcome."""
    if new is ProjectState.CLOSED:
        text = translate("projects", "Say how {name} ended. Then it is closed.")
        raise Refused(text.format(name=project.name))
    if new not in states_after(project.state, is_agreed=project.agreed_on is not None):
        raise Refused(_why_not(project, new))


def state_label(project: Project, new: ProjectState, *, is_open: bool) -> str:
    """Say the new state, and that reports end with it where nothing is left to report on."""
    words = translate("projects", "%1 is now: %2")
    is_reopened = project.state is ProjectState.CLOSED
    if new is ProjectState.DELIVERED and not is_open and not is_reopened:
        draft = read_draft(project.id)
        if report_plan_of(draft, draft.agreed_on or date.min) is not None:
            words = translate("projects", "%1 is now: %2. Its progress reports end")
    return filled(words, project.name, state_word(new))


def _why_not(project: Project, new: ProjectState) -> str:
    if project.agreed_on is None and new in _NEEDS_AGREEMENT:
        text = translate("projects", "{name} is not agreed yet. Finish its questions first.")
        return text.format(name=project.name)
    text = translate("projects", "{name} is {state} and can’t become {new} from there.")
    return text.format(name=project.name, state=_within(project.state), new=_within(new))


def _within(state: ProjectState) -> str:
    return translate("projects", "“{state}”").format(state=state_word(state))
