package dev.headroom.cli;

import dev.headroom.analysis.Gathered;
import dev.headroom.report.InputSummary;
import dev.headroom.series.Table;
import dev.headroom.unit.IsoTime;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From when to when the samples are that were read, whatever span was asked for.
 *
 * @param first the time of the earliest sample
 * @param last the time of the latest one
 */
record ReadTimes(LocalDateTime first, LocalDateTime last) {

  /** The times of all captures; empty where none has any. */
  static Optional<ReadTimes> of(Gathered gathered) {
    return gathered.summaries().stream()
        .map(ReadTimes::of)
        .flatMap(Optional::stream)
        .reduce(ReadTimes::and);
  }

  private static Optional<ReadTimes> of(InputSummary capture) {
    return capture.from().flatMap(from -> capture.to().map(until -> new ReadTimes(from, until)));
  }

  /** The times of a table's rows; empty where they have none. */
  static Optional<ReadTimes> of(Table table) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < table.rows(); row++) {
      double time = table.time(row);
      first = time < first ? time : first;
      last = time > last ? time : last;
    }
    LocalDateTime from = first <= last ? Table.localTime(first) : null;
    LocalDateTime until = first <= last ? Table.localTime(last) : null;
    return from == null || until == null
        ? Optional.empty()
        : Optional.of(new ReadTimes(from, until));
  }

  /** These times and others. */
  ReadTimes and(ReadTimes other) {
    return new ReadTimes(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }

  /** That a span leaves none of the samples, such as {@code --from 2030-01-01 leaves …}. */
  String noneLeft(String span) {
    return span
        + " none of the samples, which are from "
        + IsoTime.text(first)
        + " to "
        + IsoTime.text(last);
  }

  /**
   * Whether a span left only settings: these hold without a time, and there is nothing to judge by
   * them. Samples without a time of a capture that has none are more than settings.
   */
  static boolean onlySettings(Gathered gathered) {
    Set<String> timed =
        gathered.summaries().stream()
            .filter(capture -> capture.from().isPresent())
            .map(capture -> capture.source() + '\n' + capture.format())
            .collect(Collectors.toSet());
    return gathered.tables().stream()
        .allMatch(
            table ->
                of(table).isEmpty()
                    && (table.format().equals("lparstat-i")
                        || timed.contains(table.source() + '\n' + table.format())));
  }
}
