import SharedDomain

extension Day {
    /// The day of a field of a request, as days since 1970-01-01.
    ///
    /// - Throws: `INVALID_DATE`, naming the field, for one that no calendar has.
    static func known(_ number: Int32, parameter: String) throws(ServiceError) -> Day {
        let day = Day(number: number)
        guard years.contains(day.components.year) else {
            throw .invalidParameter(
                parameter, provided: "\(number)", expected: "a day of the years \(years)", code: .invalidDate)
        }
        return day
    }
}
