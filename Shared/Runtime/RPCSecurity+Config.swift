import Foundation
import Logging
import SharedConfig
import SharedDomain
import SharedRPC

extension RPCSecurity {
    /// How the settings ask calls to be protected; reads and checks the files they name.
    /// - Throws: everything that is wrong with the files.
    static func make(_ config: RPCSecurityConfig, _ environment: HostEnvironment) throws -> RPCSecurity {
        try make(config, time: environment.time, logger: environment.logger)
    }

    /// The same for a command, which has no environment.
    static func make(
        _ config: RPCSecurityConfig, time: TimeSource, logger: Logger
    ) throws(ConfigurationProblems) -> RPCSecurity {
        guard let files = config.files else { return .plaintext }
        func file(_ url: URL, _ setting: Setting<URL?>) -> TLSFile { TLSFile(path: url.path, setting: setting.name) }
        do throws(TLSProblems) {
            let credentials = try TLSCredentials(
                files: TLSFiles(
                    certificate: file(files.certificate, RPCSecuritySettings.certificateFile),
                    key: file(files.key, RPCSecuritySettings.keyFile),
                    authorities: file(files.authorities, RPCSecuritySettings.authoritiesFile)),
                time: time, logger: logger)
            return .tls(credentials, requiresClientCertificates: config.clientCertificates == .required)
        } catch {
            let problems = error.problems.map { ConfigurationProblem($0.setting, $0.explanation) }
            throw ConfigurationProblems(problems)
                ?? ConfigurationProblems(
                    ConfigurationProblem(RPCSecuritySettings.certificateFile.name, "names a file that can't be used."))
        }
    }
}
