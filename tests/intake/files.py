"""One small article in each format, for the tests of intake."""

from __future__ import annotations

import json

from benchmarks.hostile import docx, packed, paragraph, pdf

TITLE = "Harbour board shuts the eastern quay"
BODY = (
    "The harbour board of Port Ellery voted on Tuesday to close the eastern quay until the spring.",
    "“A quay that may fall is not a quay at all,” said Ines Farrow, who chairs the board.",
    "Traders said that the closure would cost them a third of their income this winter.",
)
TEXT = "\n\n".join((TITLE, *BODY)) + "\n"
HTML = (
    f'<!doctype html><html><head><meta charset="utf-8"><title>{TITLE} | Courier</title>'
    '<meta property="og:site_name" content="Courier"></head><body><nav><a href="/">Home</a></nav>'
    f"<article><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in BODY)}</article>"
    "<script>alert('never')</script></body></html>"
)
MAIL = (
    "From: Noor Halvorsen <noor@courier.example>\r\nTo: desk@courier.example\r\n"
    f"Subject: {TITLE}\r\nDate: Tue, 3 Mar 2026 19:40:00 +0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
)
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/quay\r\n"
    f"Subject: {TITLE}\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
)
MARKDOWN = f"# {TITLE}\n\n" + "\n\n".join((f"**{BODY[0]}**", f"> {BODY[1]}", f"[{BODY[2]}](/x)"))
CSV = 'headline,body,date\r\n"{}","{}",2026-03-03\r\n'.format(TITLE, " ".join(BODY))
JSONL = json.dumps({"title": TITLE, "text": " ".join(BODY), "outlet": "Courier"}) + "\n"

FILES: dict[str, bytes] = {
    "quay.txt": TEXT.encode(),
    "quay.md": MARKDOWN.encode(),
    "quay.html": HTML.encode(),
    "quay.mhtml": (SAVED + HTML + "\r\n--b--\r\n").encode(),
    "quay.eml": (MAIL + TEXT).encode(),
    "quay.docx": docx("".join(paragraph(p) for p in (TITLE, *BODY))),
    "quay.pdf": pdf(*(p.replace("“", '"').replace("”", '"') for p in (TITLE, *BODY))),
    "quay.csv": CSV.encode(),
    "quay.jsonl": JSONL.encode(),
    "quay.zip": packed({"folder/quay.txt": TEXT.encode(), "quay.html": HTML.encode()}),
}
