"""What can go wrong through no fault of the program, each as one clear sentence.

    NotebookError               shown to the user as it is; never a crash report
    ├── Refused                 the request itself can't be done (an empty name, a date in the future)
    └── FileProblem             the file or its surroundings
        ├── NoNotebook          there is none yet
        ├── NotANotebook        some other file, or a damaged one
        ├── NewerNotebook       made by a later version of the program
        ├── NotebookBusy        another program holds it
        ├── NoPermission        the folder or the file may not be read or written
        ├── NotAFolder          a file lies where a folder is needed
        ├── NoSuchPlace         nothing can lie there
        ├── DiskFull            nothing more fits
        ├── DriveFailed         the drive is gone or fails
        └── DamagedNotebook     the file's own checks fail

Everything else that is raised is a mistake of ours and belongs to the excepthook.
"""

from pathlib import Path

from notebook.translate import translate


class NotebookError(Exception):
    """A sentence for the user: what happened, what was kept, what to do."""


class Refused(NotebookError):
    """The request can't be carried out as it was made; nothing was changed."""


class FileProblem(NotebookError):
    """Something about a file; `path` is the file that it is about."""

    sentence = "{path}"

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        super().__init__(translate("errors", self.sentence).replace("{path}", str(self.path)))


class NoNotebook(FileProblem):
    """A command wants to read, and there is nothing to read yet."""

    sentence = (
        "There is no notebook at {path} yet. "
        "Start the program once, or bring people in with the command “import”."
    )


class NotANotebook(FileProblem):
    """The file is not SQLite, or SQLite of another program."""

    sentence = (
        "{path} is not a notebook, or it is damaged. It was left as it is. "
        "Choose another file, or restore a backup."
    )


class NewerNotebook(FileProblem):
    """The file's schema version is higher than this program knows."""

    sentence = (
        "{path} was written by a newer version of the notebook. It was left as it is. "
        "Install the newer version to open it."
    )


class NotebookBusy(FileProblem):
    """Another program has held the file's lock for too long."""

    sentence = (
        "Another program is using {path}. Nothing was changed. Close that program, then try again."
    )


class NoPermission(FileProblem):
    """Reading or writing is not allowed."""

    sentence = (
        "{path} can't be read or written with your permissions. Nothing was changed. "
        "Choose another folder, or ask whoever looks after this computer."
    )


class NotAFolder(FileProblem):
    """A file lies where a folder is needed."""

    sentence = (
        "A file lies where a folder is needed: {path}. Nothing was changed. "
        "Move that file away, or choose another folder."
    )


class NoSuchPlace(FileProblem):
    """Nothing can lie there: its folder can't be made, or its name is not allowed."""

    sentence = (
        "Nothing can be kept at {path}: there is no such place, or its name is not allowed there. "
        "Nothing was changed. Choose another folder."
    )


class DiskFull(FileProblem):
    """The disk has no room for the change."""

    sentence = (
        "The disk is full, so the last change to {path} was not saved. "
        "Everything before it is safe. Make some room, then try again."
    )


class DriveFailed(FileProblem):
    """The drive reports an error: unplugged, out of reach, or failing."""

    sentence = (
        "{path} can't be reached: the drive reports an error. The last change was not saved. "
        "Plug the drive in again or go back to its network, then try again."
    )


class DamagedNotebook(FileProblem):
    """The integrity check of an otherwise readable notebook failed."""

    sentence = (
        "{path} is damaged in places. It was left as it is. "
        "Restore the newest backup, and keep the damaged file until you have compared them."
    )
