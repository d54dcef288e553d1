"""Opens a container in the order of reading: container-format.md, section 9."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import floe
from header import Header, parse_header
from padding import read_plaintext, read_start
from refused import require
from seal import check_seal, list_digest, message_id


@dataclass(frozen=True)
class Parts:
    header: bytes
    floe_header: bytes
    seal: bytes
    body: bytes


@dataclass(frozen=True)
class CaseKey:
    scope_id: bytes
    generation: int
    secret: bytes


@dataclass(frozen=True)
class Expected:
    scope_id: bytes
    type: str
    container_id: bytes | None = None
    newest_generation: int | None = None
    sequence: int | None = None
    previous: bytes | None = None
    message_id: bytes | None = None


@dataclass(frozen=True)
class Opened:
    meta: dict
    content: bytes
    message_id: bytes


def check_expectations(header: Header, seal: bytes, case_key: CaseKey, expected: Expected) -> None:
    def as_expected(actual, wanted) -> bool:
        return wanted is None or actual == wanted

    require(header.type == expected.type, "E_TYPE")
    require(header.scope_id == expected.scope_id == case_key.scope_id, "E_CONTEXT")
    require(as_expected(header.container_id, expected.container_id), "E_CONTEXT")
    require(header.generation == case_key.generation, "E_KEYGEN")
    require(expected.newest_generation is None or header.generation >= expected.newest_generation, "E_KEYGEN")
    require(as_expected(header.sequence, expected.sequence), "E_SEQ")
    require(as_expected(header.previous, expected.previous), "E_PREV")
    require(as_expected(message_id(seal), expected.message_id), "E_CONTEXT")


def open_container(parts: Parts, case_key: CaseKey, sender_spki: bytes | None, expected: Expected) -> Opened:
    header = parse_header(parts.header)
    check_expectations(header, parts.seal, case_key, expected)
    require(sender_spki is not None, "E_SENDER")
    floe.check_floe_form(parts.floe_header)
    check_seal(parts.seal, header, parts.floe_header, sender_spki)
    keys = floe.open_keys(case_key.secret, parts.header, parts.floe_header)

    lengths = floe.segment_lengths(header.padded)
    plaintext, digests, meta, start = [], [], None, 0
    for index, length in enumerate(lengths):
        segment = parts.body[floe.SEGMENT * index :][: length + 32]
        plaintext.append(floe.open_segment(keys.data, index, len(lengths), length, segment))
        digests.append(hashlib.sha256(segment).digest())
        if index == 0:
            meta, start = read_start(plaintext[0], header.padded)
    content = read_plaintext(b"".join(plaintext), meta, start)
    require(len(parts.body) == floe.body_length(header.padded), "E_LENGTH")
    require(list_digest(digests) == parts.seal[24:56], "E_SEAL_DIGEST")
    return Opened(meta, content, message_id(parts.seal))
