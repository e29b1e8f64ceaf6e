"""Card, list and brief know of check-ins and concerns."""

from datetime import date, timedelta

from notebook.domain.check_ins import Grade
from notebook.domain.warmth import ReasonKind, Warmth
from notebook.services.brief_page import BriefPart, as_text
from notebook.services.concerns import ConcernDraft
from notebook.services.notebook import Notebook
from notebook.services.warmth_reasons import reason_sentence
from tests.services.check_ins.helpers import agreed, grade_all, set_right

DAY = timedelta(days=1)


def marta(notebook: Notebook, project_id: int) -> int:
    return notebook.drafts.read(project_id).facts.person_id


def warmth(notebook: Notebook, person_id: int, today: date) -> Warmth:
    """Return the warmth, the same on card and list."""
    card = notebook.cards.card(person_id, today)
    (line,) = notebook.people_list.lines([person_id], today)
    assert line.warmth is card.warmth.state
    return card.warmth.state


def test_a_card_shows_the_last_check_in(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    person_id = marta(notebook, project_id)
    card = notebook.cards.card(person_id, today)
    assert (card.check_in_count, card.last_check_in, card.open_concerns) == (0, None, ())
    grade_all(notebook, project_id, on=today - 12 * DAY, updates=("Quiet weeks", Grade.ABOVE))
    grade_all(notebook, project_id, on=today - 20 * DAY)
    card = notebook.cards.card(person_id, today)
    assert card.check_in_count == 2
    assert card.last_check_in is not None
    assert card.last_check_in.asked_on == today - 12 * DAY
    assert card.last_check_in.words == "Quiet weeks"
    assert warmth(notebook, person_id, today) is Warmth.WARM


def test_a_check_in_below_is_at_risk_until_it_is_set_right(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    person_id = marta(notebook, project_id)
    grade_all(notebook, project_id, updates=("Quiet weeks", Grade.BELOW))
    assert warmth(notebook, person_id, today) is Warmth.AT_RISK
    card = notebook.cards.card(person_id, today)
    assert [reason.kind for reason in card.warmth.reasons][:2] == [
        ReasonKind.OPEN_CONCERNS,
        ReasonKind.BELOW_EXPECTED,
    ]
    (concern,) = card.open_concerns
    set_right(notebook, concern.id, today)
    assert notebook.cards.card(person_id, today).open_concerns == ()
    assert warmth(notebook, person_id, today) is Warmth.WARM
    notebook.concerns.reopen(concern.id, today)
    assert warmth(notebook, person_id, today) is Warmth.AT_RISK


def test_a_better_check_in_takes_the_place_of_a_bad_one(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    person_id = marta(notebook, project_id)
    grade_all(notebook, project_id, Grade.BELOW, on=today - DAY)
    concern = notebook.cards.card(person_id, today).open_concerns[0]
    notebook.concerns.trash(concern.id)
    assert warmth(notebook, person_id, today) is Warmth.AT_RISK
    grade_all(notebook, project_id)
    assert warmth(notebook, person_id, today) is Warmth.WARM
    notebook.upkeep.undo()
    notebook.projects.trash(project_id)
    assert warmth(notebook, person_id, today) is Warmth.WARM


def test_what_is_laid_aside_counts_for_nothing(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    sheet = notebook.check_ins.sheet(project_id, today)
    notebook.check_ins.keep(sheet.draft, None)
    card = notebook.cards.card(marta(notebook, project_id), today)
    assert (card.check_in_count, card.last_check_in) == (0, None)


def test_the_brief_says_how_it_went_and_what_is_open(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    person_id = marta(notebook, project_id)
    grade_all(notebook, project_id, on=today - 12 * DAY, updates=("Love it", Grade.ABOVE))
    notebook.concerns.open(ConcernDraft(person_id, "The bill & <b>x</b>", project_id), today)
    brief = notebook.briefs.brief(person_id, today)
    standing = next(each for each in brief.left if each.part is BriefPart.STANDING)
    assert [(line.tag, line.tone, line.text) for line in standing.lines] == [
        ("Concern", "bad", "To be heard: The bill & <b>x</b> (since 22 Nov)"),
        ("As expected", "ok", "Check-in 10 Nov: “Love it”"),
    ]
    assert standing.more == 0, "its contact is the check-in"
    assert "[Concern] To be heard: The bill" in as_text(brief)


def test_several_concerns_are_counted(notebook: Notebook, today: date) -> None:
    person_id = marta(notebook, agreed(notebook))
    for text in ("The bill", "The noise"):
        notebook.concerns.open(ConcernDraft(person_id, text), today)
    reasons = notebook.cards.card(person_id, today).warmth.reasons
    assert reason_sentence(reasons[0], today) == "2 concerns are open"
