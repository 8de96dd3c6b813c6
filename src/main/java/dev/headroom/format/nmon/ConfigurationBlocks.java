package dev.headroom.format.nmon;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Line;
import dev.headroom.capture.LineCounts;
import dev.headroom.format.DiagnosticLog;
import dev.headroom.format.Draft;
import dev.headroom.format.Format;
import dev.headroom.format.Opening;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.lparstat.PartitionProperties;
import dev.headroom.format.vmstat.VmstatCounters;
import dev.headroom.identity.CaptureClock;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What commands printed, wrapped into lines {@code BBBP} of one recording: unwrapped and handed to
 * the readers of those commands. The lines are kept until all were seen, since a file may be sorted
 * and {@code BBBP,1000} then stands before {@code BBBP,999}.
 */
final class ConfigurationBlocks {
  /** The commands whose output is read. */
  private static final Map<String, Format> READ =
      Map.of("lparstat -i", new PartitionProperties(), "vmstat -v", new VmstatCounters());

  private static final String AT_END = "ending ";

  /** No command prints more lines. */
  private static final int MOST_LINES = 500;

  private final SectionContext context;
  private final Map<String, List<Wrapped>> blocks = new LinkedHashMap<>();
  private long noise;
  private long rejected;

  /**
   * A line and what it wraps.
   *
   * @param number the number behind {@code BBBP}
   * @param line the line as it stands in the file
   * @param text what it wraps, as part of the same bytes
   * @param unended whether the input ends inside it
   */
  private record Wrapped(int number, Line line, Line text, boolean unended) {}

  ConfigurationBlocks(SectionContext context) {
    this.context = context;
  }

  private static String withoutEnding(String command) {
    return command.startsWith(AT_END) ? command.substring(AT_END.length()) : command;
  }

  /** Whether the output of a command is read. */
  static boolean reads(String command) {
    return READ.containsKey(withoutEnding(command));
  }

  /**
   * Keeps a line of a command that is read.
   *
   * @param number the number behind {@code BBBP}
   * @param from where what it wraps begins, in bytes from the line's begin
   * @return whether there is room for it
   */
  boolean add(String command, int number, Line line, int from, boolean unended) {
    List<Wrapped> block = blocks.computeIfAbsent(command, key -> new ArrayList<>());
    if (block.size() >= MOST_LINES) {
      return false;
    }
    Line own = line.copy();
    int start = from;
    int end = own.end();
    if (start < end && own.bytes()[start] == '"') {
      start++;
      end -= end > start && own.bytes()[end - 1] == '"' ? 1 : 0;
    }
    block.add(new Wrapped(number, own, new Line(own.bytes(), start, end, own.number()), unended));
    return true;
  }

  /**
   * Reads all blocks.
   *
   * @param facts whose the recording is
   * @param end the time of its last snapshot, milliseconds; {@link Double#NaN} where it is unknown
   * @param sorted whether the lines of the file were sorted
   */
  List<Draft> close(Facts facts, double end, boolean sorted) {
    List<Draft> drafts = new ArrayList<>();
    blocks.forEach(
        (command, block) -> {
          if (sorted) {
            block.sort(Comparator.comparingInt(Wrapped::number));
          }
          LocalDateTime time =
              command.startsWith(AT_END) ? Table.localTime(end) : facts.start().orElse(null);
          drafts.addAll(read(command, block, time, facts));
        });
    return drafts;
  }

  private List<Draft> read(
      String command, List<Wrapped> block, @Nullable LocalDateTime time, Facts facts) {
    Format format = READ.get(withoutEnding(command));
    if (format == null) {
      return List.of();
    }
    DiagnosticLog log = new DiagnosticLog();
    SectionReader reader = format.open(within(log, time));
    Map<Long, Wrapped> lines = new HashMap<>();
    for (Wrapped wrapped : block) {
      lines.put(wrapped.line().number(), wrapped);
      Outcome outcome =
          wrapped.text().isBlank() ? Outcome.NOISE : reader.read(wrapped.text(), wrapped.unended());
      noise += outcome == Outcome.NOISE || outcome == Outcome.FOREIGN ? 1 : 0;
      rejected += outcome == Outcome.REJECTED ? 1 : 0;
    }
    List<Draft> drafts =
        reader.close().stream().map(draft -> of(draft, format.name(), facts)).toList();
    log.all(context.source()).forEach(found -> pass(found, lines));
    return drafts;
  }

  private SectionContext within(DiagnosticLog log, @Nullable LocalDateTime time) {
    CaptureClock clock =
        time == null ? CaptureClock.unknown() : new CaptureClock(null, time, -1, Double.NaN);
    return new SectionContext(
        context.source(),
        log,
        clock,
        new Opening(Optional.empty(), false, true, Optional.empty()),
        context.system(),
        context.siteSubject(),
        context.options());
  }

  /** A list that names no partition is about the one that the recording names. */
  private static Draft of(Draft draft, String format, Facts facts) {
    PrintedName named = draft.printed().name() == null ? facts.name() : draft.printed();
    return new Draft(
        draft.kind(), named, draft.rows(), draft.host(), Optional.of(format), draft.processors());
  }

  /** Passes a diagnostic on, at its place in the file. */
  private void pass(Diagnostic found, Map<Long, Wrapped> lines) {
    Wrapped wrapped = lines.get(found.where().line());
    if (wrapped == null) {
      context.diagnostics().add(found);
      return;
    }
    int column = found.where().column();
    context.report(
        wrapped.line(),
        column == 0 ? 0 : column + wrapped.text().start(),
        found.code(),
        found.message());
  }

  /** Of the lines that were kept, those that carry nothing and those that were rejected. */
  LineCounts turnedOut() {
    return new LineCounts(0, noise, rejected);
  }
}
