package dev.headroom.format.damage;

/**
 * A damaged capture.
 *
 * @param text its lines, and where each comes from
 * @param bytes as they are read, which may be packed or in another encoding
 * @param wrapper what became of the package that they are in, if they are in one
 */
record Damaged(Text text, byte[] bytes, Wrapper wrapper) {
  /** A package around a text. */
  enum Wrapper {
    /** None, or one that is sound. */
    SOUND,
    /** It is damaged, so that no line need be left, but it has a check of what it holds. */
    DAMAGED,
    /** The same, and nothing in it tells a changed text from a sound one. */
    UNCHECKED
  }

  static Damaged plain(Text text) {
    return new Damaged(text, text.bytes(), Wrapper.SOUND);
  }
}
