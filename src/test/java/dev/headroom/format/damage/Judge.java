package dev.headroom.format.damage;

import static java.util.stream.Collectors.toSet;

import dev.headroom.capture.LineCounts;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a damaged capture and compares it with the undamaged one. */
final class Judge {
  private final Specimen specimen;
  private final Damaged damaged;
  private final Map<Verdict, String> found = new EnumMap<>(Verdict.class);

  private Judge(Specimen specimen, Damaged damaged) {
    this.specimen = specimen;
    this.damaged = damaged;
  }

  /** What is wrong with what is read of a damaged capture, with an example of each. */
  static Map<Verdict, String> of(Specimen specimen, Damaged damaged) {
    Judge judge = new Judge(specimen, damaged);
    judge.judge();
    return judge.found;
  }

  private void judge() {
    Reading reading;
    try {
      reading = Readings.of(specimen.name(), damaged.bytes(), ReadOptions.DEFAULT);
      reading.tables();
    } catch (RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      found.put(Verdict.THREW, trace.toString());
      return;
    }
    count(reading.lines());
    compare(reading);
  }

  private void count(LineCounts lines) {
    long counted = lines.understood() + lines.noise() + lines.rejected();
    long there = damaged.text().rows().size();
    if (!damaged.packed() && counted != there) {
      found.put(Verdict.NOT_COUNTED, counted + " of " + there);
    }
  }

  private void compare(Reading reading) {
    Map<Long, List<Figure>> figures = Figure.byLine(reading);
    Set<Long> told = new HashSet<>();
    reading.diagnostics().forEach(diagnostic -> told.add(diagnostic.where().line()));
    Governed governed = Governed.of(damaged.text(), specimen);
    List<Row> rows = damaged.text().rows();
    boolean inPlace = isInPlace(rows);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      long line = i + 1L;
      List<Figure> is = figures.getOrDefault(line, List.of());
      figures.remove(line);
      if (governed.settings() && Headings.isConfiguration(row.text()) && row.from().size() == 1) {
        continue;
      }
      List<Figure> was = new ArrayList<>();
      row.from().forEach(place -> was.addAll(place.specimen().at(place.line())));
      if (!row.isKept() && row.from().stream().anyMatch(p -> p.specimen().complains(p.line()))) {
        continue; // a second damage may mend the first
      }
      boolean strict = row.isKept() && !governed.rows()[i];
      List<String> strange = new ArrayList<>(Figure.values(is));
      Figure.values(was).forEach(strange::remove);
      if (!strange.isEmpty()) {
        wrong(row, line, "has " + strange, strange, told, governed);
      } else if (!governed.named() && row.isKept() && !owners(is, was)) {
        wrong(row, line, "is of " + is.get(0).owner(), List.of(), told, governed);
      } else if (strict && is.size() < was.size()) {
        found.putIfAbsent(Verdict.LOST_NEIGHBOUR, "line " + line + ": " + row.text());
      } else if (inPlace && !governed.named() && strict
          && !Headings.isConfiguration(row.text()) && !times(was).containsAll(times(is))) {
        wrong(row, line, "is at " + times(is), List.of(), told, governed);
      }
    }
    figures.forEach((line, is) -> found.put(Verdict.SILENT, "samples of a line " + line));
  }

  private static boolean owners(List<Figure> is, List<Figure> was) {
    Set<String> owners = new HashSet<>();
    was.forEach(figure -> owners.add(figure.owner()));
    return is.stream().allMatch(figure -> owners.contains(figure.owner()));
  }

  /** Whether every line stands where it stood, so that those that count on others are as before. */
  private boolean isInPlace(List<Row> rows) {
    boolean inPlace = rows.size() == specimen.lines();
    for (int i = 0; inPlace && i < rows.size(); i++) {
      List<Row.Place> from = rows.get(i).from();
      inPlace = from.size() == 1 && from.get(0).line() == i + 1;
    }
    return inPlace;
  }

  private static Set<String> times(List<Figure> figures) {
    return figures.stream().map(Figure::time).filter(time -> !time.isEmpty()).collect(toSet());
  }

  private void wrong(
      Row row, long line, String what, List<String> strange, Set<Long> told, Governed governed) {
    String words = "line " + line + " " + what + ": " + row.text();
    Optional<SoundText> sound = SoundText.of(row, specimen, strange, governed.above().get((int) line - 1));
    if (sound.isPresent() && !damaged.packed()) {
      found.putIfAbsent(Verdict.UNTELLABLE, sound.get().words() + ": " + words);
    } else {
      found.putIfAbsent(told.contains(line) ? Verdict.TOLD : Verdict.SILENT, words);
    }
  }
}
