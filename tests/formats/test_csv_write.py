"""CSV for spreadsheets: every letter arrives, nothing is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.formats.csv_write import write_csv


def test_windows_programs_see_letters_and_lines() -> None:
    written = write_csv([("Who", "Times"), ("Çağla, „Atelier“", 3)])
    assert written == b"\xef\xbb\xbf" + 'Who,Times\r\n"Çağla, „Atelier“",3\r\n'.encode()


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", '=HYPERLINK("http://x")']
)
def test_a_text_is_never_a_formula(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(write_csv([(text,)]).decode("utf-8-sig"), newline=""))
    assert cell == f"'{text}"


def test_numbers_stay_numbers() -> None:
    assert write_csv([("a", -3)]).endswith(b"a,-3\r\n")


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), max_size=4))
def test_every_cell_comes_back(rows: list[list[str]]) -> None:
    text = write_csv(rows).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline="")))
    wanted = [row for row in rows if row]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in wanted
    ]
