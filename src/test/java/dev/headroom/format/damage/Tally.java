package dev.headroom.format.damage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many tries of each kind of damage came to what. */
final class Tally {
  private static final long SLOW_NANOS = 2_000_000_000L;

  private final Map<Damage, Counts> kinds = new EnumMap<>(Damage.class);
  private final SortedMap<Long, String> faults = new TreeMap<>();
  private final SortedMap<String, Example> untellable = new TreeMap<>();

  private static final class Counts {
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long tried;
    private long slow;
  }

  private record Example(long number, long count, String words) {
    Example plus(Example other) {
      Example first = number < other.number ? this : other;
      return new Example(first.number, count + other.count, first.words);
    }
  }

  /** Counts a try. */
  synchronized void add(Try tried, Specimen specimen, Map<Verdict, String> found, long nanos) {
    Counts counts = kinds.computeIfAbsent(tried.damage(), kind -> new Counts());
    counts.tried++;
    counts.slow += nanos > SLOW_NANOS ? 1 : 0;
    found.forEach(
        (verdict, what) -> {
          counts.verdicts.merge(verdict, 1L, Long::sum);
          String where = tried.damage().words() + ", " + specimen.name();
          if (verdict == Verdict.UNTELLABLE) {
            String why = what.substring(0, what.indexOf(": "));
            String shown = where + ", " + what.substring(why.length() + 2);
            untellable.merge(why, new Example(tried.number(), 1, shown), Example::plus);
          } else {
            faults.merge(
                tried.number(),
                tried.number() + " (" + where + ") " + verdict.words() + ": " + what,
                (one, other) -> one + "\n" + other);
          }
        });
  }

  /** What is wrong, by the number of the try. */
  List<String> faults() {
    return List.copyOf(faults.values());
  }

  /** The counts as Markdown. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(row("damage", "tried", columns(Verdict::words), "over 2 s", "cannot be told"));
    table.append(row("---", "---:", columns(verdict -> "---:"), "---:", "---:"));
    Counts all = new Counts();
    kinds.forEach(
        (kind, counts) -> {
          table.append(row(kind.words(), counts));
          all.tried += counts.tried;
          all.slow += counts.slow;
          counts.verdicts.forEach((verdict, n) -> all.verdicts.merge(verdict, n, Long::sum));
        });
    table.append(row("**all**", all)).append('\n');
    untellable.forEach(
        (why, example) ->
            table
                .append("- ")
                .append(why)
                .append(": ")
                .append(number(example.count()))
                .append(" times, as in try ")
                .append(example.number())
                .append(" (")
                .append(example.words())
                .append(")\n"));
    return table.toString();
  }

  private static String row(String kind, Counts counts) {
    return row(
        kind,
        number(counts.tried),
        columns(verdict -> number(counts.verdicts.getOrDefault(verdict, 0L))),
        number(counts.slow),
        number(counts.verdicts.getOrDefault(Verdict.UNTELLABLE, 0L)));
  }

  private static String row(String kind, String tried, String verdicts, String slow, String told) {
    return "| " + String.join(" | ", kind, tried, verdicts, slow, told) + " |\n";
  }

  private static String columns(java.util.function.Function<Verdict, String> column) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict != Verdict.UNTELLABLE)
        .map(column)
        .collect(Collectors.joining(" | "));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
