#!/usr/bin/env python3
"""Sends malformed requests to running services and judges what they answer.

    python3 Tests/Oracles/fuzz_edge.py --seed 20261030 --count 10000 currency=8001:<pid> ranking=8002:<pid> ...

Request number n is made from the seed and n alone: `--only n` sends it again and shows it. Fails when an answer is a
5xx, when one does not come in time, when an error is not JSON, when a smuggled request is answered, when a service is
not alive afterwards, or when its resident memory has grown by more than --growth-mib since the warm-up.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import random
import re
import socket
import struct
import subprocess
import sys
import time

DEADLINE_SECONDS = 15     # for one answer; the services give themselves 10
PATIENCE_SECONDS = 0.2    # for an answer that need not come
WARM_UP = 2000            # requests before the memory is looked at first
CLIENTS = 8               # at the same time

PATHS = {
    "currency": [
        "/api/v1/currencies/latest?symbols=USD,JPY&base=KRW", "/api/v1/currencies", "/api/v1/currencies/USD",
        "/api/v1/currencies/multiple?codes=USD,EUR", "/api/v1/currencies/convert?from=USD&to=KRW&amount=12.5",
        "/api/v1/currencies/search?q=yen", "/api/v1/currencies/matrix?codes=USD,EUR,JPY",
        "/api/v1/currencies/price-index?country=JP", "/api/v1/currencies/batch", "/api/v1/currencies/cache"],
    "ranking": [
        "/api/v1/rankings?period=daily&limit=5", "/api/v1/rankings/stats/JP?period=7d", "/api/v1/rankings/selections",
        "/api/v1/destinations/JP", "/api/v1/rankings/calculate", "/ranks/today", "/ranks/trending?limit=3", "/click"],
    "history": [
        "/api/v1/history?target=USD&period=1m", "/api/v1/history/stats?target=USD&period=1m",
        "/api/v1/history/compare?targets=USD,JPY&period=1m", "/api/v1/history/USD?period=1w",
        "/api/v1/history/on/2026-10-30", "/api/v1/history/fluctuation?from=2026-10-01&to=2026-10-30&symbols=USD",
        "/v1/latest", "/v1/2026-10-30", "/v1/currencies"],
    "ingestor": [
        "/api/v1/ingestor/status", "/api/v1/ingestor/runs?limit=3", "/api/v1/ingestor/runs/1",
        "/api/v1/ingestor/quarantine", "/api/v1/ingestor/dead-letters"],
}
COMMON = ["/health", "/health/live", "/health/ready", "/version", "/metrics", "/openapi.json", "/docs", "/", "/nothing"]
BODIES = {"ranking": ["/api/v1/rankings/selections", "/click"], "currency": ["/api/v1/currencies/batch"]}

GARBAGE = [
    "", " ", "NaN", "1e999", "-1", "10abc", "0", "1e9", "2010-31-01", "0000-00-00", "9999-12-31", "USD" * 200, "u s d",
    "%00", "%", "%zz", "%c3%28", "%ed%a0%80", "%F0%9F%92%A9", "null", "true", "[]", "{}", "'--", "\"", "<script>",
    "../../etc/passwd", "${jndi:ldap://x}", "\u0130", "\u202e", "A" * 3000, "9" * 400, "0x10", "+5", "1_000", "١٢٣",
    "inf", "-0", ".", ",", ",,,", "USD,USD", ";", "|", "*"]


class Request:
    """Bytes to send, and what may come back."""

    def __init__(self, data, wants="answer", answers=1, heads=(), end="close", most=None):
        self.data = data          # a list of pieces, each sent for itself
        self.wants = wants        # answer: must come; maybe: may come; nothing: we leave; end: the service must leave
        self.answers = answers    # how many to wait for
        self.heads = heads        # which of them answer HEAD, and so have no body
        self.end = end            # how we leave: close, reset, half
        self.most = most          # more answers than this are one too many


def head(line, *fields, host=True):
    lines = [line] + (["Host: localhost"] if host else []) + list(fields)
    return b"\r\n".join(text if isinstance(text, bytes) else text.encode() for text in lines) + b"\r\n\r\n"


def some_path(source, service):
    return source.choice(PATHS[service] + COMMON)


def get(source, service, *fields):
    return head(f"GET {some_path(source, service)} HTTP/1.1", *fields)


def post(source, service, body, *fields):
    path = source.choice(BODIES.get(service, ["/api/v1/ingestor/runs", "/nothing"]))
    return head(f"POST {path} HTTP/1.1", "Content-Type: application/json", f"Content-Length: {len(body)}",
                *fields) + body


def request_line(source, service):
    path = some_path(source, service)
    line = source.choice([
        f"GET {path}", f"GET  {path} HTTP/1.1", f"GET {path} HTTP/1.1 ", f"GET\t{path}\tHTTP/1.1", f"get {path} HTTP/1.1",
        f"GET {path} HTTP/0.9", f"GET {path} HTTP/1.2", f"GET {path} HTTP/2.0", f"GET {path} HTTP/9.9",
        f"GET {path} HTTP/1", f"GET {path} HTTP/11", f"GET {path} http/1.1", f"GET {path} HTTPS/1.1",
        f"GET {path} HTTP/1.1\0", f"GET {path}\0 HTTP/1.1", f" GET {path} HTTP/1.1", f"GET{path} HTTP/1.1",
        f"{path} HTTP/1.1", "HTTP/1.1 200 OK", "GET", "GET HTTP/1.1", f"GET http://x{path} HTTP/1.1",
        f"GET http:// HTTP/1.1", f"GET localhost:80 HTTP/1.1", f"GET * HTTP/1.1", "OPTIONS * HTTP/1.1",
        f"GET {path[1:]} HTTP/1.1", f"GET \\{path} HTTP/1.1", "PRI * HTTP/2.0\r\n\r\nSM\r\n", "\x16\x03\x01\x02\x00\x01",
        f"{'G' * source.choice([40, 9000, 70000])} {path} HTTP/1.1", f"GET {path} HTTP/1.1\rX: y", f"\r\n\r\n\r\nGET {path} HTTP/1.1"])
    return Request([head(line)], wants="maybe")


def methods(source, service):
    method = source.choice(["TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "PURGE", "M-SEARCH",
                            "FOO", "GETT", "POST", "HEAD", "LINK", "X" * 60, "G=T", "GE\u00e9"])
    path = some_path(source, service)
    return Request([head(f"{method} {path} HTTP/1.1", "Content-Length: 0")], wants="maybe",
                   heads=(0,) if method == "HEAD" else ())


def headers(source, service):
    field = source.choice([
        "no colon", "X : y", ": empty", " X: y", "X: a\r\n b", "X: a\0b", b"X: \xff\xfe", b"X\xe9: y", "X: \x01\x02",
        "X\x7f: y", "X(y): z", "X: " + "a" * source.choice([8000, 17000, 70000]), "\r\n".join(["X: y"] * 300),
        "\r\n".join(f"X-{n}: y" for n in range(150)), "Host: other", "Host: a b", "Host: \0", "X: a\rb", "X:\ny", "Y: \n\n",
        "Connection: close, keep-alive, \0", "Connection: " + "x," * 2000, "Connection: upgrade\r\nUpgrade: h2c",
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x", "Content-Length: 0\r\n" * 3 + "X: y"])
    line = f"GET {some_path(source, service)} HTTP/1.1"
    return Request([head(line, field, host=source.random() < 0.8)], wants="maybe")


def lengths(source, service):
    hidden = b"GET /health/live HTTP/1.1\r\nHost: smuggled\r\n\r\n"
    fields = source.choice([
        ["Content-Length: 4", "Content-Length: 40"], ["Content-Length: 4, 4"], ["Content-Length: -1"],
        ["Content-Length: +4"], ["Content-Length: 0x4"], ["Content-Length: 4 4"], ["Content-Length: 18446744073709551616"],
        ["Content-Length: 9223372036854775807"], ["Content-Length: 99999999999999999999999"], ["Content-Length:"],
        ["Content-Length: 4\0"], ["Content-Length: 1e1"], ["Content-Length: \u0664"],
        ["Content-Length: 4", "Transfer-Encoding: chunked"], ["Transfer-Encoding: chunked", "Content-Length: 4"],
        ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], ["Transfer-Encoding: identity, chunked"],
        ["Transfer-Encoding: chunked, identity"], ["Transfer-Encoding: xchunked"], ["Transfer-Encoding : chunked"],
        ["Transfer-Encoding: \x0bchunked"], ["Transfer-Encoding:\tchunked\t"], ["X: y\nTransfer-Encoding: chunked"],
        ["Transfer-Encoding: CHUNKED", "Content-Length: 44"], ["Transfer_Encoding: chunked", "Content-Length: 49"]])
    body = source.choice([b"0\r\n\r\n" + hidden, b"{}\r\n" + hidden, hidden])
    path = source.choice(BODIES.get(service, ["/nothing"]))
    method = source.choice(["POST", "GET", "PUT"])
    conflict = any("Transfer-Encoding" in field for field in fields) and any("Content-Length" in field for field in fields)
    return Request([head(f"{method} {path} HTTP/1.1", "Content-Type: application/json", *fields) + body], wants="maybe",
                   answers=2, most=1 if conflict else None)


def chunks(source, service):
    body = source.choice([
        b"zz\r\n", b"-1\r\n", b"5\r\nab", b"2\r\n{}0\r\n\r\n", b"2\r\n{}\r\n0\r\nX\r\n\r\n", b"ffffffffffffffffff\r\n{}",
        b"7fffffffffffffff\r\n{}", b"2;" + b"x" * 20000 + b"\r\n{}\r\n0\r\n\r\n", b"2;a=\"\0\"\r\n{}\r\n0\r\n\r\n", b"\r\n",
        b"0x2\r\n{}\r\n0\r\n\r\n", b"2 \r\n{}\r\n0\r\n\r\n", b" 2\r\n{}\r\n0\r\n\r\n", b"2\n{}\n0\n\n", b"2\r\n{}\r\n0\r\nA: b\r\n\r\n",
        b"0\r\n" + b"A: b\r\n" * 500 + b"\r\n", b"1\r\n{\r\n" * 3000 + b"0\r\n\r\n", b"0\r\n\r\n", b"00000000000000000000002\r\n{}\r\n0\r\n\r\n",
        b"186a0\r\n" + b" " * 100000 + b"\r\n" * 1, b"2\r\n{}\r\n0\r\n\r\nGET"])
    path = source.choice(BODIES.get(service, ["/nothing"]))
    line = f"POST {path} HTTP/1.1"
    return Request([head(line, "Content-Type: application/json", "Transfer-Encoding: chunked"), body], wants="maybe")


def targets(source, service):
    path = some_path(source, service)
    joint = "&" if "?" in path else "?"
    target = source.choice([
        "/" + "a" * source.choice([5000, 9000, 30000]), path + joint + "x=" + "y" * 9000, path + joint + "unknown=1",
        path + joint + "&".join(f"p{n}={n}" for n in range(100)), path + joint + path.split("?")[-1], path + "%zz", path + "%00",
        path + "/%c0%ae%c0%ae/", path + joint + "a=%ff%fe", path + joint + "%", path + joint + "=", path + joint + "&&&&=&=",
        "//" + path, "/.." * 30 + path, path + "/./../.", path + ";v=1", path + "#fragment", path.replace("/", "//"),
        path + joint + "+", path.replace("/", "%2f"), "/?" + "?" * 500, path.upper(), path + "/" * 200, path + joint + "a[]=1",
        "/api/v1/" + "x/" * 2000, "/" + "%41" * 2000, path + joint + "symbols=" + "USD," * 1000])
    return Request([head(f"GET {target} HTTP/1.1")])


def values(source, service):
    path = source.choice(PATHS[service])
    value = source.choice(GARBAGE)
    sent = "".join(c if c.isalnum() or c in "%.,-_" else "".join(f"%{b:02x}" for b in c.encode()) for c in value)
    parts, _, query = path.partition("?")
    if query and source.random() < 0.7:
        names = [pair.split("=")[0] for pair in query.split("&")]
        name = source.choice(names + ["limit", "period", "base", "precision", "numbers", "lang", "cursor", "as_of"])
        kept = [pair for pair in query.split("&") if not pair.startswith(name + "=")]
        path = parts + "?" + "&".join(kept + [f"{name}={sent}"])
    else:
        path = parts.rsplit("/", 1)[0] + "/" + sent
    method = source.choice(["GET", "GET", "GET", "HEAD"])
    return Request([head(f"{method} {path} HTTP/1.1")], heads=(0,) if method == "HEAD" else ())


def json_bodies(source, service):
    good = '{"user_id":"u1","country_code":"JP","requests":[{"from":"USD","to":"KRW","amount":1}]}'
    body = source.choice([
        "", " ", "{", "[", "}", "null", "1", '"x"', "[]", "{}", "{" * 500, "[" * 50000, '{"a":' * 2000, good[:-1], good + good,
        good + "x", "\ufeff" + good, good.replace("u1", "a\\u0000b"), good.replace("u1", "\\ud800"), good.replace('"u1"', "1e999"),
        good.replace('"u1"', "9" * 5000), good.replace('"u1"', "-0"), good.replace('"u1"', "01"), good.replace('"u1"', "NaN"),
        good.replace('"u1"', '"u1","user_id":"u2"'), good.replace("u1", "x" * 2000), good.replace('"u1"', '{"a":[1,2]}'),
        good.replace("JP", "XX"), good.replace('"JP"', "true"), good.replace("{", '{"admin":true,', 1), good.replace(":", "=", 1),
        good.replace('"', "'"), good.replace(",", ",,", 1), '{"requests":[' + "{}," * 500 + "{}]}",
        '{"requests":[{"from":"USD","to":"KRW","amount":1e400}]}', '{"requests":[{"from":"USD","to":"KRW","amount":"x"}]}',
        '{"requests":"all"}', '{"country":"JP"}', '{"country":1}', "/*x*/" + good, " " * 1_200_000, '{"a":"' + "b" * 1_200_000 + '"}'])
    data = body.encode("utf-8", "surrogatepass")
    if source.random() < 0.2:
        place = source.randrange(len(data) + 1)
        data = data[:place] + source.choice([b"\0", b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\x1b"]) + data[place:]
    kind = source.choice(["application/json"] * 6 + ["text/plain", "application/xml", "application/json; charset=latin1", "\0", ""])
    path = source.choice(BODIES.get(service, ["/nothing"]))
    fields = [f"Content-Type: {kind}", f"Content-Length: {len(data)}"]
    return Request([head(f"POST {path} HTTP/1.1", *fields), data], wants="answer" if kind != "\0" else "maybe")


def semantics(source, service):
    noise = source.choice(GARBAGE).encode().replace(b"\r", b"").replace(b"\n", b"")
    name, forms = source.choice([
        ("Authorization", ["Bearer ", "Bearer x", "Basic eDp5", "Bearer " + "a" * 5000, "Bearer a.b.c", "bearer\tx", "Bearer eyJhbGciOiJub25lIn0.e30.",
                           "Bearer x, Bearer y", "Digest x", "\u0130"]),
        ("If-None-Match", ["*", '"x"', 'W/"x"', '"', '"a", "b", W/"c"', "x", '"a" "b"', ",".join(['"x"'] * 900), 'W/', '"\u0130"', "*, *"]),
        ("Accept-Encoding", ["gzip;q=2", "*", "*;q=0", "gzip;q=0.0001", "br", ";;;", ",".join(["gzip"] * 900), "gzip;q=NaN", "identity;q=0", "deflate;q=-1"]),
        ("Range", ["bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=" + "0-1," * 900, "x", "bytes=99999999999999999999-"]),
        ("traceparent", ["00-" + "0" * 32 + "-" + "0" * 16 + "-01", "ff-" + "1" * 32 + "-" + "1" * 16 + "-01", "00-x", "0" * 5000]),
        ("tracestate", ["a=b," * 600, "=", "\u0130=x"]), ("X-Correlation-ID", ["a b", "x" * 129, "\u0130", "<script>"]),
        ("Accept-Language", ["*", "xx;q=9", "ko;q=x,en", "," * 900, "en-" + "x" * 3000]), ("Accept", ["text/html", "*/*;q=0", "x"]),
        ("Expect", ["100-continue", "x"]), ("Origin", ["null", "https://x", "x" * 3000]), ("Idempotency-Key", ["", "a b", "x" * 5000]),
        ("X-Forwarded-For", ["1.2.3.4", "x", "::1," * 900, "999.1.1.1"]), ("Cookie", ["a=b;" * 900]), ("Access-Control-Request-Method", ["x", "DELETE"]),
        ("Content-Type", ["x", "application/json;" * 300]), ("Last-Event-ID", ["-1", "x"]), ("If-Modified-Since", ["x"])])
    value = source.choice(forms).encode() if source.random() < 0.8 else noise
    method = source.choice(["GET", "GET", "GET", "OPTIONS", "HEAD"])
    line = f"{method} {some_path(source, service)} HTTP/1.1"
    return Request([head(line, name.encode() + b": " + value)], wants="maybe", heads=(0,) if method == "HEAD" else ())


def cuts(source, service):
    whole = source.choice([get(source, service), post(source, service, b'{"user_id":"u1","country_code":"JP"}')])
    part = whole[:source.randrange(len(whole))]
    return Request([part] if source.random() < 0.5 else [part[:5], part[5:]], wants="nothing",
                   end=source.choice(["close", "reset", "half"]))


def leaves(source, service):
    """Asks properly and does not wait for the answer."""
    return Request([get(source, service) * source.choice([1, 1, 5])], wants="nothing", end=source.choice(["close", "reset"]))


def pipelines(source, service):
    good = b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
    bad = source.choice([b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\0\0\0\0", b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
                         b"POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n"])
    count = source.choice([1, 2, 5, 30])
    return Request([good * count + bad], answers=count + 1)


def flood(source, service):
    good = b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
    return Request([good * source.choice([100, 500, 2000])], answers=64)


def mutations(source, service):
    data = bytearray(source.choice([get(source, service), post(source, service, b'{"user_id":"u1","country_code":"JP"}')]))
    for _ in range(source.choice([1, 1, 2, 5, 20])):
        place = source.randrange(len(data))
        action = source.randrange(4)
        if action == 0:
            data[place] = source.randrange(256)
        elif action == 1:
            data[place] ^= 1 << source.randrange(8)
        elif action == 2:
            del data[place]
        else:
            data[place:place] = source.choice([b"\r\n", b"\n", b"\0", b" ", b":", b"\xff", b"%", b"Content-Length: 5\r\n"])
    return Request([bytes(data)], wants="maybe", answers=1)


def noise(source, service):
    return Request([source.randbytes(source.choice([1, 10, 100, 1000, 20000])) + source.choice([b"", b"\r\n\r\n"])], wants="maybe")


def silences(source, service):
    """Begins and says no more: the service has to end it."""
    whole = source.choice([get(source, service), post(source, service, b'{"user_id":"u1","country_code":"JP"}')])
    return Request([whole[:source.randrange(1, len(whole) - 1)]], wants="end")


FAMILIES = [request_line, methods, headers, lengths, chunks, targets, values, json_bodies, semantics, cuts, leaves,
            pipelines, mutations, noise]
RARE = {250: silences, 100: flood}


def make(seed, number, services):
    source = random.Random(f"{seed}:{number}")
    service = services[number % len(services)]
    family = next((family for every, family in RARE.items() if number % every == every - 1), None)
    family = family or FAMILIES[source.randrange(len(FAMILIES))]
    return service, family, family(source, service.name)


class Service:
    def __init__(self, text):
        self.name, _, place = text.partition("=")
        port, _, pid = place.partition(":")
        self.port, self.pid = int(port), int(pid)

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=DEADLINE_SECONDS)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def resident_kib(self):
        status = pathlib.Path(f"/proc/{self.pid}/status")
        if status.exists():
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read_text())[1])
        return int(subprocess.run(["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True).stdout)


class Fault(Exception):
    pass


class Answers:
    """Reads answers off a connection."""

    def __init__(self, connection):
        self.connection, self.buffer = connection, b""

    def more(self, deadline):
        self.connection.settimeout(max(deadline - time.monotonic(), 0.001))
        part = self.connection.recv(65536)
        self.buffer += part
        return bool(part)

    def next(self, deadline, is_head):
        """Status and body; None at the end of the connection."""
        while b"\r\n\r\n" not in self.buffer:
            if not self.more(deadline):
                if self.buffer:
                    raise Fault("the answer broke off in its head")
                return None
        top, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        lines = top.split(b"\r\n")
        status = int(lines[0].split(b" ")[1])
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines[1:])}
        if is_head or status in (204, 304) or status < 200:
            return status, fields, b""
        length = int(fields.get(b"content-length", b"0"))
        while len(self.buffer) < length:
            if not self.more(deadline):
                raise Fault("the answer broke off in its body")
        body, self.buffer = self.buffer[:length], self.buffer[length:]
        return status, fields, body


def judge(status, fields, body):
    if status >= 500:
        raise Fault(f"answered {status}: {body[:300]!r}")
    if 400 <= status and body:
        if not fields.get(b"content-type", b"").startswith(b"application/json"):
            raise Fault(f"{status} is {fields.get(b'content-type')!r}")
        json.loads(body)


def leave(connection, end):
    if end == "reset":
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    elif end == "half":
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(DEADLINE_SECONDS)
        while connection.recv(65536):
            pass


def send(service, request):
    """Sends a request; the outcomes, one for each answer, or a word for how it ended."""
    connection = service.connect()
    outcomes = []
    try:
        try:
            for piece in request.data:
                connection.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all of it was sent: what was answered is read below
        if request.wants == "nothing":
            leave(connection, request.end)
            return ["left"]
        answers = Answers(connection)
        is_bound = request.wants in ("answer", "end")
        begun = time.monotonic()
        while len(outcomes) < request.answers or request.wants == "end":
            patience = DEADLINE_SECONDS if is_bound or not outcomes and request.wants == "answer" else PATIENCE_SECONDS
            is_head = len(outcomes) in request.heads
            answer = answers.next(begun + patience, is_head)
            if answer is None:
                break
            judge(*answer)
            outcomes.append(str(answer[0]))
        if request.most is not None and len(outcomes) > request.most:
            raise Fault(f"{len(outcomes)} answers: a smuggled request was answered")
        return outcomes or ["closed"]
    except (ConnectionResetError, BrokenPipeError):
        return outcomes or ["reset"]
    except TimeoutError:
        if request.wants in ("answer", "end") and not (outcomes and request.wants == "answer"):
            raise Fault(f"nothing within {DEADLINE_SECONDS} s") from None
        return outcomes or ["no answer"]
    finally:
        connection.close()


def is_alive(service):
    try:
        return send(service, Request([b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"])) == ["200"]
    except (Fault, OSError):
        return False


def run(arguments, services):
    table = collections.defaultdict(collections.Counter)
    faults, late, before = [], 0, {}
    started = time.monotonic()

    def one(number):
        if time.monotonic() - started > arguments.seconds:
            return number, None, None, "late"
        service, family, request = make(arguments.seed, number, services)
        try:
            return number, family, send(service, request), None
        except (Fault, OSError, ValueError) as fault:
            return number, family, [], f"{service.name}: {type(fault).__name__}: {fault}"

    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as clients:
        for first in range(0, arguments.count, WARM_UP):
            for number, family, outcomes, fault in clients.map(one, range(first, min(first + WARM_UP, arguments.count))):
                if family is None:
                    late += 1
                    continue
                table[family.__name__].update(outcomes)
                if fault:
                    table[family.__name__]["fault"] += 1
                    faults.append(f"number {number} ({family.__name__}): {fault}")
            for service in services:
                if not is_alive(service):
                    return faults + [f"{service.name} is not alive after {first + WARM_UP} requests"]
                before.setdefault(service.name, service.resident_kib())
    show(table)
    print(f"\n{arguments.count - late} requests in {time.monotonic() - started:.0f} s, seed {arguments.seed}")
    if late:
        faults.append(f"{late} requests were not sent within {arguments.seconds} s")
    for service in services:
        after = service.resident_kib()
        grown = (after - before[service.name]) / 1024
        print(f"{service.name:10} resident {before[service.name] / 1024:7.1f} MiB after {WARM_UP}, {after / 1024:7.1f} at the end:"
              f" {grown:+.1f} (at most +{arguments.growth_mib})")
        if grown > arguments.growth_mib:
            faults.append(f"{service.name} grew by {grown:.1f} MiB")
    return faults


def show(table):
    columns = sorted({outcome for row in table.values() for outcome in row})
    print(f"{'':14}" + "".join(f"{column:>10}" for column in columns))
    for name in sorted(table):
        print(f"{name:14}" + "".join(f"{table[name][column] or '':>10}" for column in columns))
    sums = collections.Counter()
    for row in table.values():
        sums.update(row)
    print(f"{'all answers':14}" + "".join(f"{sums[column]:>10}" for column in columns))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=20261030)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=180, help="the most time for all of it")
    parser.add_argument("--growth-mib", type=int, default=48, help="how much resident memory each may grow")
    parser.add_argument("--only", type=int, help="send this number alone and show it")
    parser.add_argument("services", nargs="+", type=Service, metavar="name=port:pid")
    arguments = parser.parse_args()
    if arguments.only is not None:
        service, family, request = make(arguments.seed, arguments.only, arguments.services)
        print(family.__name__, service.name, request.wants, *[piece[:2000] for piece in request.data], sep="\n")
        print(send(service, request))
        return 0
    faults = run(arguments, arguments.services)
    for fault in faults[:50]:
        print("FAULT", fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
