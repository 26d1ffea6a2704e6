"""Each format gives the article's words; each thing that is wrong gives one sentence."""

from __future__ import annotations

import io
import json

import pytest
from pypdf import PdfWriter

from analysis.intake.door import (
    open_parts,
    preview_table,
    read_batch,
    read_document,
    read_everything,
)
from analysis.intake.drafts import Failure, Limits, failures_csv
from analysis.intake.rows import Columns
from analysis.reading.article import read_article
from analysis.records import ArticleError
from benchmarks.hostile import docx, packed, paragraph, pdf
from tests.intake.files import BODY, CSV, FILES, HTML, TEXT, TITLE

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def straight(text: str) -> str:
    return " ".join(text.replace("“", '"').replace("”", '"').split())


@pytest.mark.parametrize("name", FILES)
def test_each_format_gives_the_words_of_the_article(name: str) -> None:
    for draft in read_document(name, FILES[name]):
        assert straight(" ".join(BODY)) in straight(draft.text)
        assert "alert" not in draft.text
        assert "Home" not in draft.text


@pytest.mark.parametrize("name", ["quay.md", "quay.html", "quay.mhtml", "quay.eml", "quay.csv"])
def test_the_title_is_known_where_the_document_states_it(name: str) -> None:
    assert read_document(name, FILES[name])[0].title == TITLE


def test_a_saved_page_keeps_its_address_and_a_message_its_sender_and_date() -> None:
    assert read_document("a.mhtml", FILES["quay.mhtml"])[0].url == "https://courier.example/quay"
    mail = read_document("a.eml", FILES["quay.eml"])[0]
    assert (mail.author, mail.published) == ("Noor Halvorsen", "2026-03-03T19:40:00+00:00")


def test_roles_are_found_in_what_a_page_gives() -> None:
    draft = read_document("quay.html", HTML.encode())[0]
    article = read_article(draft.text, title=draft.title, outlet=draft.outlet)
    assert [p.role for p in article.paragraphs] == ["headline", "body", "body", "body"]
    assert article.outlet == "Courier"


@pytest.mark.parametrize(
    "name", ["quay.pdf", "quay.docx", "quay.zip", "quay.html", "quay.eml", "quay.mhtml"]
)
def test_a_wrong_extension_does_not_matter(name: str) -> None:
    found = read_document("article.txt", FILES[name])
    assert straight(BODY[0]) in straight(found[0].text)


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf("secret")))
    writer.encrypt("quay", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A PDF whose only page is a picture."""
    fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
    picture = b"/Resources<</XObject<</I 3 0 R>>>>"  # padded, so that no offset moves
    return pdf("").replace(fonts, picture.ljust(len(fonts)))


WRONG = {
    "empty": ("a.txt", b"", "empty"),
    "white space": ("a.txt", b" \r\n\t ", "empty"),
    "binary": ("a.txt", bytes(range(256)) * 40, "binary"),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "picture"),
    "Rich Text": ("a.txt", b"{\\rtf1 hello}", "Rich Text"),
    "an old Word document": ("a.doc", OLE + b"\0" * 600, "old Office"),
    "a locked Word document": (
        "a.docx",
        OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "a scanned PDF": ("a.pdf", scanned_pdf(), "text recognition"),
    "a locked PDF": ("a.pdf", locked_pdf(), "password"),
    "a damaged PDF": ("a.pdf", b"%PDF-1.7\n" + b"\x00\x9c" * 400, "damaged"),
    "a PDF without text": ("a.pdf", pdf(""), "no text"),
    "a damaged Word document": ("a.docx", FILES["quay.docx"][:200], "damaged"),
    "a Word document with broken markup": ("a.docx", docx("<w:p><w:r></w:p>"), "damaged"),
    "a Word document of nothing but markup": (
        "a.docx",
        docx("<w:p/>" * 200_001, method=0),
        "far more markup",
    ),
    "a Word document with no words": ("a.docx", docx(paragraph(" ")), "no text"),
    "a damaged archive": ("a.zip", FILES["quay.zip"][:-30], "damaged"),
    "an empty archive": ("a.zip", packed({}), "no article"),
    "a spreadsheet": ("a.xlsx", packed({"xl/workbook.xml": b"<a/>"}), "spreadsheet"),
    "a page without words": ("a.html", b"<html><body><img src=x></body></html>", "no article text"),
    "a message without text": (
        "a.eml",
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: image/png\n\nx",
        "no text",
    ),
    "a table without rows": ("a.csv", b"text,title\n", "no rows"),
    "rows without text": ("a.csv", b"text,title\n,Quay\n", "empty in this row"),
    "lines that are not JSON": ("a.jsonl", b"{nonsense\n", "no rows"),
    "too large": ("a.txt", b"word " * 300, "larger than"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_in_one_sentence(what: str) -> None:
    name, data, words = WRONG[what]
    limits = Limits(file_bytes=1024) if what == "too large" else Limits()
    with pytest.raises(ArticleError, match=words) as caught:
        read_document(name, data, limits)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert len(sentence.split()) > 5


def test_good_files_go_in_and_bad_ones_are_listed_with_reasons() -> None:
    batch = read_batch([("a.txt", TEXT.encode()), ("b.png", b"\x89PNG"), ("c.html", HTML.encode())])
    assert [d.name for d in batch.drafts] == ["a.txt", "c.html"]
    assert [f.name for f in batch.failures] == ["b.png"]
    assert "picture" in batch.failures[0].reason


def test_an_archive_gives_its_articles_and_lists_the_rest() -> None:
    inner = packed({"deep.txt": TEXT.encode()})
    files = {"a.txt": TEXT.encode(), "b.zip": inner, "c.png": b"x", "__MACOSX/._a.txt": b"x"}
    batch = read_everything("a.zip", packed(files))
    assert [d.name for d in batch.drafts] == ["a.zip › a.txt"]
    assert sorted(f.name for f in batch.failures) == ["a.zip › b.zip", "a.zip › c.png"]
    notes = read_document("a.zip", packed(files))[0].notes
    assert "2 parts of this file could not be read." in notes


def test_names_in_an_archive_are_labels_only() -> None:
    files = {"../../climb.txt": TEXT.encode(), "C:\\x\\y.txt": TEXT.encode()}
    names = [d.name for d in read_document("a.zip", packed(files))]
    assert names == ["a.zip › climb.txt", "a.zip › y.txt"]


def test_a_table_is_previewed_and_its_columns_are_guessed() -> None:
    preview = preview_table("a.csv", CSV.encode())
    assert preview is not None
    assert preview.columns == ("headline", "body", "date")
    assert preview.guess == Columns(text="body", title="headline", published="date")
    assert (preview.count, len(preview.rows)) == (1, 1)
    assert preview_table("a.txt", TEXT.encode()) is None


def test_the_reader_says_what_the_columns_hold() -> None:
    table = b"kopf;rumpf\nQuay;The quay was shut on Tuesday.\nX;\n"
    batch = read_everything("a.csv", table, columns=Columns(text="rumpf", title="kopf"))
    assert [(d.title, d.text) for d in batch.drafts] == [("Quay", "The quay was shut on Tuesday.")]
    assert [f.name for f in batch.failures] == ["a.csv, row 2"]


def test_rows_with_too_many_cells_and_broken_lines_fail_alone() -> None:
    batch = read_everything("a.csv", b"text,x\nThe quay shut.,1,2\nThe quay opened.,1\n")
    assert len(batch.drafts) == 1
    assert "more cells" in batch.failures[0].reason
    batch = read_everything("a.jsonl", b'{"text": "The quay shut."}\n[1]\n{broken\n')
    assert (len(batch.drafts), len(batch.failures)) == (1, 2)


def test_no_cell_of_the_list_of_failures_is_a_formula() -> None:
    table = failures_csv([Failure('=HYPERLINK("x")', "@bad"), Failure("a.txt", "Empty.")])
    assert table.splitlines()[1] == '"\'=HYPERLINK(""x"")",\'@bad'


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")
ACCENTED = (
    "The café’s owner, José Peña, paid £40 – or €45 – for the façade, she said: “We can’t wait.” "
    "Zoë Ångström of Besançon, who came with Øystein Müller, called it naïve…"
)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_article_in_any_encoding_is_the_same_text(encoding: str) -> None:
    draft = read_document("a.txt", ACCENTED.encode(encoding))[0]
    assert draft.text == ACCENTED
    assert draft.candidates == ()


def test_latin_1_is_read_like_the_others() -> None:
    text = "The café of José Peña in Besançon cost £40 and was called naïve by Zoë Ångström."
    assert read_document("a.txt", text.encode("latin-1"))[0].text == text


SHORT = ["The café is shut.", "“Yes,” he said.", "It cost £40 a day.", "The mayor’s plan."]


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_on_a_short_text_the_guess_is_right_or_the_reader_is_asked(
    text: str, encoding: str
) -> None:
    draft = read_document("a.txt", text.encode(encoding))[0]
    if draft.text != text:
        assert encoding in draft.candidates
        assert any("encoded" in note for note in draft.notes)
    assert read_document("a.txt", text.encode(encoding), encoding=encoding)[0].text == text


def written(text: str) -> dict[str, str]:
    """The text as a file of each kind whose letters may be encoded in several ways."""
    return {
        "a.txt": text,
        "a.md": text,
        "a.html": f"<html><body><p>{text}</p></body></html>",
        "a.csv": f'text,title\n"{text}",Quay\n',
        "a.jsonl": json.dumps({"text": text}, ensure_ascii=False) + "\n",
        "a.eml": f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{text}\n",
    }


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_kind_of_file_gives_the_same_text_in_any_encoding(encoding: str) -> None:
    for name, content in written(ACCENTED).items():
        alone, packed_in = content.encode(encoding), packed({name: content.encode(encoding)})
        for found in (read_everything(name, alone), read_everything("a.zip", packed_in)):
            assert [ACCENTED in d.text for d in found.drafts] == [True], name


OPEN = "The quay \x9f shut."  # ü in Mac Roman, Ÿ in Windows-1252, and neither fits


@pytest.mark.parametrize("name", written(OPEN))
def test_every_kind_of_file_asks_where_its_encoding_is_open(name: str) -> None:
    data = written(OPEN)[name].encode("latin-1")
    draft = read_everything(name, data).drafts[0]
    assert any("encoded" in note for note in draft.notes)
    if name in ("a.csv", "a.jsonl"):  # asked once for all rows, with the columns
        preview = preview_table(name, data)
        assert preview is not None
        assert "mac_roman" in preview.candidates
    else:
        assert "mac_roman" in draft.candidates
        again = read_everything(name, draft.raw, encoding="mac_roman").drafts[0]
        assert "quay ü shut" in again.text


def test_a_file_in_an_archive_is_read_again_by_itself_in_the_encoding_chosen() -> None:
    data = packed({"first.txt": TEXT.encode(), "second.txt": OPEN.encode("latin-1")})
    draft = read_everything("a.zip", data).drafts[1]
    again = read_everything(draft.name, draft.raw, encoding="mac_roman").drafts
    assert [d.text for d in again] == ["The quay ü shut."]


def test_a_file_is_read_part_by_part_as_it_is_asked_for() -> None:
    files = {"a.txt": TEXT.encode(), "b.txt": TEXT.encode(), "c.png": b"x"}
    parts = open_parts("a.zip", packed(files))
    assert parts.total == 3
    assert [d.name for d in next(parts.batches).drafts] == ["a.zip › a.txt"]
    assert len(list(parts.batches)) == 2
    assert open_parts("a.csv", b"text,title\nThe quay shut.,Q\n,Q\n").total == 2
    assert open_parts("a.txt", b"").total == 1


def test_a_sender_of_nothing_but_brackets_has_no_name() -> None:
    mail = b"From: " + b"(" * 900 + b"\nMIME-Version: 1.0\n\nThe quay shut.\n"
    assert read_document("a.eml", mail)[0].author is None


def test_a_page_in_the_charset_it_states() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>' + "Un café à Besançon. " * 9
    draft = read_document("a.html", page.encode("latin-1"))[0]
    assert "café à Besançon" in draft.text


def test_text_that_may_mislead_is_read_with_a_note() -> None:
    german = "Der Hafenrat beschloss am Dienstag, die Brücke zu schließen. " * 5
    numbers = "12.4 | 33.8 | 1,204 | 77 " * 30 + "Quay figures"
    for text, word in (
        (german, "English"),
        (numbers, "numbers"),
        ("The quay shut.", "only 3 words"),
    ):
        [note] = [n for n in read_document("a.txt", text.encode())[0].notes if word in n]
        assert note.endswith(".")
        assert any(remedy in note for remedy in ("leave it out", "give the prose", "give all"))
