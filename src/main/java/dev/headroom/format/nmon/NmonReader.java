package dev.headroom.format.nmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.Lines;
import dev.headroom.format.BulkReader;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.NmonLexer;
import dev.headroom.format.grammar.NmonParser;
import dev.headroom.format.grammar.NmonParser.ConfigurationContext;
import dev.headroom.format.grammar.NmonParser.ConfigurationLineContext;
import dev.headroom.format.grammar.NmonParser.FactContext;
import dev.headroom.format.grammar.NmonParser.FactLineContext;
import dev.headroom.format.grammar.NmonParser.HeaderLineContext;
import dev.headroom.format.grammar.NmonParser.LineContext;
import dev.headroom.format.grammar.NmonParser.OtherLineContext;
import dev.headroom.format.grammar.NmonParser.RowLineContext;
import dev.headroom.format.grammar.NmonParser.SnapshotContext;
import dev.headroom.format.grammar.NmonParser.SnapshotLineContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads nmon files. Lines of sections that are not read and plain rows are taken straight from the
 * window; all else goes by the grammar. A row that it reads:
 *
 * <pre>MEM,T0001,4.8,99.1,2070.4,8119.8,43008.0,8192.0</pre>
 */
final class NmonReader implements BulkReader {
  /** As many cells as the rest of a row has at least, of which the beginning was lost. */
  private static final int TELLING = 4;

  private static final LineCounts NOISE = new LineCounts(0, 1, 0);
  private static final LineCounts REJECTED = new LineCounts(0, 0, 1);

  private final SectionContext context;
  private final LineGrammar<NmonParser> grammar =
      new LineGrammar<>(NmonLexer::new, NmonParser::new);
  private final SectionRows rows;
  private final List<Draft> drafts = new ArrayList<>();
  private final int longest;
  private Recording recording;

  /** Facts below the first snapshot: of the next recording, or the same ones at the end. */
  private Facts next = new Facts();

  private LineCounts turnedOut = LineCounts.NONE;
  private boolean unended;

  /** The last line that was one of the file's. */
  private long lastOwn;

  NmonReader(SectionContext context) {
    this.context = context;
    this.longest = context.options().limits().lineBytes();
    this.recording = new Recording(context, new Facts());
    this.rows = new SectionRows(context, grammar);
  }

  @Override
  public long takeRows(Lines lines) throws IOException {
    if (context.options().rowsByGrammar()) {
      return 0;
    }
    int at = lines.position();
    byte[] window = lines.window();
    int limit = lines.endedLimit(at);
    long first = lines.nextNumber();
    long taken = 0;
    while (at < limit) {
      int end = lineEnd(window, at);
      if (end < 0 || end - at > longest || !take(window, at, end, first + taken)) {
        break;
      }
      taken++;
      at = window[end] == '\r' ? end + 2 : end + 1;
    }
    if (taken > 0) {
      lines.take(at, taken);
      lastOwn = first + taken - 1;
    }
    return taken;
  }

  /**
   * Where the line that begins here ends; -1 where it holds a control character, so that it may be
   * no text, or several rows of a screen. A line end stands below it.
   */
  private static int lineEnd(byte[] window, int from) {
    int at = from;
    while (true) {
      byte b = window[at];
      if (b >= ' ' || b < 0 || b == '\t') {
        at++;
      } else {
        return b == '\n' || (b == '\r' && window[at + 1] == '\n') ? at : -1;
      }
    }
  }

  /** Takes a line; false where it is to be looked at as a line of any text. */
  private boolean take(byte[] window, int from, int end, long number) {
    int comma = nameEnd(window, from, end);
    if (comma < 0) {
      return false;
    }
    Section section = Section.at(window, from, comma);
    if (section == null && !isJoining(window, from, comma)) {
      turnedOut = turnedOut.plus(NOISE);
      return true;
    }
    if (section != null && rows.take(recording, section, window, comma + 1, end, number)) {
      return true;
    }
    Outcome outcome = read(new Line(window, from, end, number), false);
    if (outcome == Outcome.NOISE) {
      turnedOut = turnedOut.plus(NOISE);
    } else if (outcome == Outcome.REJECTED) {
      turnedOut = turnedOut.plus(REJECTED);
    }
    return outcome != Outcome.FOREIGN;
  }

  /** Where the comma behind a section's name stands; -1 where a line does not begin with one. */
  private static int nameEnd(byte[] window, int from, int end) {
    int at = from;
    while (at < end && isOfName(window[at], at == from)) {
      at++;
    }
    return at > from && at < end && window[at] == ',' ? at : -1;
  }

  private static boolean isOfName(byte b, boolean first) {
    return (b >= 'A' && b <= 'Z') || (!first && ((b >= '0' && b <= '9') || b == '_'));
  }

  /** Whether a line is {@code AAA}, {@code BBBP} or {@code ZZZZ}. */
  private static boolean isJoining(byte[] window, int from, int comma) {
    byte first = window[from];
    byte last = window[comma - 1];
    return switch (comma - from) {
      case 3 -> first == 'A' && last == 'A';
      case 4 -> (first == 'B' && last == 'P') || (first == 'Z' && last == 'Z');
      default -> false;
    };
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    unended = inputEndsHere;
    Outcome outcome =
        grammar
            .parse(line, NmonParser::line)
            .map(found -> read(line, found))
            .orElseGet(() -> stray(line));
    lastOwn = outcome == Outcome.FOREIGN ? lastOwn : line.number();
    return outcome;
  }

  /** The rest of a row whose beginning was lost, right below a line of the file. */
  private Outcome stray(Line line) {
    int commas = 0;
    for (int at = line.start(); at < line.end(); at++) {
      commas += line.bytes()[at] == ',' ? 1 : 0;
    }
    if (commas < TELLING || line.number() != lastOwn + 1) {
      return Outcome.FOREIGN;
    }
    context.report(
        line,
        1 + line.indent(),
        DiagnosticCode.UNEXPECTED_LINE,
        "the line does not begin with the name of a section; it is left out");
    return Outcome.REJECTED;
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof OtherLineContext) {
      return Outcome.NOISE;
    }
    if (tree instanceof FactLineContext found) {
      return fact(line, found.fact());
    }
    if (tree instanceof ConfigurationLineContext found) {
      return configuration(line, found.configuration());
    }
    if (tree instanceof SnapshotLineContext found) {
      return snapshot(line, found.snapshot());
    }
    if (tree instanceof HeaderLineContext found) {
      return rows.header(recording, line, found.header(), unended);
    }
    if (tree instanceof RowLineContext found) {
      return rows.row(recording, line, found.row(), unended);
    }
    return broken(line);
  }

  private Outcome broken(Line line) {
    int comma = line.text().indexOf(',');
    String name = line.text().substring(0, comma);
    context.report(
        line,
        comma + 2,
        unended ? DiagnosticCode.TRUNCATED : DiagnosticCode.UNEXPECTED_LINE,
        "behind " + name + " stands " + wanted(name) + "; the line is left out");
    return Outcome.REJECTED;
  }

  private static String wanted(String name) {
    return switch (name) {
      case "AAA" -> "no key";
      case "BBBP" -> "no number and no command";
      case "ZZZZ" -> "no mark of a snapshot, or no time";
      default -> "neither a header's title nor the mark of a snapshot";
    };
  }

  private Outcome fact(Line line, FactContext fact) {
    String key = fact.cell(0).getText();
    int from = fact.cell(0).getStop().getStopIndex() + 2;
    String value = from > line.length() ? "" : line.text(from, line.length()).strip();
    if (!Facts.isKept(key)) {
      return Outcome.NOISE;
    }
    if (unended) {
      context.report(
          line,
          from + 1,
          DiagnosticCode.TRUNCATED,
          "the input ends inside this value, which may have been cut; the line is left out");
      return Outcome.REJECTED;
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      context.report(
          line,
          from + 1,
          DiagnosticCode.UNEXPECTED_LINE,
          "the value holds a control character; the line is left out");
      return Outcome.REJECTED;
    }
    boolean another = recording.facts().isOfAnother(key, value);
    if (recording.begins() || (recording.isSorted() && !another)) {
      recording.facts().put(key, value);
      return Outcome.UNDERSTOOD;
    }
    next.replace(key, value);
    if (another && !recording.isSorted()) {
      begin(next);
    }
    return Outcome.UNDERSTOOD;
  }

  private void begin(Facts facts) {
    end();
    recording = new Recording(context, facts);
    next = new Facts();
  }

  private void end() {
    rows.end(recording);
    drafts.addAll(recording.close());
    turnedOut = turnedOut.plus(recording.turnedOut());
  }

  private Outcome configuration(Line line, ConfigurationContext found) {
    recording.goesOn();
    String command = found.command().getText();
    if (found.text() == null || !ConfigurationBlocks.reads(command)) {
      return Outcome.NOISE;
    }
    int from = found.text().getStart().getStartIndex();
    String number = found.NUMBER().getText().strip();
    boolean kept =
        number.matches("\\d{1,9}")
            && recording
                .configuration()
                .add(command, Integer.parseInt(number), line, from, unended);
    if (!kept) {
      context.report(
          line,
          from + 1,
          DiagnosticCode.UNEXPECTED_LINE,
          "the line has no place among those of " + command + "; it is left out");
    }
    return kept ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  private Outcome snapshot(Line line, SnapshotContext found) {
    TimeLine read = TimeLine.of(found);
    String fault = fault(read, found);
    if (fault != null) {
      Token time = found.cell(0).getStart();
      context.report(
          line,
          LineGrammar.column(time),
          unended ? DiagnosticCode.TRUNCATED : DiagnosticCode.BAD_TIME,
          fault + "; the snapshot keeps its place and has no time");
      return Outcome.REJECTED;
    }
    return begin(line, read);
  }

  private @Nullable String fault(TimeLine read, SnapshotContext found) {
    if (read.mark() < 0) {
      return "'" + found.MARK().getText() + "' is no number of a snapshot";
    }
    if (read.second() < 0 || (read.isDateless() && found.cell().size() > 1)) {
      return "'" + text(found) + "' is no time and date of nmon";
    }
    return read.isDateless() && (recording.isDated() || unended) ? "the date is missing" : null;
  }

  private static String text(SnapshotContext found) {
    StringBuilder text = new StringBuilder(found.cell(0).getText());
    if (found.cell().size() > 1) {
      text.append(',').append(found.cell(1).getText());
    }
    return text.toString();
  }

  /** Begins a snapshot, and a recording where its marks begin anew at a later time. */
  private Outcome begin(Line line, TimeLine read) {
    Snapshot now = recording.current();
    double millis = read.millis();
    boolean later = now != null && millis > recording.latest();
    if (read.mark() == 1 && now != null && now.mark() > 1 && later) {
      begin(recording.facts().again());
    } else if (recording.isCompleted(read.mark())) {
      return outOfPlace(line, read);
    }
    Snapshot snapshot = recording.at(read.mark());
    if (snapshot.isTimed()) {
      boolean same =
          Double.compare(snapshot.time(), millis) == 0
              && snapshot.secondOfDay() == read.secondWithoutDate();
      if (!same && recording.isSorted()) {
        snapshot.doubt(); // of two recordings, and nothing tells whose its rows are
      }
      return same ? Outcome.UNDERSTOOD : outOfPlace(line, read);
    }
    now = recording.current();
    if (now != null && now.mark() == read.mark() - 1 && millis < now.time()) {
      context.report(
          line,
          0,
          DiagnosticCode.CLOCK_JUMP,
          "the snapshot above has a later time; both are kept as read");
    }
    recording.begin(read.mark(), millis, read.secondWithoutDate());
    return Outcome.UNDERSTOOD;
  }

  private Outcome outOfPlace(Line line, TimeLine read) {
    context.report(
        line,
        1,
        DiagnosticCode.UNEXPECTED_LINE,
        "snapshot "
            + read.mark()
            + " has another time above, or ended there; the line is left out");
    return Outcome.REJECTED;
  }

  @Override
  public List<Draft> close() {
    end();
    return List.copyOf(drafts);
  }

  @Override
  public LineCounts turnedOut() {
    return turnedOut.plus(rows.turnedOut());
  }
}
