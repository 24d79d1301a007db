import Testing

@testable import RankingService

struct ReferrerTests {
    @Test(
        "what may hold a secret is cut off",
        arguments: [
            ("https://example.org/trips", "https://example.org/trips"),
            ("https://example.org/trips?token=1&x=2", "https://example.org/trips"),
            ("https://example.org/trips#top?x", "https://example.org/trips"),
            ("https://example.org?x", "https://example.org"),
            ("https://user:pass@example.org/a", "https://example.org/a"),
            ("https://user:p@ss@example.org", "https://example.org"),
            ("https://example.org/@mention", "https://example.org/@mention"),
            ("android-app://com.example", "android-app://com.example"),
            ("/relative", "/relative"),
            ("instagram", "instagram"),
        ])
    func stripped(given: String, kept: String) {
        #expect(Referrer(given)?.description == kept)
    }

    @Test("nothing is kept of nothing", arguments: ["", "?token=1", "#top"])
    func nothing(given: String) {
        #expect(Referrer(given) == nil)
    }

    @Test("a long one is cut to 512 characters")
    func long() {
        #expect(Referrer(String(repeating: "한", count: 600))?.description == String(repeating: "한", count: 512))
    }
}
