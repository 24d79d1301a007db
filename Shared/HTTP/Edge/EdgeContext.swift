package import Hummingbird
import Logging
import NIOCore

/// What the server hands over with a request: the connection it came on.
package struct EdgeContext: InitializableFromSource {
    let channel: any Channel

    /// The context of a request that `source` describes.
    package init(source: ApplicationRequestContextSource) {
        self.channel = source.channel
    }
}
