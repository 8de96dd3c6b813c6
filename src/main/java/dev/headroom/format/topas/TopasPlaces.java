package dev.headroom.format.topas;

import dev.headroom.format.grammar.TopasCecParser.CellContext;
import dev.headroom.format.grammar.TopasCecParser.RowContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lays the cells of a row that has blank ones under the headings by where they end: where those of
 * a whole row do, or else where the headings do, all of them perhaps some places to the right or
 * left.
 *
 * <pre>
 * Host       OS  M Mem InU Lp  Us Sy Wa Id  PhysB  Vcsw Ent  %EntC PhI  pmem
 * bxaix85    A61 UM 6.0 2.9  8      1  0 97   0.01   787 0.40   3.6   0  4.00
 * </pre>
 */
final class TopasPlaces {
  /** How far a row may stand from its header as a whole. */
  private static final int[] OFFSETS = {0, 1, -1, 2, -2};

  /** How far a cell may end from where the others show that it should; headings stand 3 apart. */
  private static final int SLACK = 1;

  /** A figure that may fill its column without decimals. */
  private static final double LARGE = 100;

  private static final double MOST_CORES = 1024;

  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern DECIMALS = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern HUNDREDTHS = Pattern.compile("\\d+\\.\\d\\d");
  private static final Pattern FRACTION = Pattern.compile("\\d*\\.\\d+");

  private TopasPlaces() {}

  /**
   * The cell under each heading but the first, an empty one where it is blank.
   *
   * @param whole the cells of a row without blank ones; empty before there was any
   * @return empty where the places do not tell the columns of all cells, or may tell others
   */
  static Optional<List<Optional<CellContext>>> lay(
      TopasLayout layout, List<CellContext> cells, List<Integer> whole) {
    if (whole.size() >= layout.columns()) {
      return lay(layout, cells, whole, 0).filter(laid -> isWhole(layout, laid));
    }
    List<List<Optional<CellContext>>> ways =
        Arrays.stream(OFFSETS)
            .mapToObj(offset -> lay(layout, cells, layout.ends(), offset))
            .flatMap(Optional::stream)
            .filter(laid -> isWhole(layout, laid))
            .distinct()
            .toList();
    return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
  }

  /**
   * The cells of a whole row of the columns at hand, under the headings: a row that was moved tells
   * nothing of those below it. Each cell has as many decimals as its column.
   */
  static Optional<List<Optional<CellContext>>> byHeadings(
      TopasLayout layout, List<CellContext> cells) {
    if (cells.size() != layout.columns() - 1) {
      return Optional.empty();
    }
    return lay(layout, cells, List.of())
        .filter(
            laid -> {
              boolean such = true;
              for (int column = 1; column < layout.columns(); column++) {
                such &= isSuch(layout, column, cells.get(column - 1));
              }
              return such;
            });
  }

  private static Optional<List<Optional<CellContext>>> lay(
      TopasLayout layout, List<CellContext> cells, List<Integer> ends, int offset) {
    List<Optional<CellContext>> laid = new ArrayList<>();
    int next = 0;
    for (int column = 1; column < layout.columns(); column++) {
      boolean here =
          next < cells.size()
              && Math.abs(end(cells.get(next)) - offset - ends.get(column)) <= SLACK
              && fits(layout, column, cells.get(next));
      laid.add(here ? Optional.of(cells.get(next)) : Optional.empty());
      next += here ? 1 : 0;
    }
    return next == cells.size() ? Optional.of(laid) : Optional.empty();
  }

  /** A row that ends before its last column was cut; of memory behind it a partition has none. */
  private static boolean isWhole(TopasLayout layout, List<Optional<CellContext>> laid) {
    int last = layout.columns() - 1;
    if (laid.stream().filter(Optional::isPresent).count() * 2 < last) {
      return false; // a few cells may be under any headings
    }
    boolean end = laid.get(last - 1).filter(cell -> isSuch(layout, last, cell)).isPresent();
    boolean blank = layout.headings().get(last).equals("pmem") && laid.get(last - 1).isEmpty();
    return end || (blank && laid.get(last - 2).isPresent());
  }

  /**
   * The cells of a row whose blanks were collapsed, where only {@code pmem}, the last, is blank:
   * each of the others has as many decimals as its column.
   */
  static Optional<List<Optional<CellContext>>> byKind(TopasLayout layout, List<CellContext> cells) {
    int last = layout.columns() - 1;
    boolean proven = layout.headings().get(last).equals("pmem") && cells.size() == last - 1;
    for (int column = 1; proven && column < last; column++) {
      proven = isSuch(layout, column, cells.get(column - 1));
    }
    List<Optional<CellContext>> laid = new ArrayList<>();
    cells.forEach(cell -> laid.add(Optional.of(cell)));
    laid.add(Optional.empty());
    return proven ? Optional.of(laid) : Optional.empty();
  }

  /** Whether a cell looks as its column's always do. */
  private static boolean isSuch(TopasLayout layout, int column, CellContext cell) {
    String text = cell.getText();
    return switch (layout.headings().get(column)) {
      case "host", "os", "m", "mod" -> cell.NUMBER() == null;
      case "mem", "inu", "%entc" -> DECIMALS.matcher(text).matches();
      case "physb", "ent", "pmem" -> HUNDREDTHS.matcher(text).matches();
      default -> WHOLE.matcher(text).matches();
    };
  }

  /**
   * Whether at least two cells are none of their column's: a whole number where all have decimals,
   * or decimals where none have any. A heading was lost, and a cell of the row is blank.
   */
  static boolean areOthers(TopasLayout layout, List<CellContext> cells) {
    int others = 0;
    for (int column = 1; column < layout.columns(); column++) {
      String text = cells.get(column - 1).getText();
      boolean decimals = FRACTION.matcher(text).matches();
      others +=
          switch (layout.headings().get(column)) {
            case "mem", "inu", "%entc", "physb", "ent" -> WHOLE.matcher(text).matches() ? 1 : 0;
            case "pmem" -> WHOLE.matcher(text).matches() ? 2 : 0; // it always has two decimals
            case "lp", "us", "sy", "wa", "id", "vcsw", "phi" -> decimals ? 1 : 0;
            default -> 0;
          };
    }
    return others > 1;
  }

  /**
   * Whether a figure has more or fewer decimals than its column always has, or is of more
   * processors than any server has: some of its digits are gone, or another picture's. Large ones
   * may be printed without decimals.
   */
  static boolean isOther(String heading, TopasFigure figure) {
    int decimals =
        switch (heading) {
          case "mem", "inu", "%entc" -> 1;
          case "physb", "ent", "pmem" -> 2;
          default -> figure.decimals();
        };
    boolean large = figure.decimals() == 0 && figure.value() >= LARGE;
    boolean cores = heading.equals("physb") || heading.equals("ent");
    return (figure.decimals() != decimals && !large) || (cores && figure.value() > MOST_CORES);
  }

  private static boolean fits(TopasLayout layout, int column, CellContext cell) {
    return layout.isWord(column) ? cell.NUMBER() == null : cell.text() == null;
  }

  /** Where each cell of a row ends, the subject in front of them. */
  static List<Integer> ends(RowContext row) {
    List<Integer> ends = new ArrayList<>();
    ends.add(row.subject().getStop().getStopIndex() + 1);
    row.cell().forEach(cell -> ends.add(end(cell)));
    return ends;
  }

  private static int end(CellContext cell) {
    return cell.getStop().getStopIndex() + 1;
  }
}
