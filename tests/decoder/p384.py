"""P-384: ECDSA with SHA-384 (FIPS 186-5), ECDH, and the one encoding of public keys that the documents allow."""

from __future__ import annotations

import hashlib

from refused import require

P = 2**384 - 2**128 - 2**96 + 2**32 - 1
N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973
B = 0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF
GENERATOR = (
    0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
    0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F,
)
# SEQUENCE { SEQUENCE { ecPublicKey, secp384r1 }, BIT STRING }: all that stands before an uncompressed point.
SPKI_PREFIX = bytes.fromhex("3076301006072a8648ce3d020106052b81040022036200")
INFINITY = (1, 1, 0)  # Jacobian coordinates: x = X / Z^2, y = Y / Z^3


def _double(point):
    x, y, z = point
    if z == 0:
        return INFINITY
    delta, gamma = z * z % P, y * y % P
    beta = x * gamma % P
    alpha = 3 * (x - delta) * (x + delta) % P
    x3 = (alpha * alpha - 8 * beta) % P
    return x3, (alpha * (4 * beta - x3) - 8 * gamma * gamma) % P, ((y + z) ** 2 - gamma - delta) % P


def _add(first, second):
    x1, y1, z1 = first
    x2, y2, z2 = second
    if z1 == 0 or z2 == 0:
        return second if z1 == 0 else first
    zz1, zz2 = z1 * z1 % P, z2 * z2 % P
    u1, u2 = x1 * zz2 % P, x2 * zz1 % P
    s1, s2 = y1 * z2 * zz2 % P, y2 * z1 * zz1 % P
    h, r = (u2 - u1) % P, (s2 - s1) % P
    if h == 0:
        return _double(first) if r == 0 else INFINITY
    hh = h * h % P
    hhh, v = h * hh % P, u1 * hh % P
    x3 = (r * r - hhh - 2 * v) % P
    return x3, (r * (v - x3) - s1 * hhh) % P, h * z1 * z2 % P


def _sum_of_products(terms):
    """Adds scalar * point over all terms, doubling once for all of them."""
    result = INFINITY
    for bit in range(383, -1, -1):
        result = _double(result)
        for scalar, point in terms:
            if scalar >> bit & 1:
                result = _add(result, (*point, 1))
    x, y, z = result
    if z == 0:
        return None
    inverse = pow(z, -1, P)
    return x * inverse**2 % P, y * inverse**3 % P


def decode_point(data: bytes):
    """An uncompressed point of the curve, or None."""
    if len(data) != 97 or data[0] != 4:
        return None
    x, y = int.from_bytes(data[1:49], "big"), int.from_bytes(data[49:], "big")
    on_curve = x < P and y < P and (y * y - x * x * x + 3 * x - B) % P == 0
    return (x, y) if on_curve else None


def encode_point(point) -> bytes:
    return b"\x04" + point[0].to_bytes(48, "big") + point[1].to_bytes(48, "big")


def signing_key_id(spki: bytes) -> bytes:
    """Looks at the encoding only; whether the point lies on the curve is asked where the key is used."""
    require(len(spki) == 120 and spki.startswith(SPKI_PREFIX + b"\x04"), "E_KEY")
    return hashlib.sha256(b"PSSK" + spki).digest()


def public_point(scalar: int):
    return _sum_of_products([(scalar, GENERATOR)])


def shared_x(scalar: int, point) -> bytes:
    """ECDH: the x coordinate. The group has prime order, so a valid point and scalar never give infinity."""
    return _sum_of_products([(scalar, point)])[0].to_bytes(48, "big")


def verify(spki: bytes, signature: bytes, message: bytes) -> bool:
    signing_key_id(spki)
    point = decode_point(spki[23:])
    require(point is not None, "E_KEY")
    if len(signature) != 96:
        return False
    r, s = int.from_bytes(signature[:48], "big"), int.from_bytes(signature[48:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    digest = int.from_bytes(hashlib.sha384(message).digest(), "big")
    inverse = pow(s, -1, N)
    result = _sum_of_products([(digest * inverse % N, GENERATOR), (r * inverse % N, point)])
    return result is not None and result[0] % N == r
