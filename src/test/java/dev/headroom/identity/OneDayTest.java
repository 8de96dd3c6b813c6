package dev.headroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A time of the day takes its date from the captures beside it, where these agree. */
class OneDayTest {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 4, 10, 0);
  private static final double TEN = 10 * 3_600_000.0;

  private static Stretch at(String place, double time) {
    TableBuilder rows = new TableBuilder(List.of(Metric.MEMORY_VIRTUAL));
    rows.set(0, 1);
    rows.endRow(1, time);
    Table table = rows.build(new Subject(Kind.PARTITION, "p"), "vmstat", place);
    return new Stretch(
        table,
        new Claims(
            place, null, 0, PrintedName.NONE, new Claims.Before(null, Claim.HOST, null, null), "p"),
        new Printout(0, List.of()));
  }

  private static double second(Stretch... stretches) {
    return OneDay.of(List.of(stretches)).get(1).table().time(0);
  }

  @Test
  void theDayOfTheFolderIsTaken() {
    Stretch dated = at("/lab/a", Table.millis(MONDAY));
    assertEquals(
        Table.millis(MONDAY.plusMinutes(1)),
        second(dated, at("/lab/b", Table.UNDATED + TEN + 60_000)));
  }

  @Test
  void severalDaysOrAnotherFolderTellNothing() {
    Stretch monday = at("/lab/a", Table.millis(MONDAY));
    Stretch clock = at("/lab/b", Table.UNDATED + TEN);
    Stretch tuesday = at("/lab/c", Table.millis(MONDAY.plusDays(1)));
    assertTrue(Double.isNaN(second(monday, clock, tuesday)));
    assertTrue(Double.isNaN(second(monday, at("/other/b", Table.UNDATED + TEN))));
    assertEquals(TEN, OneDay.of(List.of(clock)).get(0).table().clock(0));
  }
}
