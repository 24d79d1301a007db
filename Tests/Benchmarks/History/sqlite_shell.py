"""Puts a question to SQLite's own shell over and over for some seconds, and prints requests a second and the median and
99th percentile of the time in milliseconds: from the text of the question until its whole answer was read.

    sqlite_shell.py STORE FILE.sql SECONDS again|anew

`again` asks one shell the same question, `anew` starts a shell for each.
"""
import subprocess
import sys
import time

END = "--end-of-answer--"
MOST = 100_000


def asked_again(store, question):
    shell = subprocess.Popen(["sqlite3", "-readonly", store], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    end = (END + "\n").encode()
    text = (question + f"\n.print {END}\n").encode()

    def ask():
        shell.stdin.write(text)
        shell.stdin.flush()
        size = 0
        for line in shell.stdout:
            if line == end:
                return size
            size += len(line)
        raise SystemExit("the shell ended")

    return ask


def asked_anew(store, question):
    def ask():
        done = subprocess.run(
            ["sqlite3", "-readonly", "-bail", store], input=question.encode(), stdout=subprocess.PIPE, check=True)
        return len(done.stdout)

    return ask


def main():
    store, file, seconds, way = sys.argv[1:]
    with open(file) as text:
        ask = {"again": asked_again, "anew": asked_anew}[way](store, text.read())
    if ask() < 100:
        raise SystemExit(f"{file}: hardly an answer")
    times = []
    began = time.perf_counter()
    while time.perf_counter() - began < float(seconds) and len(times) < MOST:
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    rate = len(times) / (time.perf_counter() - began)
    times.sort()
    print(f"{rate:.2f} {times[len(times) // 2] * 1000:.3f} {times[int(len(times) * 0.99)] * 1000:.3f}")


main()
