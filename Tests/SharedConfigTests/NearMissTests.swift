import Testing

@testable import SharedConfig

@Suite("near misses")
struct NearMissTests {
    // Wagner and Fischer's measure; the first three pairs are the textbook ones.
    @Test(
        "the distance counts insertions, deletions and substitutions",
        arguments: [
            ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("flaw", "lawn", 2), ("", "abc", 3), ("abc", "", 3),
            ("same", "same", 0),
        ])
    func distance(_ left: String, _ right: String, _ expected: Int) {
        #expect(NearMiss.distance(left, right) == expected)
    }

    @Test("a name too far from all others has no near miss")
    func nothingNear() {
        #expect(NearMiss.of("WEATHER", among: ["LOG_LEVEL", "DATA_DIR"]) == nil)
        #expect(NearMiss.of("AB", among: ["AC"]) == nil)
        #expect(NearMiss.of("LOG_LEVL", among: ["LOG_LEVEL", "LOG_FORMAT"]) == "LOG_LEVEL")
    }
}
