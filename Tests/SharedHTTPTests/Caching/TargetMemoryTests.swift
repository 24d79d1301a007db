import SharedTelemetry
import Testing

@testable import SharedHTTP

@Suite("Remembered targets")
struct TargetMemoryTests {
    private func memory(_ adjust: (inout CacheSettings) -> Void) -> TargetMemory {
        var settings = CacheSettings()
        adjust(&settings)
        return TargetMemory(settings: settings, metrics: MetricsRegistry())
    }

    private func known() throws -> KnownTarget {
        KnownTarget(try CompiledRoute(SampleRoutes.raw), DecodedValues())
    }

    @Test("a target that is asked now and then outlives a flood of others, which is bounded")
    func flood() throws {
        let memory = memory { $0.maximumTargets = 100 }
        memory.keep(try known(), "/hot")
        for n in 0..<10_000 {
            memory.keep(try known(), "/\(n)")
            if n.isMultiple(of: 20) { #expect(memory.find("/hot") != nil) }
            #expect(memory.count <= 101)
        }
        #expect(memory.find("/0") == nil)
        #expect(memory.find("/9999") != nil)
    }

    @Test("a target that is too long is not remembered, nor any where none may be")
    func bounds() throws {
        let memory = memory { $0.longestTarget = 10 }
        memory.keep(try known(), "/123456789")
        memory.keep(try known(), "/1234567890")
        #expect(memory.find("/123456789") != nil)
        #expect(memory.find("/1234567890") == nil)
        let none = self.memory { $0.maximumTargets = 0 }
        none.keep(try known(), "/a")
        #expect(none.find("/a") == nil)
    }
}
