package dev.headroom.format;

import dev.headroom.identity.PrintedName;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose subject is not settled yet.
 *
 * @param kind what the subject is
 * @param printed the names that the section itself gives
 * @param rows the rows
 * @param host the z/VM system that the subject runs in; empty for any other subject
 * @param format the format of the rows where one reader reads several; empty where it is the
 *     section's own
 * @param processors the numbers of logical processors that configuration lines gave, in their order
 */
public record Draft(
    Kind kind,
    PrintedName printed,
    TableBuilder rows,
    Optional<Host> host,
    Optional<String> format,
    List<Double> processors) {

  /** Rows of the section's own format. */
  public Draft(
      Kind kind, @Nullable String name, boolean fixed, TableBuilder rows, Optional<Host> host) {
    this(kind, new PrintedName(name, null, fixed), rows, host, Optional.empty(), List.of());
  }

  /** Rows whose subject runs in no z/VM system. */
  public Draft(Kind kind, @Nullable String name, boolean fixed, TableBuilder rows) {
    this(kind, name, fixed, rows, Optional.empty());
  }

  /** Rows about the partition that the capture was taken in, whoever that is. */
  public static Draft ofPartition(TableBuilder rows) {
    return new Draft(Kind.PARTITION, null, false, rows);
  }

  /** The settings of that partition, and its numbers of logical processors. */
  static Draft ofSettings(TableBuilder rows, List<Double> processors) {
    return new Draft(
        Kind.PARTITION, PrintedName.NONE, rows, Optional.empty(), Optional.empty(), processors);
  }
}
