/// Where a process runs, which decides a few defaults and never a rule of the domain.
package enum DeploymentEnvironment: String, Sendable, CaseIterable {
    case local
    case dev
    case staging
    case prod
}
