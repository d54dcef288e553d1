"""grants.json."""

from __future__ import annotations

from datetime import datetime, timezone
from uuid import UUID

import aes_gcm
import grants
import hpke
from check_psc1 import suite
from p384 import signing_key_id
from vectors import changed, equal, exactly, must_refuse

unhex = bytes.fromhex


def recipient(vector, _file):
    def check():
        exactly(vector, "seed", "publicKey", "keyId")
        equal("public key", hpke.public_key(unhex(vector["seed"])), vector["publicKey"])
        equal("key id", grants.encryption_key_id(unhex(vector["publicKey"])), vector["keyId"])

    yield "recipient", check


def grantor(vector, _file):
    exactly(vector, "spki", "keyId")
    yield "grantor", lambda: equal("key id", signing_key_id(unhex(vector["spki"])), vector["keyId"])


OBJECT_IDS = {
    "caseKey": lambda i: grants.case_key_id(unhex(i.pop("scopeId")), i.pop("generation")),
    "containerKey": lambda i: grants.container_key_id(unhex(i.pop("header")), unhex(i.pop("floeHeader"))),
    "unitSeed": lambda i: grants.unit_seed_id(UUID(i.pop("unitId")).bytes, i.pop("epoch")),
    "vaultKey": lambda i: grants.vault_key_id(UUID(i.pop("accountId")).bytes),
}


def object_names(cases, _file):
    def check(case):
        exactly(case, "name", "inputs", "objectType", "objectId")
        inputs = dict(case["inputs"])
        equal("object id", OBJECT_IDS[case["objectType"]](inputs), case["objectId"])
        exactly(inputs)

    for case in cases:
        yield case["name"], lambda case=case: check(case)


def _open(case, file) -> bytes:
    exactly(case, "env", "expect", optional=("name", "secret", "entropy", "created"))
    wanted = exactly(case["expect"], "objectType", "objectId", "role")
    expected = grants.ExpectedGrant(
        unhex(file["recipient"]["keyId"]), wanted["objectType"], unhex(wanted["objectId"]), wanted["role"]
    )
    allowed = {unhex(file["grantor"]["keyId"]): unhex(file["grantor"]["spki"])}
    return grants.open_grant(unhex(case["env"]), unhex(file["recipient"]["seed"]), expected, allowed)


def accepted(cases, file):
    def check(case):
        env = unhex(case["env"])
        equal("secret", _open(case, file), case["secret"])
        created = datetime.fromtimestamp(int.from_bytes(env[104:112], "big"), timezone.utc)
        equal("created", created.strftime("%Y-%m-%dT%H:%M:%S.000Z"), case["created"])
        if "entropy" in case:  # the writer's side as well: the same randomness gives the same bytes
            public = unhex(file["recipient"]["publicKey"])
            shared, encapsulation = hpke.encapsulate(public, unhex(case["entropy"]))
            sealed = aes_gcm.seal(*hpke.key_and_nonce(shared, env[:112]), unhex(case["secret"]), b"")
            equal("sealed bytes", encapsulation + sealed, env[112:1825].hex())

    for case in cases:
        yield case["name"], lambda case=case: check(case)


def refused(cases, file):
    def check(case):
        exactly(case, "name", "change", "error")
        must_refuse(case["error"], lambda: _open(changed(file["accepted"][0], case["change"]), file))

    for case in cases:
        yield case["name"], lambda case=case: check(case)


KINDS = {
    "suite": suite,
    "recipient": recipient,
    "grantor": grantor,
    "objectNames": object_names,
    "accepted": accepted,
    "refused": refused,
}
