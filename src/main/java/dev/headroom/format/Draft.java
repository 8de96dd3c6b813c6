package dev.headroom.format;

import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose subject is not settled yet.
 *
 * @param kind what the subject is
 * @param name the name that the section itself gives, such as {@code Partition Name}; null where it
 *     gives none
 * @param fixed whether the section tells several subjects apart, so that no name from outside may
 *     replace this one
 * @param rows the rows
 */
public record Draft(Kind kind, @Nullable String name, boolean fixed, TableBuilder rows) {

  /** Rows about the partition that the capture was taken in, whoever that is. */
  public static Draft ofPartition(TableBuilder rows) {
    return new Draft(Kind.PARTITION, null, false, rows);
  }
}
