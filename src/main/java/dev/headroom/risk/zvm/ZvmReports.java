package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.risk.Evidence;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** Where rules for z/VM find what is not a history, and in which words they ask for more. */
public final class ZvmReports {
  /** What guests have, and their page reads. */
  public static final String UPAGE = "UPAGE (FCX113)";

  /** Processor use of guests. */
  static final String USER = "USER (FCX112)";

  /** Processor use of the LPAR. */
  static final String PROCLOG = "PROCLOG (FCX144)";

  private ZvmReports() {}

  /** To print what is missing. */
  public static String print(String reports) {
    return "Print " + reports + " every minute or so over a busy day.";
  }

  /** To print what is missing for a number of days. */
  public static String print(String reports, double days) {
    return "Print "
        + reports
        + " every minute or so for "
        + (days == 7 ? "a week" : Span.days(days))
        + ".";
  }

  /**
   * To give the LPAR the memory that is advised, or the least that is known to be needed where no
   * size is; at least some more where it has that.
   */
  static String grow(ZvmCase system) {
    Optional<Sizing> sizing = system.sizing();
    OptionalDouble wanted =
        sizing.isPresent()
            ? OptionalDouble.of(sizing.get().recommended())
            : ZvmRecommender.minimum(
                system.outcome().needs(), system.pool(), system.outcome().totals().promised());
    boolean more = wanted.isPresent() && wanted.getAsDouble() > system.pool().size() + 1;
    return "Raise real memory"
        + (more ? " to " + Size.text(wanted.getAsDouble()) : "")
        + (more && sizing.isEmpty() ? " at least" : "");
  }

  /** The line about the system itself that a search finds, whatever the system is called in it. */
  static Optional<Evidence> systemLine(
      ZvmCase system, BiFunction<Landmarks, Subject, Optional<Row>> search) {
    return firstLine(system, system.tables().system(), search);
  }

  /** The same over the lines about its processors. */
  static Optional<Evidence> processorLine(
      ZvmCase system, BiFunction<Landmarks, Subject, Optional<Row>> search) {
    return firstLine(system, system.tables().processors(), search);
  }

  private static Optional<Evidence> firstLine(
      ZvmCase system, List<Table> tables, BiFunction<Landmarks, Subject, Optional<Row>> search) {
    return tables.stream()
        .map(Table::subject)
        .distinct()
        .sorted()
        .map(subject -> search.apply(system.captures().landmarks(), subject))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Evidence::of);
  }

  /** The last line that says something of the system itself. */
  static Optional<Evidence> lastLine(ZvmCase system, Metric metric) {
    return systemLine(system, (lines, subject) -> lines.last(subject, metric));
  }

  /**
   * What a guest was defined with at most, bytes; absent where neither capture nor site says it.
   */
  static OptionalDouble defined(ZvmSystem system, GuestHistory guest) {
    double most = Double.NaN;
    for (double logical : guest.member().asked().logical()) {
      most = logical > most || Double.isNaN(most) ? logical : most;
    }
    return Double.isNaN(most) ? system.member(guest.name()).logical() : OptionalDouble.of(most);
  }

  /** Page reads of all guests together, pages/s; {@link Double#NaN} where none are known. */
  static double reads(ZvmCase system, int instant) {
    return sum(system, guest -> guest.member().paging().pageReads()[instant]);
  }

  /** A figure of one guest. */
  interface Figure {
    double of(GuestHistory guest);
  }

  /** The sum over the guests that have the figure; {@link Double#NaN} where none has. */
  static double sum(ZvmCase system, Figure figure) {
    double sum = Double.NaN;
    for (GuestHistory guest : system.guests()) {
      double value = figure.of(guest);
      if (!Double.isNaN(value)) {
        sum = (Double.isNaN(sum) ? 0 : sum) + value;
      }
    }
    return sum;
  }
}
