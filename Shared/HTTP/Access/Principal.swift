/// Who asks, as a key or a token proved it.
package struct Principal: Sendable, Hashable {
    /// The id of the key, or `jwt:` and a hash of the token's issuer and subject. No secret: it may be logged.
    package let id: String
    /// How much it may ask.
    package let tier: Tier
    /// What it may do.
    package let scopes: Set<Scope>
    /// The name its requests are counted under, made once.
    package let clientName: ClientName

    /// A principal with its rights.
    package init(id: String, tier: Tier, scopes: Set<Scope>) {
        self.id = id
        self.tier = tier
        self.scopes = scopes
        self.clientName = ClientName(principal: id)
    }
}
