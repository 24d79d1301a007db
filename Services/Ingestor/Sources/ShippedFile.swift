import Foundation
import SharedDomain

/// A file of published figures that comes with the release, so that the system has a history on its first day and
/// without a network.
struct ShippedFile: Sendable {
    let name: String
    /// What it has one of for each date: `days`, `editions`.
    let unit: String
    /// - Throws: whatever the file system says.
    let read: @Sendable () throws -> [UInt8]

    /// A file of the resource folder; `Seed/README.md` names the source and licence of each.
    static func seed(_ name: String, of unit: String) -> ShippedFile {
        ShippedFile(name: name, unit: unit) {
            let file = Bundle.module.bundleURL.appending(path: "Seed", directoryHint: .isDirectory)
                .appending(path: name, directoryHint: .notDirectory)
            return [UInt8](try Data(contentsOf: file))
        }
    }

    /// The file as a payload of a source.
    /// - Throws: `UnreadablePayload` when there is no such file.
    func payload(at now: Instant) throws(UnreadablePayload) -> Payload {
        let body: [UInt8]
        do {
            body = try read()
        } catch {
            throw UnreadablePayload(line: nil, "it is not there or cannot be opened")
        }
        return Payload(
            origin: .shipped, url: "shipped:\(name)", fetchedAt: now, status: 200, headers: [:], body: body)
    }
}
