"""The statements of an authority, verified as a whole: keys.md, section 7, steps 1 to 8. Step 9 is log.py."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta

import hpke
import p384
import strict_json as js
from grants import encryption_key_id
from refused import require
from signed_json import from_time, to_time
from statements import check_signed, only_one, parse_statement, receipt_keys

FRESH = timedelta(hours=72)


@dataclass(frozen=True)
class Directory:
    name: str
    unit_keys: dict  # unit id: (epoch, id of its encryption key)
    signers: dict  # unit id: {key id: (account, role)}
    receipt_keys: list
    seqs: dict  # numbers of the authority statement, the log policy and the head
    issued_at: str
    last_fresh: str


def _digest(payload: bytes) -> str:
    return hashlib.sha256(payload).hexdigest()


def _in_order(statements, kind: str) -> dict:
    """By unit, its statements of one kind in the order of their numbers."""
    units: dict = {}
    for value, one in statements:
        if value["type"] == kind:
            by_seq = units.setdefault(value["unit_id"], {})
            require(value["seq"] not in by_seq, "E_STATEMENT_SEQ")
            by_seq[value["seq"]] = (value, _digest(one.payload))
    return {unit: [by_seq[seq] for seq in sorted(by_seq)] for unit, by_seq in units.items()}


def _check_chain(chain) -> None:
    before = before_digest = None
    for current, digest in chain:
        require(current["kem"] == "0051", "E_SUITE")
        require((current["seq"] == 1) == (current["prev"] is None), "E_STATEMENT_SEQ")
        if before is not None:
            require(current["epoch"] > before["epoch"], "E_STATEMENT_SEQ")
            is_next = current["seq"] == before["seq"] + 1
            require(not is_next or current["prev"] == before_digest, "E_STATEMENT_SEQ")
        before, before_digest = current, digest


def _named(unit, keys: dict, members: dict):
    """The key and the list that count for a unit: the newest, and the ones that the head names."""
    no_statement = [(None, None)]
    key, key_digest = keys.get(unit["unit_id"], no_statement)[-1]
    listed, list_digest = members.get(unit["unit_id"], no_statement)[-1]
    require((key_digest, list_digest) == (unit["unit_key"], unit["members"]), "E_HEAD_MISMATCH")
    require(key["epoch"] == unit["epoch"], "E_HEAD_MISMATCH")
    return key, listed["members"]


def _unit_key(statement, pinned_epoch: int):
    require(statement["epoch"] >= pinned_epoch, "E_EPOCH_OLD")
    key = js.from_base64url(statement["key"])
    require(len(key) == hpke.PUBLIC_KEY_LENGTH, "E_KEY")
    return statement["epoch"], encryption_key_id(key)


def _signers(members) -> dict:
    signers: dict = {}
    for member in members:
        key_id = p384.signing_key_id(js.from_base64url(member["signing_key"]))
        require(key_id not in signers, "E_STATEMENT")
        signers[key_id] = (member["account"], member["role"])
    return signers


def verify_directory(signed, authority: str, now: str, pinned_root, pinned_epochs: dict, pinned_seqs: dict) -> Directory:
    statements = [(parse_statement(one.payload), one) for one in signed]
    own = check_signed(statements, authority, now, pinned_root)
    policy = only_one(statements, "log-policy")
    head = only_one(statements, "directory-head")
    seqs = {"authority": own["seq"], "policy": policy["seq"], "head": head["seq"]}
    require(all(seqs[one] >= pinned_seqs[one] for one in seqs), "E_HEAD_OLD")

    keys, members = _in_order(statements, "unit-key"), _in_order(statements, "members")
    for chain in keys.values():
        _check_chain(chain)
    require(len({unit["unit_id"] for unit in head["units"]}) == len(head["units"]), "E_STATEMENT")
    named = {unit["unit_id"]: _named(unit, keys, members) for unit in head["units"]}
    return Directory(
        name=own["name"],
        unit_keys={unit: _unit_key(key, pinned_epochs.get(unit, 0)) for unit, (key, _) in named.items()},
        signers={unit: _signers(listed) for unit, (_, listed) in named.items()},
        receipt_keys=receipt_keys(statements),
        seqs=seqs,
        issued_at=head["not_before"],
        last_fresh=to_time(from_time(head["not_before"]) + FRESH),
    )
