"""The shipped ECB file, and where the fixtures go."""
import csv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TESTS = ROOT / "Tests" / "HistoryServiceTests"
CSV = ROOT / "Services" / "Ingestor" / "Seed" / "eurofxref-hist.csv"


def read():
    """By day, ascending: the quotes as texts, by currency; the euro is 1."""
    with CSV.open(newline="") as file:
        rows = list(csv.reader(file))
    codes = [code for code in rows[0][1:] if code]
    table = {}
    for row in reversed(rows[1:]):
        table[row[0]] = {code: text for code, text in zip(codes, row[1:]) if text not in ("N/A", "")}
        table[row[0]]["EUR"] = "1"
    return table


def write(name, script, how, text):
    """Writes a fixture with a note of where it comes from."""
    note = f"// Made by Tests/Oracles/history/{script} {how}. Do not edit.\n\n"
    (TESTS / "Fixtures" / name).write_text(note + text)
