"""Checkpoints, and the signatures under them: key-log.md, section 3."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

import p384
import strict_json as js
from refused import Refused, require
from signed_json import is_log_name
from tree import EMPTY_ROOT

LOG = b"direktvermittlung.checkpoint.ecdsa-p384-sha384.v1"
WITNESS = b"direktvermittlung.cosignature.ecdsa-p384-sha384.v1"
MAX_SIGNATURES = 17


@dataclass(frozen=True)
class Signature:
    name: str
    key_id: bytes
    value: bytes


@dataclass(frozen=True)
class Checkpoint:
    body: bytes
    origin: str
    size: int
    root: bytes
    signatures: list

    def by(self, name: str, key_id: bytes):
        """The one line of this key, or None."""
        return next((one for one in self.signatures if (one.name, one.key_id) == (name, key_id)), None)


def key_id(name: str, kind: bytes, spki: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n\xff" + kind + b"\n" + spki).digest()[:4]


def parse_size(text: str) -> int:
    require(re.fullmatch("0|[1-9][0-9]{0,15}", text) is not None, "E_LOG_FORMAT")
    require(int(text) <= js.MAX_INTEGER, "E_LOG_FORMAT")
    return int(text)


def parse_base64(text: str) -> bytes:
    try:
        return js.from_base64(text)
    except ValueError:
        raise Refused("E_LOG_FORMAT") from None


def _parse_signature(line: str) -> Signature:
    parts = line.split(" ")
    require(len(parts) == 3 and parts[0] == "\u2014" and is_log_name(parts[1]), "E_LOG_FORMAT")
    require(8 <= len(parts[2]) <= 8192, "E_LOG_FORMAT")
    value = parse_base64(parts[2])
    require(len(value) > 4, "E_LOG_FORMAT")
    return Signature(parts[1], value[:4], value[4:])


def parse_checkpoint(note: str) -> Checkpoint:
    lines = note.split("\n")
    require(len(lines) >= 6 and lines[3] == "" and lines[-1] == "", "E_LOG_FORMAT")
    require(is_log_name(lines[0]), "E_LOG_FORMAT")
    size, root = parse_size(lines[1]), parse_base64(lines[2])
    require(len(root) == 32 and (size > 0 or root == EMPTY_ROOT), "E_LOG_FORMAT")
    signatures = [_parse_signature(line) for line in lines[4:-1]]
    require(len(signatures) <= MAX_SIGNATURES, "E_LOG_FORMAT")
    require(len({(one.name, one.key_id) for one in signatures}) == len(signatures), "E_LOG_FORMAT")
    return Checkpoint("".join(f"{line}\n" for line in lines[:3]).encode(), lines[0], size, root, signatures)


def is_signed_by_log(checkpoint: Checkpoint, spki: bytes) -> bool:
    line = checkpoint.by(checkpoint.origin, key_id(checkpoint.origin, LOG, spki))
    return line is not None and p384.verify(spki, line.value, b"checkpoint/v1\n" + checkpoint.body)


def cosigned_at(checkpoint: Checkpoint, name: str, spki: bytes) -> int | None:
    """Seconds since 1970, None without a line of this witness. A line that does not verify spoils the checkpoint."""
    line = checkpoint.by(name, key_id(name, WITNESS, spki))
    if line is None:
        return None
    require(len(line.value) == 104, "E_LOG_WITNESS")
    seconds = int.from_bytes(line.value[:8], "big")
    message = b"cosignature/v1\ntime %d\n" % seconds + checkpoint.body
    require(p384.verify(spki, line.value[8:], message), "E_LOG_WITNESS")
    return seconds
