"""Everything about one person in two files: a page that only shows text, and the rows."""

import errno
import json
import stat
from datetime import date, datetime
from pathlib import Path

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.promises import Side
from notebook.domain.referrals import Way
from notebook.errors import DiskFull, FileProblem, Refused
from notebook.services.card_parts import DetailDraft, FactDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.one_person import exporting
from notebook.services.people import PersonDraft
from notebook.services.referrals import ReferralDraft
from notebook.services.roles import at
from tests.services.check_ins.helpers import agreed

NAME = "Ana <script>alert(1)</script> & Söhne/..\\"


@pytest.fixture
def ana(notebook: Notebook, today: date, now: datetime) -> int:
    ben = notebook.people.save(None, PersonDraft("Ben Ode", note="of Ben alone"), today).new_id
    draft = PersonDraft(
        NAME,
        roles=at("R&D", "Owner"),
        details=(DetailDraft("phone", "030 1"),),
        facts=(FactDraft(FactGroup.FAMILY, "two <b>dogs</b>"),),
        birthday=PartialDate(None, 3, 12),
        rhythm_days=30,
        looked_after_by=ben,
    )
    ana = notebook.people.save(None, draft, today).new_id
    moment = MomentDraft((ana, ben), Channel.CALL, Direction.WE, day=today, text="the van")
    notebook.moments.log(moment, now)
    notebook.promises.add(ana, Side.OURS, "a swatch", None)
    notebook.promises.add(ben, Side.OURS, "for Ben", None)
    return ana


def test_all_of_it_stands_on_the_page(
    notebook: Notebook, ana: int, today: date, tmp_path: Path
) -> None:
    notebook.photos.keep(ana, b"a small picture")
    page = notebook.person_export.write(ana, tmp_path / "new" / "place", today).page
    text = page.read_text(encoding="utf-8")
    for words in (
        "12 March",
        "030 1",
        "R&amp;D",
        "two &lt;b&gt;dogs&lt;/b&gt;",
        "every 30 days",
        "the van",
        "a swatch",
        "<dt>Looked after by</dt><dd>Ben Ode</dd>",
        "Card made: Ana",
        'src="data:image/jpeg;base64,YSBzbWFsbCBwaWN0dXJl"',
    ):
        assert words in text
    assert "<script" not in text
    assert "<b>" not in text
    assert "of Ben alone" not in text
    assert "for Ben" not in text
    assert page.name == "About Ana script alert 1 script Söhne.html"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_the_rows_keep_everything(
    notebook: Notebook, ana: int, today: date, tmp_path: Path
) -> None:
    rows = notebook.person_export.write(ana, tmp_path, today).rows
    data = json.loads(rows.read_text(encoding="utf-8"))
    assert data["about"] == NAME
    assert {"person", "contact_detail", "role", "organisation", "fact", "moment", "promise"} <= set(
        data["tables"]
    )
    assert [row["text"] for row in data["tables"]["promise"]] == ["a swatch"]
    assert data["tables"]["person"][0]["id"] == ana
    assert len(data["history"]) == 3


def test_projects_come_with_their_answers(notebook: Notebook, today: date, tmp_path: Path) -> None:
    person = notebook.drafts.read(agreed(notebook)).facts.person_id
    exported = notebook.person_export.write(person, tmp_path, today)
    data = json.loads(exported.rows.read_text(encoding="utf-8"))
    assert {"project", "deliverable"} <= set(data["tables"])


def test_whom_they_sent_and_files_of_contacts_with_others_come_along(
    notebook: Notebook, ana: int, today: date, now: datetime, tmp_path: Path
) -> None:
    ben, eve = (notebook.people.add(name, today).new_id for name in ("Ben Two", "Eve Hill"))
    for sent, sender in ((ben, ana), (ana, eve), (ben, eve)):
        draft = ReferralDraft(Way.TO_US, sent, today, sender, why=f"why {sent == ben} {sender}")
        notebook.referrals.save(None, draft, today)
    moment = MomentDraft(
        (ana, ben), Channel.CALL, Direction.WE, day=today, text="both", files=("/tmp/plan.pdf",)
    )
    notebook.moments.log(moment, now)
    exported = notebook.person_export.write(ana, tmp_path, today)
    tables = json.loads(exported.rows.read_text(encoding="utf-8"))["tables"]
    assert len(tables["referral"]) == 2
    assert [row["path"] for row in tables["attachment"]] == ["/tmp/plan.pdf"]
    assert {row["person_id"] for row in tables["moment_person"]} == {ana}
    page = exported.page.read_text(encoding="utf-8")
    assert "<dt>Person</dt><dd>Ben Two</dd><dt>Way</dt><dd>To us</dd>" in page
    assert "<dd>/tmp/plan.pdf</dd>" in page
    assert f"why True {eve}" not in page


def test_no_file_is_replaced(notebook: Notebook, ana: int, today: date, tmp_path: Path) -> None:
    first = notebook.person_export.write(ana, tmp_path, today)
    second = notebook.person_export.write(ana, tmp_path, today)
    assert second.page.stem == f"{first.page.stem} 2"
    assert not list(tmp_path.glob("*.part"))


def test_there_are_both_files_or_none(
    notebook: Notebook, ana: int, today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_about: object, **_how: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exporting, "_as_json", no_room)
    with pytest.raises(DiskFull):
        notebook.person_export.write(ana, tmp_path, today)
    assert list(tmp_path.glob("About*")) == []


def test_a_place_that_is_none_is_a_sentence(
    notebook: Notebook, ana: int, today: date, tmp_path: Path
) -> None:
    place = tmp_path / "a file"
    place.write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="is a file"):
        notebook.person_export.write(ana, place, today)
    with pytest.raises(FileProblem):
        notebook.person_export.write(ana, place / "below", today)
    notebook.people.trash(ana)
    with pytest.raises(Refused):
        notebook.person_export.write(ana, tmp_path, today)
