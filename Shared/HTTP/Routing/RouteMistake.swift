/// A mistake in the routes of a service, found when the service is put together and never while it answers.
package struct RouteMistake: Error, Sendable, Equatable, CustomStringConvertible {
    /// The method and the path of the route.
    package let route: String
    /// What is wrong with it.
    package let reason: String

    /// `GET /a: …`.
    package var description: String { "\(route): \(reason)" }
}
