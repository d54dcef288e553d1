"""HPKE base mode (RFC 9180) with KEM 0x0051 (MLKEM1024-P384), HKDF-SHA384 and AES-256-GCM."""

from __future__ import annotations

import hashlib
import hmac

import aes_gcm
import ml_kem
import p384

SUITE = b"HPKE" + bytes.fromhex("0051 0002 0002")
LABEL = b"MLKEM1024-P384"
ENCAPSULATION_LENGTH = PUBLIC_KEY_LENGTH = 1665


def hkdf_extract(salt: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt or bytes(48), secret, "sha384")


def hkdf_expand_block(key: bytes, info: bytes) -> bytes:
    """The first block of HKDF-Expand: nothing here needs more than its 48 bytes."""
    return hmac.digest(key, info + b"\x01", "sha384")


def _extract(salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hkdf_extract(salt, b"HPKE-v1" + SUITE + label + secret)


def _expand(key: bytes, label: bytes, context: bytes, length: int) -> bytes:
    info = length.to_bytes(2, "big") + b"HPKE-v1" + SUITE + label + context
    return hkdf_expand_block(key, info)[:length]


def _expand_seed(seed: bytes):
    stream = hashlib.shake_256(seed).digest(112)
    public, private = ml_kem.key_pair(stream[:64])
    scalar = int.from_bytes(stream[64:], "big")
    if not 0 < scalar < p384.N:
        raise ValueError("a seed that no implementation can expand; its chance is below 2^-192")
    return public, private, scalar, p384.encode_point(p384.public_point(scalar))


def public_key(seed: bytes) -> bytes:
    public, _, _, point = _expand_seed(seed)
    return public + point


def _combine(pq_secret: bytes, ec_secret: bytes, ephemeral: bytes, recipient: bytes) -> bytes:
    return hashlib.sha3_256(pq_secret + ec_secret + ephemeral + recipient + LABEL).digest()


def decapsulate(seed: bytes, encapsulation: bytes) -> bytes | None:
    ciphertext, ephemeral = encapsulation[: ml_kem.CIPHERTEXT_LENGTH], encapsulation[ml_kem.CIPHERTEXT_LENGTH :]
    point = p384.decode_point(ephemeral)
    if point is None:
        return None
    _, private, scalar, recipient = _expand_seed(seed)
    return _combine(ml_kem.decapsulate(private, ciphertext), p384.shared_x(scalar, point), ephemeral, recipient)


def encapsulate(recipient_key: bytes, randomness: bytes):
    """Shared secret and encapsulation from 80 given bytes: for comparing vectors, never for sealing."""
    public, recipient = recipient_key[: ml_kem.PUBLIC_KEY_LENGTH], recipient_key[ml_kem.PUBLIC_KEY_LENGTH :]
    pq_secret, ciphertext = ml_kem.encapsulate(public, randomness[:32])
    scalar = int.from_bytes(randomness[32:], "big")
    ephemeral = p384.encode_point(p384.public_point(scalar))
    ec_secret = p384.shared_x(scalar, p384.decode_point(recipient))
    return _combine(pq_secret, ec_secret, ephemeral, recipient), ciphertext + ephemeral


def key_and_nonce(shared: bytes, info: bytes):
    """The key schedule of base mode: no pre-shared key, and an empty name for it."""
    context = b"\x00" + _extract(b"", b"psk_id_hash", b"") + _extract(b"", b"info_hash", info)
    secret = _extract(shared, b"secret", b"")
    return _expand(secret, b"key", context, 32), _expand(secret, b"base_nonce", context, 12)


def open_base(seed: bytes, encapsulation: bytes, info: bytes, ciphertext: bytes) -> bytes | None:
    shared = decapsulate(seed, encapsulation)
    return None if shared is None else aes_gcm.open_sealed(*key_and_nonce(shared, info), ciphertext, b"")
