"""The rows about projects: a large one opened, and its agreement as PDF."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import Agreed
from notebook.domain.promises import PromiseState, Side
from notebook.services.agreements import read_agreement
from notebook.services.draft import DeliverableEntry, Entry, Gate, ProjectFacts, Said
from notebook.services.notebook import Notebook
from notebook.storage.bulk import insert_all
from notebook.storage.ids import new_id
from notebook.storage.tables import Moment, MomentPerson, Promise
from notebook.ui.agreement_document import agreement_document
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.paper import pdf_bytes
from tests.bench.big_file import TODAY, person_id
from tests.bench.measure import Row, milliseconds, p95
from tests.bench.painted import Painted, settle

DELIVERABLES, PROMISES, MOMENTS = 200, 500, 1_000
_PAGE_MS, _PDF_MS = 50, 300
_DAY = timedelta(days=1)


def project_rows(window: MainWindow, rounds: int = 20) -> Iterator[Row]:
    """Open a large project, a small one in between; then write its agreement on paper."""
    large, small = _project(window.notebook, DELIVERABLES), _project(window.notebook, 3)
    _fill(window.notebook, large)
    window.navigator.project_requested.emit(small)
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    painted = Painted(page.view)
    times = []
    for _ in range(rounds):
        window.navigator.project_requested.emit(small)
        settle()
        times.append(painted.after(lambda: window.navigator.project_requested.emit(large)))
        settle()
    what = f"project with {DELIVERABLES} deliverables, {PROMISES} promises, p95"
    yield Row(what, f"{p95(times):.1f} ms", f"{_PAGE_MS} ms", p95(times) <= _PAGE_MS)
    agreement = read_agreement(large, TODAY)
    pdf_bytes(agreement_document(agreement))
    papers = [milliseconds(lambda: pdf_bytes(agreement_document(agreement))) for _ in range(5)]
    yield Row("agreement as PDF", f"{p95(papers):.0f} ms", f"{_PDF_MS} ms", p95(papers) <= _PDF_MS)
    QApplication.processEvents()


def _project(notebook: Notebook, deliverables: int) -> int:
    facts = ProjectFacts(f"Project of {deliverables}", person_id(0), "any-project")
    project_id = notebook.drafts.begin(facts).new_id
    rows = tuple(
        DeliverableEntry(
            new_id(), f"Piece {number}", "By hand", TODAY + number * _DAY, Agreed.YES, "Fine"
        )
        for number in range(deliverables)
    )
    answers = Entry(
        {"rave-review": Said(text="Guests look up\nNo surprises")}, rows, gate=Gate(is_ours=True)
    )
    notebook.drafts.save(project_id, answers, 2, TODAY)
    notebook.drafts.finish(project_id, TODAY)
    return project_id


def _fill(notebook: Notebook, project_id: int) -> None:
    database, person = notebook.file.database, person_id(0)
    moments = [new_id() for _ in range(MOMENTS)]
    with notebook.file.change("Filled a large project"):
        insert_all(
            database,
            Promise,
            [
                {
                    "person_id": person,
                    "project_id": project_id,
                    "side": Side.OURS,
                    "text": f"Promise {number}",
                    "due_on": TODAY + number * _DAY,
                    "state": PromiseState.OPEN if number % 5 == 0 else PromiseState.KEPT,
                }
                for number in range(PROMISES)
            ],
        )
        insert_all(
            database,
            Moment,
            [
                {
                    "id": moment,
                    "channel": Channel.CALL,
                    "direction": Direction.WE,
                    "happened_at": (TODAY - number * _DAY).isoformat(),
                    "text": f"Talk {number}",
                    "project_id": project_id,
                }
                for number, moment in enumerate(moments)
            ],
        )
        insert_all(
            database,
            MomentPerson,
            [{"moment_id": moment, "person_id": person} for moment in moments],
        )
