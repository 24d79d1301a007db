import Crypto
import Foundation
import SharedDomain

/// The quotes of a sheet as bytes, and their hash. Equal numbers give equal bytes however they are written: a file that
/// says 136 and one that says 136.0 publish the same sheet.
///
/// Each quote takes 14 bytes: three letters, a digit for the direction, the unit, the exponent, and the coefficient
/// with its lowest byte first.
struct SheetContent: Sendable, Hashable {
    let bytes: Data

    private static let quoteLength = 14

    /// The content of quotes that are in order of currency.
    init(_ quotes: [Quote]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(quotes.count * Self.quoteLength)
        for quote in quotes {
            let price = quote.price.canonical
            bytes.append(contentsOf: quote.currency.description.utf8)
            bytes.append(UInt8(ascii: quote.direction == .perPivot ? "0" : "1"))
            bytes.append(UInt8(truncatingIfNeeded: quote.unit))
            bytes.append(UInt8(bitPattern: Int8(truncatingIfNeeded: price.exponent)))
            let coefficient = UInt64(truncatingIfNeeded: price.coefficient)
            for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: coefficient >> (8 * byte))) }
        }
        self.bytes = Data(bytes)
    }

    /// Content that was stored.
    init(bytes: Data) {
        self.bytes = bytes
    }

    /// SHA-256.
    var hash: Data { Data(SHA256.hash(data: bytes)) }

    /// The quotes, by currency.
    /// - Throws: `ServiceError` when the bytes are not what this type writes.
    func quotes() throws -> [CurrencyCode: Quote] {
        var quotes: [CurrencyCode: Quote] = [:]
        var rest = [UInt8](bytes)[...]
        while !rest.isEmpty {
            let quote = try Self.quote(rest.prefix(Self.quoteLength))
            quotes[quote.currency] = quote
            rest = rest.dropFirst(Self.quoteLength)
        }
        return quotes
    }

    private static func quote(_ slice: ArraySlice<UInt8>) throws -> Quote {
        let bytes = Array(slice)
        guard bytes.count == quoteLength, let code = CurrencyCode(String(decoding: bytes[0..<3], as: UTF8.self)) else {
            throw ServiceError(.databaseUnavailable, "the content of an accepted sheet cannot be read")
        }
        let coefficient = bytes[6...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let exponent = Int(Int8(bitPattern: bytes[5]))
        guard let price = ExactDecimal(coefficient: Int128(coefficient), exponent: exponent) else {
            throw ServiceError(.databaseUnavailable, "the content of an accepted sheet cannot be read")
        }
        return try Quote(
            currency: code, price: price, unit: Int(bytes[4]),
            direction: bytes[3] == UInt8(ascii: "0") ? .perPivot : .inPivot)
    }
}
