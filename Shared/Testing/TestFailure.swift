/// What a helper of these tests throws: the sentence a reader of the test's output needs.
package struct TestFailure: Error, CustomStringConvertible {
    /// What was expected, and what happened instead.
    package let description: String

    /// A failure with its sentence.
    package init(_ description: String) {
        self.description = description
    }
}
