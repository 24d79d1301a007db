import SharedDomain

/// How a source wants to be named beside what is taken from it.
enum SourceCredit {
    /// One line of ASCII; the name that we have for it of a source that asks for nothing.
    static func line(of source: SourceID) -> String {
        switch source {
        case .ecb: "European Central Bank, euro foreign exchange reference rates; free to use with the source named"
        case .kexim: "Export-Import Bank of Korea, exchange rates"
        default: source.description
        }
    }
}
