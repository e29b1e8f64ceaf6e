"""Paper: text letter for letter, one page where one page is wanted, whole files."""

import subprocess
from pathlib import Path

import pytest

from notebook.errors import NotAFolder
from notebook.ui.paper import PaperBuilder, write_pdf

pytestmark = pytest.mark.usefixtures("qapp")

HOSTILE = "R&D <img src=file:///etc/passwd> " + "<table><tr><td>" * 24


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def page_count(path: Path) -> int:
    return pdf_text(path).count("\f")


def test_text_is_put_on_paper_letter_for_letter(tmp_path: Path) -> None:
    paper = PaperBuilder("<b>x</b>")
    paper.title("<b>x</b>", beside="&amp;")
    paper.line()
    left, right = paper.columns()
    left.heading("Start")
    left.paragraph("one <i>two</i>", tag="ours, <u>")
    right.bullet("<hr>")
    right.note("“piece”")
    right.paragraph("10:00 (Marta)")
    write_pdf(tmp_path / "page.pdf", paper.document)
    seen = pdf_text(tmp_path / "page.pdf").replace("\N{NO-BREAK SPACE}", " ")
    for piece in (
        "<b>x</b>",
        "&amp;",
        "Start",
        "ours, <u>",
        "one <i>two</i>",
        "<hr>",
        "“piece”",
        "10:00 (Marta)",
    ):
        assert piece in seen


def test_hostile_text_stays_text() -> None:
    paper = PaperBuilder()
    paper.paragraph(HOSTILE)
    assert paper.document.toPlainText() == HOSTILE


def test_much_text_takes_many_pages_or_one_as_wanted(tmp_path: Path) -> None:
    paper = PaperBuilder("long")
    for number in range(70):
        paper.paragraph(f"paragraph {number} " + "with a few words more " * 4)
    write_pdf(tmp_path / "many.pdf", paper.document)
    write_pdf(tmp_path / "one.pdf", paper.document, one_page=True)
    assert page_count(tmp_path / "many.pdf") > 1
    assert page_count(tmp_path / "one.pdf") == 1
    for name in ("many.pdf", "one.pdf"):
        seen = pdf_text(tmp_path / name)
        assert "paragraph 0 " in seen
        assert "paragraph 69 " in seen


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotAFolder):
        write_pdf(tmp_path / "file" / "page.pdf", PaperBuilder("x").document)
