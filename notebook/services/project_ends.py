"""What ends with a project by itself, so that it is said before the project is closed."""

from dataclasses import dataclass
from datetime import date

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.projects import ProjectState
from notebook.services.check_ins.plans import plans_of
from notebook.services.check_ins.words import occasion_phrase
from notebook.services.draft_rows import read_draft
from notebook.services.phrases import filled
from notebook.services.project_lines import delivery_lines
from notebook.services.project_words import how_often
from notebook.services.report_plans import report_plan_of
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class EndsWithIt:
    """Sentences about what nobody will be reminded of any more."""

    deliveries: tuple[str, ...] = ()
    check_ins: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def besides(self) -> tuple[str, ...]:
        """All of them but what is not delivered."""
        return (*self.check_ins, *self.reports, *self.questions)

    @property
    def lines(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.deliveries, *self.besides)


def what_ends(database: Database, project_id: int, today: date) -> EndsWithIt:
    """Return what ends when a project is closed `today`; nothing before it is agreed."""
    draft = read_draft(project_id)
    if not draft.is_agreed:
        return EndsWithIt()
    open_plans = [plan for plan in plans_of(database, project_id, today) if plan.is_open]
    open_lines = [line for line in delivery_lines(project_id) if line.delivered_on is None]
    goes_on = draft.state is not ProjectState.DELIVERED or bool(open_lines)
    report = report_plan_of(draft, draft.agreed_on or today) if goes_on else None
    left_open = len(draft.left_open)
    return EndsWithIt(
        deliveries=tuple(
            filled(translate("ends", "Not delivered: %1"), line.title) for line in open_lines
        ),
        check_ins=tuple(
            filled(
                translate("ends", "Check-in %1"),
                _with_day(occasion_phrase(plan.occasion), plan.due_on, today),
            )
            for plan in open_plans
        ),
        reports=(
            (filled(translate("ends", "Progress report %1"), how_often(report.rhythm)),)
            if report
            else ()
        ),
        questions=(_questions(left_open),) if left_open else (),
    )


def _questions(count: int) -> str:
    if count == 1:
        return translate("ends", "1 question that was left open")
    return translate("ends", "%n questions that were left open", count)


def _with_day(words: str, day: date | None, today: date) -> str:
    if day is None:
        return words
    return filled(translate("ends", "%1, %2"), words, day_month(day, today))
