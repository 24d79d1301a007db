import NIOCore
import SharedDomain
import SharedHTTP

/// A text that is made a few lines at a time, from a book that does not change meanwhile. A copy goes on from where the
/// original stood.
protocol ExportText: Sendable {
    /// Writes the next lines behind what `buffer` holds.
    /// - Returns: false, and nothing written, when there are no more.
    /// - Throws: `INVALID_PARAMETER` for a number that cannot be written as asked.
    mutating func writeNext(to buffer: inout ByteBuffer) throws(ServiceError) -> Bool
}

/// A part of a text that is sent in one go.
struct ExportPiece: Sendable {
    /// A piece ends with the lines that reach this length.
    static let enoughBytes = 32 * 1024

    var bytes = ByteBuffer()
    /// Whether the text ends with it.
    var isLast = false
}

extension ExportText {
    /// Makes the next piece.
    mutating func nextPiece() throws(ServiceError) -> ExportPiece {
        var piece = ExportPiece()
        while !piece.isLast, piece.bytes.readableBytes < ExportPiece.enoughBytes {
            piece.isLast = try !writeNext(to: &piece.bytes)
        }
        return piece
    }
}

extension EdgeReply {
    /// A text as a file to be saved under that name: in one go when it fits into a piece, else piece by piece, each made
    /// when the one before is on its way. The first is made here, so that an error is still an error.
    static func export(_ text: some ExportText, mediaType: String, named name: String) throws -> EdgeReply {
        var rest = text
        let first = try rest.nextPiece()
        return (first.isLast ? .bytes(first.bytes, mediaType: mediaType) : streaming(first, rest, mediaType))
            .asFile(named: name)
    }

    /// The same answer, to be saved under that name (RFC 6266). Names are ours, and need no quoting.
    func asFile(named name: String) -> EdgeReply {
        settingHeader("Content-Disposition", to: "attachment; filename=\"\(name)\"")
    }

    private static func streaming(_ first: ExportPiece, _ rest: some ExportText, _ mediaType: String) -> EdgeReply {
        .streaming(mediaType: mediaType) { writer in
            try await writer.write(first.bytes)
            var rest = rest
            var isAtEnd = false
            while !isAtEnd {
                let piece = try rest.nextPiece()
                try await writer.write(piece.bytes)
                isAtEnd = piece.isLast
            }
        }
    }
}

extension DescribedAnswers {
    /// The same answers, which are to be saved as a file.
    var asFile: DescribedAnswers {
        withHeader("Content-Disposition", .string("That this is a file, and its name (RFC 6266)."))
    }
}
