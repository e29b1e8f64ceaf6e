"""Files that users save: there whole or not at all."""

from pathlib import Path

from notebook.storage.problems import explained


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of what was there; raises a FileProblem, with nothing half written."""
    part = path.with_name(path.name + ".part")
    with explained(path):
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
