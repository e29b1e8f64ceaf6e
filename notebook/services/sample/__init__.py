"""A notebook to look around in: invented people with their history, relative to any day."""

from datetime import date
from pathlib import Path
from random import Random

from notebook.paths import resources_dir
from notebook.services.notebook import Notebook
from notebook.services.sample.around import add_around
from notebook.services.sample.check_ins import ask_customers
from notebook.services.sample.contacts import log_contacts
from notebook.services.sample.helps import tell_what_helps
from notebook.services.sample.ledger import write_ledger
from notebook.services.sample.people import add_fields, add_groups, add_people
from notebook.services.sample.plans import plan_ahead
from notebook.services.sample.projects import begin_projects, close_projects
from notebook.services.sample.told import read_told


def fill(notebook: Notebook, today: date, seed: int = 2026, folder: Path | None = None) -> None:
    """Fill an empty notebook with some 40 people, 200 contacts and 6 projects under way as of `today`.

    The same day and seed make the same sample; what it tells stands in `folder`, usually the
    program's resources. Nothing of it can be undone: it is where the notebook begins.
    """
    told = read_told(folder or resources_dir() / "sample")
    with notebook.file.change("Filled the sample"):
        fields = add_fields(notebook, told.fields)
        add_groups(notebook, told.groups)
        people = add_people(notebook, told.people, fields, today)
        projects = begin_projects(notebook, told.projects, people, today)
        ask_customers(notebook, told.projects, projects, today)
        log_contacts(notebook, told, people, projects, today, Random(seed))  # noqa: S311 - no secret
        plan_ahead(notebook, told.people, people, projects, today)
        add_around(notebook, told.people, people, today)
        close_projects(notebook, told.projects, projects, today)
        write_ledger(notebook, told.ledger, people, projects, today)
        tell_what_helps(notebook, told.help, people, today)
    notebook.file.forget_changes()
