"""Receipts: keys.md, section 8."""

from __future__ import annotations

import strict_json as js
from refused import require
from signed_json import is_authority, is_in_time, is_signed, is_time
from statements import Signed

PAYLOAD_TYPE = "application/vnd.direktvermittlung.receipt+json"


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
        "documents": _list_named_by("document_id"),
        "messages": _list_named_by("id"),
        "count": js.integer(1),
        "bytes": js.integer(1),
    }
)


def verify_receipt(signed: Signed, receipt_keys, authority: str, case_id: str, sent: list):
    """`sent` are the message ids, in hex, of the containers that this client sent."""
    receipt = js.parse(signed.payload, "E_RECEIPT")
    require(is_receipt(receipt), "E_RECEIPT")
    containers = receipt["documents"] + receipt["messages"]
    listed = [container["message_id"] for container in containers]
    require(receipt["count"] == len(containers), "E_RECEIPT")
    require(receipt["bytes"] == sum(container["bytes"] for container in containers), "E_RECEIPT")
    require(len(set(listed)) == len(listed), "E_RECEIPT")

    at = receipt["received_at"]
    certified = [key.spki for key in receipt_keys if is_in_time(at, key.valid_from, key.valid_until)]
    signers = [spki for spki in certified if is_signed(spki, PAYLOAD_TYPE, signed.payload, signed.signature)]
    require(bool(signers), "E_RECEIPT_SIG")

    as_expected = receipt["authority"] == authority and receipt["case_id"] == case_id
    require(as_expected and sorted(listed) == sorted(sent), "E_RECEIPT_CONTEXT")
    return receipt
