package dev.headroom.format.perfkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places of one column, as the heading block at hand tells them: the lowest word of its
 * heading, which ends where the figures end.
 */
final class ColumnSpan {
  private final int start;
  private final int end;
  private final HeadingLine line;
  private final List<String> words = new ArrayList<>();
  private final List<Ruler> rulers = new ArrayList<>();
  private Optional<PrintedColumn> column = Optional.empty();
  private boolean twin;

  ColumnSpan(int start, int end, String lowest, HeadingLine line) {
    this.start = start;
    this.end = end;
    this.line = line;
    words.add(lowest);
  }

  int start() {
    return start;
  }

  /** The right edge: one past the last place. */
  int end() {
    return end;
  }

  HeadingLine line() {
    return line;
  }

  /** Adds a word of a line above. */
  void below(String word) {
    words.add(0, word);
  }

  /** Adds a ruler of a line above. */
  void below(Ruler ruler) {
    rulers.add(0, ruler);
  }

  /** How many places it shares with others. */
  int shared(int from, int to) {
    return Math.min(end, to) - Math.max(start, from);
  }

  /** The words over it, from the uppermost line to the lowest. */
  String heading() {
    return String.join(" ", words);
  }

  void identify(ReportKind report) {
    column = report.column(heading(), rulers);
  }

  /** Says that another column has the same heading, so that neither can be told. */
  void forget() {
    column = Optional.empty();
    twin = true;
  }

  /** Whether another column has the same heading. */
  boolean isTwin() {
    return twin;
  }

  /** What it is; empty where its heading is not known. */
  Optional<PrintedColumn> column() {
    return column;
  }

  boolean is(String id) {
    return column.isPresent() && column.get().id().equals(id);
  }

  /** The heading as a user finds it in the listing. */
  String shown() {
    StringBuilder text = new StringBuilder("'").append(heading()).append('\'');
    for (int i = rulers.size() - 1; i >= 0; i--) {
      text.append(" under '").append(rulers.get(i).text()).append('\'');
    }
    return text.toString();
  }
}
