extension PublicationCalendar {
    private static let ofSources: [SourceID: PublicationCalendar] = [.ecb: .ecb, .kexim: .kexim]

    /// When that source publishes; one whose calendar we don't know is taken to publish when the ECB does.
    package static func calendar(of source: SourceID) -> PublicationCalendar { ofSources[source] ?? .ecb }
}
