package dev.headroom.format.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where each column of a series stands, from 0; -1 where it is not there.
 *
 * @param row the columns that tell when a row was taken, or which one it is
 * @param width how many columns the header has
 */
record SeriesHeader(int subject, int kind, int metric, Row row, int value, int unit, int width) {

  /** Where a row's time and its number stand, likewise. */
  record Row(int time, int seq) {}

  private static final List<String> NAMES =
      List.of("subject", "kind", "metric", "time", "seq", "value", "unit");

  /** The place of the first heading that has stood before, of those that are read; -1 for none. */
  static int doubled(CsvLine line) {
    List<String> names = line.cells().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    for (int i = 0; i < names.size(); i++) {
      if (NAMES.contains(names.get(i)) && names.indexOf(names.get(i)) < i) {
        return i;
      }
    }
    return -1;
  }

  /** The header that a line is; empty where it is not one. */
  static Optional<SeriesHeader> of(CsvLine line) {
    List<String> names = line.cells().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    SeriesHeader header =
        new SeriesHeader(
            names.indexOf("subject"),
            names.indexOf("kind"),
            names.indexOf("metric"),
            new Row(names.indexOf("time"), names.indexOf("seq")),
            names.indexOf("value"),
            names.indexOf("unit"),
            names.size());
    return header.subject < 0 || header.metric < 0 || header.value < 0
        ? Optional.empty()
        : Optional.of(header);
  }
}
