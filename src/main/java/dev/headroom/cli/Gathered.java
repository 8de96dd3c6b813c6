package dev.headroom.cli;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Input;
import dev.headroom.capture.LineCounts;
import dev.headroom.format.Reading;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.InputSummary;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all inputs together gave, as far as an analysis needs it.
 *
 * @param inputs the inputs, for lines to be quoted from
 * @param tables samples of memory and paging, of z/VM those of processors too, within the span of
 *     time asked for
 * @param summaries what each capture gave
 * @param lines what became of the lines
 * @param diagnostics what is wrong with them
 */
public record Gathered(
    List<Input> inputs,
    List<Table> tables,
    List<InputSummary> summaries,
    LineCounts lines,
    List<Diagnostic> diagnostics) {

  /** What an analysis of partitions looks at; the rest is read and let go again. */
  private static final Set<Metric> WANTED = wanted();

  /** On z/VM processors are sized too, and there are few rows: all of them are kept. */
  private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);

  private static Set<Metric> wanted() {
    EnumSet<Metric> wanted = EnumSet.allOf(Metric.class);
    wanted.removeIf(metric -> metric.use() != Metric.Use.MEMORY);
    return wanted;
  }

  /** Reads all inputs of a command; diagnostics go to {@code err} as they come. */
  static Gathered of(ReadingOptions options, Site site, PrintWriter err) throws IOException {
    ReadingOptions.Span span = options.span();
    List<Input> inputs = options.inputs();
    Gathering gathering = new Gathering(span, err);
    try (Progress progress = new Progress(err, inputs.size(), options.progress())) {
      SideBySide.read(inputs, options.readOptions(site), options.jobs(), progress, gathering::take);
    }
    err.flush();
    return new Gathered(
        inputs,
        gathering.tables,
        List.copyOf(gathering.summaries.values()),
        gathering.lines,
        gathering.diagnostics);
  }

  /** Says that there is nothing to analyse, and why; returns the exit code for it. */
  int nothing(PrintWriter err) {
    if (inputs.isEmpty()) {
      err.println("headroom: there are no files under the paths given");
    } else if (summaries.isEmpty()) {
      err.println(
          "headroom: none of the "
              + inputs.size()
              + " inputs holds a capture that is known; headroom formats lists what is");
    } else {
      err.println(
          "headroom: no sample of memory is left: widen --from and --until, or add captures");
    }
    err.flush();
    return Headroom.NOTHING_USABLE;
  }

  /** Whether anything of the input was left out. */
  boolean rejectedAny() {
    return lines.rejected() > 0
        || diagnostics.stream().anyMatch(diagnostic -> diagnostic.code().loses());
  }

  private static final class Gathering {
    private final ReadingOptions.Span span;
    private final PrintWriter err;
    private final List<Table> tables = new ArrayList<>();
    private final Map<List<String>, InputSummary> summaries = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private LineCounts lines = LineCounts.NONE;

    Gathering(ReadingOptions.Span span, PrintWriter err) {
      this.span = span;
      this.err = err;
    }

    void take(Reading reading) {
      for (Table table : reading.tables()) {
        note(table);
        Set<Metric> metrics = ZvmTables.isAbout(table) ? ALL : WANTED;
        Table wanted = table.only(span.from(), span.until(), true, metrics);
        if (wanted.rows() > 0 && !wanted.metrics().isEmpty()) {
          tables.add(wanted);
        }
      }
      for (Diagnostic diagnostic : reading.diagnostics()) {
        diagnostics.add(diagnostic);
        err.println(diagnostic.render());
      }
      lines = lines.plus(reading.lines());
    }

    /** Adds a table to what its capture gave; a capture has a table for each kind of its rows. */
    private void note(Table table) {
      double from = Double.NaN;
      double to = Double.NaN;
      for (int row = 0; row < table.rows(); row++) {
        double time = table.time(row);
        if (!Double.isNaN(time)) {
          from = Double.isNaN(from) || time < from ? time : from;
          to = Double.isNaN(to) || time > to ? time : to;
        }
      }
      InputSummary summary =
          new InputSummary(
              table.source(),
              table.format(),
              table.subject().name(),
              table.samples(),
              Optional.ofNullable(Table.localTime(from)),
              Optional.ofNullable(Table.localTime(to)));
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
