package import SharedConfig

/// The names of one service.
package struct ServiceIdentity: Sendable {
    /// The short name, which peers and `/health` use: `currency`.
    package let name: String
    /// The executable: `currency-service`.
    package let executable: String
    /// What it is for, in one sentence.
    package let purpose: String
    /// Its ports and address.
    package let addresses: ServiceAddressSettings

    /// The store's file in the data directory.
    package var databaseFile: String { "\(name).sqlite" }

    package static let currency = ServiceIdentity(
        name: "currency", executable: "currency-service",
        purpose: "Latest exchange rates with their evidence.", addresses: .currency)
    package static let history = ServiceIdentity(
        name: "history", executable: "history-service",
        purpose: "Every observed exchange rate since 1999, as series with statistics.", addresses: .history)
    package static let ranking = ServiceIdentity(
        name: "ranking", executable: "ranking-service",
        purpose: "Records the destinations people choose and charts them.", addresses: .ranking)
    package static let ingestor = ServiceIdentity(
        name: "ingestor", executable: "data-ingestor",
        purpose: "Collects published rates and prices and delivers them to the other services.",
        addresses: .ingestor)
}
