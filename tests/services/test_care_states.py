"""A running project with its check-ins, concerns and amendments, in whichever order things are done.

What may be done is said here a second time, in other words than in the program: what may not is
refused in a sentence and changes nothing, and a notebook that is opened anew holds what it should.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
)

from notebook.domain.check_ins import About, Grade
from notebook.domain.concerns import AFTER, ConcernStep, Standing
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.check_ins.sheet import CheckInDraft
from notebook.services.concerns import Answer, ConcernDraft, ConcernEntry, StepEntry
from notebook.services.draft import Entry, Said
from notebook.services.notebook import Notebook
from notebook.storage.care_tables import CheckIn, CheckInPlan, Concern
from notebook.storage.file import NotebookFile
from tests.services.notebook_machine import NotebookMachine, run
from tests.services.project_samples import TODAY, add_person, contacts_with, finish

DAY = timedelta(days=1)
ALL = frozenset(ConcernStep)
STEPS = (frozenset[ConcernStep](), frozenset({ConcernStep.HEARD}), ALL)
GRADES = st.lists(st.none() | st.sampled_from(Grade), min_size=1, max_size=3)
PLACES = st.integers(0, 3)


@dataclass
class KnownCheckIn:
    """A check-in as it should be."""

    draft: CheckInDraft
    is_draft: bool
    concern_id: int | None = None
    is_there: bool = True

    @property
    def below(self) -> set[tuple[About, str]]:
        """The answers that are below."""
        return {(line.about, line.expected) for line in self.draft.below}


@dataclass
class KnownConcern:
    """A concern as it should be."""

    opened_on: date
    owner_id: int | None
    project_id: int | None
    follow_up_on: date
    steps: dict[ConcernStep, date] = field(default_factory=dict)
    escalated_to_id: int | None = None
    followed_up_on: date | None = None
    closed_on: date | None = None
    is_there: bool = True

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.is_there and self.closed_on is None


class Care(NotebookMachine):
    """One agreed project of somebody whom one of two team members looks after."""

    def __init__(self, file: NotebookFile) -> None:
        super().__init__(file)
        self.today = TODAY
        self.project_id = finish(self.notebook)
        self.marta = self.notebook.drafts.read(self.project_id).facts.person_id
        self.team = [None, *(add_person(self.notebook, name) for name in ("Ines", "Kofi"))]
        self.plans = [row.id for row in CheckInPlan.select().order_by(CheckInPlan.id)]
        self.own_days: dict[int, date | None] = dict.fromkeys(self.plans)
        self.left_out: set[int] = set()
        self.check_ins: dict[int, KnownCheckIn] = {}
        self.concerns: dict[int, KnownConcern] = {}
        self.contacts = 0
        self.answers = {"disappointed": "The bill", "in-person": "When the scaffold goes up"}
        self.amended = 0

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, time(12, 0))

    def asked(self, plan_id: int) -> set[int]:
        """Return the check-ins that answer a plan."""
        return {
            key
            for key, each in self.check_ins.items()
            if each.draft.plan_id == plan_id and each.is_there and not each.is_draft
        }

    def any_check_in(self, place: int) -> tuple[int, KnownCheckIn]:
        return list(self.check_ins.items())[place % len(self.check_ins)]

    def any_concern(self, place: int) -> tuple[int, KnownConcern]:
        return list(self.concerns.items())[place % len(self.concerns)]

    def new_concern(self, concern_id: int, opened_on: date, project_id: int | None) -> None:
        self.concerns[concern_id] = KnownConcern(opened_on, None, project_id, opened_on + 7 * DAY)

    @rule(days=st.integers(1, 15))
    def time_passes(self, days: int) -> None:
        self.today += days * DAY

    @rule()
    def it_is_opened_anew(self) -> None:
        path = self.file.path
        self.file.close()
        self.file = NotebookFile(path)
        self.notebook = Notebook(self.file)

    @rule(
        grades=GRADES,
        place=st.sampled_from((None, 0, 0, 1)),
        ahead=st.integers(-3, 1),
        accepts=st.none() | st.booleans(),
    )
    def ask(
        self, grades: list[Grade | None], place: int | None, ahead: int, accepts: bool | None
    ) -> None:
        sheet = self.notebook.check_ins.sheet(self.project_id, self.today)
        plan_id = None if place is None else self.plans[place]
        draft = replace(sheet.draft, plan_id=plan_id, asked_on=self.today + ahead * DAY)
        self.save_check_in(graded(draft, grades), sheet.check_in_id, accepts)

    @precondition(lambda self: self.check_ins)
    @rule(grades=GRADES, place=PLACES, accepts=st.none() | st.booleans(), keeps=st.booleans())
    def correct(
        self, grades: list[Grade | None], place: int, accepts: bool | None, keeps: bool
    ) -> None:
        check_in_id, known = self.any_check_in(place)
        draft = known.draft if keeps else graded(known.draft, grades)
        self.save_check_in(replace(draft, more_words="More"), check_in_id, accepts)

    def save_check_in(
        self, draft: CheckInDraft, check_in_id: int | None, accepts: bool | None
    ) -> None:
        known = self.check_ins.get(check_in_id) if check_in_id is not None else None
        may = draft.grade is not None and draft.asked_on <= self.today
        may = may and (known is None or known.is_there)
        keeps_plan = known is not None and not known.is_draft
        keeps_plan = keeps_plan and known is not None and known.draft.plan_id == draft.plan_id
        if draft.plan_id is not None and not keeps_plan:
            may = may and not self.asked(draft.plan_id) - {check_in_id}
        saved: list[Any] = []

        def save() -> None:
            saved[:] = self.notebook.check_ins.save(draft, self.now, check_in_id, accepts=accepts)

        if not self.attempt(save, may=may):
            return
        changes, concern_id = saved
        self.contacts += known is None or known.is_draft
        before = known or KnownCheckIn(draft, is_draft=True)
        new = KnownCheckIn(draft, is_draft=False, concern_id=before.concern_id)
        was_below = set() if before.is_draft else before.below
        self.follow(new, was_below, concern_id, changes.new_id, accepts)
        self.check_ins[changes.new_id] = new

    def follow(
        self,
        new: KnownCheckIn,
        was_below: set[tuple[About, str]],
        concern_id: int | None,
        check_in_id: int,
        accepts: bool | None,
    ) -> None:
        """Let become of the concern what should."""
        own = self.concerns.get(new.concern_id or 0)
        if own is not None and own.is_there:
            assert concern_id == new.concern_id or (accepts and concern_id is None)
            if own.closed_on is not None:
                if new.below - was_below and accepts is not False:
                    own.closed_on = own.followed_up_on = None
                    own.follow_up_on = self.today + 7 * DAY
            elif not new.below and accepts and not self.needed_by_others(new, check_in_id):
                own.is_there = False
            return
        wanted = accepts if accepts is not None else not was_below
        if not new.below or not wanted:
            assert concern_id is None
            return
        assert concern_id is not None
        new.concern_id = concern_id
        opened = {key for key, each in self.concerns.items() if each.is_open and each.project_id}
        assert (concern_id in opened) == bool(opened)
        if not opened:
            self.new_concern(concern_id, new.draft.asked_on, self.project_id)

    def needed_by_others(self, new: KnownCheckIn, check_in_id: int) -> bool:
        return any(
            each.concern_id == new.concern_id and each.below and each.is_there
            for key, each in self.check_ins.items()
            if key != check_in_id and not each.is_draft
        )

    @rule(grades=GRADES)
    def lay_aside(self, grades: list[Grade | None]) -> None:
        sheet = self.notebook.check_ins.sheet(self.project_id, self.today)
        draft = graded(sheet.draft, grades)
        saved: list[Any] = []

        def keep() -> None:
            saved.append(self.notebook.check_ins.keep(draft, sheet.check_in_id))

        self.attempt(keep, may=True)
        key = saved[-1].new_id if sheet.check_in_id is None else sheet.check_in_id
        self.check_ins[key] = KnownCheckIn(draft, is_draft=True)

    @precondition(lambda self: self.check_ins)
    @rule(place=PLACES)
    def a_check_in_goes(self, place: int) -> None:
        key, known = self.any_check_in(place)
        if self.attempt(lambda: self.notebook.check_ins.trash(key), may=known.is_there):
            known.is_there = False

    @precondition(lambda self: self.check_ins)
    @rule(place=PLACES)
    def a_check_in_comes_back(self, place: int) -> None:
        key, known = self.any_check_in(place)
        restore = self.notebook.upkeep.restore
        if self.attempt(lambda: restore("check_in", key), may=not known.is_there):
            known.is_there = True

    @rule(place=st.integers(0, 2), ahead=st.none() | st.integers(-2, 30))
    def move(self, place: int, ahead: int | None) -> None:
        plan, day = self.plans[place], None if ahead is None else self.today + ahead * DAY
        may = not self.asked(plan) and (ahead is None or ahead >= 0)
        plans = self.notebook.check_ins.plans
        if self.attempt(lambda: plans.move(plan, day, self.today), may=may):
            self.own_days[plan] = day
            self.left_out.discard(plan)

    @rule(place=st.integers(0, 2), out=st.booleans())
    def leave_out_or_take_up(self, place: int, out: bool) -> None:
        plan, plans = self.plans[place], self.notebook.check_ins.plans
        do = plans.leave_out if out else plans.take_up
        if self.attempt(lambda: do(plan), may=not self.asked(plan)):
            (self.left_out.add if out else self.left_out.discard)(plan)

    @rule(text=st.sampled_from(("", "The noise")), on_project=st.booleans())
    def something_goes_wrong(self, text: str, on_project: bool) -> None:
        project_id = self.project_id if on_project else None
        made: list[int] = []

        def open_one() -> None:
            draft = ConcernDraft(self.marta, text, project_id)
            made.append(self.notebook.concerns.open(draft, self.today).new_id)

        if self.attempt(open_one, may=bool(text)):
            self.new_concern(made[0], self.today, project_id)

    @precondition(lambda self: self.concerns)
    @rule(
        place=PLACES,
        done=st.sampled_from(STEPS) | st.sets(st.sampled_from(ConcernStep)),
        owner=st.integers(0, 2),
        escalated=st.integers(0, 2),
        follow_up=st.none() | st.integers(-2, 9),
        answer=st.sampled_from(Answer),
        closing=st.booleans(),
        on_project=st.booleans(),
    )
    def set_right(
        self,
        place: int,
        done: set[ConcernStep],
        owner: int,
        escalated: int,
        follow_up: int | None,
        answer: Answer,
        closing: bool,
        on_project: bool,
    ) -> None:
        key, known = self.any_concern(place)
        entry = ConcernEntry(
            "The noise",
            {step: StepEntry(step in done) for step in ConcernStep},
            self.team[owner],
            self.team[escalated],
            known.follow_up_on if follow_up is None else self.today + follow_up * DAY,
            answer,
            project_id=self.project_id if on_project else None,
        )
        self.save_concern(key, known, entry, closing)

    @precondition(lambda self: self.concerns)
    @rule(place=PLACES, text=st.sampled_from(("The noise", "The dust")))
    def say_it_otherwise(self, place: int, text: str) -> None:
        key, known = self.any_concern(place)
        self.save_concern(key, known, replace(self.entry_of(known), text=text), closing=False)

    @precondition(lambda self: self.concerns)
    @rule(place=PLACES, closing=st.booleans())
    def set_all_of_it_right(self, place: int, closing: bool) -> None:
        key, known = self.any_concern(place)
        done = dict.fromkeys(ConcernStep, StepEntry(is_done=True))
        entry = replace(self.entry_of(known), steps=done, answer=Answer.RIGHT)
        self.save_concern(key, known, entry, closing)

    def entry_of(self, known: KnownConcern) -> ConcernEntry:
        return ConcernEntry(
            "The noise",
            {step: StepEntry(step in known.steps) for step in ConcernStep},
            known.owner_id,
            known.escalated_to_id,
            known.follow_up_on,
            Answer.RIGHT if known.followed_up_on is not None else Answer.NOT_ASKED,
            project_id=known.project_id,
        )

    def save_concern(
        self, key: int, known: KnownConcern, entry: ConcernEntry, closing: bool
    ) -> None:
        may = self.may_save(known, entry, closing)
        save = self.notebook.concerns.save
        if not self.attempt(lambda: save(key, entry, self.now, closing=closing), may=may):
            return
        is_right = entry.answer is Answer.RIGHT
        self.contacts += known.followed_up_on is None and entry.answer is not Answer.NOT_ASKED
        known.steps = {
            step: known.steps.get(step, self.today)
            for step, each in entry.steps.items()
            if each.is_done
        }
        known.owner_id, known.escalated_to_id = entry.owner_id, entry.escalated_to_id
        known.follow_up_on = cast("date", entry.follow_up_on)
        known.followed_up_on = (known.followed_up_on or self.today) if is_right else None
        known.closed_on = self.today if closing else None
        known.project_id = entry.project_id

    def may_save(self, known: KnownConcern, entry: ConcernEntry, closing: bool) -> bool:
        done = {step for step, each in entry.steps.items() if each.is_done}
        day = entry.follow_up_on
        is_right = entry.answer is Answer.RIGHT
        asked_again = entry.answer is not Answer.NOT_YET or (day is not None and day > self.today)
        same_day = day == known.follow_up_on and entry.answer is not Answer.NOT_YET
        return (
            known.is_open
            and all(AFTER[step] in done for step in done if step in AFTER)
            and (entry.escalated_to_id is None or entry.escalated_to_id != entry.owner_id)
            and (same_day or (day is not None and day >= known.opened_on))
            and asked_again
            and (not is_right or done == ALL)
            and (not closing or is_right)
        )

    @precondition(lambda self: self.concerns)
    @rule(place=PLACES)
    def it_comes_back(self, place: int) -> None:
        key, known = self.any_concern(place)
        may = known.is_there and known.closed_on is not None
        if self.attempt(lambda: self.notebook.concerns.reopen(key, self.today), may=may):
            known.closed_on = known.followed_up_on = None
            known.follow_up_on = self.today + 7 * DAY

    @precondition(lambda self: self.concerns)
    @rule(place=PLACES)
    def a_concern_goes(self, place: int) -> None:
        key, known = self.any_concern(place)
        if self.attempt(lambda: self.notebook.concerns.trash(key), may=known.is_there):
            known.is_there = False

    @precondition(lambda self: self.concerns)
    @rule(place=PLACES)
    def a_concern_is_restored(self, place: int) -> None:
        key, known = self.any_concern(place)
        restore = self.notebook.upkeep.restore
        if self.attempt(lambda: restore("concern", key), may=not known.is_there):
            known.is_there = True

    @rule(
        key=st.sampled_from(("disappointed", "in-person", "responsibilities", "nobody asks")),
        text=st.sampled_from(("", " ", "The noise", "The bill")),
        ahead=st.integers(-9, 1),
    )
    def agree_anew(self, key: str, text: str, ahead: int) -> None:
        new = AmendmentDraft(Entry({key: Said(text=text)}), None, self.today + ahead * DAY)
        is_new = bool(text.strip()) and self.answers.get(key) != text
        may = key in self.answers and is_new and ahead <= 0
        amend = self.notebook.amendments.amend
        if self.attempt(lambda: amend(self.project_id, key, new, self.today), may=may):
            self.answers[key] = text
            self.amended += 1

    @invariant()
    def check_ins_are_as_they_were_asked(self) -> None:
        rows = {row.id: row for row in CheckIn.select()}
        assert set(rows) == set(self.check_ins)
        for key, known in self.check_ins.items():
            assert (rows[key].deleted_at is None, rows[key].is_draft) == (
                known.is_there,
                known.is_draft,
            )
            assert rows[key].concern_id == known.concern_id
            if known.is_there:
                assert self.notebook.check_ins.saved(key).draft == known.draft
        counted = [each for each in self.check_ins.values() if each.is_there and not each.is_draft]
        assert len(self.notebook.check_in_history.of_project(self.project_id, 99)) == len(counted)

    @invariant()
    def plans_are_as_they_were_made(self) -> None:
        for plan in self.notebook.check_ins.plans.of_project(self.project_id, self.today):
            assert (plan.check_in_id is not None) == bool(self.asked(plan.id))
            assert plan.is_left_out == (plan.id in self.left_out)
            assert plan.has_own_day == (self.own_days[plan.id] is not None)
            if plan.has_own_day:
                assert plan.due_on == self.own_days[plan.id]

    @invariant()
    def concerns_are_as_far_as_they_came(self) -> None:
        assert {row.id for row in Concern.select()} == set(self.concerns)
        for key, known in self.concerns.items():
            if known.is_there:
                page = self.notebook.concerns.page(key, self.today)
                assert page.standing == Standing(
                    known.opened_on,
                    known.steps,
                    known.owner_id,
                    known.escalated_to_id,
                    known.follow_up_on,
                    known.followed_up_on,
                    known.closed_on,
                )
                assert page.project_id == known.project_id
        card = self.notebook.cards.card(self.marta, self.today)
        there = {key: each for key, each in self.concerns.items() if each.is_there}
        is_open = {key for key, each in there.items() if each.is_open}
        assert {line.id for line in card.open_concerns} == is_open
        assert {line.id for line in card.closed_concerns} == set(there) - is_open

    @invariant()
    def each_contact_is_logged_once(self) -> None:
        assert contacts_with(self.notebook, self.marta) == self.contacts

    @invariant()
    def the_agreement_is_what_was_said_last(self) -> None:
        answers = self.notebook.drafts.read(self.project_id).answers
        assert {key: answers[key].text for key in self.answers} == self.answers
        assert len(amendments_of(self.project_id)) == self.amended


def graded(draft: CheckInDraft, grades: list[Grade | None]) -> CheckInDraft:
    """Grade the first lines."""
    first = [replace(line, grade=grade) for line, grade in zip(draft.lines, grades, strict=False)]
    return replace(draft, lines=(*first, *draft.lines[len(first) :]))


def test_care_makes_sense_whatever_is_done(template: Path) -> None:
    run(Care, template, examples=20, steps=40)
