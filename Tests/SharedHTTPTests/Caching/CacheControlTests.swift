import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("Cache-Control")
struct CacheControlTests {
    private let now = Instant(milliseconds: 1_793_372_400_500)

    @Test(
        "an answer is fresh for the whole seconds that are left, and never longer",
        arguments: [
            (0, 0), (1, 0), (999, 0), (1000, 1), (1999, 1), (60_000, 60), (-1, 0), (-60_000, 0),
            (40_000_000_000_000, 31_536_000),
        ] as [(Int64, Int)])
    func maxAge(milliseconds: Int64, seconds: Int) {
        let until = Instant(milliseconds: now.milliseconds + milliseconds)
        #expect(
            CacheControl.value(freshUntil: until, now: now, isPersonal: false) == "public, max-age=\(seconds)")
    }

    @Test("an answer to someone with a key is for that one's cache only")
    func personal() {
        let until = now.advanced(by: .seconds(10))
        #expect(CacheControl.value(freshUntil: until, now: now, isPersonal: true) == "private, max-age=10")
        #expect(CacheControl.value(freshUntil: nil, now: now, isPersonal: true) == "private, no-cache")
    }

    @Test("without a known end the answer is to be asked for again each time")
    func unknown() {
        #expect(CacheControl.value(freshUntil: nil, now: now, isPersonal: false) == "public, no-cache")
    }

    @Test("what was promised for so long is promised for so long, whenever it is asked for")
    func lasting() {
        let version = AnswerVersion(tag: "a", asOf: now, lasting: .seconds(86_400))
        for later in [now, now.advanced(by: .seconds(90_000))] {
            #expect(CacheControl.value(of: version, now: later, isPersonal: false) == "public, max-age=86400")
            #expect(CacheControl.value(of: version, now: later, isPersonal: true) == "private, max-age=86400")
        }
        let ending = AnswerVersion(tag: "a", asOf: now, freshUntil: now.advanced(by: .seconds(5)))
        #expect(CacheControl.value(of: ending, now: now, isPersonal: false) == "public, max-age=5")
    }

    @Test("the ends of time do not overflow")
    func ends() {
        let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
        #expect(CacheControl.value(freshUntil: first, now: last, isPersonal: false) == "public, max-age=0")
        #expect(CacheControl.value(freshUntil: last, now: last, isPersonal: false) == "public, max-age=0")
    }
}
