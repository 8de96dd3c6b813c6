package dev.headroom.format.damage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A line of a text that may be damaged.
 *
 * @param bytes with its line end, if it has one
 * @param from the undamaged lines that it is made of
 * @param standing what became of them
 */
record Row(byte[] bytes, List<Place> from, Standing standing) {
  /** What became of a line. */
  enum Standing {
    /** It is as it was, in its place. */
    KEPT,
    /** It is as it was, in another place. */
    MOVED,
    /** It is something else. */
    TOUCHED
  }

  /** A line of a capture, from 1. */
  record Place(Specimen specimen, int line) {
    /** What it gives there. */
    List<Figure> gives() {
      return specimen.at(line);
    }

    /** Whether it is known as a capture where it stands alone, or gives something where it is. */
    boolean opensAlone() {
      return !specimen.at(line).isEmpty() || specimen.opensAlone(line);
    }
  }

  /** A line that no capture has. */
  static Row strange(byte[] bytes) {
    return new Row(bytes, List.of(), Standing.TOUCHED);
  }

  /** The same line in another place. */
  Row moved() {
    return standing == Standing.KEPT ? new Row(bytes, from, Standing.MOVED) : this;
  }

  /** Other bytes in its place. */
  Row touched(byte[] other) {
    return Arrays.equals(bytes, other) ? this : new Row(other, from, Standing.TOUCHED);
  }

  /** The same line in other bytes that mean the same. */
  Row spelled(byte[] other) {
    return new Row(other, from, standing);
  }

  /**
   * What it gave before it was damaged.
   *
   * @param orEarlier whether it may be what an earlier picture of a screen gave
   */
  List<Figure> given(boolean orEarlier) {
    return from.stream()
        .flatMap(
            place ->
                orEarlier && place.specimen().isRecorded()
                    ? place.specimen().all()
                    : place.specimen().at(place.line()).stream())
        .toList();
  }

  /** Whether something was wrong with it before it was damaged. */
  boolean complains() {
    return from.stream().anyMatch(place -> place.specimen().complains(place.line()));
  }

  /** Whether it is a line, in another place, of a capture that was damaged before. */
  boolean isOfDamaged() {
    return standing == Standing.MOVED && from.stream().anyMatch(p -> p.specimen().complains());
  }

  boolean isKept() {
    return standing == Standing.KEPT;
  }

  boolean hasEnd() {
    return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
  }

  /** The line without its end. */
  String text() {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
  }
}
