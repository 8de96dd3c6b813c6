package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.SectionContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cells of one row, and the figures in them. */
final class TableRow {
  private static final Pattern FIGURE = Pattern.compile("[.\\d][\\d.']*[kKMGTB%]*|-+");

  private final SectionContext context;
  private final PrintedLine line;
  private final TableLayout layout;
  private final PrintedCell[] cells;

  TableRow(SectionContext context, PrintedLine line, TableLayout layout, PrintedCell[] cells) {
    this.context = context;
    this.line = line;
    this.layout = layout;
    this.cells = cells;
  }

  /** Whether most of the figures that are printed stand under their headings without doubt. */
  boolean fits() {
    int certain = 0;
    int doubtful = 0;
    for (int i = 0; i < cells.length; i++) {
      boolean number = layout.spans().get(i).column().map(c -> c.unit().isNumber()).orElse(false);
      if (number && !cells[i].text().isEmpty()) {
        certain += cells[i].certain() && figure(i).isPresent() ? 1 : 0;
        doubtful += cells[i].certain() ? 0 : 1;
      }
    }
    return certain > doubtful && keyed() && !isPart();
  }

  /**
   * Whether this is the end of a row, of which the beginning stands elsewhere: the name does not
   * begin where its heading does, or more cells are missing before the last one than are there.
   */
  private boolean isPart() {
    if (layout.isCollapsed()) {
      return false;
    }
    int key = layout.place(layout.report().key().get(0));
    PrintedCell name = cells[key];
    if (!name.text().isEmpty() && name.start() > layout.spans().get(key).start() + 2) {
      return true;
    }
    int there = 0;
    int holes = 0;
    int missing = 0;
    for (int i = 0; i < cells.length; i++) {
      boolean needed = isNeeded(i);
      if (needed && cells[i].text().isEmpty()) {
        missing++;
      } else if (needed) {
        there++;
        holes = missing;
      }
    }
    return holes > there;
  }

  /** Whether the columns at the right, which are never blank, have nothing. */
  boolean isCut() {
    for (int i = cells.length - 1; i >= 0; i--) {
      if (!cells[i].text().isEmpty()) {
        return false;
      }
      if (isNeeded(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column has a figure in every row. */
  private boolean isNeeded(int place) {
    return layout
        .spans()
        .get(place)
        .column()
        .filter(it -> it.unit().isNumber() && !it.blank())
        .isPresent();
  }

  private boolean keyed() {
    List<String> key = layout.report().key();
    return key.stream().anyMatch(id -> !word(id).isEmpty());
  }

  /** Whether it is a row at all: a name where names stand, and for the rest mostly figures. */
  boolean isLikely() {
    int place = layout.place(layout.report().key().get(0));
    PrintedCell first = cells[place];
    boolean named = !first.text().isEmpty() && first.start() <= layout.spans().get(place).end();
    return named && isMostlyFigures(line.text());
  }

  /** Whether at least half of the words of a line are figures, or stand for one. */
  static boolean isMostlyFigures(String text) {
    String[] words = text.strip().split(" +", -1);
    int figures = 0;
    for (String word : words) {
      figures += FIGURE.matcher(word).matches() ? 1 : 0;
    }
    return figures * 2 >= words.length && words.length > 2;
  }

  private Optional<PrintedNumber> figure(int place) {
    PrintedUnit unit = unit(place);
    Optional<PrintedNumber> printed = PrintedNumber.of(cells[place].text(), unit);
    // a guest has storage: a plain 0 is another column's
    return unit == PrintedUnit.BYTES ? printed.filter(it -> it.value() != 0) : printed;
  }

  private PrintedUnit unit(int place) {
    return layout.spans().get(place).column().map(PrintedColumn::unit).orElse(PrintedUnit.PLAIN);
  }

  /** The text in a column of words; empty if absent. */
  String word(String id) {
    int place = layout.place(id);
    return place < 0 ? "" : cells[place].text();
  }

  /** Whether something is printed in a column that cannot be relied on. */
  boolean isDoubtful(String id) {
    int place = layout.place(id);
    return place >= 0 && !cells[place].certain();
  }

  /** The figure in a column; absent where it is missing or cannot be relied on. */
  PrintedNumber number(String id) {
    int place = layout.place(id);
    return place < 0 || !cells[place].certain()
        ? PrintedNumber.ABSENT
        : figure(place).orElse(PrintedNumber.ABSENT);
  }

  /** Where a column's cell begins in the line as read, from 1. */
  int column(String id) {
    int place = layout.place(id);
    return place < 0 ? 0 : cells[place].start() + line.shift() + 1;
  }

  /** The value of a figure: a sum of which a term is absent is absent. */
  double sum(PrintedFigure figure) {
    return summed(figure).value();
  }

  /** The figure with the weight of its last digits. */
  PrintedNumber summed(PrintedFigure figure) {
    for (List<String> sum : figure.sums()) {
      if (layout.has(sum)) {
        double value = 0;
        double quantum = 0;
        for (String id : sum) {
          value += number(id).value();
          quantum += number(id).quantum();
        }
        return new PrintedNumber(value, quantum);
      }
    }
    return PrintedNumber.ABSENT;
  }

  /** Says which cells that samples need are no figures, or stand under no one heading. */
  void reportDoubts(boolean unended) {
    int last = -1;
    for (int i = 0; i < cells.length; i++) {
      Optional<PrintedColumn> column = layout.spans().get(i).column();
      if (column.isEmpty() || !layout.report().uses(column.get())) {
        continue;
      }
      PrintedCell cell = cells[i];
      boolean again = cell.start() == last && !cell.certain();
      if (!cell.certain() && !again) {
        boolean cut = unended && cell.end() >= line.text().length();
        report(
            cell,
            cut ? DiagnosticCode.TRUNCATED : DiagnosticCode.BAD_NUMBER,
            cut
                ? "may have been cut: the input ends; the cell counts as absent"
                : "does not stand under one heading; the cells that it touches count as absent");
      } else if (cell.certain() && figure(i).isEmpty()) {
        boolean size = unit(i) == PrintedUnit.BYTES;
        report(
            cell,
            DiagnosticCode.BAD_NUMBER,
            (size ? "is not a size" : "is not a number") + "; the cell counts as absent");
      }
      last = cell.certain() ? -1 : cell.start();
    }
  }

  private void report(PrintedCell cell, DiagnosticCode code, String what) {
    context.report(
        line.original(), cell.start() + line.shift() + 1, code, "'" + cell.text() + "' " + what);
  }
}
