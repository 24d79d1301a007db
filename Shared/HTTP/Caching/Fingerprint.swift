import Crypto
import Foundation
package import SharedDomain

/// Names a piece of data by its content: equal data gives equal names on every machine and after every restart, and
/// different data different ones.
///
/// What is added becomes bytes in one way only, so that two different lists never run together into the same bytes:
/// a letter for its type, then a number as its bytes with the highest first, or a text as its length and its UTF-8.
/// The name is the first 128 bits of their SHA-256 (FIPS 180-4).
///
///     var fingerprint = Fingerprint("currency.rates/1")
///     fingerprint.add(sheets.count)
///     for sheet in sheets { fingerprint.add(sheet) }
///     let tag = fingerprint.text
package struct Fingerprint: Sendable {
    /// How many bytes of the hash a name keeps: beyond any chance collision.
    private static let length = 16

    private var hash = SHA256()

    /// A fingerprint of nothing yet. `subject` says what is described and in which form, such as `currency.rates/1`:
    /// data of another kind, or described in another way, has other names.
    package init(_ subject: String) {
        add(subject)
    }

    /// 32 hexadecimal digits in lower case: the name of all that was added, in that order.
    package var text: String {
        hash.finalize().prefix(Self.length).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// Adds a text.
    package mutating func add(_ text: String) {
        append("t", Int64(text.utf8.count))
        hash.update(data: Data(text.utf8))
    }

    /// Adds a whole number.
    package mutating func add(_ number: some FixedWidthInteger & SignedInteger) {
        append("i", Int128(number))
    }

    /// Adds a moment, in milliseconds.
    package mutating func add(_ instant: Instant) {
        append("m", instant.milliseconds)
    }

    /// Adds a day.
    package mutating func add(_ day: Day) {
        append("d", day.number)
    }

    /// Adds a decimal as it is written: 1.10 and 1.1 are equal numbers and give different answers.
    package mutating func add(_ decimal: ExactDecimal) {
        append("c", decimal.coefficient)
        append("e", Int64(decimal.exponent))
    }

    private mutating func append(_ type: Unicode.Scalar, _ number: some FixedWidthInteger) {
        hash.update(data: [UInt8(ascii: type)])
        withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) }
    }
}

extension Fingerprint {
    /// Adds a sheet: whose it is, of which day, when it was published and recorded, and every figure in it.
    package mutating func add(_ sheet: Sheet) {
        add(sheet.source.description)
        add(sheet.pivot.description)
        add(sheet.day)
        add(sheet.publishedAt)
        add(sheet.recordedAt)
        add(sheet.quotes.count)
        for quote in sheet.quotes {
            add(quote.currency.description)
            add(quote.price)
            add(quote.unit)
            add(quote.direction.rawValue)
            // What follows is a text or the end, so that two numbers cannot be taken for anything else.
            if let transfer = quote.transfer {
                add(transfer.buying)
                add(transfer.selling)
            }
        }
    }
}
