"""mandates.json: who may speak for a member of a unit, and until when."""

from __future__ import annotations

import p384
from check_statements import signed_text
from mandates import verify_mandate
from vectors import equal, exactly, must_refuse

unhex = bytes.fromhex


def mandate(vector, _file):
    exactly(vector, "expect", "members", "accepted", "refused")
    expect = exactly(vector["expect"], "authority", "unitId", "caseId")
    context = tuple(expect[name] for name in ("authority", "unitId", "caseId"))
    members = {
        (one["unit"], one["keyId"]): (one["account"], unhex(one["spki"]), one["role"], one["until"])
        for one in vector["members"]
    }

    def are_members_named_by_their_keys():
        for one in vector["members"]:
            exactly(one, "unit", "account", "keyId", "spki", "role", "until")
            equal("key id", p384.signing_key_id(unhex(one["spki"])), one["keyId"])

    yield "members", are_members_named_by_their_keys

    def read(case):
        return verify_mandate(signed_text(case["signed"]), context, members)

    for case in vector["accepted"]:
        exactly(case, "name", "signed", "result")

        def accept(case=case):
            key, begins, ends = read(case)
            equal("result", {"keyId": key, "from": begins, "until": ends}, case["result"])

        yield case["name"], accept
    for case in vector["refused"]:
        exactly(case, "name", "signed", "error")
        yield case["name"], lambda case=case: must_refuse(case["error"], lambda: read(case))


KINDS = {"mandate": mandate}
