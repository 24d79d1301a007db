import Logging
import ServiceLifecycle

/// Writes the last rates to the store, beside the requests and never in their way: of several answers that wait, the
/// newest is written, and one that says what is stored already is not.
final class RateKeeper: Service {
    private let store: RankingStore
    private let logger: Logger
    private let stored: RateTable?
    private let (offers, offer) = AsyncStream.makeStream(of: RateTable.self, bufferingPolicy: .bufferingNewest(1))

    /// - Parameter stored: what the store holds now.
    init(store: RankingStore, stored: RateTable?, logger: Logger) {
        self.store = store
        self.stored = stored
        self.logger = logger
    }

    /// Takes rates to be written; does not wait for it.
    func keep(_ table: RateTable) {
        offer.yield(table)
    }

    /// Writes until stopped; what was offered by then is written first.
    func run() async {
        await withGracefulShutdownHandler {
            var last = stored
            for await table in offers where table != last {
                do {
                    try await store.keep(table)
                    last = table
                } catch {
                    // The rates are still in memory, and the next ones are tried again.
                    logger.warning("the last rates could not be stored", metadata: ["cause": "\(error)"])
                }
            }
        } onGracefulShutdown: {
            self.offer.finish()
        }
    }
}
