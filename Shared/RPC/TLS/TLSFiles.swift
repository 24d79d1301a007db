/// A file that TLS needs, and the setting that names it.
package struct TLSFile: Sendable, Hashable {
    package let path: String
    package let setting: String

    package init(path: String, setting: String) {
        self.path = path
        self.setting = setting
    }
}

/// What TLS is made of: PEM files (RFC 7468).
package struct TLSFiles: Sendable, Hashable {
    /// The service's certificate, then those between it and its authority.
    package let certificate: TLSFile
    /// The certificate's private key, without a passphrase.
    package let key: TLSFile
    /// The authorities whose certificates are trusted.
    package let authorities: TLSFile

    package init(certificate: TLSFile, key: TLSFile, authorities: TLSFile) {
        self.certificate = certificate
        self.key = key
        self.authorities = authorities
    }
}

/// Why a file of TLS cannot be used, and what to do.
package struct TLSProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The setting that names the file.
    package let setting: String
    /// What is wrong and what to do, as the rest of a sentence that begins with the setting.
    package let explanation: String

    init(_ file: TLSFile, _ reason: String) {
        setting = file.setting
        explanation = "names \(file.path), which \(reason)"
    }

    package var description: String { "\(setting) \(explanation)" }
}

/// Everything that is wrong with the files of TLS: at least one problem.
package struct TLSProblems: Error, Sendable, Hashable, CustomStringConvertible {
    package let problems: [TLSProblem]

    package var description: String { problems.map(\.description).joined(separator: " ") }
}
