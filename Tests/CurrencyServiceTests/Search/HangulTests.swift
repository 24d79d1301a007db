import Foundation
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Hangul taken apart")
struct HangulTests {
    // Foundation's canonical decomposition (UAX #15) of each.
    @Test("all 11,172 syllables have the letters of Unicode's own decomposition")
    func everySyllable() throws {
        for value in 0xAC00...0xD7A3 {
            let scalar = try #require(Unicode.Scalar(UInt32(value)))
            let jamo = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map { Int($0.value) }
            let syllable = try #require(HangulSyllable(scalar))
            let found = [0x1100 + syllable.initial, 0x1161 + syllable.vowel]
            #expect((syllable.final == 0 ? found : found + [0x11A7 + syllable.final]) == jamo)
        }
    }

    @Test("what is no syllable has none", arguments: ["ㄱ", "ㅏ", "\u{1100}", "a", "\u{ABFF}", "\u{D7A4}", "本"])
    func others(text: String) throws {
        #expect(HangulSyllable(try #require(text.unicodeScalars.first)) == nil)
    }

    // Python's unicodedata: Tests/Oracles/currency/hangul_oracle.py.
    @Test("syllables begin with and are typed as the letters that Python names")
    func typed() throws {
        let lines = PythonHangul.lines.split(separator: "\n")
        #expect(lines.count > 500)
        for line in lines {
            let fields = line.split(separator: "|").map(String.init)
            let syllable = try #require(fields[0].unicodeScalars.first)
            #expect(KeyboardLetters.initial(of: syllable).map(String.init) == fields[1])
            let letters = String(String.UnicodeScalarView(KeyboardLetters.letters(of: syllable)))
            #expect(letters == fields[2], "\(fields[0])")
        }
    }

    @Test(
        "a name is compared in one form, however it is written",
        arguments: [
            ("일본", "일본"), ("\u{110B}\u{1175}\u{11AF}\u{1107}\u{1169}\u{11AB}", "일본"), ("ㅇㅣㄹㅂㅗㄴ", "ㅇㅣㄹㅂㅗㄴ"),
            ("ＪＰＹ", "jpy"), ("Côte d’Ivoire", "cotedivoire"), ("Åland", "aland"), ("  Hong\u{2003}Kong ", "hongkong"),
            ("Trinidad & Tobago", "trinidadandtobago"), ("Congo (DRC)", "congodrc"), ("U\u{308}\u{308}\u{301}", "u"),
            ("\u{202E}USD\u{202C}", "usd"), ("💵", ""), ("%", ""), ("１５６", "156"), ("İstanbul", "istanbul"),
        ])
    func folded(text: String, expected: String) {
        // The letters of both, as it is those that are compared.
        #expect(FoldedText(text).letters == FoldedText(expected).letters)
        #expect(FoldedText(text).letters.count == FoldedText(expected).letters.count)
    }
}
