import NIOCore
import SharedDomain
import SharedHTTP

/// What the Export-Import Bank of Korea answers for one day (oapi.koreaexim.go.kr, exchangeJSON, data=AP01): a JSON
/// array of objects, numbers as text with thousands commas, won for the unit in brackets.
///
///     [{"result":1,"cur_unit":"JPY(100)","ttb":"867.62","tts":"885.15","deal_bas_r":"876.39",…},…]
enum KEXIMAnswer {
    /// The rates of the day, as its only list has them.
    case published([PublishedQuote])
    /// An empty list: a weekend, a holiday, or not yet.
    case nothing
    /// It would not say, by its own code.
    case refused(Refusal)

    /// Why it gave no rates: the codes of `result` other than 1.
    enum Refusal: String, Sendable, CaseIterable {
        case unknownData = "2"
        case invalidKey = "3"
        case limitReached = "4"

        /// In words for a person.
        var failure: FetchFailure {
            switch self {
            case .unknownData: FetchFailure("it does not know the data that was asked for (result 2)")
            case .invalidKey: FetchFailure("it does not take the key (result 3): check KEXIM_API_KEY")
            case .limitReached: FetchFailure("the key's calls of today are used up (result 4)")
            }
        }
    }

    /// More than there are currencies.
    static let mostQuotes = 300
    /// Codes of its own, each with the currency of ISO 4217 that it stands for: it quotes the yuan that is traded
    /// outside mainland China, which has no code of its own there and is taken for the yuan.
    static let currencies = ["CNH": "CNY"]
    /// What the others are quoted in, which is in the list at 1.
    private static let pivot = CurrencyCode.krw.description
    private static let success = "1"

    /// Reads an answer.
    /// - Throws: `UnreadablePayload` for everything else, such as the `null` for a day it cannot read.
    init(_ bytes: [UInt8]) throws(UnreadablePayload) {
        guard case .array(let rows) = try Self.document(bytes) else {
            throw UnreadablePayload(line: nil, "not a list of rates")
        }
        guard rows.count <= Self.mostQuotes else {
            throw UnreadablePayload(line: nil, "more than \(Self.mostQuotes) rates")
        }
        var quotes: [PublishedQuote] = []
        for row in rows {
            guard case .object(let row) = row, let result = Self.text(row["result"]) else {
                throw UnreadablePayload(line: nil, "a rate without its result")
            }
            if let refusal = Refusal(rawValue: result) {
                self = .refused(refusal)
                return
            }
            guard result == Self.success else {
                throw UnreadablePayload(line: nil, "the unknown result '\(ServiceError.quoted(result))'")
            }
            if let quote = try Self.quote(row) { quotes.append(quote) }
        }
        self = rows.isEmpty ? .nothing : .published(quotes)
    }

    private static func document(_ bytes: [UInt8]) throws(UnreadablePayload) -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(ByteBuffer(bytes: bytes))
        } catch {
            throw UnreadablePayload(line: nil, "no JSON at byte \(error.offset): \(error.reason)")
        }
    }

    /// Nil for the won itself.
    private static func quote(_ row: JSONObject) throws(UnreadablePayload) -> PublishedQuote? {
        guard let unit = text(row["cur_unit"]), let price = text(row["deal_bas_r"]) else {
            throw UnreadablePayload(line: nil, "a rate without its cur_unit or deal_bas_r")
        }
        let (code, count) = currency(unit)
        guard code != pivot else { return nil }
        return PublishedQuote(
            currency: currencies[code] ?? code, price: plain(price), unit: count, direction: .inPivot,
            transfer: transfer(row))
    }

    /// Both prices of a transfer; nil when one of them is missing or 0, which is how it says that there is none.
    private static func transfer(_ row: JSONObject) -> PublishedTransfer? {
        guard let buying = text(row["ttb"]).map(plain), let selling = text(row["tts"]).map(plain) else { return nil }
        let isNone = [buying, selling].contains { $0.isEmpty || ExactDecimal($0)?.signum == 0 }
        return isNone ? nil : PublishedTransfer(buying: buying, selling: selling)
    }

    /// `JPY(100)` is 100 yen. What is not of this form is left as it is, for no currency has such a code.
    private static func currency(_ text: String) -> (code: String, unit: Int) {
        guard text.hasSuffix(")"), let bracket = text.firstIndex(of: "("),
            let unit = Int(text[text.index(after: bracket)...].dropLast()), unit > 0
        else { return (text, 1) }
        return (String(text[..<bracket]), unit)
    }

    /// The number without its thousands commas; one whose commas stand elsewhere is left as it is, for it is no number.
    private static func plain(_ text: String) -> String {
        let whole = text.prefix { $0 != "." }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return text }
        return groups.joined() + text.dropFirst(whole.count)
    }

    /// A text, or a number in the digits it was written with; nil for everything else.
    private static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        default: nil
        }
    }
}
