"""ML-KEM-1024 (FIPS 203). Polynomials are lists of 256 integers modulo Q."""

from __future__ import annotations

import hashlib
import hmac

Q, N, K = 3329, 256, 4
DU, DV = 11, 5  # both error widths, eta 1 and eta 2, are 2
PUBLIC_KEY_LENGTH = CIPHERTEXT_LENGTH = 1568


def _reverse7(i: int) -> int:
    return int(f"{i:07b}"[::-1], 2)


ZETAS = [pow(17, _reverse7(i), Q) for i in range(128)]
GAMMAS = [pow(17, 2 * _reverse7(i) + 1, Q) for i in range(128)]


def _g(data: bytes):
    digest = hashlib.sha3_512(data).digest()
    return digest[:32], digest[32:]


def _ntt(values):
    f, i, length = list(values), 1, 128
    while length >= 2:
        for start in range(0, N, 2 * length):
            zeta, i = ZETAS[i], i + 1
            for j in range(start, start + length):
                t = zeta * f[j + length] % Q
                f[j], f[j + length] = (f[j] + t) % Q, (f[j] - t) % Q
        length //= 2
    return f


def _inverse_ntt(values):
    f, i, length = list(values), 127, 2
    while length <= 128:
        for start in range(0, N, 2 * length):
            zeta, i = ZETAS[i], i - 1
            for j in range(start, start + length):
                t = f[j]
                f[j], f[j + length] = (t + f[j + length]) % Q, zeta * (f[j + length] - t) % Q
        length *= 2
    return [value * 3303 % Q for value in f]


def _dot(rows, columns):
    """The sum of the products of two vectors of polynomials in NTT form."""
    result = [0] * N
    for a, b in zip(rows, columns):
        for i in range(128):
            a0, a1, b0, b1 = a[2 * i], a[2 * i + 1], b[2 * i], b[2 * i + 1]
            result[2 * i] += a0 * b0 + a1 * b1 % Q * GAMMAS[i]
            result[2 * i + 1] += a0 * b1 + a1 * b0
    return [value % Q for value in result]


def _plus(a, b):
    return [(x + y) % Q for x, y in zip(a, b)]


def _encode(bits: int, values) -> bytes:
    packed = sum(value << bits * i for i, value in enumerate(values))
    return packed.to_bytes(32 * bits, "little")


def _decode(bits: int, data: bytes):
    packed = int.from_bytes(data, "little")
    return [packed >> bits * i & (1 << bits) - 1 for i in range(N)]


def _compress(bits: int, values):
    return [((value << bits) + Q // 2) // Q % (1 << bits) for value in values]


def _decompress(bits: int, values):
    return [(value * Q + (1 << bits - 1)) >> bits for value in values]


def _polynomials(bits: int, data: bytes):
    return [_decode(bits, data[i : i + 32 * bits]) for i in range(0, len(data), 32 * bits)]


def _sample_matrix_entry(rho: bytes, i: int, j: int):
    stream = hashlib.shake_128(rho + bytes([j, i])).digest(1344)  # far more than rejection ever uses up
    result = []
    for at in range(0, len(stream), 3):
        a, b, c = stream[at : at + 3]
        result += [d for d in (a | (b & 15) << 8, b >> 4 | c << 4) if d < Q]
    return result[:N]


def _noise(seed: bytes, first: int, count: int):
    """Polynomials with small coefficients: centred binomial with eta 2."""
    result = []
    for counter in range(first, first + count):
        half_bytes = _decode(4, hashlib.shake_256(seed + bytes([counter])).digest(128))
        result.append([((x & 1) + (x >> 1 & 1) - (x >> 2 & 1) - (x >> 3)) % Q for x in half_bytes])
    return result


def _matrix(rho: bytes):
    return [[_sample_matrix_entry(rho, i, j) for j in range(K)] for i in range(K)]


def key_pair(seed: bytes):
    """KeyGen_internal of d || z: the public key, and what decapsulation needs."""
    d, z = seed[:32], seed[32:]
    rho, sigma = _g(d + bytes([K]))
    secret = [_ntt(s) for s in _noise(sigma, 0, K)]
    error = [_ntt(e) for e in _noise(sigma, K, K)]
    public = b"".join(_encode(12, _plus(_dot(row, secret), e)) for row, e in zip(_matrix(rho), error)) + rho
    return public, (secret, public, z)


def _encrypt(public: bytes, message: bytes, randomness: bytes) -> bytes:
    t, rho = _polynomials(12, public[:-32]), public[-32:]
    y = [_ntt(p) for p in _noise(randomness, 0, K)]
    e1, (e2,) = _noise(randomness, K, K), _noise(randomness, 2 * K, 1)
    columns = zip(*_matrix(rho))
    u = [_plus(_inverse_ntt(_dot(column, y)), e) for column, e in zip(columns, e1)]
    v = _plus(_plus(_inverse_ntt(_dot(t, y)), e2), _decompress(1, _decode(1, message)))
    return b"".join(_encode(DU, _compress(DU, p)) for p in u) + _encode(DV, _compress(DV, v))


def _decrypt(secret, ciphertext: bytes) -> bytes:
    u = [_ntt(_decompress(DU, p)) for p in _polynomials(DU, ciphertext[: 32 * DU * K])]
    v = _decompress(DV, _decode(DV, ciphertext[32 * DU * K :]))
    noisy = [(a - b) % Q for a, b in zip(v, _inverse_ntt(_dot(secret, u)))]
    return _encode(1, _compress(1, noisy))


def encapsulate(public: bytes, message: bytes):
    """Encaps_internal: the shared secret and its ciphertext. Writers draw the message at random."""
    shared, randomness = _g(message + hashlib.sha3_256(public).digest())
    return shared, _encrypt(public, message, randomness)


def decapsulate(private, ciphertext: bytes) -> bytes:
    secret, public, z = private
    shared, expected = encapsulate(public, _decrypt(secret, ciphertext))
    rejected = hashlib.shake_256(z + ciphertext).digest(32)
    return shared if hmac.compare_digest(ciphertext, expected) else rejected
