import SharedDomain
import SharedHTTP

extension Conversion: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        let numbers = writer.numbers
        writer.object { writeMembers(into: &$0, numbers) }
    }

    /// The members of the answer; a result that is too long for a number is given with fewer digits.
    func writeMembers(into data: inout JSONObjectWriter, _ numbers: NumberStyle) {
        let short = numbers == .number ? result.short : nil
        data.member("from", question.from)
        data.member("to", question.to)
        data.member("amount", question.amount)
        data.member("result", short ?? result.full)
        data.member("rate", rate)
        data.member("rate_inverse", rateInverse)
        data.member("observed_on", evidence.rate.cross.day)
        if let day = question.day { data.member("requested_date", day) }
        data.member("rounding", question.rounding)
        data.object("precision") { precision in
            precision.member("rate_digits", question.rateDigits)
            precision.member(
                "result_digits",
                numbers == .number ? ConversionResult.numberDigits : ConversionResult.mostDigits)
            precision.member("result_exact", short == nil)
        }
        data.member("cache_hit", isFromMemory)
        data.member("evidence", evidence)
    }
}

extension ConversionRounding: JSONRepresentable {}
