package dev.headroom.format.perfkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts rows into cells by the right edges of the headings. A figure belongs to the column at whose
 * right edge it ends; figures that touch are parted at the edges between them. A row may stand one
 * place to the left or right of its headings, where only one of both lost its carriage control.
 */
final class RowSlices {
  /** How far a figure may end before its edge. */
  private static final int SLACK = 2;

  /** No cell is wider. */
  private static final int WIDEST = 12;

  private static final int[] OFFSETS = {0, 1, -1};

  private final TableLayout layout;
  private final List<ColumnSpan> spans;

  RowSlices(TableLayout layout) {
    this.layout = layout;
    this.spans = layout.spans();
  }

  TableLayout layout() {
    return layout;
  }

  /** The cells of a row, one a column of the layout. */
  PrintedCell[] cut(String text) {
    PrintedCell[] cells = new PrintedCell[spans.size()];
    Arrays.fill(cells, PrintedCell.BLANK);
    List<PrintedCell> pieces = CellPieces.of(text);
    int words = words(pieces, cells);
    List<PrintedCell> rest = pieces.subList(words, pieces.size());
    int offset = offset(rest);
    boolean slack = false;
    boolean beyond = false;
    boolean inFree = false;
    boolean figureInFree = false;
    for (PrintedCell piece : rest) {
      int free = freeColumn(piece.start() - offset);
      int exact = edge(piece.end() - offset);
      if (free >= 0) {
        if (exact > free && CellPieces.isFigure(piece)) {
          cells[exact] = piece;
        } else if (!inFree && CellPieces.isFigure(piece)) {
          beyond = true; // no free text begins with a figure: all was moved
          figureInFree = true;
        }
        inFree = true;
        continue;
      }
      boolean last = piece.equals(rest.get(rest.size() - 1));
      int word = wordColumn(piece.start() - offset);
      if (word >= 0) {
        cells[word] = piece;
      } else if (exact >= 0) {
        part(piece, offset, column(piece.start() - offset), exact, cells);
      } else {
        slack |= near(piece, offset, cells, last);
        beyond |= column(piece.end() - offset - 1) == spans.size();
      }
    }
    settle(cells, offset, slack, beyond);
    if (isTorn(cells)) {
      for (int i = 0; i < cells.length; i++) {
        doubt(cells, i);
      }
    }
    if (figureInFree && firstDoubt(cells) == cells.length) {
      // there are more figures than columns: two rows in one
      for (int i = 0; i < cells.length; i++) {
        doubt(cells, i);
      }
    }
    return cells;
  }

  /** Gives the words at the beginning of a row to the columns of words; returns how many. */
  private int words(List<PrintedCell> pieces, PrintedCell[] cells) {
    int next = 0;
    for (int i = 0; i < spans.size() && next < pieces.size() && kind(i) == PrintedUnit.WORD; i++) {
      PrintedCell piece = pieces.get(next);
      boolean more = i + 1 < spans.size();
      boolean blank = more && piece.start() >= spans.get(i + 1).start() - 1;
      if (!blank) {
        cells[i] = piece;
        next++;
      }
    }
    return next;
  }

  private PrintedUnit kind(int place) {
    return spans.get(place).column().map(PrintedColumn::unit).orElse(PrintedUnit.PLAIN);
  }

  /** How many places a row stands to the right of its headings. */
  private int offset(List<PrintedCell> pieces) {
    int best = 0;
    long most = -1;
    for (int offset : OFFSETS) {
      long fitting =
          pieces.stream()
              .filter(CellPieces::isFigure)
              .filter(piece -> edge(piece.end() - offset) >= 0)
              .count();
      if (fitting > most) {
        most = fitting;
        best = offset;
      }
    }
    return best;
  }

  /** The column of figures whose right edge is here; -1 if absent. */
  private int edge(int end) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).end() == end && kind(i).isNumber()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The column of words, to the right of a column of figures, that a word begins in: words begin
   * where their heading does, or before it. -1 if absent.
   */
  private int wordColumn(int place) {
    for (int i = 1; i < spans.size(); i++) {
      ColumnSpan span = spans.get(i);
      if (kind(i) == PrintedUnit.WORD && place >= spans.get(i - 1).end() && place < span.end()) {
        return i;
      }
    }
    return -1;
  }

  /** The column of free text that a place is in; -1 where it is in none. */
  private int freeColumn(int place) {
    for (int i = 1; i < spans.size(); i++) {
      if (kind(i) == PrintedUnit.FREE && place >= spans.get(i - 1).end()) {
        return i;
      }
    }
    return -1;
  }

  /** The column of figures that a place belongs to: the first whose right edge is beyond it. */
  private int column(int place) {
    int at = 0;
    while (at < spans.size() && (spans.get(at).end() <= place || !kind(at).isNumber())) {
      at++;
    }
    return at;
  }

  /**
   * Places a figure that ends at no edge: under its heading where it ends a little before the edge,
   * else in doubt under all headings that it touches.
   *
   * @return whether it was placed
   */
  private boolean near(PrintedCell piece, int offset, PrintedCell[] cells, boolean last) {
    int start = piece.start() - offset;
    int end = piece.end() - offset;
    int first = column(start);
    int column = Math.min(column(end - 1), spans.size() - 1);
    boolean near =
        first == column
            && spans.get(first).end() - end <= SLACK
            && spans.get(first).end() > end
            && spans.get(first).shared(start, end) > 0
            && cells[first].text().isEmpty()
            && !(last && first < spans.size() - 1);
    for (int i = first; i <= column; i++) {
      cells[i] = near ? piece : piece.doubted();
    }
    return near;
  }

  /** Parts figures that touch at the edges between them. */
  private void part(PrintedCell piece, int offset, int first, int last, PrintedCell[] cells) {
    List<PrintedCell> parts = new ArrayList<>();
    int from = piece.start();
    boolean certain = true;
    boolean one = PrintedNumber.of(piece.text(), kind(last)).isPresent();
    for (int i = first; i <= last; i++) {
      if (!kind(i).isNumber()) {
        parts.add(PrintedCell.BLANK);
        continue;
      }
      int to = spans.get(i).end() + offset;
      String part = piece.text().substring(from - piece.start(), to - piece.start());
      certain &= PrintedNumber.of(part, kind(i)).isPresent() && !(one && mayBeBlank(i) && i < last);
      parts.add(new PrintedCell(part, from, true));
      from = to;
    }
    for (int i = first; i <= last; i++) {
      boolean kept = (first == last || certain) && cells[i].text().isEmpty();
      cells[i] = kept ? parts.get(i - first) : piece.doubted();
    }
  }

  private boolean mayBeBlank(int place) {
    return spans.get(place).column().map(PrintedColumn::blank).orElse(true);
  }

  /**
   * Decides what a figure in doubt means for the others of its row. Where all columns to the right
   * of it have theirs, the damage moved nothing. Else something was lost or added, and only what
   * stands to the left of the first damage is where it was.
   *
   * @param slack whether a figure was placed that does not end at its edge
   * @param beyond whether a figure stands to the right of all headings
   */
  private void settle(PrintedCell[] cells, int offset, boolean slack, boolean beyond) {
    if (firstDoubt(cells) == cells.length && !beyond) {
      return;
    }
    for (int i = 0; slack && i < cells.length; i++) {
      if (!cells[i].text().isEmpty() && edge(cells[i].end() - offset) < 0) {
        doubt(cells, i);
      }
    }
    int first = Math.min(firstDoubt(cells), firstHole(cells));
    int shifted = beforeShift(cells, offset, first);
    boolean moved = slack || beyond || firstHole(cells) < cells.length || shifted < first;
    first = shifted;
    if (first == cells.length) {
      first = offset == 0 ? first : 0; // all stand right but the last, or all stand wrong
    }
    for (int i = first; moved && i < cells.length; i++) {
      doubt(cells, i);
    }
  }

  /**
   * The first cell that the damage moved, or may have: where a cell was lost, all to the right of
   * it stand as much to the left, and some of them may end at another column's edge.
   *
   * @param doubtful the first that ends at none
   */
  private int beforeShift(PrintedCell[] cells, int offset, int doubtful) {
    int first = doubtful;
    for (int shift = -WIDEST; shift <= WIDEST; shift++) {
      int at = doubtful;
      if (shift == 0 || !movesToEdges(cells, offset, doubtful, shift)) {
        continue;
      }
      while (at > 0 && (!kind(at - 1).isNumber() || isAt(cells[at - 1], offset, shift))) {
        at--;
      }
      first = Math.min(first, at);
    }
    return first;
  }

  /**
   * Whether all figures from the first doubtful one on end at edges once they are moved back, and
   * the last of them does not without.
   */
  private boolean movesToEdges(PrintedCell[] cells, int offset, int from, int shift) {
    PrintedCell last = PrintedCell.BLANK;
    int moved = 0;
    for (int i = from; i < cells.length; i++) {
      PrintedCell cell = cells[i];
      if (kind(i).isNumber() && !cell.text().isEmpty() && cell.start() != last.start()) {
        if (!isAt(cell, offset, shift)) {
          return false;
        }
        last = cell;
        moved++;
      }
    }
    return moved > 1 && !isAt(last, offset, 0);
  }

  private boolean isAt(PrintedCell cell, int offset, int shift) {
    return !cell.text().isEmpty() && edge(cell.end() - offset + shift) >= 0;
  }

  private void doubt(PrintedCell[] cells, int place) {
    if (kind(place).isNumber() && !cells[place].text().isEmpty()) {
      cells[place] = cells[place].doubted();
    }
  }

  private static int firstDoubt(PrintedCell[] cells) {
    int at = 0;
    while (at < cells.length && cells[at].certain()) {
      at++;
    }
    return at;
  }

  /** Whether most columns that are never blank are: what is left may stand anywhere. */
  private boolean isTorn(PrintedCell[] cells) {
    int holes = 0;
    int columns = 0;
    for (int i = 0; i < cells.length; i++) {
      if (kind(i).isNumber() && !mayBeBlank(i)) {
        columns++;
        holes += cells[i].text().isEmpty() ? 1 : 0;
      }
    }
    return holes * 2 > columns;
  }

  /** The first column that should not be blank and is. */
  private int firstHole(PrintedCell[] cells) {
    int at = 0;
    while (at < cells.length
        && (!cells[at].text().isEmpty() || !kind(at).isNumber() || mayBeBlank(at))) {
      at++;
    }
    return at;
  }

  /** The cells of a row whose blanks were collapsed, in order; none where their number differs. */
  PrintedCell[] inOrder(String text) {
    List<PrintedCell> pieces = CellPieces.of(text);
    boolean counted = !spans.isEmpty() && spans.get(spans.size() - 1).is("users");
    int columns = counted ? spans.size() - 1 : spans.size();
    if (pieces.size() != columns) {
      return new PrintedCell[0];
    }
    PrintedCell[] cells = new PrintedCell[spans.size()];
    Arrays.fill(cells, PrintedCell.BLANK);
    for (int i = 0; i < columns; i++) {
      cells[i] = pieces.get(i);
    }
    return cells;
  }
}
