"""Entries, and statements under a checkpoint: key-log.md, sections 1, 4 and 5."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import p384
import strict_json as js
from checkpoint import Checkpoint, cosigned_at, is_signed_by_log, parse_checkpoint
from refused import require
from signed_json import is_authority, is_log_name
from statements import FORMS, is_number, parse_statement
from tree import is_consistent, is_included, leaf_hash

DAY = 24 * 60 * 60 * 1000
FIELDS = {
    "version": js.one_of(1),
    "authority": is_authority,
    "type": js.one_of(*FORMS),
    "unit_id": lambda value: value is None or js.uuid(value),
    "seq": lambda value: value is None or is_number(value),
    "statement": js.hex_digits(64),
}


@dataclass(frozen=True)
class Policy:
    origin: str
    log_key: bytes
    witnesses: list  # (name, SPKI)
    threshold: int
    max_age: int  # milliseconds


def entry_of(payload: bytes) -> bytes:
    statement = parse_statement(payload)
    return js.write(
        {
            "version": 1,
            "authority": statement["authority"],
            "type": statement["type"],
            "unit_id": statement.get("unit_id"),
            "seq": statement.get("seq"),
            "statement": hashlib.sha256(payload).hexdigest(),
        }
    )


def parse_entry(data: bytes) -> dict:
    entry = js.parse(data, "E_LOG_FORMAT")
    require(js.record(FIELDS)(entry) and list(entry) == list(FIELDS), "E_LOG_FORMAT")
    return entry


def check_policy(policy: Policy) -> None:
    keys = [policy.log_key, *(spki for _, spki in policy.witnesses)]
    for spki in keys:
        p384.signing_key_id(spki)
    names = [policy.origin, *(name for name, _ in policy.witnesses)]
    require(all(map(is_log_name, names)), "E_LOG_POLICY")
    require(len(set(keys)) == len(keys), "E_LOG_POLICY")
    require(js.integer(1, len(policy.witnesses))(policy.threshold), "E_LOG_POLICY")
    require(policy.max_age >= 0, "E_LOG_POLICY")


def witnessed_at(checkpoint: Checkpoint, policy: Policy, now: int) -> int:
    """The time for which the checkpoint stands; times are milliseconds since 1970."""
    seconds = [cosigned_at(checkpoint, name, spki) for name, spki in policy.witnesses]
    times = sorted((1000 * one for one in seconds if one is not None and 1000 * one <= now + DAY), reverse=True)
    require(len(times) >= policy.threshold, "E_LOG_WITNESS")
    time = times[policy.threshold - 1]
    require(time >= now - policy.max_age, "E_LOG_OLD")
    return time


def _check_growth(pin: tuple | None, newest: tuple, proof) -> None:
    if pin is None:
        require(not proof, "E_LOG_CONSISTENCY")
        return
    require(pin[0] < newest[0] or pin == newest, "E_LOG_FORK")
    require(is_consistent(pin, newest, proof), "E_LOG_CONSISTENCY")


def verify_logged(payloads, note: str, consistency, places, policy: Policy, pin: tuple | None, now: int):
    """What to remember, and the time for which it stands. `places` are (index, path); `pin` is (size, root)."""
    check_policy(policy)
    checkpoint = parse_checkpoint(note)
    require(checkpoint.origin == policy.origin, "E_LOG_ORIGIN")
    require(is_signed_by_log(checkpoint, policy.log_key), "E_LOG_SIG")
    time = witnessed_at(checkpoint, policy, now)
    newest = (checkpoint.size, checkpoint.root)
    _check_growth(pin, newest, consistency)
    require(len(places) == len(payloads), "E_LOG_INCLUSION")
    for payload, (index, path) in zip(payloads, places):
        require(is_included(leaf_hash(entry_of(payload)), index, *newest, path), "E_LOG_INCLUSION")
    return newest, time
