"""What an authority states about its keys, one statement at a time: keys.md, section 7."""

from __future__ import annotations

from dataclasses import dataclass

import p384
import strict_json as js
from refused import require
from signed_json import is_authority, is_in_time, is_log_name, is_signed, is_spki, is_time, root_fingerprint

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
is_epoch = js.integer(1, 2**32 - 1)
is_named_unit = js.record(
    {"unit_id": js.uuid, "epoch": is_epoch, "unit_key": js.hex_digits(64), "members": js.hex_digits(64)}
)


def _form(kind: str, **fields):
    common = {"type": js.one_of(kind), "authority": is_authority, "not_before": is_time, "expires": is_time}
    return js.record({**common, **fields})


FORMS = {
    "authority": _form("authority", name=js.text(1, 200), root=is_spki, operational=is_spki, seq=is_number),
    "unit-key": _form(
        "unit-key",
        unit_id=js.uuid,
        epoch=is_epoch,
        kem=js.pattern("[0-9a-f]{4}"),
        key=js.base64url(1, 4096),
        seq=is_number,
        prev=lambda value: value is None or js.hex_digits(64)(value),
    ),
    "members": _form("members", unit_id=js.uuid, seq=is_number, members=js.list_of(is_member, 1000)),
    "receipt-key": _form("receipt-key", key=is_spki),
    "log-policy": _form(
        "log-policy",
        seq=is_number,
        origin=is_log_name,
        log_key=is_spki,
        witnesses=js.list_of(js.record({"name": is_log_name, "key": is_spki}), 16),
        threshold=js.integer(1, 16),
    ),
    "directory-head": _form("directory-head", seq=is_number, units=js.list_of(is_named_unit, 1000)),
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


def parse_statement(payload: bytes) -> dict:
    value = js.parse(payload, "E_STATEMENT")
    kind = value.get("type") if isinstance(value, dict) else None
    require(isinstance(kind, str) and kind in FORMS and FORMS[kind](value), "E_STATEMENT")
    require(value["not_before"] < value["expires"], "E_STATEMENT")
    return value


def only_one(statements, kind: str) -> dict:
    found = [value for value, _ in statements if value["type"] == kind]
    require(len(found) == 1, "E_STATEMENT")
    return found[0]


SIGNED_BY_ROOT = ("authority", "log-policy")


def check_signed(statements, authority: str, now: str, pinned_root: bytes | None) -> dict:
    """Steps 1 to 3 for statements that are well formed; the one of the authority."""
    head = only_one(statements, "authority")
    root, operational = js.from_base64url(head["root"]), js.from_base64url(head["operational"])
    require(pinned_root is None or root_fingerprint(root) == pinned_root, "E_ROOT_CHANGED")
    for value, one in statements:
        require(value["authority"] == authority, "E_STATEMENT_CONTEXT")
        signer = root if value["type"] in SIGNED_BY_ROOT else operational
        require(is_signed(signer, PAYLOAD_TYPE, one.payload, one.signature), "E_STATEMENT_SIG")
        in_time = value["type"] == "receipt-key" or is_in_time(now, value["not_before"], value["expires"])
        require(in_time, "E_STATEMENT_EXPIRED")
    return head


def receipt_keys(statements) -> list:
    keys = [
        ReceiptKey(js.from_base64url(value["key"]), value["not_before"], value["expires"])
        for value, _ in statements
        if value["type"] == "receipt-key"
    ]
    for key in keys:
        p384.signing_key_id(key.spki)
    return keys
