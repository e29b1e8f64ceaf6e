"""What is counted for each picture, what it says, and who stands behind a bar."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from shutil import copy

import pytest

from notebook.domain.check_ins import Grade
from notebook.domain.moments import Channel, Direction
from notebook.domain.moves import NewDay
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.periods import Period, Span
from notebook.domain.promises import Side
from notebook.domain.referrals import Way
from notebook.domain.warmth import Warmth
from notebook.services.insights.insight import Asked, Behind, Insight, Row, Subject
from notebook.services.insights.saving import save_table
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.referrals import ReferralDraft
from notebook.services.sample import fill
from notebook.storage.care_tables import CheckIn
from tests.services.project_samples import add_person, begin
from tests.services.test_query_budget import counted

DAY = timedelta(days=1)


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return add_person(notebook, "Ana Pereira")


@pytest.fixture
def ben(notebook: Notebook) -> int:
    return add_person(notebook, "Ben Okri")


@pytest.fixture(scope="module")
def sample(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    path = Path(copy(template, tmp_path_factory.mktemp("insights") / "notebook.db"))
    notebook = Notebook.open(path)
    fill(notebook, date(2026, 11, 22))
    yield notebook
    notebook.file.close()


def read(
    notebook: Notebook, subject: Subject, today: date, period: Period = Period.YEAR
) -> Insight:
    return notebook.insights.read(subject, Asked(period, today))[0]


def behind(
    notebook: Notebook, subject: Subject, today: date, period: Period = Period.YEAR
) -> Behind:
    return notebook.insights.read(subject, Asked(period, today))[2]


def filled_rows(insight: Insight) -> list[tuple[str, tuple[int, ...]]]:
    return [(row.label, row.values) for row in insight.rows if row.total]


def promise(notebook: Notebook, who: int, due: date | None, kept: date, side: Side) -> int:
    promise_id = notebook.promises.add(who, side, f"due {due}", due).new_id
    notebook.promises.keep(promise_id, kept)
    return promise_id


def log(notebook: Notebook, who: tuple[int, ...], day: date, began: Direction) -> int:
    draft = MomentDraft(who, Channel.CALL, began, day, None, "Spoke")
    return notebook.moments.log(draft, datetime.combine(day, time(18))).new_id


def ask(project_id: int, person_id: int, day: date, grade: Grade, *, is_draft: bool = False) -> int:
    row = CheckIn.create(
        project=project_id,
        person=person_id,
        asked_on=day,
        channel=Channel.CALL,
        is_draft=is_draft,
        grade=grade,
        more_words="",
    )
    return int(row.id)


def test_promises_stand_in_the_month_in_which_they_were_settled(
    notebook: Notebook, ana: int, ben: int, today: date
) -> None:
    promise(notebook, ana, today - 40 * DAY, today - 40 * DAY, Side.OURS)
    promise(notebook, ana, None, today - 41 * DAY, Side.OURS)
    promise(notebook, ben, today - 9 * DAY, today - 2 * DAY, Side.OURS)
    promise(notebook, ben, today - 9 * DAY, today - 9 * DAY, Side.THEIRS)
    moved = notebook.promises.add(ana, Side.OURS, "sketch", today - 5 * DAY).new_id
    notebook.promises.move(moved, NewDay(today, today - 6 * DAY), today)
    notebook.promises.keep(moved, today)
    broken = notebook.promises.add(ana, Side.OURS, "call", today - 20 * DAY).new_id
    notebook.promises.give_up(broken, today)
    notebook.promises.add(ana, Side.OURS, "late", today - DAY)
    ours = read(notebook, Subject.OUR_PROMISES, today)
    assert filled_rows(ours) == [
        ("October 2026", (2, 0, 0, 0, 0, 0, 0)),
        ("November 2026", (0, 1, 1, 0, 0, 0, 1)),
    ]
    assert len(ours.rows) == 12, "quiet months are months too"
    assert ours.sentence == (
        "Of 5 promises that we settled in the last 12 months, 2 were kept on the day,"
        " 1 was kept late, 1 was moved with notice and 1 was not kept. 1 is overdue today."
    )
    assert ours.note == ""
    theirs = read(notebook, Subject.THEIR_PROMISES, today)
    assert theirs.sentence == (
        "Of the one promise to us settled in the last 12 months, 1 was kept on the day."
    )
    assert theirs.note.startswith("This is only one so far")
    assert [(line.name, line.words) for line in behind(notebook, ours.subject, today).lines] == [
        ("Ana Pereira", "call (not kept, 22 Nov)"),
        ("Ana Pereira", "sketch (moved, 22 Nov)"),
        ("Ben Okri", "due 2026-11-13 (kept late, 20 Nov)"),
    ]


def test_what_came_after_its_moved_day_is_late_and_a_word_in_time_is_no_breach(
    notebook: Notebook, ana: int, today: date
) -> None:
    promises = notebook.promises
    moved, cancelled, admitted, let_go = (
        promises.add(ana, Side.OURS, text, today - 5 * DAY).new_id
        for text in ("sketch", "visit", "call", "frame")
    )
    promises.move(moved, NewDay(today - 2 * DAY, today - 6 * DAY), today - 6 * DAY)
    promises.keep(moved, today)
    promises.give_up_all([cancelled], today, told_on=today - 6 * DAY)
    promises.give_up_all([admitted], today, told_on=today)
    promises.let_go_all([let_go], today)
    ours = read(notebook, Subject.OUR_PROMISES, today)
    assert filled_rows(ours) == [("November 2026", (0, 1, 0, 1, 1, 1, 0))]
    assert ours.sentence.endswith(
        "1 was kept late, 1 was owned up to, 1 was cancelled in time and 1 was let go."
    )


def test_whoever_is_in_the_trash_is_not_counted_until_they_are_back(
    notebook: Notebook, ana: int, today: date
) -> None:
    promise(notebook, ana, today, today, Side.OURS)
    notebook.people.trash(ana)
    assert read(notebook, Subject.OUR_PROMISES, today).rows == ()
    notebook.upkeep.undo()
    assert read(notebook, Subject.OUR_PROMISES, today).total == 1


def test_a_short_period_says_that_a_longer_one_may_have_more(
    notebook: Notebook, ana: int, today: date
) -> None:
    promise(notebook, ana, today - 200 * DAY, today - 200 * DAY, Side.OURS)
    short = read(notebook, Subject.OUR_PROMISES, today, Period.THREE_MONTHS)
    assert short.total == 0
    assert short.sentence == ""
    assert short.empty[0] == "None of our promises was settled in the last 3 months"
    assert "longer time" in short.empty[1]
    whole = read(notebook, Subject.OUR_PROMISES, today, Period.ALL)
    assert whole.rows[0].label == "May 2026", "all begins with the first"


def test_a_long_history_is_cut_into_years(notebook: Notebook, ana: int, today: date) -> None:
    promise(notebook, ana, None, date(2011, 3, 1), Side.OURS)
    promise(notebook, ana, None, today, Side.OURS)
    whole = read(notebook, Subject.OUR_PROMISES, today, Period.ALL)
    assert [whole.rows[0].label, len(whole.rows)] == ["2011", 16]


def test_check_ins_by_month_and_grade(notebook: Notebook, today: date) -> None:
    project = begin(notebook)
    marta = notebook.drafts.read(project).facts.person_id
    ask(project, marta, today, Grade.BELOW)
    ask(project, marta, today, Grade.ABOVE)
    ask(project, marta, today - 30 * DAY, Grade.AS_EXPECTED)
    ask(project, marta, today, Grade.ABOVE, is_draft=True)
    insight = read(notebook, Subject.CHECK_INS, today)
    assert filled_rows(insight) == [("October 2026", (0, 1, 0)), ("November 2026", (1, 0, 1))]
    assert insight.sentence == (
        "Of 3 check-ins in the last 12 months, 1 was above what was expected,"
        " 1 was as expected and 1 was below."
    )
    assert "only 3" in insight.note
    assert behind(notebook, Subject.CHECK_INS, today).lines[1].words == (
        "Lobby mural (below what was expected, 22 Nov)"
    )


def test_contacts_per_week_and_who_began_them(
    notebook: Notebook, ana: int, ben: int, today: date
) -> None:
    log(notebook, (ana, ben), today, Direction.WE)
    log(notebook, (ana,), today - 6 * DAY, Direction.THEY)
    log(notebook, (ana,), today - 7 * DAY, Direction.WE)
    gone = log(notebook, (ana,), today, Direction.WE)
    notebook.moments.delete(gone)
    insight = read(notebook, Subject.CONTACTS, today)
    assert insight.title == "Contacts per week"
    assert filled_rows(insight) == [("Week of 9 Nov", (1, 0)), ("Week of 16 Nov", (1, 1))]
    assert insight.sentence == (
        "3 contacts in the last 12 months, less than one per week. We began 2 of them."
    )
    assert [(line.name, line.words) for line in behind(notebook, insight.subject, today).lines] == [
        ("Ana Pereira", "2 contacts"),
        ("Ben Okri", "1 contact"),
    ]
    week = Span(date(2026, 11, 9), date(2026, 11, 16))
    asked = Asked(Period.YEAR, today)
    earlier = notebook.insights.people(Subject.CONTACTS, asked, week)
    assert [line.person_id for line in earlier.lines] == [ana]
    notebook.people.trash(ana)
    insight = read(notebook, Subject.CONTACTS, today)
    assert filled_rows(insight) == [("Week of 16 Nov", (1, 0))], "Ben was there too"


def test_a_row_stays_chosen_as_long_as_it_is_there(
    notebook: Notebook, ana: int, today: date
) -> None:
    log(notebook, (ana,), today - 70 * DAY, Direction.WE)
    log(notebook, (ana,), today, Direction.WE)
    asked, week = Asked(Period.YEAR, today), Span(date(2026, 9, 7), date(2026, 9, 14))
    assert notebook.insights.read(Subject.CONTACTS, asked, week)[1] == week
    strange = Span(date(2020, 9, 7), date(2020, 9, 14))
    _insight, shown, _people = notebook.insights.read(Subject.CONTACTS, asked, strange)
    assert shown == Span(date(2026, 11, 16), date(2026, 11, 23))


def test_warmth_agrees_with_the_cards(sample: Notebook, today: date) -> None:
    insight = read(sample, Subject.WARMTH, today)
    assert insight.sentence == (
        "Of 40 relationships, 2 are at risk, 4 are cooling, 32 are warm and 2 are too new to tell."
    )
    asked = Asked(Period.YEAR, today)
    for row in insight.rows:
        assert isinstance(row.key, Warmth)
        people = sample.insights.people(Subject.WARMTH, asked, row.key)
        assert len(people.lines) == row.total
        ids = [line.person_id for line in people.lines]
        assert {line.warmth for line in sample.people_list.lines(ids, today)} == {row.key}
    at_risk = sample.insights.people(Subject.WARMTH, asked, Warmth.AT_RISK)
    assert at_risk.lines[0].words == "Last contact 75 days ago, a word is long due"


def test_the_users_own_judgement_of_warmth_counts(
    notebook: Notebook, ana: int, today: date
) -> None:
    notebook.judgements.judge(ana, Warmth.COOLING, "They moved away", today)
    insight, shown, people = notebook.insights.read(Subject.WARMTH, Asked(Period.ALL, today))
    assert shown is Warmth.COOLING
    assert insight.note.startswith("This is only one so far")
    assert people.lines[0].words == "Cooling. Your own judgement, 22 Nov: They moved away"


def test_reasons_and_who_says_so(notebook: Notebook, today: date) -> None:
    wall, front = begin(notebook), begin(notebook, "Front", "Ana Pereira")
    silent = begin(notebook, "Silent", "Ben Okri")
    lost = OutcomeDraft(Ending.LOST, (Why.PRICE, Why.RELATIONSHIP), SaidBy.THEY)
    notebook.outcomes.close(wall, lost, today)
    sent_on = OutcomeDraft(Ending.REFERRED_ON, (Why.RELATIONSHIP,), sent_to="Nina Hartwig")
    notebook.outcomes.close(front, sent_on, today - 3 * DAY)
    notebook.outcomes.close(silent, OutcomeDraft(Ending.LOST), today)
    insight = read(notebook, Subject.REASONS, today)
    assert filled_rows(insight) == [
        ("Relationship", (0, 0, 1, 0, 1)),
        ("Price", (0, 0, 1, 0, 0)),
        ("No reason given", (0, 0, 0, 1, 0)),
    ]
    assert insight.sentence == (
        "Of 3 projects closed in the last 12 months, 2 were lost and 1 was referred on."
        " Relationship was named most often, 2 times."
    )
    assert [line.words for line in behind(notebook, Subject.REASONS, today).lines] == [
        "Lobby mural (lost, as Marta Lindqvist said, 22 Nov)",
        "Front (referred on, our guess, 19 Nov)",
    ]
    nobody = notebook.insights.people(Subject.REASONS, Asked(Period.YEAR, today), "")
    assert [line.name for line in nobody.lines] == ["Ben Okri"]


def test_referrals_count_what_the_picture_shows(
    notebook: Notebook, ana: int, ben: int, today: date
) -> None:
    draft = ReferralDraft(Way.TO_US, ben, today, ana)
    notebook.referrals.save(None, draft, today)
    insight, shown, people = notebook.insights.read(
        Subject.REFERRALS, Asked(Period.THREE_MONTHS, today)
    )
    assert insight.sentence == notebook.referral_picture.who_sent_whom().sentence
    assert insight.rows == (Row(f"#{ana}", "Ana Pereira", "Ana Pereira", (0, 1)),)
    assert shown == f"#{ana}"
    assert [(line.name, line.words) for line in people.lines] == [
        ("Ben Okri", "Sent by Ana Pereira")
    ]


@pytest.mark.parametrize("subject", Subject)
def test_an_empty_notebook_says_how_it_begins(
    notebook: Notebook, subject: Subject, today: date
) -> None:
    insight, shown, people = notebook.insights.read(subject, Asked(Period.ALL, today))
    assert (insight.rows, insight.sentence, shown, people) == ((), "", None, Behind())
    headline, text = insight.empty
    assert headline
    assert text
    assert "longer time" not in text


@pytest.mark.parametrize("subject", Subject)
def test_every_picture_of_the_sample_shows_something(
    sample: Notebook, subject: Subject, today: date
) -> None:
    with counted(sample) as statements:
        insight, shown, people = sample.insights.read(subject, Asked(Period.YEAR, today))
    assert len(statements) <= 4
    assert insight.total > 1
    assert insight.sentence.endswith(".")
    assert shown is not None
    assert people.lines
    assert all(len(row.values) == len(insight.series) for row in insight.rows)
    assert "%" not in insight.sentence + insight.note


@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize(
    ("subject", "index"),
    [
        (Subject.OUR_PROMISES, "promise_closed"),
        (Subject.CHECK_INS, "check_in_by_day"),
        (Subject.CONTACTS, "moment_by_day"),
        (Subject.REASONS, "outcome_by_day"),
    ],
)
def test_a_period_is_read_from_an_index(
    sample: Notebook, subject: Subject, index: str, period: Period, today: date
) -> None:
    with counted(sample) as statements:
        sample.insights.read(subject, Asked(period, today))
    connection = sample.file.database.connection()
    plans = [
        [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        for statement in (statements[0], statements[-1])
    ]
    for plan in plans:
        assert any(f"INDEX {index} (" in step for step in plan), plan
    tables = ("moment", "promise", "check_in", "outcome", "person", "project", "m", "q", "c", "o")
    assert not [step for plan in plans for step in plan if step in {f"SCAN {t}" for t in tables}]
    if subject is Subject.CONTACTS:  # a million of them are counted in the order of the index
        assert len(plans[0]) == 1
        assert "TEMP B-TREE" not in plans[0][0]


def test_another_thread_reads_over_a_connection_of_its_own(
    notebook: Notebook, ana: int, today: date
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    log(notebook, (ana,), today, Direction.WE)
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(read, notebook, Subject.CONTACTS, today).result()
        assert pool.submit(notebook.file.database.is_closed).result()
    assert found.total == 1
    assert not notebook.file.database.is_closed()


def test_the_table_is_saved_for_spreadsheets(
    notebook: Notebook, ben: int, today: date, tmp_path: Path
) -> None:
    sender = add_person(notebook, "=cmd|' /C calc'!A0")
    notebook.referrals.save(None, ReferralDraft(Way.TO_US, ben, today, sender), today)
    insight = read(notebook, Subject.REFERRALS, today)
    place = tmp_path / "table.csv"
    save_table(place, insight)
    assert place.read_bytes().decode("utf-8-sig") == (
        "Who,Became projects,No project yet\r\n'=cmd|' /C calc'!A0,0,1\r\n"
    )
    assert list(tmp_path.glob("*.part")) == []
