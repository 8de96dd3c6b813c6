package dev.headroom.format.damage;

import static java.util.stream.Collectors.toSet;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a damaged capture gives with what the undamaged one gives, line by line. A line
 * that is as it was, and that no damaged heading governs, gives what it gave, under the same name
 * and at the same time. Any other gives what it gave, or some of it, or nothing.
 */
final class Comparison {
  private final Damaged damaged;
  private final List<Row> rows;
  private final Map<Long, List<Figure>> figures;
  private final Set<Long> told;
  private final Governed governed;
  private final boolean inPlace;

  /** Whether the package is told to break off. */
  private final boolean seemsCut;

  Comparison(Specimen specimen, Damaged damaged, Reading reading) {
    this.damaged = damaged;
    this.rows = damaged.text().rows();
    this.figures = Figure.byLine(reading);
    this.told = reading.diagnostics().stream().map(each -> each.where().line()).collect(toSet());
    this.governed = Governed.of(damaged.text(), specimen);
    this.inPlace = isInPlace(specimen);
    this.seemsCut =
        reading.diagnostics().stream().anyMatch(each -> each.code() == DiagnosticCode.TRUNCATED);
  }

  /** Whether every line stands where it stood, so that those that count on others are as before. */
  private boolean isInPlace(Specimen specimen) {
    boolean same = rows.size() == specimen.lines();
    for (int i = 0; same && i < rows.size(); i++) {
      List<Row.Place> from = rows.get(i).from();
      same =
          from.size() == 1
              && from.get(0).line() == i + 1
              && (rows.get(i).isKept() || !rows.get(i).text().isBlank());
    }
    return same;
  }

  /** Adds what is wrong, with the first line where it is. */
  void run(Map<Verdict, String> found) {
    for (int i = 0; i < rows.size(); i++) {
      List<Figure> is = figures.getOrDefault(i + 1L, List.of());
      figures.remove(i + 1L);
      if (!is.isEmpty() || rows.get(i).isKept()) {
        compare(i, is, found);
      }
    }
    figures.forEach((line, is) -> found.putIfAbsent(Verdict.SILENT, "samples of line " + line));
  }

  private void compare(int i, List<Figure> is, Map<Verdict, String> found) {
    Row row = rows.get(i);
    boolean setting = Headings.isConfiguration(row.text());
    if (setting && governed.settings() && row.from().size() == 1) {
      return; // settings are given once, and again where they change
    }
    boolean strict = row.isKept() && !governed.rows()[i];
    List<Figure> was = row.given(!strict);
    List<String> strange = new ArrayList<>(Figure.values(is));
    if (strict) {
      Figure.values(was).forEach(strange::remove);
    } else {
      strange.removeAll(Figure.values(was));
    }
    if (row.isKept() && was.isEmpty() && isBelowMoved(i)) {
      strange.clear(); // a row that had no heading has one now
    }
    if (row.complains() || (setting && row.isKept()) || (was.isEmpty() && row.isOfDamaged())) {
      strange.clear(); // a second damage may mend the first; settings move to where they change
    }
    if (!strange.isEmpty()) {
      wrong(i, "has " + strange, strange, found);
    } else if (row.isKept()
        && !row.complains()
        && !governed.named()
        && !owners(was).containsAll(owners(is))) {
      wrong(i, "is of " + owners(is), strange, found);
    } else if (strict && is.size() < was.size()) {
      found.putIfAbsent(Verdict.LOST_NEIGHBOUR, "line " + (i + 1) + ": " + row.text());
    } else if (strict
        && inPlace
        && !governed.named()
        && !governed.settings()
        && !setting
        && !times(was).containsAll(times(is))) {
      wrong(i, "is at " + times(is), strange, found);
    }
  }

  /** Whether the heading above a line has come there from another place. */
  private boolean isBelowMoved(int i) {
    int up = i - 1;
    while (up >= 0 && !Headings.holds(rows.get(up).text())) {
      up--;
    }
    return up >= 0 && rows.get(up).standing() == Row.Standing.MOVED;
  }

  private static Set<String> owners(List<Figure> figures) {
    return figures.stream().map(Figure::owner).collect(toSet());
  }

  private static Set<String> times(List<Figure> figures) {
    return figures.stream().map(Figure::time).filter(time -> !time.isEmpty()).collect(toSet());
  }

  private void wrong(int i, String what, List<String> strange, Map<Verdict, String> found) {
    Optional<SoundText> sound =
        damaged.wrapper() == Damaged.Wrapper.DAMAGED
            ? seemsCut ? Optional.of(SoundText.NO_CHECK) : Optional.empty()
            : SoundText.of(rows, i, strange, governed.above().get(i));
    String words = "line " + (i + 1) + " " + what + ": " + rows.get(i).text();
    if (sound.isPresent()) {
      found.putIfAbsent(Verdict.UNTELLABLE, sound.get().words() + ": " + words);
    } else {
      found.putIfAbsent(told.contains(i + 1L) ? Verdict.TOLD : Verdict.SILENT, words);
    }
  }
}
