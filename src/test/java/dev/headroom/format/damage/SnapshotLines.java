package dev.headroom.format.damage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of nmon whose figures rest on other lines of their snapshot: sums over the sizes of pages,
 * shares of real memory, and what was counted since the time line before. Damage to one of these
 * lines costs such a figure, and a number that became another there makes another of it.
 */
final class SnapshotLines {
  private static final Pattern RESTED_ON = Pattern.compile("^(ZZZZ|MEM|MEMPAGES\\w+),T(\\d+),");
  private static final Pattern RESTING = Pattern.compile("^(MEMPAGES\\w+|MEMNEW|MEMAMS),T(\\d+),");

  private SnapshotLines() {}

  /**
   * Marks the lines that damage to others may cost.
   *
   * @param kept for each line of the undamaged text, whether it is there as it was
   */
  static void mark(
      List<Row> rows,
      Specimen specimen,
      boolean[] kept,
      boolean[] governed,
      List<Optional<SoundText>> above) {
    Map<Integer, Optional<SoundText>> snapshots = new HashMap<>();
    for (int line = 1; line <= specimen.lines(); line++) {
      if (!kept[line]) {
        note(specimen.line(line), snapshots, Optional.empty());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isKept()) {
        note(rows.get(i).text(), snapshots, SoundText.ofNumbers(rows, i));
        if (endsRecording(rows.get(i))) {
          note(above(rows, i), snapshots, Optional.empty());
        }
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      Matcher resting = RESTING.matcher(rows.get(i).text());
      if (resting.find() && snapshots.containsKey(Integer.valueOf(resting.group(2)))) {
        governed[i] = true;
        Optional<SoundText> sound = snapshots.get(Integer.valueOf(resting.group(2)));
        above.set(i, above.get(i).or(() -> sound));
      }
    }
  }

  /** Whether a line begins another capture, so that the snapshot it stands in is parted. */
  private static boolean endsRecording(Row row) {
    return Headings.holds(row.text()) || (!row.from().isEmpty() && row.from().get(0).opensAlone());
  }

  /** The nearest line of a snapshot above another line; empty where there is none. */
  private static String above(List<Row> rows, int from) {
    for (int up = from - 1; up >= 0; up--) {
      if (RESTED_ON.matcher(rows.get(up).text()).find()) {
        return rows.get(up).text();
      }
    }
    return "";
  }

  private static void note(
      String text, Map<Integer, Optional<SoundText>> snapshots, Optional<SoundText> sound) {
    Matcher found = RESTED_ON.matcher(text);
    if (found.find()) {
      int mark = Integer.parseInt(found.group(2));
      snapshots.merge(mark, sound, (before, now) -> before.or(() -> now));
      if (found.group(1).equals("ZZZZ")) {
        snapshots.merge(mark + 1, sound, (before, now) -> before.or(() -> now));
      }
    }
  }
}
