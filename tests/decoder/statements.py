"""The statements of an authority, verified as a whole: keys.md, section 7."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import hpke
import p384
import strict_json as js
from grants import encryption_key_id
from refused import require
from signed_json import is_authority, is_in_time, is_signed, is_spki, is_time, root_fingerprint

PAYLOAD_TYPE = "application/vnd.direktvermittlung.statement+json"
is_number = js.integer(1)
is_member = js.record(
    {
        "account": js.uuid,
        "role": js.one_of("official", "lead", "export"),
        "signing_key": is_spki,
        "kem_key_id": js.hex_digits(64),
    }
)


def _form(kind: str, **fields):
    common = {"type": js.one_of(kind), "authority": is_authority, "not_before": is_time, "expires": is_time}
    return js.record({**common, **fields})


FORMS = {
    "authority": _form("authority", name=js.text(1, 200), root=is_spki, operational=is_spki, seq=is_number),
    "unit-key": _form(
        "unit-key",
        unit_id=js.uuid,
        epoch=js.integer(1, 2**32 - 1),
        kem=js.pattern("[0-9a-f]{4}"),
        key=js.base64url(1, 4096),
        seq=is_number,
        prev=lambda value: value is None or js.hex_digits(64)(value),
    ),
    "members": _form("members", unit_id=js.uuid, seq=is_number, members=js.list_of(is_member, 1000)),
    "receipt-key": _form("receipt-key", key=is_spki),
}


@dataclass(frozen=True)
class Signed:
    payload: bytes
    signature: bytes


@dataclass(frozen=True)
class ReceiptKey:
    spki: bytes
    valid_from: str
    valid_until: str


@dataclass(frozen=True)
class Directory:
    name: str
    unit_keys: dict  # unit id: (epoch, id of its encryption key)
    signers: dict  # unit id: {key id: (account, role)}
    receipt_keys: list


def _parse(payload: bytes) -> dict:
    value = js.parse(payload, "E_STATEMENT")
    kind = value.get("type") if isinstance(value, dict) else None
    require(isinstance(kind, str) and kind in FORMS and FORMS[kind](value), "E_STATEMENT")
    require(value["not_before"] < value["expires"], "E_STATEMENT")
    return value


def _in_order(statements, kind: str) -> dict:
    """By unit, its statements of one kind in the order of their numbers."""
    units: dict = {}
    for value, payload in statements:
        if value["type"] == kind:
            by_seq = units.setdefault(value["unit_id"], {})
            require(value["seq"] not in by_seq, "E_STATEMENT_SEQ")
            by_seq[value["seq"]] = (value, payload)
    return {unit: [by_seq[seq] for seq in sorted(by_seq)] for unit, by_seq in units.items()}


def _current_unit_key(chain, pinned_epoch: int):
    before = digest = None
    for current, payload in chain:
        require(current["kem"] == "0051", "E_SUITE")
        require((current["seq"] == 1) == (current["prev"] is None), "E_STATEMENT_SEQ")
        if before is not None:
            require(current["epoch"] > before["epoch"], "E_STATEMENT_SEQ")
            is_next = current["seq"] == before["seq"] + 1
            require(not is_next or current["prev"] == digest, "E_STATEMENT_SEQ")
        before, digest = current, hashlib.sha256(payload).hexdigest()
    require(current["epoch"] >= pinned_epoch, "E_EPOCH_OLD")
    key = js.from_base64url(current["key"])
    require(len(key) == hpke.PUBLIC_KEY_LENGTH, "E_KEY")
    return current["epoch"], encryption_key_id(key)


def _signers(members) -> dict:
    signers: dict = {}
    for member in members:
        key_id = p384.signing_key_id(js.from_base64url(member["signing_key"]))
        require(key_id not in signers, "E_STATEMENT")
        signers[key_id] = (member["account"], member["role"])
    return signers


def verify_directory(signed, authority: str, now: str, pinned_root: bytes | None, pinned_epochs: dict) -> Directory:
    statements = [(_parse(one.payload), one.payload) for one in signed]
    heads = [value for value, _ in statements if value["type"] == "authority"]
    require(len(heads) == 1, "E_STATEMENT")
    head = heads[0]
    root, operational = js.from_base64url(head["root"]), js.from_base64url(head["operational"])
    require(pinned_root is None or root_fingerprint(root) == pinned_root, "E_ROOT_CHANGED")
    for one, (value, payload) in zip(signed, statements):
        require(value["authority"] == authority, "E_STATEMENT_CONTEXT")
        signer = root if value is head else operational
        require(is_signed(signer, PAYLOAD_TYPE, payload, one.signature), "E_STATEMENT_SIG")
        require(is_in_time(now, value["not_before"], value["expires"]), "E_STATEMENT_EXPIRED")

    unit_keys = {
        unit: _current_unit_key(chain, pinned_epochs.get(unit, 0))
        for unit, chain in _in_order(statements, "unit-key").items()
    }
    signers = {
        unit: _signers(chain[-1][0]["members"]) for unit, chain in _in_order(statements, "members").items()
    }
    receipt_keys = [
        ReceiptKey(js.from_base64url(value["key"]), value["not_before"], value["expires"])
        for value, _ in statements
        if value["type"] == "receipt-key"
    ]
    for key in receipt_keys:
        p384.signing_key_id(key.spki)
    return Directory(head["name"], unit_keys, signers, receipt_keys)
