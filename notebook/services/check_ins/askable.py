"""Which projects one may ask about: what was agreed can be compared with what came of it."""

from notebook.domain.outcomes import may_check_in
from notebook.domain.projects import ProjectState
from notebook.errors import Refused
from notebook.services.draft import Draft
from notebook.services.draft_rows import read_draft
from notebook.services.phrases import filled
from notebook.services.project_outcome import outcome_of
from notebook.translate import translate


def askable(project_id: int) -> Draft:
    """Return what was agreed in a project.

    Raises Refused when it is gone, not agreed yet, or ended otherwise than delivered.
    """
    draft = read_draft(project_id)
    if draft.state is ProjectState.DRAFT or not draft.is_agreed:
        words = translate("check-ins", "%1 is not agreed yet, so there is nothing to compare with.")
        raise Refused(filled(words, draft.facts.name))
    outcome = outcome_of(project_id)
    ending = outcome.ending if outcome is not None else None
    if not may_check_in(ending, is_agreed=True):
        words = translate(
            "check-ins", "%1 ended without being delivered, so there is nothing to compare."
        )
        raise Refused(filled(words, draft.facts.name))
    return draft
