"""Makes the notebook of the present version: python -m tests.storage.versions.make.

Run it once when a version is released, and never again for that version: its file then stands for
the notebooks that people have.
"""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from peewee import BooleanField, ForeignKeyField, IntegerField

from notebook.services.notebook import Notebook
from notebook.services.sample import fill
from notebook.storage.all_tables import TABLES
from notebook.storage.fields import DayField, WordField
from notebook.storage.history_tables import ErasedPerson
from notebook.storage.migrations import VERSION
from notebook.storage.record import Record
from notebook.storage.tables import Person
from tests.storage.versions import FOLDER

TODAY = date(2026, 11, 22)


def main() -> None:
    """Write the file of the present version."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.db"
        notebook = Notebook.open(path)
        fill(notebook, TODAY)
        with notebook.file.change("One of everything"):
            for table in TABLES:
                if not table.select().exists():
                    table.create(**_something(table))
            ErasedPerson.update(out_of_file_at=f"{TODAY}T12:00:00+00:00").execute()
        notebook.people.add("Last of All", TODAY)
        notebook.people.trash(Person.get(Person.name == "Rosa Valdés").id)
        notebook.file.undo()
        notebook.file.database.execute_sql("VACUUM")
        notebook.file.close()
        packed = FOLDER / f"v{VERSION}.db.zip"
        with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr(ZipInfo("notebook.db"), path.read_bytes(), ZIP_DEFLATED, 9)
    print(f"{packed}: {packed.stat().st_size / 1000:.0f} kB")  # noqa: T201 - a script says what it did


def _something(table: type[Record]) -> dict[str, Any]:
    """Return a value for each column that needs one."""
    fields = (field for field in table._meta.sorted_fields if field.default is None)
    return {field.name: _value(field) for field in fields}


def _value(field: Any) -> object:
    if isinstance(field, ForeignKeyField):
        return field.rel_model.select().limit(1).first()
    if isinstance(field, DayField):
        return TODAY
    if isinstance(field, WordField):
        return next(iter(field.words))
    if isinstance(field, BooleanField | IntegerField):
        return 1
    return None if field.null else f"Something for {field.name}"


if __name__ == "__main__":
    main()
