"""What a freshly opened file holds, read past the program."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver


def rows_in(path: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Return the rows that another connection sees."""
    connection = driver.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return list(connection.execute(statement, values))
    finally:
        connection.close()
