import SharedHTTP

/// Why a question is not answered, in the words of the Frankfurter API.
enum FrankfurterRefusal: Error {
    /// No such path, no sheet near that day, or no rate of what is asked.
    case notFound
    /// The amount is no number, or none above zero.
    case invalidAmount
    /// The date has the form of one but is in no calendar.
    case invalidDate
    /// The base was named, and is the one currency that it is to be priced in.
    case badCurrencyPair

    /// The answer: 404 for what is not there, 422 for what cannot be meant.
    var reply: EdgeReply {
        switch self {
        case .notFound: .raw(ErrorMessage.notFound, status: .notFound)
        case .invalidAmount: .raw(ErrorMessage("invalid amount"), status: .unprocessable)
        case .invalidDate: .raw(ErrorMessage("invalid date"), status: .unprocessable)
        case .badCurrencyPair: .raw(ErrorMessage("bad currency pair"), status: .unprocessable)
        }
    }
}
