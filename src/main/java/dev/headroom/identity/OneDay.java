package dev.headroom.identity;

import dev.headroom.series.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Dates captures that print only the time of the day: where all dated captures of the same folder
 * or archive are of one day, those beside them are of that day too. Where they are of several days,
 * or where none is dated, a time of the day stays one.
 */
public final class OneDay {
  private static final double DAY = 86_400_000;

  private OneDay() {}

  /** The same captures, in the same order, dated where their folder tells the day. */
  public static List<Stretch> of(List<Stretch> stretches) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    for (Stretch stretch : stretches) {
      note(stretch.table(), days.computeIfAbsent(folder(stretch), key -> new HashSet<>()));
    }
    List<Stretch> dated = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Set<LocalDate> known = days.getOrDefault(folder(stretch), Set.of());
      dated.add(
          known.size() == 1 && hasClock(stretch.table())
              ? stretch.with(stretch.table().on(known.iterator().next()))
              : stretch);
    }
    return dated;
  }

  private static String folder(Stretch stretch) {
    String place = stretch.claims().place();
    return place.substring(0, Math.max(0, place.lastIndexOf('/')));
  }

  private static void note(Table table, Set<LocalDate> days) {
    double noted = Double.NaN;
    for (int row = 0; row < table.rows() && days.size() < 2; row++) {
      double day = Math.floor(table.time(row) / DAY);
      if (!Double.isNaN(day) && day != noted) {
        noted = day;
        LocalDateTime begin = Objects.requireNonNull(Table.localTime(day * DAY));
        days.add(begin.toLocalDate());
      }
    }
  }

  private static boolean hasClock(Table table) {
    for (int row = 0; row < table.rows(); row++) {
      if (!Double.isNaN(table.clock(row))) {
        return true;
      }
    }
    return false;
  }
}
