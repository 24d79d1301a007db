enum CurrencyTable {
    static let currencies: [Currency] = []
}
