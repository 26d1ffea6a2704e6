"""Zip archives without surprises: counted before they are opened, and again while read.

Declared sizes may lie, so every member is read through a budget; names are labels only and
nothing is ever written to disk. After David Fifield, "A better zip bomb" (WOOT 2019).
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from analysis.intake.drafts import Limits
from analysis.intake.kinds import SUFFIXES, suffix
from analysis.records import ArticleError

_END = b"PK\x05\x06"
_END_SIZE = 22
_COMMENT = 65_535  # the longest comment a zip archive may end with
_ENTRY = 1_024  # bytes of directory an ordinary member takes at most
_RATIO_FROM = 1_000_000  # bytes; smaller members may pack as well as they like
DAMAGED = "This archive or document is damaged: make or download it again."
# What zipfile and its unpackers raise over mutated archives, as fuzzing showed.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, KeyError, RuntimeError),
    *(EOFError, OSError, ValueError, OverflowError, IndexError),
)
_TOO_LARGE = "Unpacked, this file would be too large ({}): upload the articles in smaller parts."
_LOCKED = "This archive is protected by a password: unpack it and upload the files."


@contextmanager
def open_archive(data: bytes, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive, once its directory has been found to be within the limits.

    Raises ``ArticleError`` for damage, passwords, too many members or too much in them.
    """
    check_directory(data, limits)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise ArticleError(DAMAGED) from None
    with archive:
        _check_members(archive.infolist(), limits)
        yield archive


def check_directory(data: bytes, limits: Limits) -> None:
    """Refuse a directory of too many members before Python builds an object for each."""
    at = data.rfind(_END, max(0, len(data) - _COMMENT - _END_SIZE))
    if at < 0 or len(data) - at < _END_SIZE:
        raise ArticleError(DAMAGED)
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > limits.members or size > limits.members * _ENTRY:
        raise ArticleError(
            f"This archive holds more than {limits.members:,} files: upload them in smaller parts."
        )


def _check_members(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise ArticleError(
            f"This archive holds more than {limits.members:,} files: upload them in smaller parts."
        )
    if any(member.flag_bits & 1 for member in members):
        raise ArticleError(_LOCKED)
    total = sum(member.file_size for member in members)
    if total > limits.unpacked_bytes:
        raise ArticleError(_TOO_LARGE.format(f"{total / 1e6:,.0f} MB"))
    for member in members:
        small = member.file_size < _RATIO_FROM
        if not small and member.file_size > limits.ratio * max(1, member.compress_size):
            raise ArticleError(_TOO_LARGE.format("packed more tightly than text can be"))


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str, budget: int) -> bytes:
    """The bytes of one member, never more than the budget whatever its size claims to be."""
    try:
        with archive.open(member) as stream:
            data = stream.read(budget + 1)
    except NotImplementedError:
        raise ArticleError(
            "This archive is packed in an unusual way: pack it again as an ordinary .zip."
        ) from None
    except BROKEN:
        raise ArticleError(DAMAGED) from None
    if len(data) > budget:
        raise ArticleError(_TOO_LARGE.format(f"over {budget / 1e6:,.0f} MB"))
    return data


def article_members(archive: zipfile.ZipFile) -> tuple[list[zipfile.ZipInfo], list[str]]:
    """The members to read, and the names of others: folders and system files are passed over."""
    wanted: list[zipfile.ZipInfo] = []
    others: list[str] = []
    for member in archive.infolist():
        path = PurePosixPath(member.filename.replace("\\", "/"))
        hidden = path.name.startswith(".") or "__MACOSX" in path.parts
        if not path.name or member.filename.endswith("/") or hidden:
            continue
        if suffix(member.filename) in SUFFIXES - {".zip"}:
            wanted.append(member)
        else:
            others.append(label(member))
    return wanted, others


def label(member: zipfile.ZipInfo) -> str:
    """A member's name for display: its last part, without what could be taken for a path."""
    name = PurePosixPath(member.filename.replace("\\", "/")).name
    return "".join(c for c in name if c.isprintable())[:120] or "(no name)"
