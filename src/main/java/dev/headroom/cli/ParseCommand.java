package dev.headroom.cli;

import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.InParallel;
import dev.headroom.analysis.SiteCheck;
import dev.headroom.analysis.TimeRange;
import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.LineCounts;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.Reading;
import dev.headroom.identity.Stretch;
import dev.headroom.identity.Whose;
import dev.headroom.report.samples.SampleCsv;
import dev.headroom.report.samples.SampleLines;
import dev.headroom.report.samples.SampleSink;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints every sample that the captures hold. */
@Command(
    name = "parse",
    description =
        "Prints every sample, one JSON object per line, in the same form for every format.",
    mixinStandardHelpOptions = true)
final class ParseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;

  @Option(names = "--csv", description = "Print CSV instead of JSON lines.")
  private boolean csv;

  private LineCounts lines = LineCounts.NONE;
  private long samples;
  private boolean rejected;
  private @Nullable ReadTimes times;

  /** What was read, and what it is about: the site file may speak of more. */
  private final Set<String> sources = new HashSet<>();

  private final Set<String> subjects = new HashSet<>();

  @Override
  public Integer call() throws IOException {
    Terminal err = new Terminal(spec.commandLine().getErr());
    AnalysisOptions options = reading.analysis(Goal.DEFAULT);
    TimeRange span = options.span();
    Site site = reading.site();
    List<Stretch> stretches = new ArrayList<>();
    List<dev.headroom.capture.Input> inputs = reading.inputs(err);
    OutputStream out = new BufferedOutputStream(program.data(), 1 << 16);
    try (SampleSink sink = csv ? SampleCsv.withOrigin(out) : new SampleLines(out);
        Progress progress = new Progress(err.writer(), inputs.size(), reading.progress())) {
      InParallel.each(
          inputs,
          new CaptureReader(options.reading(site))::read,
          options.jobs(),
          (Reading result) -> {
            stretches.addAll(result.stretches());
            for (Diagnostic diagnostic : result.diagnostics()) {
              rejected |= diagnostic.code().loses();
              sources.add(diagnostic.where().source());
              err.diagnostic(diagnostic);
            }
            lines = lines.plus(result.lines());
            progress.step();
          });
      // names are settled over the whole input: columns are packed, and wait until all are read
      Whose whose = Whose.of(stretches, site.names());
      err.diagnostics(whose.diagnostics());
      for (Whose.Named named : whose.named()) {
        Table wanted =
            span.isAll()
                ? named.table()
                : named.table().only(span.from(), span.until(), false, EnumSet.allOf(Metric.class));
        samples += wanted.samples();
        times =
            Stream.of(Optional.ofNullable(times), ReadTimes.of(named.table()))
                .flatMap(Optional::stream)
                .reduce(ReadTimes::and)
                .orElse(null);
        sources.add(named.table().source());
        subjects.add(named.table().subject().name());
        sink.write(wanted);
      }
    }
    out.flush();
    inputs.forEach(input -> sources.add(input.source()));
    err.diagnostics(SiteCheck.of(site, sources, subjects));
    err.line(
        String.format(
            Locale.ROOT,
            "%d samples; lines: %d understood, %d noise, %d rejected",
            samples,
            lines.understood(),
            lines.noise(),
            lines.rejected()));
    err.flush();
    if (samples == 0) {
      Optional<String> asked = reading.askedSpan();
      err.line(
          "headroom: "
              + (times != null && asked.isPresent()
                  ? times.noneLeft(asked.get())
                  : inputs.isEmpty()
                      ? "there are no files to read under " + reading.names()
                      : "no known capture was found; headroom formats lists the formats"));
      return Headroom.NOTHING_USABLE;
    }
    return reading.strict() && (rejected || lines.rejected() > 0)
        ? Headroom.NOTHING_USABLE
        : Headroom.DONE;
  }
}
