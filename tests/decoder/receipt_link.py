"""The link of a receipt, for paper: keys.md, section 8."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from uuid import UUID

import strict_json as js
from receipts import LEVELS, parse_receipt
from refused import Refused, require
from signed_json import from_time, to_time
from statements import Signed

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class _Bytes:
    def __init__(self, data: bytes):
        self.rest = data

    def take(self, length: int) -> bytes:
        require(len(self.rest) >= length, "E_RECEIPT")
        taken, self.rest = self.rest[:length], self.rest[length:]
        return taken

    def number(self, length: int) -> int:
        return int.from_bytes(self.take(length), "big")

    def uuid(self) -> str:
        return str(UUID(bytes=self.take(16)))


def _entry(data: _Bytes, name: str) -> dict:
    return {
        name: data.uuid(),
        "message_id": data.take(32).hex(),
        "ciphertext_digest": data.take(32).hex(),
        "bytes": data.number(8),
    }


def _read(data: _Bytes):
    require(data.number(1) == 1, "E_RECEIPT")
    receipt = {"type": "receipt", "version": 1}
    for name in ("authority", "unit_id", "case_id"):
        receipt[name] = data.uuid()
    root, sender, level = data.take(32), data.take(32).hex(), data.number(1)
    require(level < len(LEVELS), "E_RECEIPT")
    received_at = to_time(EPOCH + timedelta(milliseconds=data.number(8)))
    receipt["reference"] = data.take(data.number(1)).decode("utf-8")
    receipt["received_at"] = received_at
    receipt["sender"] = {"key_id": sender, "assurance": LEVELS[level]}
    documents, messages = data.number(1), data.number(1)
    receipt["documents"] = [_entry(data, "document_id") for _ in range(documents)]
    receipt["messages"] = [_entry(data, "id") for _ in range(messages)]
    receipt["count"] = documents + messages
    receipt["bytes"] = sum(entry["bytes"] for entry in receipt["documents"] + receipt["messages"])
    return receipt, root


def read_link(text: str):
    """The receipt as it was signed, and the root that the paper names."""
    try:
        data = _Bytes(js.from_base64url(text))
        receipt, root = _read(data)
    except (ValueError, OverflowError):
        raise Refused("E_RECEIPT") from None
    payload, signature = js.write(receipt), data.take(96)
    require(data.rest == b"", "E_RECEIPT")
    parse_receipt(payload)
    return Signed(payload, signature), root


def write_link(signed: Signed, root: bytes) -> bytes:
    receipt = parse_receipt(signed.payload)
    milliseconds = (from_time(receipt["received_at"]) - EPOCH) // timedelta(milliseconds=1)
    reference = receipt["reference"].encode()
    parts = [b"\x01", *(UUID(receipt[name]).bytes for name in ("authority", "unit_id", "case_id")), root]
    parts += [bytes.fromhex(receipt["sender"]["key_id"]), bytes([LEVELS.index(receipt["sender"]["assurance"])])]
    parts += [milliseconds.to_bytes(8, "big"), bytes([len(reference)]), reference]
    parts.append(bytes([len(receipt["documents"]), len(receipt["messages"])]))
    for name, entries in (("document_id", receipt["documents"]), ("id", receipt["messages"])):
        for entry in entries:
            digests = bytes.fromhex(entry["message_id"] + entry["ciphertext_digest"])
            parts.append(UUID(entry[name]).bytes + digests + entry["bytes"].to_bytes(8, "big"))
    return b"".join([*parts, signed.signature])
