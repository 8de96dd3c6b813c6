package dev.headroom.format.damage;

import dev.headroom.format.ReadOptions;
import dev.headroom.format.Readings;

/** What Jazzer calls with bytes of its making, for archives and encodings: nothing is thrown. */
public final class ArchiveFuzz {
  private ArchiveFuzz() {}

  /** Reads one file. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Readings.of("host", bytes, ReadOptions.DEFAULT).tables();
  }
}
