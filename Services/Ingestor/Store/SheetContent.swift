import Crypto
import Foundation
import SharedDomain

/// The quotes of a sheet as bytes, and their hash. Equal numbers give equal bytes however they are written: a file that
/// says 136 and one that says 136.0 publish the same sheet.
///
/// Each quote takes 14 bytes: three letters, a digit for its kind (0 per pivot, 1 in pivot money, 2 the same with
/// transfer prices), the unit, the exponent, and the coefficient with its lowest byte first. After those of kind 2 come
/// the buying and the selling price, each its exponent and its coefficient in 9 bytes.
struct SheetContent: Sendable, Hashable {
    let bytes: Data

    private static let quoteLength = 14
    private static let numberLength = 9

    /// What stands where in a quote.
    private enum Kind {
        static let perPivot = UInt8(ascii: "0")
        static let inPivot = UInt8(ascii: "1")
        static let withTransfer = UInt8(ascii: "2")
    }

    /// The content of quotes that are in order of currency.
    init(_ quotes: [Quote]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(quotes.count * Self.quoteLength)
        for quote in quotes {
            bytes.append(contentsOf: quote.currency.description.utf8)
            bytes.append(Self.kind(of: quote))
            bytes.append(UInt8(truncatingIfNeeded: quote.unit))
            Self.append(quote.price, to: &bytes)
            guard let transfer = quote.transfer else { continue }
            Self.append(transfer.buying, to: &bytes)
            Self.append(transfer.selling, to: &bytes)
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
            let quote = try Self.quote(from: &rest)
            quotes[quote.currency] = quote
        }
        return quotes
    }

    private static func kind(of quote: Quote) -> UInt8 {
        switch (quote.direction, quote.transfer) {
        case (.perPivot, _): Kind.perPivot
        case (.inPivot, nil): Kind.inPivot
        case (.inPivot, _?): Kind.withTransfer
        }
    }

    private static func append(_ number: ExactDecimal, to bytes: inout [UInt8]) {
        let number = number.canonical
        bytes.append(UInt8(bitPattern: Int8(truncatingIfNeeded: number.exponent)))
        let coefficient = UInt64(truncatingIfNeeded: number.coefficient)
        for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: coefficient >> (8 * byte))) }
    }

    // MARK: Reading

    private static func quote(from rest: inout ArraySlice<UInt8>) throws -> Quote {
        let head = try take(quoteLength - numberLength, from: &rest)
        guard let code = CurrencyCode(String(decoding: head[0..<3], as: UTF8.self)) else { throw unreadable }
        let price = try number(from: &rest)
        var transfer: TransferPrices?
        if head[3] == Kind.withTransfer {
            transfer = try TransferPrices(buying: number(from: &rest), selling: number(from: &rest))
        }
        return try Quote(
            currency: code, price: price, unit: Int(head[4]),
            direction: head[3] == Kind.perPivot ? .perPivot : .inPivot, transfer: transfer)
    }

    private static func number(from rest: inout ArraySlice<UInt8>) throws -> ExactDecimal {
        let bytes = try take(numberLength, from: &rest)
        let coefficient = bytes[1...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let exponent = Int(Int8(bitPattern: bytes[0]))
        guard let number = ExactDecimal(coefficient: Int128(coefficient), exponent: exponent) else { throw unreadable }
        return number
    }

    private static func take(_ count: Int, from rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        guard rest.count >= count else { throw unreadable }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    private static var unreadable: ServiceError {
        ServiceError(.databaseUnavailable, "the content of an accepted sheet cannot be read")
    }
}
