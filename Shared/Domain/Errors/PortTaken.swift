/// Someone else listens on the port that this service was told to use.
package struct PortTaken: Error, Sendable, Equatable, CustomStringConvertible {
    /// The address.
    package let host: String
    /// The port.
    package let port: Int
    /// The setting that gives the port.
    package let setting: String

    /// A port that was refused because someone has it.
    package init(host: String, port: Int, setting: String) {
        self.host = host
        self.port = port
        self.setting = setting
    }

    /// One sentence that says what to do.
    package var description: String {
        "Port \(port) on \(host) is taken by another process: stop that, or set \(setting) to a free port (0 picks one)."
    }
}
