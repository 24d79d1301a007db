import Foundation
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Reading the operator's file")
struct RegularFileTests {
    @Test("a file is read whole, up to its limit and not beyond")
    func size() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("a.csv")
        let content = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
        try content.write(to: URL(filePath: path))
        #expect(try RegularFile.bytes(at: path, atMost: 200_000) == [UInt8](content))
        #expect(throws: RegularFile.Refusal(reason: "is larger than 199999 bytes")) {
            try RegularFile.bytes(at: path, atMost: 199_999)
        }
    }

    @Test("what is no regular file is refused at once", .timeLimit(.minutes(1)))
    func otherThings() throws {
        let directory = try TemporaryDirectory()
        let (file, link, pipe) = (directory.file("a.csv"), directory.file("link"), directory.file("pipe"))
        try Data("a".utf8).write(to: URL(filePath: file))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        try #require(mkfifo(pipe, 0o600) == 0)
        expect("is a symbolic link, which is not followed", at: link)
        expect("is not a regular file", at: pipe)
        expect("is not a regular file", at: directory.path)
        expect("is not a regular file", at: "/dev/null")
        expect("does not exist", at: directory.file("gone"))
        expect("does not exist", at: "\(file)/below")
    }

    private func expect(_ reason: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: RegularFile.Refusal(reason: reason), sourceLocation: sourceLocation) {
            try RegularFile.bytes(at: path, atMost: 100)
        }
    }
}
