"""A notebook of each released version, full of rows, and the script that makes the newest one."""

from pathlib import Path
from zipfile import ZipFile

FOLDER = Path(__file__).parent
VERSIONS = sorted(
    int(path.name.removeprefix("v").removesuffix(".db.zip")) for path in FOLDER.glob("v*.db.zip")
)


def unpack(version: int, path: Path) -> Path:
    """Write the notebook of this version to `path`."""
    with ZipFile(FOLDER / f"v{version}.db.zip") as packed:
        path.write_bytes(packed.read("notebook.db"))
    path.chmod(0o600)
    return path
