package dev.headroom.series;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the rows of several tables through, so that one int says where a value came from: a
 * history keeps one for every instant and column.
 */
public final class RowNumbers {
  /** The number of no row. */
  public static final int NONE = -1;

  private final List<Table> tables;
  private final IdentityHashMap<Table, Integer> places = new IdentityHashMap<>();

  /** The number of each table's first row. */
  private final int[] starts;

  /**
   * Numbers the rows of these tables in their order.
   *
   * @throws ArithmeticException where there are more rows than ints
   */
  public RowNumbers(List<Table> tables) {
    this.tables = List.copyOf(tables);
    this.starts = new int[tables.size()];
    int next = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = next;
      places.putIfAbsent(tables.get(i), i);
      next = Math.addExact(next, tables.get(i).rows());
    }
  }

  /**
   * The number of a row; {@link #NONE} for no row.
   *
   * @throws IllegalArgumentException where it is a row of another table
   */
  public int of(@Nullable Row row) {
    if (row == null) {
      return NONE;
    }
    Integer place = places.get(row.table());
    if (place == null) {
      throw new IllegalArgumentException("a row of another table: " + row.source());
    }
    return starts[place] + row.number();
  }

  /** The row of a number; empty for {@link #NONE}. */
  public Optional<Row> row(int number) {
    if (number == NONE) {
      return Optional.empty();
    }
    int place = Arrays.binarySearch(starts, number);
    place = place >= 0 ? place : -place - 2;
    // a table without rows starts where the next one does
    while (number - starts[place] >= tables.get(place).rows()) {
      place++;
    }
    return Optional.of(new Row(tables.get(place), number - starts[place]));
  }
}
