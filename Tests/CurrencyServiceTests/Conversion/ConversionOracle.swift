import Foundation
import SharedDomain
import SharedTesting

@testable import CurrencyService

/// What `Tests/Oracles/currency/conversions.py` wrote: the same conversions by Python's decimal.
enum ConversionOracle {
    /// A line of the file, to be named where it differs.
    struct Line: Sendable, CustomStringConvertible {
        let number: Int
        let fields: [Substring]

        var description: String { "conversions.txt:\(number): \(fields.joined(separator: "|"))" }

        /// The question of a conversion.
        func question() throws -> ConversionQuestion {
            ConversionQuestion(
                from: try code(String(fields[2])), to: try code(String(fields[3])),
                amount: try decimal(String(fields[4])), day: try day(String(fields[1])), rounding: try rounding(),
                rateDigits: 10)
        }

        private func rounding() throws -> ConversionRounding {
            switch fields[5] {
            case "u": .halfUp
            case "e": .halfEven
            case "d": .down
            case "n": .unrounded
            default: throw TestFailure("\(self): not a mode")
            }
        }
    }

    /// The lines of one kind.
    static func lines(_ kind: Substring) throws -> [Line] { try all.get().filter { $0.fields[0] == kind } }

    private static let all = Result<[Line], any Error> {
        let path = URL(filePath: #filePath).appending(path: "../../../Oracles/currency/conversions.txt")
        let text = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
        return text.utf8.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            let fields = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            return Line(number: index + 1, fields: fields.map(Substring.init))
        }
    }
}

/// The ECB's sheets that the rate of a day may come from, newest first, as they would be found.
enum ECBPast {
    private static let byDay = Dictionary(
        ECBFile.sheets.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })

    static func rates(on day: Day) -> PastRates {
        PastRates(sheets: [(0...15).compactMap { byDay[day.adding(days: -$0)] }])
    }
}

extension Bench {
    /// A conversion of a past day with these rates, on the evening of 2026-10-30.
    func convert(_ question: ConversionQuestion, _ past: PastRates) throws(ServiceError) -> Conversion {
        try useCases.conversions.convert(
            question, on: question.day ?? Day(number: 0), past, nil, at: ECBFile.recordedAt)
    }
}
