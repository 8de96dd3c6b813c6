package dev.headroom.format.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a damaged text that a damaged heading tells how to read: those below it, down to the
 * next of its form. What names a machine, or ends another's capture, may name those above too. A
 * blank line shows that the answer above it is whole.
 *
 * @param rows for each line of the damaged text, whether it is one of them
 * @param above for each line, why the heading above it is as sound as its own; empty where it is not
 * @param named whether lines may change their owner
 * @param settings whether settings may be given at other lines than before
 */
record Governed(boolean[] rows, List<Optional<SoundText>> above, boolean named, boolean settings) {
  private static final int TABLE_BELOW = 6;

  static Governed of(Text damaged, Specimen specimen) {
    int lines = specimen.lines();
    boolean[] kept = new boolean[lines + 2];
    for (Row row : damaged.rows()) {
      if (row.isKept()) {
        kept[row.from().get(0).line()] = true;
      }
    }
    boolean named = false;
    boolean settings = false;
    boolean[] governed = new boolean[lines + 2];
    for (int line = 1; line <= lines; line++) {
      String text = specimen.line(line);
      if (kept[line]) {
        continue;
      }
      settings |= Headings.tellsOfSettings(text);
      if (text.isBlank()) {
        governed[line - 1] = true;
      }
      if (Headings.holds(text)) {
        named = true;
        int next = line + 1;
        while (next <= lines && !sameForm(specimen.line(next), text)) {
          governed[next++] = true;
        }
        governed[next] = true; // the one of its form may be what is damaged
      }
      if (specimen.isWrapped()) {
        governed[line - 1] = true;
        governed[line + 1] = true;
      }
      if (specimen.isRecorded()) {
        java.util.Arrays.fill(governed, line, lines + 2, true);
      }
    }
    boolean[] rows = new boolean[damaged.rows().size()];
    List<Optional<SoundText>> above = new ArrayList<>();
    String by = null;
    Optional<SoundText> other = Optional.empty();
    for (int i = 0; i < rows.length; i++) {
      Row row = damaged.rows().get(i);
      String text = row.text();
      Optional<SoundText> before = other;
      if (row.isKept()) {
        boolean over = by != null && sameForm(text, by);
        by = over ? null : by;
        other = over ? Optional.empty() : other;
        rows[i] = by != null || governed[row.from().get(0).line()];
      } else if (Headings.holds(text) || beginsAnother(row, specimen)) {
        named = true;
        by = text;
        other = sound(row, specimen).or(() -> before);
      }
      settings |= !row.isKept() && Headings.tellsOfSettings(text);
      above.add(other);
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] |= isConfigurationApart(damaged.rows(), i, specimen);
    }
    return new Governed(rows, above, named, settings);
  }

  /** A configuration is known by the table below it, and other captures may part them. */
  private static boolean isConfigurationApart(List<Row> rows, int at, Specimen specimen) {
    if (!Headings.isConfiguration(rows.get(at).text())) {
      return false;
    }
    for (int below = 1; below < TABLE_BELOW; below++) {
      int next = at + below;
      if (next >= rows.size() || isOther(rows.get(next), specimen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOther(Row row, Specimen specimen) {
    return row.standing() == Row.Standing.MOVED && row.from().get(0).specimen() != specimen;
  }

  private static Optional<SoundText> sound(Row row, Specimen specimen) {
    if (isOther(row, specimen)) {
      return Optional.of(SoundText.OTHER_HEADING);
    }
    List<String> words = Headings.words(row.text());
    return row.from().stream()
        .filter(place -> Headings.words(place.specimen().line(place.line())).equals(words))
        .filter(place -> row.standing() == Row.Standing.TOUCHED)
        .map(place -> SoundText.OTHER_PLACES)
        .findFirst();
  }

  /** A line of another capture that gives something there. */
  private static boolean beginsAnother(Row row, Specimen specimen) {
    return isOther(row, specimen)
        && !row.from().get(0).specimen().at(row.from().get(0).line()).isEmpty();
  }

  private static boolean sameForm(String one, String other) {
    return Headings.form(one).equals(Headings.form(other));
  }
}
