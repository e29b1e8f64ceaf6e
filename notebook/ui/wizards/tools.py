"""What the pages of the expectations wizard need from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notebook.domain.checklists import Question
from notebook.ui.clock import Clock
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.people_chooser import AddPerson, FindPeople


@dataclass(frozen=True, slots=True)
class WizardTools:
    """Handed to each page and editor.

    `find` says whom a typed text may mean, `add` makes a new person of a typed name, `add_team`
    one of our own people; `new_row_id` gives the id of a row that is about to be filled in;
    `new_questions` returns what was added to a project's checklist since it began.
    """

    icons: Icons
    clock: Clock
    prompts: Prompts
    find: FindPeople
    add: AddPerson
    add_team: AddPerson
    new_row_id: Callable[[], int]
    new_questions: Callable[[int], Sequence[Question]] = lambda _project_id: ()
