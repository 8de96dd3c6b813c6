package dev.headroom.analysis;

import dev.headroom.format.Reading;

/** Hears of every input that was read, in the order of the inputs, on the caller's thread. */
@FunctionalInterface
public interface ReadingListener {
  /** Hears nothing. */
  ReadingListener SILENT = reading -> {};

  /** An input was read; its diagnostics are in the reading. */
  void read(Reading reading);
}
