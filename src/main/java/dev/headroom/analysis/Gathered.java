package dev.headroom.analysis;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Input;
import dev.headroom.capture.LineCounts;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.Reading;
import dev.headroom.identity.Stretch;
import dev.headroom.identity.Whose;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.InputSummary;
import dev.headroom.risk.UnusedCapture;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.unit.Count;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all inputs together gave, as far as an analysis needs it.
 *
 * @param inputs the inputs, for lines to be quoted from
 * @param samples what was measured, within the span of time asked for
 * @param summaries what each capture gave
 * @param lines what became of the lines
 * @param diagnostics what is wrong with them
 * @param names whose the captures are, and which names cannot be trusted
 */
public record Gathered(
    List<Input> inputs,
    Samples samples,
    List<InputSummary> summaries,
    LineCounts lines,
    List<Diagnostic> diagnostics,
    SettledNames names) {

  /**
   * What was measured, and what is worked out of it once for all systems.
   *
   * @param tables samples of memory and paging, of z/VM those of processors too
   * @param settings what captures say of the settings of every partition, by its name
   * @param landmarks the rows of the tables that findings rest on
   */
  public record Samples(
      List<Table> tables, Map<String, CapturedSettings> settings, Landmarks landmarks) {
    /** Copies the list; the settings cannot be changed. */
    public Samples {
      tables = List.copyOf(tables);
      settings = Collections.unmodifiableMap(settings);
    }

    /** What these tables tell. */
    static Samples of(List<Table> tables) {
      return new Samples(tables, CapturedSettings.of(tables), Landmarks.of(tables));
    }
  }

  /** What an analysis of partitions looks at; the rest is read and let go again. */
  private static final Set<Metric> WANTED = wanted();

  /** On z/VM processors are sized too, and there are few rows: all of them are kept. */
  private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);

  private static Set<Metric> wanted() {
    EnumSet<Metric> wanted = EnumSet.allOf(Metric.class);
    wanted.removeIf(metric -> metric.use() != Metric.Use.MEMORY);
    return wanted;
  }

  /** Copies the lists. */
  public Gathered {
    inputs = List.copyOf(inputs);
    summaries = List.copyOf(summaries);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads all inputs.
   *
   * @param listener hears of every input
   */
  public static Gathered of(
      List<Input> inputs, Site site, AnalysisOptions options, ReadingListener listener) {
    CaptureReader reader = new CaptureReader(options.reading(site));
    Gathering gathering = new Gathering(options.span());
    InParallel.each(
        inputs,
        reader::read,
        options.jobs(),
        reading -> {
          gathering.take(reading);
          listener.read(reading);
        });
    return gathering.of(inputs, site);
  }

  /**
   * Takes what was read elsewhere.
   *
   * @param inputs the inputs, for lines to be quoted from
   * @param readings what each gave, in their order
   * @param site what captures cannot know
   * @param span the times that count
   */
  public static Gathered of(
      List<Input> inputs, Iterable<Reading> readings, Site site, TimeRange span) {
    Gathering gathering = new Gathering(span);
    readings.forEach(gathering::take);
    return gathering.of(inputs, site);
  }

  /** All samples, as {@link Samples#tables}. */
  public List<Table> tables() {
    return samples.tables();
  }

  /** Whether anything of the input was left out. */
  public boolean rejectedAny() {
    return lines.rejected() > 0
        || diagnostics.stream().anyMatch(diagnostic -> diagnostic.code().loses());
  }

  /** The tables about these partitions or guests. */
  List<Table> tablesOf(Set<String> members) {
    return tables().stream().filter(table -> members.contains(table.subject().name())).toList();
  }

  /** What is wrong with the inputs of these tables. */
  List<Diagnostic> diagnosticsOf(List<Table> some) {
    Set<String> sources = some.stream().map(Table::source).collect(Collectors.toSet());
    return diagnostics.stream()
        .filter(diagnostic -> sources.contains(diagnostic.where().source()))
        .toList();
  }

  /** Captures of members that a history could not take in: settings hold without a time. */
  List<UnusedCapture> unused(Set<String> members, PoolHistory history) {
    return summaries.stream()
        .filter(summary -> history.timed() && summary.from().isEmpty())
        .filter(summary -> members.contains(summary.subject()))
        .filter(summary -> !summary.format().equals("lparstat-i"))
        .filter(summary -> history.dated() || !hasClock(summary))
        .map(
            summary ->
                new UnusedCapture(
                    summary.source(),
                    summary.subject(),
                    "a "
                        + summary.format()
                        + (hasClock(summary)
                            ? " capture with times of the day only, beside others with dates;"
                                + " nothing says on what day it was taken"
                            : " capture without a time; nothing says when it holds")))
        .distinct()
        .toList();
  }

  /**
   * What could not be read of the inputs that hold captures of these members, and of those that
   * hold no capture at all, which may have been theirs: a sentence for each input.
   */
  List<String> leftOut(Set<String> members) {
    Set<String> others =
        summaries.stream()
            .filter(summary -> !members.contains(summary.subject()))
            .map(InputSummary::source)
            .collect(Collectors.toSet());
    Set<String> own = tablesOf(members).stream().map(Table::source).collect(Collectors.toSet());
    Map<String, Long> lost =
        diagnostics.stream()
            .filter(diagnostic -> diagnostic.code().loses())
            .map(diagnostic -> diagnostic.where().source())
            .filter(source -> own.contains(source) || !others.contains(source))
            .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    return lost.entrySet().stream()
        .map(
            each ->
                each.getKey()
                    + ": "
                    + Count.of(each.getValue(), "diagnostic")
                    + (each.getValue() == 1 ? " tells" : " tell")
                    + " what could not be read.")
        .toList();
  }

  /** Whether a capture without a date has times of the day. */
  private boolean hasClock(InputSummary summary) {
    return tables().stream()
        .filter(table -> table.source().equals(summary.source()))
        .filter(table -> table.format().equals(summary.format()))
        .filter(table -> table.subject().name().equals(summary.subject()))
        .anyMatch(table -> table.rows() > 0 && !Double.isNaN(table.clock(0)));
  }

  private static final class Gathering {
    private final TimeRange span;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<List<String>, InputSummary> summaries = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private LineCounts lines = LineCounts.NONE;

    Gathering(TimeRange span) {
      this.span = span;
    }

    Gathered of(List<Input> inputs, Site site) {
      SettledNames names = settle(site.names());
      return new Gathered(
          inputs, Samples.of(tables), List.copyOf(summaries.values()), lines, diagnostics, names);
    }

    void take(Reading reading) {
      for (Stretch stretch : reading.stretches()) {
        Table table = stretch.table();
        seen.add(Seen.of(table));
        stretches.add(stretch.with(wanted(table, TimeRange.ALL)));
      }
      diagnostics.addAll(reading.diagnostics());
      lines = lines.plus(reading.lines());
    }

    private static Table wanted(Table table, TimeRange within) {
      Set<Metric> metrics = ZvmTables.isAbout(table) ? ALL : WANTED;
      return table.only(within.from(), within.until(), true, metrics);
    }

    /** Names every capture, now that all are read; what was handed over twice counts once. */
    private SettledNames settle(List<String> ofSite) {
      Whose whose = Whose.of(stretches, ofSite);
      diagnostics.addAll(whose.diagnostics());
      SettledNames.Gathering names = new SettledNames.Gathering();
      for (int i = 0; i < whose.named().size(); i++) {
        Whose.Named named = whose.named().get(i);
        if (seen.get(i).samples() > 0) {
          note(named.table(), seen.get(i));
          names.add(named.table(), named.claim());
        }
        Table table = wanted(named.table(), span);
        if (table.rows() > 0 && !table.metrics().isEmpty() && !named.copy()) {
          tables.add(table);
        }
      }
      return names.with(whose.doubts());
    }

    /**
     * What a capture gave, before the span of time and the metrics of an analysis were picked.
     *
     * @param from the earliest time, {@link Double#NaN} where none is known
     * @param to the latest time, likewise
     */
    private record Seen(long samples, double from, double to) {
      static Seen of(Table table) {
        double from = Double.NaN;
        double to = Double.NaN;
        for (int row = 0; row < table.rows(); row++) {
          double time = table.time(row);
          if (!Double.isNaN(time)) {
            from = Double.isNaN(from) || time < from ? time : from;
            to = Double.isNaN(to) || time > to ? time : to;
          }
        }
        return new Seen(table.samples(), from, to);
      }
    }

    /** Adds a table to what its capture gave; a capture has a table for each kind of its rows. */
    private void note(Table table, Seen gave) {
      InputSummary summary =
          new InputSummary(
              table.source(),
              table.format(),
              table.subject().name(),
              gave.samples(),
              Optional.ofNullable(Table.localTime(gave.from())),
              Optional.ofNullable(Table.localTime(gave.to())));
      summaries.merge(
          List.of(summary.source(), summary.format(), summary.subject()), summary, Gathering::both);
    }

    private static InputSummary both(InputSummary a, InputSummary b) {
      return new InputSummary(
          a.source(),
          a.format(),
          a.subject(),
          a.samples() + b.samples(),
          Stream.of(a.from(), b.from()).flatMap(Optional::stream).min(LocalDateTime::compareTo),
          Stream.of(a.to(), b.to()).flatMap(Optional::stream).max(LocalDateTime::compareTo));
    }
  }
}
