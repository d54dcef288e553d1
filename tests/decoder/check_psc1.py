"""psc1.json: containers, and the derivations behind them."""

from __future__ import annotations

import hashlib

import floe
from header import SUITE, parse_header
from padding import parse_meta
from psc1 import CaseKey, Expected, Parts, open_container
from seal import FIELDS, list_digest, message_id, seal_fields
from vectors import changed, equal, exactly, must_refuse

unhex = bytes.fromhex
CONTAINER = ("caseKey", "senderSpki", "expect", "header", "floeHeader", "seal", "body")


def suite(value, _file):
    yield "suite", lambda: equal("suite", value, SUITE)


def _case_key(value) -> CaseKey:
    exactly(value, "scopeId", "generation", "secret")
    return CaseKey(unhex(value["scopeId"]), value["generation"], unhex(value["secret"]))


def _expected(value) -> Expected:
    exactly(value, "scopeId", "type", optional=("sequence", "previous"))
    return Expected(
        scope_id=unhex(value["scopeId"]),
        type=value["type"],
        sequence=int(value["sequence"]) if "sequence" in value else None,
        previous=unhex(value["previous"]) if "previous" in value else None,
    )


def _open(vector):
    exactly(vector, *CONTAINER, optional=("name", "result"))
    parts = Parts(*(unhex(vector[name]) for name in ("header", "floeHeader", "seal", "body")))
    sender = unhex(vector["senderSpki"]) if vector["senderSpki"] is not None else None
    return open_container(parts, _case_key(vector["caseKey"]), sender, _expected(vector["expect"]))


def accepted(cases, _file):
    def check(case):
        opened, result = _open(case), exactly(case["result"], "meta", "content", "messageId")
        equal("meta", opened.meta, result["meta"])
        equal("content", opened.content, result["content"])
        equal("message id", opened.message_id, result["messageId"])

    for case in cases:
        yield case["name"], lambda case=case: check(case)


def refused(cases, file):
    bases = {case["name"]: case for case in file["accepted"]}

    def check(case):
        exactly(case, "name", "base", "change", "error")
        must_refuse(case["error"], lambda: _open(changed(bases[case["base"]], case["change"])))

    for case in cases:
        yield case["name"], lambda case=case: check(case)


def _check_known_answer(vector):
    given, result = exactly(vector, "input", "result")["input"], vector["result"]
    header, meta, content = unhex(result["header"]), given["meta"].encode(), given["content"].encode()
    parsed = parse_header(header)
    for name, value in (
        ("scopeId", parsed.scope_id.hex()),
        ("containerId", parsed.container_id.hex()),
        ("senderKeyId", parsed.sender_key_id.hex()),
        ("generation", parsed.generation),
        ("sequence", str(parsed.sequence)),
    ):
        equal(name, value, given[name])
    equal("size in meta", parse_meta(meta)["size"], len(content))
    keys = floe.derive_keys(unhex(given["caseSecret"]), header, unhex(given["floeIv"]))
    floe_header = floe.PARAMETERS + unhex(given["floeIv"]) + keys.header_tag
    frame = (len(meta).to_bytes(4, "big") + meta + content).ljust(parsed.padded, b"\0")
    segment = floe.seal_segment(keys.data, 0, 1, unhex(given["segmentIv"]), frame)
    digest = hashlib.sha256(segment).digest()
    fields = seal_fields(parsed, floe_header, [digest])
    ids = ("scopeId", "containerId", "senderKeyId")
    exactly(given, "caseSecret", *ids, "floeIv", "segmentIv", "generation", "sequence", "meta", "content")
    derived = {
        "header": header,
        "containerKey": keys.container,
        "headerTag": keys.header_tag,
        "messageKey": keys.message,
        "dataKey": keys.data,
        "floeHeader": floe_header,
        "frame": frame,
        "segment": segment,
        "segmentDigest": digest,
        "segmentListDigest": list_digest([digest]),
        "sealFields": fields,
        "messageId": message_id(fields + bytes(96)),  # its signature does not count
    }
    for name, expected in exactly(result, *derived).items():
        equal(name, derived[name], expected)


def known_answer(vector, _file):
    yield "known answer", lambda: _check_known_answer(vector)


def _check_long_body(vector):
    sizes = ("segmentIvs", "segmentLengths", "segmentDigests")
    exactly(
        vector, "note", "meta", "containerId", "floeIv", "messageId", *sizes, *(set(CONTAINER) - {"body", "expect"})
    )
    header = parse_header(unhex(vector["header"]))
    key = _case_key(vector["caseKey"])
    equal("container id", header.container_id, vector["containerId"])
    floe_header = unhex(vector["floeHeader"])
    equal("FLOE IV", floe_header[10:42], vector["floeIv"])
    keys = floe.derive_keys(key.secret, header.data, floe_header[10:42])

    meta = b'{"size":600000}'
    equal("meta", parse_meta(meta), vector["meta"])
    content = bytes(i % 251 for i in range(600_000))
    frame = (len(meta).to_bytes(4, "big") + meta + content).ljust(header.padded, b"\0")
    pieces = [frame[i : i + floe.CAPACITY] for i in range(0, len(frame), floe.CAPACITY)]
    segments = [
        floe.seal_segment(keys.data, i, len(pieces), unhex(iv), piece)
        for i, (iv, piece) in enumerate(zip(vector["segmentIvs"], pieces))
    ]
    equal("lengths", [len(segment) for segment in segments], vector["segmentLengths"])
    equal("digests", [hashlib.sha256(segment).hexdigest() for segment in segments], vector["segmentDigests"])
    equal("seal", seal_fields(header, floe_header, map(unhex, vector["segmentDigests"])), vector["seal"][: 2 * FIELDS])

    parts = Parts(header.data, floe_header, unhex(vector["seal"]), b"".join(segments))
    opened = open_container(parts, key, unhex(vector["senderSpki"]), Expected(key.scope_id, header.type))
    equal("content", opened.content, content.hex())
    equal("message id", opened.message_id, vector["messageId"])


def long_body(vector, _file):
    yield "long body", lambda: _check_long_body(vector)


KINDS = {
    "suite": suite,
    "knownAnswer": known_answer,
    "longBody": long_body,
    "accepted": accepted,
    "refused": refused,
}
