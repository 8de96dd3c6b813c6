package dev.headroom.series;

import java.util.AbstractList;
import java.util.List;

/**
 * The columns of a table of few rows, in one array. Scripts call a tool a million times for a row
 * each: then what a column costs beside its values is all that counts. A column is made where one
 * is asked for.
 */
final class ShortColumns extends AbstractList<Column> {
  /** Tables of up to this number of rows are kept so. */
  static final int MOST_ROWS = 16;

  private final double[] cells;
  private final int rows;

  private ShortColumns(double[] cells, int rows) {
    this.cells = cells;
    this.rows = rows;
  }

  /** The same columns, in the room that they need. */
  static List<Column> of(List<Column> columns) {
    int rows = columns.isEmpty() ? 0 : columns.get(0).size();
    if (columns instanceof ShortColumns || rows == 0 || rows > MOST_ROWS) {
      return columns instanceof ShortColumns ? columns : List.copyOf(columns);
    }
    double[] cells = new double[columns.size() * rows];
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < rows; row++) {
        cells[column * rows + row] = columns.get(column).get(row);
      }
    }
    return new ShortColumns(cells, rows);
  }

  /** A value, without a column. */
  static double value(List<Column> columns, int column, int row) {
    return columns instanceof ShortColumns few
        ? few.cells[column * few.rows + row]
        : columns.get(column).get(row);
  }

  @Override
  public Column get(int column) {
    return Column.of(cells, column * rows, rows);
  }

  @Override
  public int size() {
    return cells.length / rows;
  }
}
