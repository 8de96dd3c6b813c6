package dev.headroom.format.damage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Damage that makes a text which the tool might have printed: no reader can tell it. */
enum SoundText {
  /** The line has as many cells as before; those that are others are numbers, and were. */
  OTHER_NUMBER("another number in a cell"),
  /** The line is whole, and stands under a whole heading of another capture. */
  OTHER_HEADING("a row below another capture's heading"),
  /** The words of the heading above are all there, in other places. */
  OTHER_PLACES("the heading's words in other places"),
  /** The command is gone, so that nothing says that a row is of the time since boot. */
  NO_COMMAND("the command is gone");

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final Pattern NUMBER =
      Pattern.compile("\\d+(['.,]\\d{3})*([.,]\\d*)?|\\.\\d+");

  private final String words;

  SoundText(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Why a wrong value cannot be told from a sound one; empty where it can. */
  static Optional<SoundText> of(
      Row row, Specimen specimen, List<String> strange, Optional<SoundText> above) {
    String text = row.text();
    if (row.standing() == Row.Standing.TOUCHED) {
      return row.from().stream()
              .anyMatch(place -> sameButNumbers(place.specimen().line(place.line()), text))
          ? Optional.of(OTHER_NUMBER)
          : Optional.empty();
    }
    Row.Place place = row.from().get(0);
    if (above.isPresent()) {
      return above;
    }
    if (place.specimen() != specimen) {
      return Optional.of(OTHER_HEADING);
    }
    List<String> without = Figure.values(place.specimen().atWithoutCommands(place.line()));
    return !strange.isEmpty() && without.containsAll(strange)
        ? Optional.of(NO_COMMAND)
        : Optional.empty();
  }

  private static boolean sameButNumbers(String one, String other) {
    return shape(one).equals(shape(other));
  }

  private static String shape(String line) {
    return BLANKS.matcher(NUMBER.matcher(line.strip()).replaceAll("9")).replaceAll(" ");
  }
}
