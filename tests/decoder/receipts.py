"""Receipts: keys.md, section 8."""

from __future__ import annotations

import hashlib

import strict_json as js
from refused import require
from signed_json import is_authority, is_in_time, is_signed, is_time
from statements import Signed, check_signed, parse_statement, receipt_keys

PAYLOAD_TYPE = "application/vnd.direktvermittlung.receipt+json"
LEVELS = ("low", "substantial", "high")


def _list_named_by(name: str):
    digests = {"message_id": js.hex_digits(64), "ciphertext_digest": js.hex_digits(64)}
    return js.list_of(js.record({name: js.uuid, **digests, "bytes": js.integer(1)}), 1000)


is_receipt = js.record(
    {
        "type": js.one_of("receipt"),
        "version": js.one_of(1),
        "authority": is_authority,
        "unit_id": js.uuid,
        "case_id": js.uuid,
        "reference": js.text(1, 100),
        "received_at": is_time,
        "sender": js.record({"key_id": js.hex_digits(64), "assurance": js.one_of(*LEVELS)}),
        "documents": _list_named_by("document_id"),
        "messages": _list_named_by("id"),
        "count": js.integer(1),
        "bytes": js.integer(1),
    }
)


def message_ids(receipt) -> list:
    """Documents first."""
    return [container["message_id"] for container in receipt["documents"] + receipt["messages"]]


def parse_receipt(payload: bytes):
    receipt = js.parse(payload, "E_RECEIPT")
    require(is_receipt(receipt), "E_RECEIPT")
    containers, listed = receipt["documents"] + receipt["messages"], message_ids(receipt)
    require(receipt["count"] == len(containers), "E_RECEIPT")
    require(receipt["bytes"] == sum(container["bytes"] for container in containers), "E_RECEIPT")
    require(len(set(listed)) == len(listed), "E_RECEIPT")
    return receipt


def check_signature(receipt, signed: Signed, certified) -> None:
    at = receipt["received_at"]
    keys = [key.spki for key in certified if is_in_time(at, key.valid_from, key.valid_until)]
    signers = [spki for spki in keys if is_signed(spki, PAYLOAD_TYPE, signed.payload, signed.signature)]
    require(bool(signers), "E_RECEIPT_SIG")


def verify_receipt(signed: Signed, certified, authority: str, case_id: str, sender: str, sent: list):
    """`sender` is the key id of this client, `sent` are the message ids of what it sent, both in hex."""
    receipt = parse_receipt(signed.payload)
    check_signature(receipt, signed, certified)
    actual = (receipt["authority"], receipt["case_id"], receipt["sender"]["key_id"])
    require(actual == (authority, case_id, sender), "E_RECEIPT_CONTEXT")
    require(sorted(message_ids(receipt)) == sorted(sent), "E_RECEIPT_CONTEXT")
    return receipt


def verify_evidence(signed: Signed, statements, pinned_root: bytes):
    """For its own time: the name of the authority, and the number that people compare."""
    receipt = parse_receipt(signed.payload)
    at = receipt["received_at"]
    parsed = [(parse_statement(one.payload), one) for one in statements]
    used = [
        (value, one)
        for value, one in parsed
        if value["type"] == "authority"
        or value["type"] == "receipt-key" and is_in_time(at, value["not_before"], value["expires"])
    ]
    head = check_signed(used, receipt["authority"], at, pinned_root)
    check_signature(receipt, signed, receipt_keys(used))
    contents = hashlib.sha256(b"PSRC" + b"".join(map(bytes.fromhex, message_ids(receipt)))).digest()
    return head["name"], contents
