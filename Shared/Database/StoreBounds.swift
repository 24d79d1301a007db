/// Every bound that a store keeps, in one place.
enum StoreBounds {
    /// Connections that read at the same time; one more writes.
    static let readers = 4
    /// How long a connection waits for another one's lock before it gives up, in seconds.
    static let busyTimeoutSeconds = 5.0
    /// The size the write-ahead log is cut back to when it starts over, in bytes.
    static let journalSizeLimitBytes = 16 * 1024 * 1024
    /// The page cache of each connection, in KiB.
    static let cacheKibibytes = 4096
    /// The largest file that is read as a whole at every start, in bytes: about half a second.
    static let checkedFileBytes: Int64 = 64 * 1024 * 1024
    /// The most findings an integrity check lists.
    static let integrityFindings = 20
    /// The most characters of the lock file that are read: its record is far shorter.
    static let lockRecordBytes = 4096
}
