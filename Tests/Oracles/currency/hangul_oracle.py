#!/usr/bin/env python3
"""Writes how Hangul syllables are typed, from the decompositions and names of Python's `unicodedata`.

    python3 Tests/Oracles/currency/hangul_oracle.py

Every syllable of the Korean names in the tables, and every 37th of Unicode's. A cluster of trailing consonants and a
compound vowel are two keys on the Korean standard keyboard (KS X 5002); a doubled consonant is one with shift.
"""
import pathlib
import re
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLES = [ROOT / "Shared/Domain/Places/CountryTable.swift", ROOT / "Shared/Domain/Money/CurrencyTable.swift"]
TARGET = ROOT / "Tests/CurrencyServiceTests/Search/PythonHangul.swift"
COMPOUND_VOWELS = {
    "WA": "O A", "WAE": "O AE", "OE": "O I", "WEO": "U EO", "WE": "U E", "WI": "U I", "YI": "EU I",
}


def keys(jamo):
    _, kind, name = unicodedata.name(jamo).split(" ")
    names = COMPOUND_VOWELS.get(name, name).split(" ") if kind == "JUNGSEONG" else name.split("-")
    return "".join(unicodedata.lookup(f"HANGUL LETTER {name}") for name in names)


def line(syllable):
    jamo = unicodedata.normalize("NFD", syllable)
    return f"{syllable}|{keys(jamo[0])}|{''.join(map(keys, jamo))}"


named = set(re.findall("[가-힣]", "".join(path.read_text() for path in TABLES)))
chosen = sorted(named | {chr(code) for code in range(0xAC00, 0xD7A4, 37)})
body = "\n".join("        " + line(syllable) for syllable in chosen)
TARGET.write_text(f'''/// Syllables and how they are typed.
///
/// Written by `Tests/Oracles/currency/hangul_oracle.py`.
enum PythonHangul {{
    /// `syllable|leading consonant|letters`.
    static let lines = """
{body}
        """
}}
''')
