import SharedDomain

/// The values of `Cache-Control` (RFC 9111, section 5.2.2).
enum CacheControl {
    /// Nobody may keep the answer.
    static let noStore = "no-store"

    /// The value for an answer of that version.
    static func value(of version: AnswerVersion, now: Instant, isPersonal: Bool) -> String {
        guard let lasting = version.lasting else {
            return value(freshUntil: version.freshUntil, now: now, isPersonal: isPersonal)
        }
        return "\(isPersonal ? "private" : "public"), max-age=\(max(0, min(longest, lasting.components.seconds)))"
    }

    /// The value for an answer that may be kept.
    ///
    /// `max-age` ends with the second before the next change is expected, so that no copy is fresh beyond it.
    /// An answer to someone with a key is for nobody else's cache.
    static func value(freshUntil: Instant?, now: Instant, isPersonal: Bool) -> String {
        let audience = isPersonal ? "private" : "public"
        guard let freshUntil else { return audience + ", no-cache" }
        let (left, overflows) = freshUntil.milliseconds.subtractingReportingOverflow(now.milliseconds)
        let seconds = overflows ? 0 : max(0, min(longest, left / 1000))
        return "\(audience), max-age=\(seconds)"
    }

    /// A year, in seconds: the most that is any use.
    private static let longest: Int64 = 31_536_000
}
