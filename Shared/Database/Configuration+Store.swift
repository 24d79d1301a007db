import GRDB

extension Configuration {
    /// How the pool of a store connects.
    static func store(named service: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = service
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = StoreBounds.readers
        configuration.busyMode = .timeout(StoreBounds.busyTimeoutSeconds)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA mmap_size = 0;
                    PRAGMA secure_delete = OFF;
                    PRAGMA journal_size_limit = \(StoreBounds.journalSizeLimitBytes);
                    PRAGMA cache_size = -\(StoreBounds.cacheKibibytes);
                    """)
        }
        return configuration
    }

    /// How a file is read that nothing may be written to (`SQLITE_OPEN_READONLY`).
    static func reading() -> Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(StoreBounds.busyTimeoutSeconds)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = 0") }
        return configuration
    }
}
