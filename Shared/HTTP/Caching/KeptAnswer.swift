import HTTPTypes
import NIOCore
import Synchronization

/// An answer that is kept to be sent many times: its bytes as they are, and compressed as soon as somebody asks for
/// that. What is compressed is compressed once.
final class KeptAnswer: Sendable {
    /// Memory beside the bytes of the bodies: the question, the headers, the table's own.
    static let overhead = 2048

    /// The tag of the version that the answer is of.
    let version: String
    /// The entity tag in each coding.
    let entityTag: EntityTag

    private let answer: RenderedAnswer
    private let plain: AnswerForm
    private let coded = Mutex<[ContentCoding: AnswerForm]>([:])

    init(_ answer: RenderedAnswer, version: String, entityTag: EntityTag) {
        self.version = version
        self.entityTag = entityTag
        var answer = answer
        answer.headers.append(HTTPField(name: .eTag, value: entityTag.text(.identity)))
        self.answer = answer
        self.plain = AnswerForm(answer)
    }

    /// The bytes of the body as it is.
    var byteCount: Int { answer.body.readableBytes }

    /// The answer in the coding that suits the client, and how many bytes of memory that has added.
    ///
    /// Others that want the same coding meanwhile wait for it: they would have to do the same work.
    func form(for accept: AcceptEncoding) throws -> (form: AnswerForm, added: Int) {
        let coding = answer.coding(for: accept)
        guard coding != .identity else { return (plain, 0) }
        return try coded.withLock { coded in
            if let known = coded[coding] { return (known, 0) }
            var form = try answer.form(coding)
            if form.coding != .identity { form.headers[.eTag] = entityTag.text(coding) }
            coded[coding] = form
            return (form, form.coding == .identity ? 0 : form.body.readableBytes)
        }
    }
}
