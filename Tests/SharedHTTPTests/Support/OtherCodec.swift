import Foundation
import NIOCore
import SharedTesting

@testable import SharedHTTP

/// Python's gzip and zlib: other codecs than ours. They refuse what lacks its end or has a wrong checksum.
enum OtherCodec {
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    private static let path = "/usr/bin/python3"

    /// What was compressed. Throws where the other codec refuses it.
    static func read(_ compressed: ByteBuffer, _ coding: ContentCoding) throws -> Data {
        let module = coding == .gzip ? "gzip" : "zlib"
        let program = "import sys,\(module);sys.stdout.buffer.write(\(module).decompress(sys.stdin.buffer.read()))"
        let directory = try TemporaryDirectory()
        let file = URL(filePath: directory.file("compressed"))
        try Data(compressed.readableBytesView).write(to: file)
        let python = Process()
        python.executableURL = URL(filePath: path)
        python.arguments = ["-c", program]
        python.standardInput = try FileHandle(forReadingFrom: file)
        python.standardError = FileHandle.nullDevice
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        guard python.terminationStatus == 0 else { throw TestFailure("refused") }
        return bytes
    }
}
