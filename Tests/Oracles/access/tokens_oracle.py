#!/usr/bin/env python3
"""Writes the tokens of the access tests, signed and judged by PyJWT and cryptography (pip install pyjwt cryptography).

    python3 Tests/Oracles/access/tokens_oracle.py

The keys are made anew each time and thrown away: no private key is kept. A token is expected to be accepted exactly
when PyJWT accepts it with the algorithm of the key that it names, save for those listed as stricter here.
"""
import base64
import datetime
import hashlib
import hmac
import json
import pathlib

import jwt
import jwt.api_jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

FIXTURES = pathlib.Path(__file__).parent.parent.parent / "SharedHTTPTests" / "Access" / "Fixtures"
NOW = 1_793_372_400
ISSUER, AUDIENCE, SKEW = "https://id.example/", "currency-travel", 60


class FixedTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(NOW, tz)


jwt.api_jwt.datetime = FixedTime


def encoded(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def number(value, length=None):
    return encoded(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


RSA = rsa.generate_private_key(65537, 2048)
OTHER_RSA = rsa.generate_private_key(65537, 2048)
WEAK = rsa.generate_private_key(65537, 1024)
EC = ec.generate_private_key(ec.SECP256R1())
P384 = ec.generate_private_key(ec.SECP384R1())
ED = ed25519.Ed25519PrivateKey.generate()


def rsa_jwk(key, kid, **more):
    public = key.public_key().public_numbers()
    return {"kty": "RSA", "kid": kid, "n": number(public.n), "e": number(public.e), **more}


def ec_jwk(key, kid, curve, length):
    public = key.public_key().public_numbers()
    return {"kty": "EC", "kid": kid, "crv": curve, "x": number(public.x, length), "y": number(public.y, length)}


ED_JWK = {
    "kty": "OKP", "kid": "ed-1", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
    "x": encoded(ED.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw))}
SET = {"keys": [
    rsa_jwk(RSA, "rsa-1", use="sig", alg="RS256"), ec_jwk(EC, "ec-1", "P-256", 32), ED_JWK,
    rsa_jwk(WEAK, "weak"), ec_jwk(P384, "p384", "P-384", 48),
    {"kty": "oct", "kid": "shared", "k": encoded(b"0" * 32)}, rsa_jwk(OTHER_RSA, "encrypts", use="enc"),
]}
PUBLIC = {"rsa-1": (RSA, "RS256"), "ec-1": (EC, "ES256"), "ed-1": (ED, "EdDSA")}


def claims(**changes):
    base = {"iss": ISSUER, "sub": "user-1", "aud": AUDIENCE, "exp": NOW + 600, "scope": "read admin openid"}
    return {name: value for name, value in {**base, **changes}.items() if value is not None}


def signed(kid, changes=None, header=None, key=None, algorithm=None):
    own = PUBLIC.get(kid, (None, None))
    return jwt.encode(
        claims(**(changes or {})), key or own[0], algorithm=algorithm or own[1],
        headers={"kid": kid, **(header or {})})


def by_hand(header, payload, signature=b"x"):
    parts = [encoded(part if isinstance(part, bytes) else json.dumps(part).encode()) for part in (header, payload)]
    return ".".join(parts) + "." + (signature(".".join(parts).encode()) if callable(signature) else encoded(signature))


def hs256_with(secret):
    return lambda message: encoded(hmac.new(secret, message, hashlib.sha256).digest())


def ed_signed(header, payload):
    return by_hand(header, payload, lambda message: encoded(ED.sign(message)))


def judged(token):
    """What PyJWT makes of a token: its subject, scope and tier, or a refusal."""
    try:
        kid = jwt.get_unverified_header(token)["kid"]
        key, algorithm = PUBLIC[kid]
        found = jwt.decode(
            token, key.public_key(), algorithms=[algorithm], audience=AUDIENCE, issuer=ISSUER, leeway=SKEW,
            options={"require": ["exp", "iss", "aud", "sub"]})
    except Exception:
        return "refused"
    scopes = ",".join(scope for scope in ["read", "write", "admin"] if scope in found.get("scope", "").split(" "))
    return f"{scopes};{found.get('tier') if found.get('tier') in ['standard', 'premium'] else 'standard'}"


def tampered(token, part):
    parts = token.split(".")
    text = parts[part]
    middle = len(text) // 2
    parts[part] = text[:middle] + ("A" if text[middle] != "A" else "B") + text[middle + 1:]
    return ".".join(parts)


def standard_cases():
    for kid in PUBLIC:
        yield f"good {kid}", signed(kid)
        for part, name in enumerate(["header", "payload", "signature"]):
            yield f"{kid} with a changed {name}", tampered(signed(kid), part)
        yield f"{kid} without its signature", signed(kid).rsplit(".", 1)[0] + "."
    yield "good, premium", signed("ed-1", {"tier": "premium"})
    yield "good, unknown tier", signed("ed-1", {"tier": "gold"})
    yield "good, no scope", signed("ed-1", {"scope": None})
    yield "good, several audiences", signed("ec-1", {"aud": ["other", AUDIENCE]})
    yield "good, at the edge of the tolerance", signed("ed-1", {"exp": NOW - SKEW + 1})
    yield "expired at the edge of the tolerance", signed("ed-1", {"exp": NOW - SKEW})
    yield "expired", signed("rsa-1", {"exp": NOW - 3600})
    yield "good, not before within the tolerance", signed("ed-1", {"nbf": NOW + SKEW})
    yield "not valid yet", signed("ed-1", {"nbf": NOW + SKEW + 1})
    yield "no expiry", signed("ed-1", {"exp": None})
    yield "no subject", signed("ed-1", {"sub": None})
    yield "no issuer", signed("ed-1", {"iss": None})
    yield "no audience", signed("ed-1", {"aud": None})
    yield "another issuer", signed("ed-1", {"iss": "https://id.example"})
    yield "another audience", signed("ed-1", {"aud": "other"})
    yield "other audiences", signed("ed-1", {"aud": ["other", "more"]})
    yield "an expiry in words", ed_signed({"alg": "EdDSA", "kid": "ed-1"}, claims(exp="tomorrow"))
    yield "a subject that is a number", ed_signed({"alg": "EdDSA", "kid": "ed-1"}, claims(sub=7))
    yield "none", by_hand({"alg": "none", "kid": "rsa-1"}, claims(), b"")
    yield "none, with a signature", by_hand({"alg": "none", "kid": "rsa-1"}, claims())
    yield "NONE", by_hand({"alg": "NONE", "kid": "rsa-1"}, claims(), b"")
    pem = RSA.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    yield "HS256 with the RSA key as the secret", by_hand({"alg": "HS256", "kid": "rsa-1"}, claims(), hs256_with(pem))
    yield "HS256 with the key of the set", by_hand({"alg": "HS256", "kid": "shared"}, claims(), hs256_with(b"0" * 32))
    yield "RS256 naming the key on P-256", signed("ec-1", key=RSA, algorithm="RS256")
    yield "ES256 naming the RSA key", signed("rsa-1", key=EC, algorithm="ES256")
    yield "RS512", signed("rsa-1", algorithm="RS512")
    yield "PS256", signed("rsa-1", algorithm="PS256")
    yield "ES384", signed("p384", key=P384, algorithm="ES384")
    yield "another RSA key under a known name", signed("rsa-1", key=OTHER_RSA)
    yield "an RSA key that is too short", signed("weak", key=WEAK, algorithm="RS256")
    yield "a key that is for encryption", signed("encrypts", key=OTHER_RSA, algorithm="RS256")
    yield "an unknown key", signed("ed-2", key=ED, algorithm="EdDSA")
    yield "no key named", jwt.encode(claims(), ED, algorithm="EdDSA")
    own = {"kty": "RSA", "n": number(OTHER_RSA.public_key().public_numbers().n), "e": "AQAB"}
    yield "a key of its own in the header", signed("rsa-1", header={"jwk": own}, key=OTHER_RSA)


def stricter_cases():
    """Refused here, whatever PyJWT says: what no token of an honest issuer has."""
    header = {"alg": "EdDSA", "kid": "ed-1"}
    yield "a critical extension", ed_signed({**header, "crit": ["b64"], "b64": True}, claims())
    yield "an unknown critical extension", ed_signed({**header, "crit": ["x"], "x": 1}, claims())
    yield "a logout token", ed_signed({**header, "typ": "logout+jwt"}, claims())
    yield "deep nesting in the payload", ed_signed(header, claims(x=json.loads("[" * 400 + "]" * 400)))
    yield "deep nesting in the header", ed_signed({**header, "x": json.loads("[" * 400 + "]" * 400)}, claims())
    doubled = json.dumps(claims()).replace("}", ', "iss": "' + ISSUER + '"}').encode()
    yield "a claim given twice", ed_signed(header, doubled)
    yield "a scope that is a list", ed_signed(header, claims(scope=["admin"]))
    yield "a payload that is a list", ed_signed(header, [claims()])
    yield "a payload that is no JSON", ed_signed(header, b"{")
    yield "an expiry without end", ed_signed(header, json.dumps(claims()).replace(str(NOW + 600), "1e300").encode())
    yield "a name in a script of another width", ed_signed({**header, "kid": 1}, claims())
    yield "padding", signed("ed-1") + "=="
    yield "four parts", signed("ed-1") + ".x"
    yield "two parts", signed("ed-1").rsplit(".", 1)[0]
    last = signed("ed-1")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    yield "bits left over that are not zero", last[:-1] + alphabet[alphabet.index(last[-1]) + 1]


def literal(text, indent):
    width = 120 - len(indent) - 1
    lines = [text[start:start + width] for start in range(0, len(text), width)]
    return "\\\n".join(indent + line for line in lines)


def main():
    lines = [f"{name}|{judged(token)}|{token}" for name, token in standard_cases()]
    lines += [f"{name}|refused|{token}" for name, token in stricter_cases()]
    for line in lines:
        name, verdict, _ = line.split("|")
        assert name.startswith("good") == (verdict != "refused"), line
    body = "\n".join(literal(line, "        ") for line in lines)
    single = literal(json.dumps({"keys": [ED_JWK]}, separators=(",", ":")), "        ")
    keys = literal(json.dumps(SET, separators=(",", ":")), "        ")
    (FIXTURES / "TokenVectors.swift").write_text(f'''// Written by Tests/Oracles/access/tokens_oracle.py.

/// Tokens and what PyJWT {jwt.__version__} makes of them at 2026-10-30T15:00:00Z.
enum TokenVectors {{
    static let issuer = "{ISSUER}"
    static let audience = "{AUDIENCE}"

    /// The key set that the tokens are checked with.
    static let keySet = """
{keys}
        """

    /// A set with the one key on Ed25519 of the other.
    static let smallSet = """
{single}
        """

    /// `name|verdict|token`: scopes and tier of what is accepted, or "refused".
    static let lines = """
{body}
        """
}}
''')


main()
