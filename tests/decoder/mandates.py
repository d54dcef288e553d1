"""Mandates of deputies: keys.md, section 10."""

from __future__ import annotations

from datetime import datetime, timedelta

import strict_json as js
from refused import require
from signed_json import is_authority, is_signed, is_time
from statements import Signed

MANDATE_TYPE = "application/vnd.direktvermittlung.mandate+json"
MAY_SPEAK = ("official", "lead")
CONTEXT = ("authority", "unit_id", "case_id")
LONGEST = timedelta(days=92, hours=1)

is_mandate = js.record(
    {
        "type": js.one_of("mandate"),
        "version": js.one_of(1),
        "authority": is_authority,
        "unit_id": js.uuid,
        "case_id": js.uuid,
        "given_by": js.hex_digits(64),
        "deputy": js.uuid,
        "deputy_unit_id": js.uuid,
        "deputy_key": js.hex_digits(64),
        "not_before": is_time,
        "expires": is_time,
    }
)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def verify_mandate(signed: Signed, context: tuple, members: dict):
    """The key of the deputy, and from when to when. `members`: (unit, key id) to (account, SPKI, role, until or None)."""
    mandate = js.parse(signed.payload, "E_MANDATE")
    require(is_mandate(mandate), "E_MANDATE")
    length = _time(mandate["expires"]) - _time(mandate["not_before"])
    require(timedelta(0) < length <= LONGEST, "E_MANDATE")
    require(tuple(mandate[name] for name in CONTEXT) == context, "E_MANDATE_CONTEXT")
    nobody = ("", b"", None, None)
    giver, spki, giver_role, giver_until = members.get((mandate["unit_id"], mandate["given_by"]), nobody)
    taker, _, taker_role, taker_until = members.get((mandate["deputy_unit_id"], mandate["deputy_key"]), nobody)
    require(giver_role in MAY_SPEAK and taker_role in MAY_SPEAK, "E_MANDATE_SIG")
    require(taker == mandate["deputy"] and giver != taker, "E_MANDATE_SIG")
    require(is_signed(spki, MANDATE_TYPE, signed.payload, signed.signature), "E_MANDATE_SIG")
    ends = [end for end in (mandate["expires"], giver_until, taker_until) if end is not None]
    return mandate["deputy_key"], mandate["not_before"], min(ends)
