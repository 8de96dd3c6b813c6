package dev.headroom.cli;

import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.TimeRange;
import dev.headroom.capture.Input;
import dev.headroom.format.Formats;
import dev.headroom.series.Fineness;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import dev.headroom.sizing.Goal;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Names;
import dev.headroom.unit.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command that reads captures can be told. */
final class ReadingOptions {
  /** No machine has more processors, and every thread takes memory. */
  private static final int MOST_JOBS = 4096;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders or archives of captures; - is standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description =
          "The site file, in YAML or JSON: what captures cannot know. Default: site.yaml in each"
              + " folder, for the captures there.")
  private @Nullable Path site;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Use only samples from this local date and time on.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Use only samples before this local date and time.")
  private @Nullable String until;

  @Option(
      names = "--zone",
      paramLabel = "ID",
      description = "Times with an offset become local time in this zone. Default: UTC.")
  private @Nullable String zone;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Read all inputs as this format, whatever they look like.")
  private @Nullable String format;

  @Option(
      names = "--grid",
      paramLabel = "SPAN",
      description =
          "Lay members on a grid of this span, such as 5m or 1h; a cell shows its worst moment."
              + " Default: as captured, wider where that were more than some 20,000 instants.")
  private @Nullable String grid;

  @Option(
      names = "--full",
      description = "Lay members on a grid as fine as the captures, whatever it costs.")
  private boolean full;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many inputs to read, and pools to judge, at once. Default: one for each processor.")
  private @Nullable String jobs;

  @Option(
      names = "--strict",
      description = "End with exit code 3 if anything in the input was rejected or left out.")
  private boolean strict;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  private @Nullable InputPaths found;

  boolean strict() {
    return strict;
  }

  boolean progress() {
    return !noProgress;
  }

  int jobs() {
    return jobs == null
        ? Runtime.getRuntime().availableProcessors()
        : (int) whole("--jobs", jobs, 1, MOST_JOBS);
  }

  /** A whole number that an option gives. */
  long whole(String option, String text, long least, long most) {
    try {
      return WholeNumber.of(option, text, least, most);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** The half-open span of times asked for. */
  TimeRange span() {
    double first = time("--from", from, Double.NEGATIVE_INFINITY);
    double end = time("--until", until, Double.POSITIVE_INFINITY);
    if (first >= end) {
      throw wrong(
          "--from " + from + " is not before --until " + until + ": no sample can be between them");
    }
    return new TimeRange(first, end);
  }

  /** The options that ask for a span, and their verb; empty where all times count. */
  Optional<String> askedSpan() {
    if (from == null && until == null) {
      return Optional.empty();
    }
    return Optional.of(
        from == null
            ? "--until " + until + " leaves"
            : "--from " + from + (until == null ? " leaves" : " and --until " + until + " leave"));
  }

  /** The paths as they were given, for a sentence. */
  String names() {
    return Names.list(paths);
  }

  private double time(String option, @Nullable String text, double otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      LocalDateTime time = IsoTime.parse(text);
      if (!IsoTime.isPlausible(time)) {
        throw wrong(option + ": '" + text + "' is not of a year from " + IsoTime.years());
      }
      return Table.millis(time);
    } catch (DateTimeException e) {
      throw wrong(
          option + ": '" + text + "' is not a local date and time; write 2009-06-30T12:00:00");
    }
  }

  /** What the site files say. */
  Site site() {
    try {
      return found().site();
    } catch (SiteFile.UnusableException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** How inputs are to be read and judged. */
  AnalysisOptions analysis(Goal goal) {
    if (format != null && Formats.named(format).isEmpty()) {
      throw wrong("--format: '" + format + "' is not a known format; headroom formats lists them");
    }
    return new AnalysisOptions(
        zoneId(), Optional.ofNullable(format), span(), goal, fineness(), jobs());
  }

  private Fineness fineness() {
    if (grid == null) {
      return full ? Fineness.FULL : Fineness.DEFAULT;
    }
    if (full) {
      throw wrong("--grid and --full contradict each other; give one of them");
    }
    double millis = Double.NaN;
    try {
      millis = Span.of(grid);
    } catch (IllegalArgumentException e) {
      // what follows says what the option wants
    }
    if (!(millis > 0)) {
      throw wrong("--grid: '" + grid + "' is not a span of time; write one such as 5m or 1h");
    }
    return Fineness.every(millis);
  }

  private ZoneId zoneId() {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong("--zone: '" + zone + "' is not a time zone; write one such as Europe/Berlin");
    }
  }

  /** The inputs under the paths; says on stderr what the program itself wrote there. */
  List<Input> inputs(Terminal err) {
    found().note().ifPresent(err::line);
    return found().inputs();
  }

  private InputPaths found() {
    if (paths.contains("")) {
      throw wrong("a path is empty; a variable that is not set may stand there");
    }
    try {
      if (found == null) {
        found = InputPaths.of(paths, site, System.in);
      }
      return found;
    } catch (NoSuchFileException e) {
      throw wrong(e.getFile() + ": there is no such file or folder");
    } catch (InvalidPathException e) {
      throw wrong("'" + e.getInput() + "' cannot be the name of a file");
    }
  }

  /** A wrong call, which ends with 2 and this sentence. */
  ParameterException wrong(String message) {
    CommandLine line = spec.commandLine();
    return new ParameterException(line, message);
  }
}
