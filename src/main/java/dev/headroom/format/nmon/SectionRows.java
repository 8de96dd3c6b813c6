package dev.headroom.format.nmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.LineCounts;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.NmonParser;
import dev.headroom.format.grammar.NmonParser.HeaderContext;
import dev.headroom.format.grammar.NmonParser.RowContext;
import dev.headroom.format.grammar.NmonParser.RowLineContext;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of the sections that are read, and their headers. A header may come late, and rows that
 * stand above it wait for it.
 */
final class SectionRows {
  /** More rows than these do not wait for their header. */
  private static final int MOST_WAITING = 100_000;

  private final SectionContext context;
  private final LineGrammar<NmonParser> grammar;
  private final SectionHeaders headers;
  private final Map<Section, List<Line>> waiting = new EnumMap<>(Section.class);
  private int waitingRows;
  private long useless;

  /** The rows of a file, of whose lines this grammar makes trees. */
  SectionRows(SectionContext context, LineGrammar<NmonParser> grammar) {
    this.context = context;
    this.grammar = grammar;
    this.headers = new SectionHeaders(context);
  }

  /**
   * Takes a plain row straight from the window.
   *
   * @param from where its mark begins
   * @param end where the line ends
   * @return whether it was one, and the first of its section and snapshot
   */
  boolean take(
      Recording recording, Section section, byte[] window, int from, int end, long number) {
    RowLayout layout = headers.latest(section);
    int comma = from;
    while (comma < end && window[comma] != ',') {
      comma++;
    }
    int mark = Marks.of(window, from, comma);
    if (layout == null
        || mark < 0
        || recording.isCompleted(mark)
        || !layout.decode(window, comma + 1, end)) {
      return false;
    }
    Snapshot snapshot = recording.at(mark);
    if (snapshot.line(section) != 0) {
      return false;
    }
    recording.note(layout);
    snapshot.put(section, number, recording.noteRow(mark), layout.values());
    return true;
  }

  /** Reads a header; what it names holds for the rows that waited for it too. */
  Outcome header(Recording recording, Line line, HeaderContext header, boolean unended) {
    Section section = Section.valueOf(header.name().getText());
    recording.goesOn();
    RowLayout layout = headers.read(line, section, header, unended);
    if (layout == null) {
      return Outcome.REJECTED;
    }
    recording.note(layout);
    List<Line> rows = waiting.remove(section);
    if (rows != null) {
      waitingRows -= rows.size();
      recording.hold(waitingRows > 0);
      for (Line row : rows) {
        if (grammar.parse(row, NmonParser::line).orElse(null) instanceof RowLineContext found) {
          useless += row(recording, row, found.row(), false) == Outcome.REJECTED ? 1 : 0;
        }
      }
    }
    return Outcome.UNDERSTOOD;
  }

  /** Reads a row cell by cell. */
  Outcome row(Recording recording, Line line, RowContext row, boolean unended) {
    Section section = Section.valueOf(row.name().getText());
    int mark = Marks.of(row.MARK().getText());
    if (mark < 0) {
      return reject(
          line,
          LineGrammar.column(row.MARK().getSymbol()),
          "'" + row.MARK().getText() + "' is no number of a snapshot");
    }
    RowLayout latest = headers.latest(section);
    if (latest == null) {
      return await(recording, section, line);
    }
    List<Cell> cells = Cell.of(line, row);
    RowLayout layout = headers.fitting(section, cells);
    if (layout != null) {
      layout.begin();
      for (int cell = 0; cell < layout.width(); cell++) {
        if (layout.keeps(cell)) {
          boolean last = unended && cell == cells.size() - 1;
          layout.set(cell, cells.get(cell).value(context, line, last));
        }
      }
      return put(recording, layout, mark, line);
    }
    recording.note(latest);
    if (!unended && latest.takesShort(cells)) {
      return put(recording, latest, mark, line);
    }
    return misfit(line, cells, latest.width());
  }

  private Outcome misfit(Line line, List<Cell> cells, int width) {
    boolean few = cells.size() < width;
    context.report(
        line,
        few ? line.length() + 1 : cells.get(width).column(),
        few ? DiagnosticCode.TRUNCATED : DiagnosticCode.EXTRA_CELLS,
        "the row has "
            + Count.of(cells.size(), "cell")
            + " instead of "
            + width
            + "; it is left out");
    return Outcome.REJECTED;
  }

  private Outcome await(Recording recording, Section section, Line line) {
    List<Line> rows = waiting.computeIfAbsent(section, key -> new ArrayList<>());
    if (waitingRows >= MOST_WAITING) {
      return reject(line, 1, "too many rows stand above their header; this one is left out");
    }
    recording.goesOn();
    rows.add(line.copy());
    waitingRows++;
    recording.hold(true);
    return Outcome.UNDERSTOOD;
  }

  /** Keeps the row read last, or decides between it and another of the same snapshot. */
  private Outcome put(Recording recording, RowLayout layout, int mark, Line line) {
    Section section = layout.section();
    String name = section.name() + " of snapshot " + mark;
    if (recording.isCompleted(mark)) {
      return reject(line, 1, name + " stands below that snapshot's end; it is left out");
    }
    recording.note(layout);
    Snapshot snapshot = recording.at(mark);
    boolean below = recording.noteRow(mark);
    if (snapshot.line(section) == 0) {
      snapshot.put(section, line.number(), below, layout.values());
      return Outcome.UNDERSTOOD;
    }
    if (snapshot.holds(section, layout.values())) {
      return Outcome.UNDERSTOOD;
    }
    if (below == snapshot.isInPlace(section)) {
      useless += snapshot.forget(section) ? 1 : 0;
      return reject(line, 1, name + " stands twice, with other figures; both are left out");
    }
    if (!below) {
      return reject(line, 1, name + " stands in another snapshot; it is left out");
    }
    useless++;
    snapshot.put(section, line.number(), true, layout.values());
    context.report(
        line,
        1,
        DiagnosticCode.UNEXPECTED_LINE,
        name + " stands above in another snapshot too; that one is left out");
    return Outcome.UNDERSTOOD;
  }

  private Outcome reject(Line line, int column, String fault) {
    context.report(line, column, DiagnosticCode.UNEXPECTED_LINE, fault);
    return Outcome.REJECTED;
  }

  /** Ends a recording: rows that still wait for a header are of no use. */
  void end(Recording recording) {
    waiting.forEach(
        (section, rows) -> {
          recording.note(section);
          useless += rows.size();
          context.report(
              rows.get(0),
              1,
              DiagnosticCode.NO_HEADER,
              "no header names the columns of "
                  + section.name()
                  + "; its "
                  + Count.of(rows.size(), "row")
                  + " are left out");
        });
    waiting.clear();
    waitingRows = 0;
    recording.hold(false);
  }

  /** Of the rows that counted as understood, those that were of no use after all. */
  LineCounts turnedOut() {
    return new LineCounts(0, 0, useless);
  }
}
