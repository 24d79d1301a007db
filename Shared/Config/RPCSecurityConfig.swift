package import Foundation

/// How calls between the services are protected: TLS with these files, or plaintext where that is allowed.
package struct RPCSecurityConfig: Sendable, Hashable {
    /// Whether clients must present a certificate.
    package enum ClientCertificates: String, Sendable, CaseIterable {
        case required
        case off
    }

    /// Where plaintext is allowed.
    package enum Plaintext: String, Sendable, CaseIterable {
        case loopback
        case anywhere
    }

    /// What TLS is made of. Only their names are known here; they are read and checked when the service is put together.
    package struct Files: Sendable, Hashable {
        package var certificate: URL
        package var key: URL
        package var authorities: URL

        package init(certificate: URL, key: URL, authorities: URL) {
            self.certificate = certificate
            self.key = key
            self.authorities = authorities
        }
    }

    /// Nil: plaintext.
    package var files: Files?
    package var clientCertificates: ClientCertificates
    package var plaintext: Plaintext

    /// Security given by hand; what is left out has the setting's default.
    package init(
        files: Files? = nil,
        clientCertificates: ClientCertificates = RPCSecuritySettings.clientCertificates.defaultValue,
        plaintext: Plaintext = RPCSecuritySettings.plaintext.defaultValue
    ) {
        self.files = files
        self.clientCertificates = clientCertificates
        self.plaintext = plaintext
    }

    /// Takes the values out of the checked settings.
    /// - Throws: when some of the three files are named and others are not, or client certificates are required
    ///   without them.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        let certificate = try settings[RPCSecuritySettings.certificateFile]
        let key = try settings[RPCSecuritySettings.keyFile]
        let authorities = try settings[RPCSecuritySettings.authoritiesFile]
        let clientCertificates = try settings[RPCSecuritySettings.clientCertificates]
        self.init(clientCertificates: clientCertificates, plaintext: try settings[RPCSecuritySettings.plaintext])
        if let certificate, let key, let authorities {
            files = Files(certificate: certificate, key: key, authorities: authorities)
            return
        }
        let given: [(Setting<URL?>, URL?)] = [
            (RPCSecuritySettings.certificateFile, certificate), (RPCSecuritySettings.keyFile, key),
            (RPCSecuritySettings.authoritiesFile, authorities),
        ]
        let set = given.filter { $0.1 != nil }.map(\.0.name)
        let cause =
            set.isEmpty && clientCertificates == .required ? [RPCSecuritySettings.clientCertificates.name] : set
        guard !cause.isEmpty else { return }
        let problems = given.filter { $0.1 == nil }.map { setting, _ in
            ConfigurationProblem(
                setting.name,
                "is not set, but \(cause.joined(separator: " and ")) is: TLS needs the certificate, its key and the "
                    + "trusted authorities. Set it, or remove what is set to go without TLS.")
        }
        if let refused = ConfigurationProblems(problems) { throw refused }
    }

    /// Refuses plaintext that would leave this machine and was not asked for.
    /// - Parameters:
    ///   - bindHost: the address that gRPC listens on.
    ///   - peers: the services that are called, each with the setting that says where it is.
    package func requireProtection(
        bindHost: String, peers: [(setting: String, address: PeerAddress)]
    ) throws(ConfigurationProblems) {
        guard files == nil, plaintext == .loopback else { return }
        let places = [(SharedSettings.bindHost.name, bindHost)] + peers.map { ($0.setting, $0.address.host) }
        let problems = places.filter { !HostText.isLoopback($0.1) }.map { setting, host in
            ConfigurationProblem(
                setting,
                "is \(ConfigurationProblem.quoted(host)), beyond this machine, and gRPC would be in plaintext there: "
                    + "set \(RPCSecuritySettings.certificateFile.name), \(RPCSecuritySettings.keyFile.name) and "
                    + "\(RPCSecuritySettings.authoritiesFile.name) for TLS, or \(RPCSecuritySettings.plaintext.name)="
                    + "\(Plaintext.anywhere.rawValue) if that network is private.")
        }
        if let refused = ConfigurationProblems(problems) { throw refused }
    }
}
