package dev.headroom.format.zvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts rows into cells by the right edges of the headings. A figure belongs to the column at whose
 * right edge it ends; figures that touch are parted at the edges between them. A row may stand one
 * place to the left or right of its headings, where only one of both lost its carriage control.
 */
final class FcxSlices {
  /** How far a figure may end before its edge. */
  private static final int SLACK = 2;

  private static final int[] OFFSETS = {0, 1, -1};
  private static final Pattern PIECE =
      Pattern.compile("[\\d.'%-]+(?:[kKMGT]?B?|/s|s)(?: (?:[kKMGT]B?|B)(?= |$))?(?= |$)|\\S+");
  private static final Pattern FIGURE = Pattern.compile("[\\d.'-][\\d.'kKMGTB%/s -]*");

  private final FcxLayout layout;
  private final List<FcxSpan> spans;

  FcxSlices(FcxLayout layout) {
    this.layout = layout;
    this.spans = layout.spans();
  }

  /** The cells of a row, one a column of the layout. */
  FcxCell[] cut(String text) {
    FcxCell[] cells = new FcxCell[spans.size()];
    Arrays.fill(cells, FcxCell.BLANK);
    List<FcxCell> pieces = pieces(text);
    int next = words(pieces, cells);
    int offset = offset(pieces.subList(next, pieces.size()));
    for (FcxCell piece : pieces.subList(next, pieces.size())) {
      int free = freeColumn(piece.start() - offset);
      if (free < 0) {
        place(piece, offset, cells, piece.end() == text.stripTrailing().length());
      } else if (free >= 0 && isFigure(piece) && edge(piece.end() - offset) > free) {
        cells[edge(piece.end() - offset)] = piece;
      }
    }
    return cells;
  }

  private static List<FcxCell> pieces(String text) {
    List<FcxCell> pieces = new ArrayList<>();
    Matcher found = PIECE.matcher(text);
    while (found.find()) {
      pieces.add(new FcxCell(found.group(), found.start(), true));
    }
    return pieces;
  }

  /** Gives the words at the beginning of a row to the columns of words; returns how many. */
  private int words(List<FcxCell> pieces, FcxCell[] cells) {
    int next = 0;
    for (int i = 0; i < spans.size() && next < pieces.size() && kind(i) == FcxUnit.WORD; i++) {
      FcxCell piece = pieces.get(next);
      int end = spans.get(i).end();
      boolean more = i + 1 < spans.size();
      boolean blank = more && piece.start() >= spans.get(i + 1).start() - 1;
      if (blank) {
        continue;
      }
      if (more && kind(i + 1) == FcxUnit.WORD && piece.start() < end && piece.end() > end + 1) {
        // a time of day that the processor's address touches
        int at = end - piece.start();
        pieces.set(next, new FcxCell(piece.text().substring(0, at), piece.start(), true));
        pieces.add(next + 1, new FcxCell(piece.text().substring(at), end, true));
      }
      cells[i] = pieces.get(next);
      next++;
    }
    return next;
  }

  private FcxUnit kind(int place) {
    return spans.get(place).column().map(FcxColumn::unit).orElse(FcxUnit.PLAIN);
  }

  private static boolean isFigure(FcxCell piece) {
    return FIGURE.matcher(piece.text()).matches();
  }

  /** How many places a row stands to the right of its headings. */
  private int offset(List<FcxCell> pieces) {
    int best = 0;
    long most = -1;
    for (int offset : OFFSETS) {
      long fitting =
          pieces.stream()
              .filter(FcxSlices::isFigure)
              .filter(piece -> edge(piece.end() - offset) >= 0)
              .count();
      if (fitting > most) {
        most = fitting;
        best = offset;
      }
    }
    return best;
  }

  /** The column of figures whose right edge is here; -1 where there is none. */
  private int edge(int end) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).end() == end && kind(i).isNumber()) {
        return i;
      }
    }
    return -1;
  }

  /** The column of free text that a place is in; -1 where it is in none. */
  private int freeColumn(int place) {
    for (int i = 1; i < spans.size(); i++) {
      if (kind(i) == FcxUnit.FREE && place >= spans.get(i - 1).end()) {
        return i;
      }
    }
    return -1;
  }

  private void place(FcxCell piece, int offset, FcxCell[] cells, boolean last) {
    int start = piece.start() - offset;
    int end = piece.end() - offset;
    int first = column(start);
    int exact = edge(end);
    if (exact < 0) {
      int column = column(end - 1);
      boolean near =
          first == column
              && first < spans.size()
              && spans.get(first).end() - end <= SLACK
              && spans.get(first).shared(start, end) > 0
              && !(last && first < spans.size() - 1);
      for (int i = first; i <= Math.min(column, spans.size() - 1); i++) {
        cells[i] = near && cells[i].text().isEmpty() ? piece : piece.doubted();
      }
      return;
    }
    part(piece, offset, first, exact, cells);
  }

  /** The column that a place belongs to: the first whose right edge is beyond it. */
  private int column(int place) {
    int at = 0;
    while (at < spans.size() && (spans.get(at).end() <= place || !kind(at).isNumber())) {
      at++;
    }
    return at;
  }

  /** Parts figures that touch at the edges between them. */
  private void part(FcxCell piece, int offset, int first, int last, FcxCell[] cells) {
    List<FcxCell> parts = new ArrayList<>();
    int from = piece.start();
    boolean certain = true;
    boolean one = FcxNumber.of(piece.text(), kind(last)).isPresent();
    for (int i = first; i <= last; i++) {
      if (!kind(i).isNumber()) {
        parts.add(FcxCell.BLANK);
        continue;
      }
      int to = spans.get(i).end() + offset;
      String part = piece.text().substring(from - piece.start(), to - piece.start());
      boolean blank = spans.get(i).column().map(FcxColumn::blank).orElse(true);
      certain &= FcxNumber.of(part, kind(i)).isPresent() && !(one && blank && i < last);
      parts.add(new FcxCell(part, from, true));
      from = to;
    }
    for (int i = first; i <= last; i++) {
      boolean kept = first == last || certain;
      cells[i] = kept && cells[i].text().isEmpty() ? parts.get(i - first) : piece.doubted();
    }
  }

  /** The cells of a row whose blanks were collapsed, in order; null where their number differs. */
  FcxCell[] inOrder(String text) {
    List<FcxCell> pieces = pieces(text);
    boolean guest = !spans.isEmpty() && spans.get(spans.size() - 1).is("users");
    int columns = guest ? spans.size() - 1 : spans.size();
    if (pieces.size() != columns) {
      return new FcxCell[0];
    }
    FcxCell[] cells = new FcxCell[spans.size()];
    Arrays.fill(cells, FcxCell.BLANK);
    for (int i = 0; i < columns; i++) {
      cells[i] = pieces.get(i);
    }
    return cells;
  }

  FcxLayout layout() {
    return layout;
  }
}
