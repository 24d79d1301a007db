/// How well a text answers a query, as one number: higher is better. The tens are the kind of the match, the ones tell
/// apart within a kind.
enum SearchScore {
    static let exactCode = 90
    static let exactName = 80
    static let exactSymbol = 70
    static let unitName = 65
    static let namePrefix = 60
    /// A whole word of a name.
    static let wholeWord = 55
    static let wordPrefix = 50
    /// Of a word in a name of a currency's country: behind the country itself.
    static let countryOfMoney = 48
    /// Each word of the query is of some name, and no name holds them all.
    static let scattered = 47
    static let codePrefix = 45
    /// Of every syllable of a name.
    static let allInitials = 42
    static let nameInitials = 41
    static let wordInitials = 40
    static let substring = 30
    static let nameTypo = 22
    static let wordTypo = 21
    /// A whole syllable is wrong, not a letter.
    static let syllableTypo = 20

    /// An everyday name counts a little less than the name in the table.
    static let aliasLoss = 1

    /// From here on a match is exact, and guesses at typing errors and parts within words are left out.
    static let exact = unitName
}
