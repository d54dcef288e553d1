"""pscf.json: containers handed over as files."""

from __future__ import annotations

import grants
import hpke
from check_grants import grantor
from file_form import read_file
from header import parse_header
from psc1 import CaseKey, Expected, open_container
from vectors import equal, exactly, must_refuse

unhex = bytes.fromhex


def recipient(vector, _file):
    def check():
        exactly(vector, "seed", "keyId")
        equal("key id", grants.encryption_key_id(hpke.public_key(unhex(vector["seed"]))), vector["keyId"])

    yield "recipient", check


def _open(handed_over, file):
    header = parse_header(handed_over.parts.header)
    case_key = CaseKey(header.scope_id, header.generation, unhex(file["caseSecret"]))
    expected = Expected(header.scope_id, header.type)
    return open_container(handed_over.parts, case_key, unhex(file["sender"]["spki"]), expected)


def _secret(env: bytes, handed_over, file) -> bytes:
    """The sender of these files is their grantor as well."""
    header = parse_header(handed_over.parts.header)
    object_id = grants.case_key_id(header.scope_id, header.generation)
    expected = grants.ExpectedGrant(unhex(file["recipient"]["keyId"]), "caseKey", object_id)
    grantors = {unhex(file["sender"]["keyId"]): unhex(file["sender"]["spki"])}
    return grants.open_grant(env, unhex(file["recipient"]["seed"]), expected, grantors)


def case_secret(value, _file):
    yield "case secret", lambda: equal("length", len(unhex(value)), 32)


def result(vector, _file):
    yield "result", lambda: exactly(vector, "name", "type", "content", "messageId")


def accepted(cases, file):
    def check(case):
        handed_over = read_file(unhex(exactly(case, "name", "grants", "file")["file"]))
        equal("grants", len(handed_over.grants), case["grants"])
        for env in handed_over.grants:
            equal("case secret", _secret(env, handed_over, file), file["caseSecret"])
        opened, wanted = _open(handed_over, file), file["result"]
        meta = {"size": len(opened.content), "name": wanted["name"], "type": wanted["type"]}
        equal("meta", opened.meta, meta)
        equal("content", opened.content, wanted["content"])
        equal("message id", opened.message_id, wanted["messageId"])

    for case in cases:
        yield case["name"], lambda case=case: check(case)


def refused(cases, _file):
    for case in cases:
        data = unhex(exactly(case, "name", "file", "error")["file"])
        yield case["name"], lambda case=case, data=data: must_refuse(case["error"], lambda: read_file(data))


KINDS = {
    "recipient": recipient,
    "sender": grantor,
    "caseSecret": case_secret,
    "result": result,
    "accepted": accepted,
    "refused": refused,
}
