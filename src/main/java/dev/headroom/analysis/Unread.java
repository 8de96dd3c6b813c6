package dev.headroom.analysis;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.InputSummary;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.unit.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Members without a row that could be read, and captures of which all rows were rejected: a system
 * with one of them is not whole, though nothing in what was read shows it.
 */
final class Unread {
  /** What a row is left out for. */
  private static final Set<DiagnosticCode> ROWS =
      EnumSet.of(
          DiagnosticCode.BAD_NUMBER,
          DiagnosticCode.TRUNCATED,
          DiagnosticCode.EXTRA_CELLS,
          DiagnosticCode.NO_HEADER,
          DiagnosticCode.UNKNOWN_COLUMN,
          DiagnosticCode.TOO_LONG);

  private static final Pattern USERID = Pattern.compile("[A-Z$#@][A-Z0-9$#@_+:-]{0,7}");

  private final Gathered gathered;

  private Unread(Gathered gathered) {
    this.gathered = gathered;
  }

  /** What was not read of a pool of Active Memory Sharing, a sentence; empty where all was. */
  static Optional<String> of(AmsPool pool, PoolHistory history, Gathered gathered) {
    Unread unread = new Unread(gathered);
    List<Table> tables =
        gathered.tablesOf(pool.members().stream().map(AmsMember::name).collect(Collectors.toSet()));
    Set<String> members = new TreeSet<>();
    for (MemberHistory member : history.members()) {
      if (!reports(member) && !unread.rejected(sources(tables, member.name())).isEmpty()) {
        members.add(member.name());
      }
    }
    return unread.sentence(members, tables);
  }

  /** What was not read of a z/VM system, a sentence; empty where all was. */
  static Optional<String> of(ZvmTables system, Gathered gathered) {
    Unread unread = new Unread(gathered);
    Set<String> members = new TreeSet<>();
    List<Table> guests = system.byGuest().values().stream().flatMap(List::stream).toList();
    Set<String> sources = guests.stream().map(Table::source).collect(Collectors.toSet());
    Set<String> listings = new TreeSet<>();
    for (Diagnostic rejected : unread.rejected(sources)) {
      if (isHeading(rejected)) {
        listings.add(rejected.where().source() + ", line " + rejected.where().line());
      }
      String first = rejected.preview().strip().split("\\s+", 2)[0];
      if (rejected.code() != DiagnosticCode.UNKNOWN_COLUMN
          && USERID.matcher(first).matches()
          && followed(rejected.preview())
          && !remembered(system.byGuest(), first)) {
        members.add(first);
      }
    }
    return listings.isEmpty()
        ? unread.sentence(members, system.all())
        : Optional.of("No row of a listing could be read (" + listings.iterator().next() + ").");
  }

  /** Whether what was left out is all that stands, or would stand, below a listing's headings. */
  private static boolean isHeading(Diagnostic rejected) {
    String line = rejected.preview();
    boolean whole =
        rejected.code() == DiagnosticCode.TRUNCATED || rejected.code() == DiagnosticCode.NO_HEADER;
    return whole
        && !followed(line)
        && (line.contains("FCX11") || line.contains("Userid") || line.contains("<-"));
  }

  /** Whether figures follow a word: a row, and no heading. */
  private static boolean followed(String line) {
    String[] words = line.strip().split("\\s+", -1);
    int figures = 0;
    for (String word : words) {
      figures += !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1)) ? 1 : 0;
    }
    return words.length > 4 && 2 * figures > words.length;
  }

  private static boolean remembered(Map<String, List<Table>> guests, String name) {
    return guests.getOrDefault(name, List.of()).stream()
        .flatMap(table -> table.metrics().stream())
        .anyMatch(metric -> metric.use() == Metric.Use.MEMORY);
  }

  private static boolean reports(MemberHistory member) {
    for (int instant = 0; instant < member.size(); instant++) {
      if (member.reports(instant)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> sources(List<Table> tables, String member) {
    return tables.stream()
        .filter(table -> table.subject().name().equals(member))
        .map(Table::source)
        .collect(Collectors.toSet());
  }

  private List<Diagnostic> rejected(Collection<String> sources) {
    return gathered.diagnostics().stream()
        .filter(diagnostic -> ROWS.contains(diagnostic.code()))
        .filter(diagnostic -> sources.contains(diagnostic.where().source()))
        .toList();
  }

  /** Captures beside a system's own of which rows were rejected and none was read. */
  private Set<String> captures(List<Table> tables) {
    Set<String> folders = new TreeSet<>();
    tables.forEach(table -> folders.add(folder(table.source())));
    Set<String> read =
        gathered.summaries().stream().map(InputSummary::source).collect(Collectors.toSet());
    Set<String> unread = new TreeSet<>();
    for (Diagnostic diagnostic : gathered.diagnostics()) {
      String source = diagnostic.where().source();
      if (ROWS.contains(diagnostic.code())
          && !read.contains(source)
          && folders.contains(folder(source))) {
        unread.add(source);
      }
    }
    return unread;
  }

  private static String folder(String source) {
    return source.substring(0, source.lastIndexOf('/') + 1);
  }

  private Optional<String> sentence(Set<String> members, List<Table> tables) {
    Set<String> captures = captures(tables);
    List<String> sentences = new ArrayList<>();
    if (!members.isEmpty()) {
      sentences.add("All rows of " + Names.list(List.copyOf(members)) + " were rejected.");
    }
    if (!captures.isEmpty()) {
      sentences.add("No row of " + Names.list(List.copyOf(captures)) + " could be read.");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }
}
