/// A large part that is mostly absent. Absent, it costs one word in the object that may have it, so
/// that objects stay small enough to be moved quickly and lists of them stay compact.
@propertyWrapper @frozen public struct Boxed<Part: Sendable>: Sendable {
  @usableFromInline final class Box: Sendable {
    @usableFromInline let part: Part

    @inlinable init(_ part: Part) { self.part = part }
  }

  @usableFromInline var box: Box?

  @inlinable public init(wrappedValue: Part?) { box = wrappedValue.map { Box($0) } }

  @inlinable public var wrappedValue: Part? {
    get { box?.part }
    set { box = newValue.map { Box($0) } }
  }
}
