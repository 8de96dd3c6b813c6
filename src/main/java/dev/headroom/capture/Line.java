package dev.headroom.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * One line of text: a stretch of bytes, without its line end, and its number. ASCII characters are
 * one byte each; what is beyond ASCII is UTF-8, or ISO-8859-1 where it is not valid UTF-8.
 *
 * <p>The bytes belong to the reader's window: a line is valid until the next one is asked for.
 *
 * @param bytes the window
 * @param start of the line in it
 * @param end one past its last byte
 * @param number of the line in its input, from 1
 */
public record Line(byte[] bytes, int start, int end, long number) {
  private static final int PREVIEW = 240;

  /** The length in bytes. */
  public int length() {
    return end - start;
  }

  /** Whether the line holds nothing but blanks and tabs. */
  public boolean isBlank() {
    return indent() == length();
  }

  /** How many blanks and tabs it begins with. */
  public int indent() {
    int at = start;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at - start;
  }

  /** Whether these ASCII characters stand anywhere in the line, letter case ignored. */
  public boolean contains(String ascii) {
    int last = end - ascii.length();
    for (int at = start; at <= last; at++) {
      if (matches(at, ascii)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line begins with these ASCII characters after its indent, letter case ignored. */
  public boolean startsWith(String ascii) {
    int at = start + indent();
    return at + ascii.length() <= end && matches(at, ascii);
  }

  private boolean matches(int at, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (lower(bytes[at + i]) != lower((byte) ascii.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  /** The whole line as text. */
  public String text() {
    return text(0, length());
  }

  /** The text from one byte of the line to another, counted from 0. */
  public String text(int from, int to) {
    ByteBuffer part = ByteBuffer.wrap(bytes, start + from, to - from);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(part)
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, start + from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  /** The line as text, cut to a readable length. */
  public String preview() {
    return length() <= PREVIEW ? text() : text(0, PREVIEW) + "…";
  }

  /** The line with bytes of its own, which stays valid. */
  public Line copy() {
    byte[] own = java.util.Arrays.copyOfRange(bytes, start, end);
    return new Line(own, 0, own.length, number);
  }
}
