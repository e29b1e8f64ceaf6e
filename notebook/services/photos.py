"""What people look like: one small picture each, kept in the notebook itself."""

from base64 import b64decode, b64encode

from peewee import Database

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.related_tables import PersonPhoto
from notebook.storage.tables import Person
from notebook.translate import translate

MOST_BYTES = 40_000
"""A notebook is copied, mailed and backed up whole: a picture is for recognising somebody."""

PHOTO_AT = "(SELECT f.changed_at FROM person_photo f WHERE f.person_id = p.id)"
"""When the picture of a person p changed last, within a query; NULL without one."""


class Photos:
    """Keeps the pictures of people."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def picture(self, person_id: int) -> bytes:
        """Return the picture of a person as a JPEG; nothing where there is none."""
        return picture_of(self._file.database, person_id)

    def keep(self, person_id: int, jpeg: bytes) -> Changes:
        """Keep this as the picture of a person; raises Refused if it is larger than MOST_BYTES."""
        person = present(person_id)
        if not 0 < len(jpeg) <= MOST_BYTES:
            raise Refused(translate("photos", "This picture is too large to be kept."))
        label = filled(translate("photos", "Changed the photo of %1"), person.name)
        with self._file.change(label) as change:
            write_photo(person, jpeg)
        return change.changes

    def remove(self, person_id: int) -> Changes:
        """Take the picture of a person away; undo brings it back."""
        person, row = present(person_id), _row(person_id)
        label = filled(translate("photos", "Removed the photo of %1"), person.name)
        with self._file.change(label) as change:
            if row is not None:
                row.delete_instance()
        return change.changes


def picture_of(database: Database, person_id: int) -> bytes:
    """Return the picture of a person as a JPEG; nothing where there is none."""
    rows = rows_of(database, "SELECT picture FROM person_photo WHERE person_id = ?", person_id)
    return b64decode(rows[0]["picture"]) if rows else b""


def write_photo(person: Person, jpeg: bytes) -> None:
    """Write a picture, within a change."""
    row, text = _row(person.id), b64encode(jpeg).decode("ascii")
    if row is None:
        PersonPhoto.create(person=person, picture=text)
    else:
        row.amend(picture=text)


def _row(person_id: int) -> PersonPhoto | None:
    row: PersonPhoto | None = PersonPhoto.get_or_none(PersonPhoto.person == person_id)
    return row
