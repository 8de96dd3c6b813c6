package dev.headroom.format.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a damaged text that damage tells how to read: those below a heading, down to the
 * next of its form. What names a machine, or ends another's capture, may name those above too. A
 * blank line shows that the answer above it is whole, and of two lines of one form, of which one is
 * out of its place, either may be the true one.
 *
 * @param rows for each line of the damaged text, whether it is one of them
 * @param above for each line, what makes the heading above it a sound one; empty where none is
 * @param named whether lines may change their owner
 * @param settings whether settings may be given at other lines than before
 */
record Governed(boolean[] rows, List<Optional<SoundText>> above, boolean named, boolean settings) {

  /** So far below a configuration line its table begins. */
  private static final int TABLE_BELOW = 6;

  static Governed of(Text damaged, Specimen specimen) {
    List<Row> rows = damaged.rows();
    boolean[] kept = kept(rows, specimen);
    boolean[] undamaged = governedIn(specimen, kept);
    boolean whole = rows.size() == specimen.lines() && rows.stream().allMatch(Row::isKept);
    if (!whole && (specimen.isWrapped() || specimen.isRecorded())) {
      Arrays.fill(undamaged, true); // halves of rows, and pictures, rest on each other
    }
    boolean[] governed = new boolean[rows.size()];
    List<Optional<SoundText>> above = belowStrangers(rows, specimen, governed);
    MisleadingLines.mark(rows, governed);
    SnapshotLines.mark(rows, specimen, kept, governed, above);
    DocumentLines.mark(rows, specimen, kept, governed, above);
    Set<String> forms = new HashSet<>();
    for (Row row : rows) {
      if (row.standing() == Row.Standing.MOVED) {
        forms.add(Headings.form(row.text()));
      }
    }
    forms.remove("");
    boolean named = !whole && specimen.isDocument();
    boolean settings = false;
    for (int i = 0; i < governed.length; i++) {
      Row row = rows.get(i);
      String text = row.text();
      if (row.isKept()) {
        governed[i] |=
            undamaged[row.from().get(0).line()]
                || forms.contains(Headings.form(text))
                || isConfigurationApart(rows, i, specimen);
      } else {
        named |=
            Headings.holds(text) || beginsAnother(rows, i, specimen) || Headings.mayNameHost(text);
        settings |= Headings.tellsOfSettings(text);
      }
    }
    for (int line = 1; line <= specimen.lines(); line++) {
      named |= !kept[line] && Headings.holds(specimen.line(line));
      settings |= !kept[line] && Headings.tellsOfSettings(specimen.line(line));
    }
    return new Governed(governed, above, named, settings);
  }

  private static boolean[] kept(List<Row> rows, Specimen specimen) {
    boolean[] kept = new boolean[specimen.lines() + 1];
    rows.stream().filter(Row::isKept).forEach(row -> kept[row.from().get(0).line()] = true);
    return kept;
  }

  /** The lines of the undamaged text that those govern which are not kept. */
  private static boolean[] governedIn(Specimen specimen, boolean[] kept) {
    int lines = specimen.lines();
    boolean[] governed = new boolean[lines + 2];
    for (int line = 1; line <= lines; line++) {
      if (kept[line]) {
        continue;
      }
      String text = specimen.line(line);
      if (text.isBlank()) {
        governed[line - 1] = true;
      }
      if (Headings.isConfiguration(text)) {
        markFirst(specimen, line, kept, governed); // it tells of what time the first row is
      }
      if (Headings.holds(text)) {
        int next = line + 1;
        while (next <= lines && !sameForm(specimen.line(next), text)) {
          governed[next++] = true;
        }
        governed[next] = true; // the one of its form may be what is damaged
      }
    }
    return governed;
  }

  private static void markFirst(Specimen specimen, int from, boolean[] kept, boolean[] governed) {
    int line = from + 1;
    while (line <= specimen.lines() && (!kept[line] || specimen.at(line).isEmpty())) {
      line++;
    }
    governed[line] = true;
  }

  /** Marks the lines below headings that are damaged or of another capture. */
  private static List<Optional<SoundText>> belowStrangers(
      List<Row> rows, Specimen specimen, boolean[] governed) {
    List<Optional<SoundText>> above = new ArrayList<>();
    String heading = null;
    Optional<SoundText> sound = Optional.empty();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String text = row.text();
      Optional<SoundText> own = row.isKept() ? Optional.empty() : sound(row, specimen);
      if (row.isKept() && heading != null && ends(row, heading)) {
        heading = null;
        sound = Optional.empty();
      } else if (!row.isKept()
          && (Headings.holds(text)
              || beginsAnother(rows, i, specimen)
              || own.equals(Optional.of(SoundText.OTHER_PLACES)))) {
        heading = text;
        sound = own.isPresent() ? own : sound;
      }
      governed[i] = heading != null;
      above.add(sound);
    }
    return above;
  }

  /** A configuration is known by the table below it, and other captures may part them. */
  private static boolean isConfigurationApart(List<Row> rows, int at, Specimen specimen) {
    if (!Headings.isConfiguration(rows.get(at).text())) {
      return false;
    }
    for (int next = at + 1; next < at + TABLE_BELOW; next++) {
      if (next >= rows.size() || isOther(rows.get(next), specimen)) {
        return true;
      }
    }
    return hasLostTable(rows, rows.get(at).from().get(0).line(), specimen);
  }

  /** Whether all headings below a configuration line are lost. */
  private static boolean hasLostTable(List<Row> rows, int line, Specimen specimen) {
    boolean[] kept = kept(rows, specimen);
    boolean lost = false;
    for (int next = line + 1; next < line + TABLE_BELOW && next <= specimen.lines(); next++) {
      if (Headings.holds(specimen.line(next)) && kept[next]) {
        return false;
      }
      lost |= Headings.holds(specimen.line(next));
    }
    return lost;
  }

  private static boolean isOther(Row row, Specimen specimen) {
    return row.standing() == Row.Standing.MOVED && row.from().get(0).specimen() != specimen;
  }

  private static Optional<SoundText> sound(Row row, Specimen specimen) {
    if (isOther(row, specimen)) {
      return Optional.of(SoundText.OTHER_HEADING);
    }
    boolean same =
        row.standing() == Row.Standing.TOUCHED
            && !row.text().isBlank()
            && row.from().stream().anyMatch(place -> isHeadingOfSameWords(place, row));
    return same ? Optional.of(SoundText.OTHER_PLACES) : Optional.empty();
  }

  private static boolean isHeadingOfSameWords(Row.Place place, Row row) {
    return place.specimen().at(place.line()).isEmpty()
        && Headings.words(place.specimen().line(place.line())).equals(Headings.words(row.text()));
  }

  /** A line of another capture that gives something there, or two of its lines. */
  private static boolean beginsAnother(List<Row> rows, int at, Specimen specimen) {
    Row row = rows.get(at);
    return isOther(row, specimen)
        && (row.from().get(0).opensAlone()
            || (at + 1 < rows.size() && isOther(rows.get(at + 1), specimen)));
  }

  /** Whether a line of its form ends a heading; a row does not, nor does a row of means. */
  private static boolean ends(Row row, String heading) {
    Row.Place place = row.from().get(0);
    boolean gives = !place.specimen().at(place.line()).isEmpty() || row.text().startsWith(">");
    return !gives && sameForm(row.text(), heading);
  }

  private static boolean sameForm(String one, String other) {
    String form = Headings.form(one);
    return !form.isEmpty() && form.equals(Headings.form(other));
  }
}
