"""The table of a picture as a file for spreadsheets."""

from pathlib import Path

from notebook.formats.csv_write import write_csv
from notebook.services.insights.insight import Insight
from notebook.storage.whole_file import write_whole


def save_table(path: Path, insight: Insight) -> None:
    """Save the table as CSV; raises a FileProblem, with nothing half written."""
    write_whole(path, write_csv(insight.table))
