/// How the description of the API describes the successful answers of a route.
package struct DescribedAnswers: Sendable {
    /// Nothing is said about them.
    package static let undescribed = DescribedAnswers()
}
