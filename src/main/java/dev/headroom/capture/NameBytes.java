package dev.headroom.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names of files and members are bytes: they are shown the same on every machine. */
final class NameBytes {
  private NameBytes() {}

  /** The name as text: UTF-8, or ISO-8859-1 where it is not valid UTF-8. */
  static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }
}
