package import Foundation

extension SettingKind where Value == URL {
    /// Where an HTTP service begins. Credentials are refused because this value is logged; a query or fragment because
    /// paths are appended to it.
    package static var url: SettingKind<URL> {
        Self(
            expected: "an http or https URL without credentials, query or fragment",
            parse: { text in
                guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
                    ["http", "https"].contains(parts.scheme),
                    let host = parts.host, !host.isEmpty,
                    parts.port.map(PeerAddress.ports.contains) ?? true,
                    parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
                else { return nil }
                return parts.url
            },
            format: { $0.absoluteString })
    }
}

extension SettingKind where Value == PeerAddress {
    /// Where a peer listens: `host:port`.
    package static var address: Self {
        Self(
            expected: "host:port with a port from 1 to \(PeerAddress.ports.upperBound), an IPv6 host in brackets",
            parse: { PeerAddress($0) },
            format: { $0.description })
    }
}

extension SettingKind where Value == String {
    /// An IP address, as one listens on it (an IPv6 address without brackets).
    package static var ipAddress: Self {
        Self(
            expected: "an IP address such as 127.0.0.1", parse: { HostText.isAddress($0) ? $0 : nil },
            format: { $0 })
    }
}
