"""Hostile files, made as they are needed, and what reading one costs in a process of its own.

Seconds are the processor's, so that they mean the same on a busy machine.
"""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "The harbour board met on Tuesday and voted to close the eastern quay until the spring. "
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in pairwise("abcdefghij"))
    + "]>"
)


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(paragraphs: str, head: str = "", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document of this markup."""
    xml = f"{head}<w:document {W}><w:body>{paragraphs}</w:body></w:document>"
    return packed({"word/document.xml": xml.encode()}, method)


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*texts: str, claims: int | None = None, extra: str = "") -> bytes:
    """A PDF with one line of text on each page, saying it has as many pages as claimed."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(texts)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(texts) if claims is None else claims} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, text in enumerate(texts):
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % at for at in offsets)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF"
    )
    return out + trailer.encode()


def lying_zip() -> bytes:
    """An archive whose member says it is small and is not."""
    data = bytearray(packed({"a.txt": SENTENCE.encode() * 600_000}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1000)
    return bytes(data)


def pdf_loop() -> bytes:
    """A PDF whose page tree contains itself."""
    return pdf("x").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]", 1)


@cache
def pdf_stream_bomb() -> bytes:
    """A PDF page that unpacks to a gigabyte."""
    import zlib

    packer = zlib.compressobj(9)
    block = b"BT (a) Tj ET " * 100_000
    stream = b"".join(packer.compress(block) for _ in range(800)) + packer.flush()
    head = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    head += b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    head += b"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n"
    body = b"4 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(stream)
    return head + body + stream + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"


@cache
def nested_zip(depth: int = 6) -> bytes:
    """An archive of archives of archives, ten in each."""
    data = packed({"a.txt": b"0" * 10_000_000})
    for _ in range(depth):
        data = packed({f"{i}.zip": data for i in range(10)})
    return data


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "entity bomb in a .docx": ("a.docx", lambda: docx(paragraph("&j;"), BOMB)),
    "external entity in a .docx": (
        "a.docx",
        lambda: docx(paragraph("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    "entity bomb in .xml": ("a.xml", lambda: (BOMB + "<p>&j;</p>").encode()),
    "entity bomb in .html": ("a.html", lambda: (BOMB + "<html><body>&j;</body></html>").encode()),
    "small .docx, 121 MB inside": ("a.docx", lambda: docx(paragraph("a" * 121_000_000))),
    ".docx of 3.9 MB of tags": ("a.docx", lambda: docx("<w:p/>" * 650_000, method=0)),
    ".docx of 19 MB of tags": ("a.docx", lambda: docx("<w:p/>" * 3_100_000, method=0)),
    ".docx nested 100,000 deep": (
        "a.docx",
        lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000, method=0),
    ),
    "flat zip bomb": ("a.zip", lambda: packed({f"{i}.txt": b"0" * 10_000_000 for i in range(40)})),
    "nested zip bomb": ("a.zip", nested_zip),
    "nested zip called .docx": ("a.zip", lambda: packed({"b.docx": nested_zip(1)})),
    "zip whose sizes lie": ("a.zip", lying_zip),
    "zip of 10,000 files": ("a.zip", lambda: packed({f"{i}.txt": b"x" for i in range(10_000)}, 0)),
    "zip of 70,000 files": ("a.zip", lambda: packed({f"{i}.txt": b"" for i in range(70_000)}, 0)),
    "zip of 1,000 files": (
        "a.zip",
        lambda: packed({f"{i}.txt": SENTENCE.encode() * 10 for i in range(1000)}),
    ),
    "zip of ten slow PDFs": (
        "a.zip",
        lambda: packed({f"{i}.pdf": pdf_stream_bomb() for i in range(10)}),
    ),
    "zip with names that climb": (
        "a.zip",
        lambda: packed({"../../climb.txt": SENTENCE.encode() * 9, "/etc/x.txt": b"The quay shut."}),
    ),
    "PDF with a million pages claimed": ("a.pdf", lambda: pdf("x", claims=1_000_000)),
    "PDF whose pages contain themselves": ("a.pdf", pdf_loop),
    "PDF page of a gigabyte": ("a.pdf", pdf_stream_bomb),
    "PDF of nested arrays": ("a.pdf", lambda: b"%PDF-1.4\n1 0 obj\n" + b"[" * 2_000_000),
    "HTML with 24 MB of scripts": (
        "a.html",
        lambda: b"<html><body>" + b"<script>alert(1)</script>" * 1_000_000 + SENTENCE.encode() * 9,
    ),
    "HTML nested 200,000 deep": ("a.html", lambda: b"<html><body>" + b"<div>" * 200_000 + b"word"),
    "HTML of 11,900 paragraphs": (
        "a.html",
        lambda: b"<html><body>" + (b"<p>" + SENTENCE.encode()[:60] + b".</p>") * 11_900,
    ),
    "HTML of 11,900 dates": (
        "a.html",
        lambda: b"<html><body>" + b"<time>1 May 2020</time><p>Published May 1, 2020</p>" * 5_950,
    ),
    "HTML of long class names": (
        "a.html",
        lambda: b"<html><body>" + (b"<div class='" + b"a-b-c " * 60 + b"'>x y</div>") * 12_000,
    ),
    "HTML of links": (
        "a.html",
        lambda: b"<html><body>" + (b"<div><a href='x'>" + b"word " * 20 + b"</a></div>") * 5_950,
    ),
    "HTML of unclosed tags": ("a.html", lambda: b"<html><body>" + b"<a href='" * 400_000),
    "HTML table in table": ("a.html", lambda: b"<html><body>" + b"<table><tr><td>" * 15_000 + b"x"),
    "mail of 20,000 nested parts": (
        "a.eml",
        lambda: (
            b"From: a@example.org\nMIME-Version: 1.0\n"
            + b'Content-Type: multipart/mixed; boundary="a"\n\n--a\n' * 20_000
        ),
    ),
    "mail from 900 brackets": (
        "a.eml",
        lambda: b"From: " + b"(" * 900 + b"\nMIME-Version: 1.0\n\nx y",
    ),
    "CSV with one endless quotation": ("a.csv", lambda: b'text\n"' + SENTENCE.encode() * 200_000),
    "CSV of a million empty columns": ("a.csv", lambda: b"," * 1_000_000 + b"\nx"),
    "CSV of 300,000 rows": ("a.csv", lambda: b"text,title\n" + b"The quay shut,Quay\n" * 300_000),
    "JSONL nested 100,000 deep": ("a.jsonl", lambda: b'{"text": ' + b"[" * 100_000),
    "JSONL with an endless figure": ("a.jsonl", lambda: b'{"text": ' + b"9" * 1_000_000 + b"}"),
    "Markdown of 5 MB of marks": ("a.md", lambda: b"*[_`!<" * 800_000 + b"word"),
    "Markdown links that never close": ("a.md", lambda: b"[a](" * 1_000_000),
    "24 MB of text": ("a.txt", lambda: SENTENCE.encode() * 280_000),
    "24 MB of noughts": ("a.txt", lambda: b"\0" * 24_000_000),
    "26 MB": ("a.txt", lambda: b"a " * 13_500_000),
}

# Runs on Linux and macOS. Linux hands ru_maxrss (there in kB) on to the programs a process starts:
# one started by a large process would seem to use nothing, so its own peak is read from /proc.
_MEASURE = """
import json, resource, sys, types
from contextlib import suppress
pkg = types.ModuleType("analysis"); pkg.__path__ = [sys.argv[1] + "/analysis"]
sys.modules["analysis"] = pkg; sys.path.insert(0, sys.argv[1])
from analysis.intake import read_everything
from analysis.reading.article import read_article
import trafilatura, lxml.html
data = open(0, "rb").read()
def used(line):
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = dict(row.split(":", 1) for row in open("/proc/self/status"))
    return int(status[line].split()[0]) * 1024
def cpu():
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, whose))
with suppress(OSError):  # forgets the peak of imports and of taking the file in
    open("/proc/self/clear_refs", "w").write("5")
idle, began = used("VmRSS"), cpu()
found = read_everything(sys.argv[2], data)
for draft in found.drafts[:1]:  # the page shows the first at once
    read_article(draft.text, title=draft.title)
seconds, own = cpu() - began, used("VmHWM") - idle
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
child *= 1 if sys.platform == "darwin" else 1024
print(json.dumps({"seconds": seconds, "bytes": max(own, child),
    "drafts": len(found.drafts), "reason": found.failures[0].reason if found.failures else "",
    "names": [d.name for d in found.drafts][:5]}))
"""


def measure(name: str, data: bytes) -> dict[str, object]:
    """Seconds, bytes above idle (the larger of ours and the PDF process's), and what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(ROOT), name],
        input=data,
        capture_output=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode()[-2000:])
    found: dict[str, object] = json.loads(done.stdout)
    return found


def hostile_report(words: str = "") -> str:
    """One row of a table per hostile file: its MB, seconds, MB above idle, what the reader is told.

    With ``words``, only the files with one of these in what they are called.
    """
    lines = []
    for what, (name, make) in FILES.items():
        if words and not any(word in what for word in words.split()):
            continue
        data = make()
        found = measure(name, data)
        told = found["reason"] or f"{found['drafts']} read"
        size, used = len(data) / 1e6, float(str(found["bytes"])) / 1e6
        lines.append(f"| {what} | {size:.2f} | {found['seconds']:.2f} | {used:.0f} | {told} |")
    return "\n".join(lines)
