package import SharedDomain

/// Which state of the data an answer comes from, known before the answer is made.
///
/// Two answers to one question with equal tags have equal bytes: an answer depends on nothing but its version, the
/// declared parameters and the language.
package struct AnswerVersion: Sendable, Hashable {
    /// Names the data: equal only when the data is equal, and the same after a restart and at every replica.
    package let tag: String
    /// The `timestamp` of an answer of this version; ages in it are as of then.
    package let asOf: Instant
    /// When the next change is expected, which ends `max-age`; nil for `no-cache`: ask again each time.
    package let freshUntil: Instant?
    /// A `max-age` that stands whatever is expected, instead of `freshUntil`; nil for none.
    package let lasting: Duration?

    /// The version that `tag` names.
    package init(tag: String, asOf: Instant, freshUntil: Instant?) {
        self.tag = tag
        self.asOf = asOf
        self.freshUntil = freshUntil
        lasting = nil
    }

    /// The version that `tag` names, for clients that were promised a copy to be good for so long.
    package init(tag: String, asOf: Instant, lasting: Duration) {
        self.tag = tag
        self.asOf = asOf
        freshUntil = nil
        self.lasting = lasting
    }
}
