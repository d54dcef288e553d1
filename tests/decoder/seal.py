"""SEAL: container-format.md, section 8."""

from __future__ import annotations

import hashlib

import p384
from floe import body_length, segment_lengths
from header import SUITE, Header
from refused import require

LENGTH = 184
FIELDS = 88


def list_digest(segment_digests) -> bytes:
    return hashlib.sha256(b"PSC1 segments\0" + b"".join(segment_digests)).digest()


def seal_fields(header: Header, floe_header: bytes, segment_digests) -> bytes:
    lengths = (body_length(header.padded), len(segment_lengths(header.padded)))
    start = b"PSS1" + bytes([SUITE, 0, 0, 0]) + b"".join(n.to_bytes(8, "big") for n in lengths)
    return start + list_digest(segment_digests) + hashlib.sha256(header.data + floe_header).digest()


def message_id(seal: bytes) -> bytes:
    require(len(seal) == LENGTH, "E_LENGTH")
    return hashlib.sha256(seal[:FIELDS]).digest()


def check_form(seal: bytes, header: Header, floe_header: bytes) -> None:
    """All but its length, known by then, the signature, and the list of segments, which only the body can confirm."""
    require(seal[:4] == b"PSS1", "E_MAGIC")
    require(seal[4] == SUITE, "E_SUITE")
    require(seal[5:8] == bytes(3), "E_RESERVED")
    expected = seal_fields(header, floe_header, [])
    require(seal[8:24] == expected[8:24], "E_SEAL_DIGEST")
    require(seal[56:88] == expected[56:88], "E_SEAL_DIGEST")


def check_seal(seal: bytes, header: Header, floe_header: bytes, sender_spki: bytes) -> None:
    check_form(seal, header, floe_header)
    require(p384.signing_key_id(sender_spki) == header.sender_key_id, "E_SENDER")
    require(p384.verify(sender_spki, seal[FIELDS:], b"PSC1 seal v1\0" + seal[:FIELDS]), "E_SEAL_SIG")
