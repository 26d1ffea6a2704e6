"""What is written out of a library is whole, or what was there stays."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from library.errors import StoreError
from library.outgoing import write_whole


def test_an_export_that_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "all.jsonl"
    target.write_bytes(b"before")

    def half() -> Any:
        yield b"half"
        raise StoreError("gone")

    with pytest.raises(StoreError):
        write_whole(str(target), half())
    assert target.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["all.jsonl"]


def test_exports_side_by_side_do_not_share_a_part(tmp_path: Path) -> None:
    target = tmp_path / "all.jsonl"
    running = tmp_path / f".all.jsonl.{os.getppid()}.part"
    killed = tmp_path / ".all.jsonl.4194999.part"  # above the highest number of a process
    for part in (running, killed):
        part.write_bytes(b"another's")
    write_whole(str(target), [b"one\n", b"two\n"])
    assert target.read_bytes() == b"one\ntwo\n"
    assert running.exists()
    assert not killed.exists()


def test_standard_output_and_devices_are_written_to_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.chdir(tmp_path)
    write_whole("-", [b"whole\n"])
    assert out.buffer.getvalue() == b"whole\n"  # type: ignore[attr-defined]
    write_whole("/dev/null", [b"gone\n"])
    assert Path("/dev/null").is_char_device()
    assert list(tmp_path.iterdir()) == []
