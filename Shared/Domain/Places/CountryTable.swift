enum CountryTable {
    static let countries: [Country] = []
}
