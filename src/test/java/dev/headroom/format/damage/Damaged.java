package dev.headroom.format.damage;

/**
 * A damaged capture.
 *
 * @param text its lines, and where each comes from
 * @param bytes as they are read, which may be packed or in another encoding
 * @param packed whether the package was damaged too: then no line need be left
 */
record Damaged(Text text, byte[] bytes, boolean packed) {
  static Damaged plain(Text text) {
    return new Damaged(text, text.bytes(), false);
  }
}
