"""log.json: entries, checkpoints, statements under a checkpoint, and witnesses."""

from __future__ import annotations

import p384
from check_trees import head, nodes, trees
from checkpoint import LOG, WITNESS, key_id, parse_checkpoint
from log import Policy, entry_of, parse_entry, verify_logged
from signed_json import from_time
from tree import leaf_hash
from vectors import changed, equal, exactly, must_refuse
from witness import decide

unhex = bytes.fromhex


def entries(vector, _file):
    def accept(case):
        exactly(case, "statement", "entry", "leafHash")
        entry = entry_of(case["statement"].encode())
        equal("entry", entry, case["entry"].encode().hex())
        parse_entry(entry)
        equal("leaf hash", leaf_hash(entry), case["leafHash"])

    for number, case in enumerate(exactly(vector, "accepted", "refused")["accepted"]):
        yield f"entry {number}", lambda case=case: accept(case)
    for case in vector["refused"]:
        entry = exactly(case, "name", "entry")["entry"].encode()
        yield case["name"], lambda entry=entry: must_refuse("E_LOG_FORMAT", lambda: parse_entry(entry))


def checkpoints(vector, _file):
    keys = exactly(vector, "keys", "accepted", "refused")["keys"]
    exactly(keys, "spki", "name", "checkpointKeyId", "cosignatureKeyId")

    def check_keys():
        for kind, name in ((LOG, "checkpointKeyId"), (WITNESS, "cosignatureKeyId")):
            equal(name, key_id(keys["name"], kind, unhex(keys["spki"])), keys[name])

    def accept(case):
        exactly(case, "name", "note", "origin", "size", "root", "body", "signers")
        checkpoint = parse_checkpoint(case["note"])
        equal("body", checkpoint.body, case["body"].encode().hex())
        equal("origin", checkpoint.origin, case["origin"])
        equal("size", checkpoint.size, case["size"])
        equal("root", checkpoint.root, case["root"])
        signers = [{"name": one.name, "keyId": one.key_id.hex()} for one in checkpoint.signatures]
        equal("signers", signers, case["signers"])

    yield "keys", check_keys
    for case in vector["accepted"]:
        yield case["name"], lambda case=case: accept(case)
    for case in vector["refused"]:
        note = exactly(case, "name", "note")["note"]
        yield case["name"], lambda note=note: must_refuse("E_LOG_FORMAT", lambda: parse_checkpoint(note))


def _milliseconds(text: str) -> int:
    return round(from_time(text).timestamp() * 1000)


def _verify_logged(case):
    exactly(case, "now", "policy", "pin", "payloads", "proof", "result")
    policy = exactly(case["policy"], "origin", "logKey", "witnesses", "threshold", "maxAgeMs")
    proof = exactly(case["proof"], "checkpoint", "consistency", "places")
    return verify_logged(
        [payload.encode() for payload in case["payloads"]],
        proof["checkpoint"],
        nodes(proof["consistency"]),
        [(exactly(place, "index", "path")["index"], nodes(place["path"])) for place in proof["places"]],
        Policy(
            policy["origin"],
            unhex(policy["logKey"]),
            [(exactly(one, "name", "spki")["name"], unhex(one["spki"])) for one in policy["witnesses"]],
            policy["threshold"],
            policy["maxAgeMs"],
        ),
        head(case["pin"]),
        _milliseconds(case["now"]),
    )


def logged(vector, _file):
    base = {field: value for field, value in vector.items() if field not in ("accepted", "refused")}
    result = exactly(base["result"], "pin", "witnessedAt")

    def accept(case):
        equal("pin", _verify_logged(case)[0], head(result["pin"]))

    def accept_base():
        equal("witnessed at", _verify_logged(base), (head(result["pin"]), _milliseconds(result["witnessedAt"])))

    yield "logged", accept_base
    for case in vector["accepted"]:
        yield exactly(case, "name", "change")["name"], lambda case=case: accept(changed(base, case["change"]))
    for case in vector["refused"]:
        exactly(case, "name", "change", "error")
        yield case["name"], lambda case=case: must_refuse(
            case["error"], lambda: _verify_logged(changed(base, case["change"]))
        )


def witness(vector, _file):
    listed = exactly(vector, "logs", "requests")["logs"]
    logs = {exactly(log, "origin", "spki")["origin"]: unhex(log["spki"]) for log in listed}

    def check(case):
        exactly(case, "name", "status", "body", "stored", optional=("state", "answer"))
        stored = head(case["stored"])
        status, answer, state = decide(case["body"], logs, stored)
        equal("status", status, case["status"])
        equal("answer", answer, case.get("answer"))
        equal("state", state, head(case["state"]) if status == 200 else stored)

    for origin, spki in logs.items():
        yield origin, lambda spki=spki: p384.signing_key_id(spki)
    for case in vector["requests"]:
        yield case["name"], lambda case=case: check(case)


KINDS = {"trees": trees, "entries": entries, "checkpoints": checkpoints, "logged": logged, "witness": witness}
