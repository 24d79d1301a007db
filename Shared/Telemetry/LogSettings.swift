package import Logging

/// What is logged and how.
package struct LogSettings: Sendable {
    /// The least severe level that is logged.
    package var level: Logger.Level
    /// How lines look.
    package var format: LogFormat
    /// The most bytes of a line, its line end not counted. What does not fit is cut, and the line says so.
    package var maximumLineBytes: Int

    /// 8 KiB holds what a person reads; a line of that size costs no reader its memory.
    package static let standardLineBytes = 8 * 1024

    /// The smallest bound in which every fixed part of a line fits.
    package static let smallestLineBytes = 1024

    /// Settings with a level, a format and a bound; a bound below `smallestLineBytes` is raised to it.
    package init(level: Logger.Level, format: LogFormat, maximumLineBytes: Int = standardLineBytes) {
        self.level = level
        self.format = format
        self.maximumLineBytes = max(maximumLineBytes, Self.smallestLineBytes)
    }
}
