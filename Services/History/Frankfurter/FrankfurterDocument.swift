import NIOCore
import SharedDomain

/// Writes the days of an answer one after the other, so that a long one need never be whole in memory.
struct FrankfurterDocument {
    private let rates: FrankfurterRates
    private let days: ClosedRange<Int32>
    /// Where the next day stands in the base's leg, and in that of each currency.
    private var placeOfBase: Int
    private var places: [Int]
    private var isFirstDay = true

    /// - Parameter days: from the first to the last day that has a rate.
    init(_ rates: FrankfurterRates, days: ClosedRange<Int32>) {
        self.rates = rates
        self.days = days
        placeOfBase = rates.ofBase.place(of: days.lowerBound)
        places = rates.quoted.map { $0.leg.place(of: days.lowerBound) }
    }

    /// `{"amount":1.0,"base":"EUR","date":"2026-10-30","rates":{"AUD":1.5904,…}}` of a single day.
    ///
    /// - Throws: as `FrankfurterPrice.text`.
    static func day(_ rates: FrankfurterRates, _ day: Int32) throws(ServiceError) -> ByteBuffer {
        var document = FrankfurterDocument(rates, days: day...day)
        var buffer = ByteBuffer()
        buffer.writeString(document.beginning + #""date":"\#(Day(number: day))","rates":"#)
        try document.writeRates(of: day, named: "", into: &buffer)
        buffer.writeString("}")
        return buffer
    }

    /// What stands before the days of a range: `{"amount":1.0,"base":"EUR","start_date":…,"end_date":…,"rates":{`.
    var head: String {
        beginning
            + #""start_date":"\#(Day(number: days.lowerBound))","end_date":"\#(Day(number: days.upperBound))","rates":{"#
    }

    /// What stands after them.
    static let tail = "}}"

    /// Writes further days, until the buffer holds so many bytes or the last day is written.
    ///
    /// - Returns: whether days are left.
    /// - Throws: as `FrankfurterPrice.text`.
    mutating func writeDays(into buffer: inout ByteBuffer, upTo bytes: Int) throws(ServiceError) -> Bool {
        let base = rates.ofBase
        while placeOfBase < base.days.count, base.days[placeOfBase] <= days.upperBound {
            guard buffer.readableBytes < bytes else { return true }
            let day = base.days[placeOfBase]
            let name = (isFirstDay ? "" : ",") + #""\#(Day(number: day))":"#
            if try writeRates(of: day, named: name, into: &buffer) { isFirstDay = false }
            placeOfBase += 1
        }
        return false
    }

    private var beginning: String {
        #"{"amount":\#(FrankfurterNumber.text(rates.price.amount)),"base":"\#(rates.base)","#
    }

    /// Writes the rates of a day that the base has, by code, with what stands before them; nothing when there are none.
    @discardableResult
    private mutating func writeRates(
        of day: Int32, named name: String, into buffer: inout ByteBuffer
    ) throws(ServiceError) -> Bool {
        let divisor = try rates.price.divisor(rates.ofBase.figures[placeOfBase])
        var isEmpty = true
        for (index, (code, leg)) in rates.quoted.enumerated() {
            while places[index] < leg.days.count, leg.days[places[index]] < day { places[index] += 1 }
            guard places[index] < leg.days.count, leg.days[places[index]] == day else { continue }
            let price = try rates.price.text(in: code, leg.figures[places[index]], over: divisor)
            buffer.writeString(isEmpty ? "\(name){\"\(code)\":\(price)" : ",\"\(code)\":\(price)")
            isEmpty = false
        }
        if !isEmpty { buffer.writeString("}") }
        return !isEmpty
    }
}
