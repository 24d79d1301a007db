import Foundation
import Synchronization

/// The claim of one process on one store, held with `flock(2)` on a file beside it until it is released or the
/// process ends in whatever way: the kernel lets go for it, so a lock file left by `kill -9` bars nobody.
///
/// `flock` and not `fcntl`: the latter's locks belong to the process, so a second store in the same process would get
/// one too, and closing either would drop both. The file is never removed: between a removal and the next creation
/// two processes could each hold "the" lock.
final class StoreLock: Sendable {
    /// What the previous holder left: a holder here means that it did not close the store.
    let previous: LockRecord

    /// The open file and what it says; nil once released.
    private let claim: Mutex<(descriptor: CInt, record: LockRecord)?>

    /// Takes the lock, or says who has it.
    ///
    /// - Throws: `StoreError.inUse` or `StoreError.unusable`.
    init(_ file: StoreFile, holder: LockHolder) throws {
        let descriptor = open(file.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.unusable(file, PosixFailure("open")) }
        do {
            previous = try Self.take(descriptor, file)
            let record = LockRecord(holder: holder, holdsData: previous.holdsData)
            try Self.write(record, to: descriptor)
            claim = Mutex((descriptor, record))
        } catch {
            Self.letGo(descriptor)
            if let failure = error as? PosixFailure { throw Self.unusable(file, failure) }
            throw error
        }
    }

    deinit {
        claim.withLock { claim in
            if let held = claim.take() { Self.letGo(held.descriptor) }
        }
    }

    /// Writes down that the store is complete from now on.
    func recordThatStoreHoldsData() throws {
        try claim.withLock { claim in
            guard var held = claim, !held.record.holdsData else { return }
            held.record.holdsData = true
            try Self.write(held.record, to: held.descriptor)
            claim = held
        }
    }

    /// Takes the holder out of the file and lets go. Does nothing the second time.
    func release() throws {
        try claim.withLock { claim in
            guard let held = claim.take() else { return }
            defer { Self.letGo(held.descriptor) }
            try Self.write(LockRecord(holder: nil, holdsData: held.record.holdsData), to: held.descriptor)
        }
    }

    private static func take(_ descriptor: CInt, _ file: StoreFile) throws -> LockRecord {
        let isHeldByOther = try repeatingInterrupted("flock") { flock(descriptor, LOCK_EX | LOCK_NB) } == nil
        let record = LockRecord(reading: try read(descriptor))
        if isHeldByOther { throw StoreError.inUse(file: file.path, holder: record.holder) }
        return record
    }

    /// Unlocks before it closes: a child process that another thread is just starting has the descriptor too until it
    /// runs its own program, and closing alone would leave the lock to it for that moment.
    private static func letGo(_ descriptor: CInt) {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Calls until a signal no longer interrupts; nil when the call would have to wait.
    private static func repeatingInterrupted(_ call: String, _ body: () -> CInt) throws -> CInt? {
        while true {
            let result = body()
            if result >= 0 { return result }
            if errno == EWOULDBLOCK { return nil }
            guard errno == EINTR else { throw PosixFailure(call) }
        }
    }

    private static func read(_ descriptor: CInt) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: StoreBounds.lockRecordBytes)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw PosixFailure("read") }
        return Array(bytes.prefix(count))
    }

    private static func write(_ record: LockRecord, to descriptor: CInt) throws {
        let bytes = try record.encoded()
        guard ftruncate(descriptor, 0) == 0 else { throw PosixFailure("ftruncate") }
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { throw PosixFailure("write") }
    }

    private static func unusable(_ file: StoreFile, _ failure: PosixFailure) -> StoreError {
        .unusable(
            file: file.path,
            reason: "its lock file '\(file.lock)' cannot be used (\(failure)); this process (user id \(geteuid())) "
                + "must be able to write in '\(file.directory)'")
    }
}
