"""What somebody does with a line of the panel: done, skipped, put off, answered, or left alone."""

from dataclasses import replace
from datetime import date, timedelta

from notebook.domain.check_ins import Grade
from notebook.domain.concerns import ConcernStep
from notebook.domain.moments import Channel, Direction
from notebook.domain.reminders import Occurrence, Source
from notebook.services.concerns import Answer, ConcernEntry, StepEntry
from notebook.services.draft import Entry, Said
from notebook.services.moments import MomentDraft
from notebook.services.reminders.line import ReminderLine
from notebook.storage.tables import Answer as AnswerRow
from tests.services.reminders.year.life import Life
from tests.services.reminders.year.projects import Work

DAY = timedelta(days=1)
_BY_TEXT = {"disappointed", "in-person", "responsibilities"}


class Handling:
    """Works on lines; the model hears what each means in its own words."""

    def __init__(self, life: Life) -> None:
        self.life = life

    @property
    def today(self) -> date:
        return self.life.today

    def handle(self, line: ReminderLine) -> None:
        """Do something about a line that is due; nothing, now and then."""
        deed = self.life.random.choice(("done", "done", "done", "skip", "snooze", "leave", "leave"))
        if deed == "done":
            self.finish(line)
        elif deed == "skip":
            self.skip(line)
        elif deed == "snooze":
            self.snooze(line)

    def finish(self, line: ReminderLine) -> None:
        """Make it done, in the way of its source."""
        match line.source:
            case Source.PLANNED if line.occurrence > self.today:
                return
            case Source.KEEP_IN_TOUCH:
                self._log(line)
            case Source.BIRTHDAY if line.contact_like and self.life.random.random() < 0.5:
                self._log(line)
            case Source.PROGRESS_REPORT if self.life.random.random() < 0.7:
                self._log(line)
            case Source.CHECK_IN:
                self._ask(line)
            case Source.CONCERN if self.life.random.random() < 0.4:
                self._close(line)
            case Source.OPEN_QUESTION if self._key(line) in _BY_TEXT:
                self._answer(line)
            case _:
                self.life.notebook.reminders.done(line, self.today)
                self._is_done(line)

    def skip(self, line: ReminderLine) -> None:
        """Let it go this time."""
        self.life.notebook.reminders.skip(line, self.today)
        model, subject = self.life.model, line.subject_id
        match line.source:
            case Source.PLANNED:
                del model.meetings[subject]
            case Source.OWN:
                model.own[subject].settle(max(line.occurrence, self.today))
            case Source.KEEP_IN_TOUCH:
                model.skip_turn(subject, self.today)
            case Source.PROGRESS_REPORT:
                self._covered(model.projects[subject])
            case Source.CHECK_IN:
                self._plan(line)[0].plans[subject].is_over = True
            case Source.CONCERN:
                model.days[line.source, subject] = max(line.occurrence, self.today) + 7 * DAY
            case _:
                model.settled.add((line.source, subject, line.occurrence))

    def snooze(self, line: ReminderLine) -> None:
        """Put it off for a while."""
        until = max(line.due, self.today) + self.life.random.choice((1, 2, 5, 10, 25)) * DAY
        self.life.notebook.reminders.snooze(line, until, self.today)
        model, subject = self.life.model, line.subject_id
        match line.source:
            case Source.PLANNED:
                model.meetings[subject].put_off(until, self.today)
            case Source.KEEP_IN_TOUCH:
                model.put_turn_off(subject, until)
            case Source.OWN:
                model.own[subject].wait(until, self.today)
            case Source.PROGRESS_REPORT:
                model.projects[subject].put_report_off(until, self.today)
            case Source.CHECK_IN:
                self._plan(line)[0].plans[subject].put_off = until
            case _:
                model.put_off[line.source, subject, line.occurrence] = until

    def _is_done(self, line: ReminderLine) -> None:
        model, subject = self.life.model, line.subject_id
        match line.source:
            case Source.PLANNED:
                meeting = model.meetings.pop(subject)
                for person_id in meeting.people:
                    model.contact(person_id, meeting.day)
            case Source.OWN:
                model.own[subject].settle(self.today)
            case Source.PROGRESS_REPORT:
                self._covered(model.projects[subject])
            case Source.DELIVERY:
                for project in model.projects.values():
                    if subject in project.deliveries:
                        project.deliver(subject, self.today)
            case Source.CONCERN:
                model.days[line.source, subject] = max(line.occurrence, self.today) + 7 * DAY
            case Source.BIRTHDAY | Source.OPEN_QUESTION | Source.OWN_DATE:
                model.settled.add((line.source, subject, line.occurrence))
            case _:
                del model.days[line.source, subject]

    def _covered(self, project: Work) -> None:
        """A report that is given or let go covers all up to today, or is the next one ahead of it."""
        coming = project.next_report()
        assert coming is not None
        project.tell(max(coming, self.today))

    def _log(self, line: ReminderLine) -> None:
        """Log the contact that answers it, of today or of yesterday."""
        model = self.life.model
        day = self.today - self.life.random.choice((0, 0, 1)) * DAY
        project_id = line.project_id if line.source is Source.PROGRESS_REPORT else None
        assert line.person_id is not None
        day = max(day, model.people[line.person_id].known_since)
        draft = MomentDraft(
            (line.person_id,), Channel.CALL, Direction.WE, day, project_id=project_id
        )
        answers = Occurrence(line.source, line.subject_id, line.occurrence)
        self.life.notebook.moments.log(draft, self.life.now, answers)
        if project_id is not None:
            # A contact covers what was due until its day; the answer covers the line it was for.
            project = model.projects[project_id]
            project.tell(max(day, line.occurrence))
        model.contact(line.person_id, day)
        if line.source is Source.BIRTHDAY:
            model.settled.add((line.source, line.subject_id, line.occurrence))

    def _plan(self, line: ReminderLine) -> tuple[Work, int]:
        projects = self.life.model.projects.items()
        return next((each, key) for key, each in projects if line.subject_id in each.plans)

    def _ask(self, line: ReminderLine) -> None:
        """Ask how it is going: a contact about the project, so that it covers the reports too."""
        notebook, (project, project_id) = self.life.notebook, self._plan(line)
        sheet = notebook.check_ins.sheet(project_id, self.today, line.subject_id)
        lines = tuple(replace(each, grade=Grade.AS_EXPECTED) for each in sheet.draft.lines)
        draft = replace(sheet.draft, lines=lines)
        notebook.check_ins.save(draft, self.life.now, sheet.check_in_id)
        project.plans[line.subject_id].was_asked = True
        project.last_asked = self.today
        project.tell(self.today)
        self.life.model.contact(project.person_id, self.today)

    def _close(self, line: ReminderLine) -> None:
        """Take every step, ask whether it is right now, and close it."""
        steps = {step: StepEntry(is_done=True) for step in ConcernStep}
        page = self.life.notebook.concerns.page(line.subject_id, self.today)
        entry = ConcernEntry(
            "Set right", steps, None, None, page.standing.follow_up_on, Answer.RIGHT
        )
        self.life.notebook.concerns.save(line.subject_id, entry, self.life.now, closing=True)
        del self.life.model.days[line.source, line.subject_id]
        assert line.person_id is not None
        self.life.model.contact(line.person_id, self.today)

    def _key(self, line: ReminderLine) -> str:
        return str(AnswerRow.get_by_id(line.subject_id).question_key)

    def _answer(self, line: ReminderLine) -> None:
        """Ask what was left open: then nobody has to be reminded."""
        key, project_id = self._key(line), line.project_id
        assert project_id is not None
        entry = Entry({key: Said(text="Now we know")})
        self.life.notebook.drafts.save(project_id, entry, 0, self.today)
        del self.life.model.projects[project_id].questions[line.subject_id]
