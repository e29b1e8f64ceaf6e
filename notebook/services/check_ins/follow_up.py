"""What follows from a check-in for its concern: opened, joined, handed on, or taken away."""

from datetime import date

from notebook.domain.check_ins import About
from notebook.domain.concern_offers import ConcernFacts, Offer
from notebook.services.check_ins.sheet import CheckInDraft, SheetLine
from notebook.services.check_ins.words import about_word
from notebook.services.concerns import ConcernDraft, Concerns
from notebook.services.phrases import filled
from notebook.storage.care_tables import CheckIn
from notebook.translate import translate


class FollowUp:
    """Does what a check-in offers about its concern."""

    def __init__(self, concerns: Concerns) -> None:
        """Open and change these concerns."""
        self._concerns = concerns

    def __call__(
        self,
        row: CheckIn,
        draft: CheckInDraft,
        facts: ConcernFacts,
        today: date,
        *,
        accepts: bool | None,
    ) -> int | None:
        """Do what is offered, if it is wanted; return the concern that there is then."""
        offer = facts.offer(draft.what_is_below, draft.person_id)
        wanted = accepts if accepts is not None or offer is None else facts.is_usual(offer)
        if offer is None or not wanted:
            return self._left_as_it_is(row, draft, facts)
        match offer:
            case Offer.OPEN:
                row.amend(concern_id=self._opened(draft))
            case Offer.JOIN:
                row.amend(concern_id=facts.open_ids[draft.person_id])
            case Offer.MOVE:
                self._concerns.move(_own(facts), draft.person_id)
            case Offer.REOPEN:
                if facts.is_of_another(draft.person_id):
                    self._concerns.move(_own(facts), draft.person_id)
                self._concerns.reopen(_own(facts), today)
            case Offer.TAKE_AWAY:
                self._concerns.trash(_own(facts))
                return None
        return row.concern_id

    def _left_as_it_is(self, row: CheckIn, draft: CheckInDraft, facts: ConcernFacts) -> int | None:
        if facts.id is None or facts.is_own(draft.person_id):
            return facts.id
        row.amend(concern_id=None)
        return None

    def _opened(self, draft: CheckInDraft) -> int:
        text = "\n".join(_complaint(line) for line in draft.below)
        opened = ConcernDraft(draft.person_id, text, draft.project_id)
        return self._concerns.open(opened, draft.asked_on).new_id


def _own(facts: ConcernFacts) -> int:
    assert facts.id is not None, "this is offered only where there is a concern"
    return facts.id


def _complaint(line: SheetLine) -> str:
    """Return an answer below expected as the words of a concern."""
    expected = " ".join(line.expected.split())
    title = expected if line.about is About.RAVE_REVIEW else about_word(line.about)
    said = line.said_today.strip() or (expected if line.about is not About.RAVE_REVIEW else "")
    return filled(translate("check-ins", "%1: %2"), title, said) if said else title
