package dev.headroom.risk;

import dev.headroom.series.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row that is most worth being cited so far; the first among equals. */
final class BestRow {
  private @Nullable Table table;
  private int row;
  private long age;
  private double worth;

  /**
   * Offers a row.
   *
   * @param offeredAge how many intervals before the wanted one it is: less is better than any worth
   * @param offeredWorth more is better
   */
  void offer(Table offered, int offeredRow, long offeredAge, double offeredWorth) {
    if (table == null || offeredAge < age || (offeredAge == age && offeredWorth > worth)) {
      table = offered;
      row = offeredRow;
      age = offeredAge;
      worth = offeredWorth;
    }
  }

  Optional<Evidence> evidence() {
    return table == null
        ? Optional.empty()
        : Optional.of(new Evidence(table.source(), table.line(row)));
  }
}
