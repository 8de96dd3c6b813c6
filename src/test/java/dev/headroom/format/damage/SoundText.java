package dev.headroom.format.damage;

import dev.headroom.capture.Limits;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Damage that makes a text which the tool might have printed: no reader can tell it. */
enum SoundText {
  /** The line has as many cells as before; those that are others are numbers, and were. */
  OTHER_NUMBER("another number in a cell"),
  /** The line is whole, and stands under a whole heading of another capture. */
  OTHER_HEADING("a row below another capture's heading"),
  /** The words of the line, or of the heading above, are all there, in other places. */
  OTHER_PLACES("the same words in other places"),
  /** The package seems to end early, so that the check of its content is not there. */
  NO_CHECK("a package without its end"),
  /** The command is gone, so that nothing says that a row is of the time since boot. */
  NO_COMMAND("the command is gone");

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  /** What parts a line into rows of a screen. */
  private static final Pattern PARTS = Pattern.compile("[\\r\\f\\x0B]");

  private static final Pattern NUMBER =
      Pattern.compile("\\d+(?:['.,]\\d{3}(?!\\d))*(?:[.,]\\d*)?|\\.\\d+");

  /** A number between commas, which part cells where a line has more than some. */
  private static final Pattern NUMBER_OF_CELL = Pattern.compile("\\d+(?:\\.\\d*)?|\\.\\d+");

  private static final int SOME_COMMAS = 3;

  private final String words;

  SoundText(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Why a wrong value cannot be told from a sound one; empty where it can.
   *
   * @param above what makes the heading above the line a sound one
   */
  static Optional<SoundText> of(
      List<Row> rows, int at, List<String> strange, Optional<SoundText> above) {
    Row row = rows.get(at);
    if (row.from().stream().anyMatch(place -> showsSameButNumbers(rows, at, place))) {
      return Optional.of(OTHER_NUMBER);
    }
    Optional<SoundText> numbers = ofNumbers(rows, at);
    if (numbers.isPresent()) {
      return numbers;
    }
    if (row.standing() == Row.Standing.TOUCHED) {
      return row.from().stream().anyMatch(place -> isOfSameWords(row, place))
          ? Optional.of(OTHER_PLACES)
          : Optional.empty();
    }
    Row.Place place = row.from().get(0);
    List<String> without = Figure.values(place.specimen().atWithoutCommands(place.line()));
    return above.or(
        () ->
            !strange.isEmpty() && without.containsAll(strange)
                ? Optional.of(NO_COMMAND)
                : Optional.empty());
  }

  /**
   * Whether the pictures that a recorded line draws differ from those of the undamaged text in
   * their numbers only: a digit that came to stand in a picture stays there until it is
   * overwritten.
   */
  private static boolean showsSameButNumbers(List<Row> rows, int at, Row.Place place) {
    if (!place.specimen().isRecorded()) {
      return false;
    }
    Set<String> sound = Set.copyOf(shown(place.specimen().text(), 0));
    return sound.containsAll(shown(new Text(rows), at + 1));
  }

  /**
   * The forms of the rows that begin with a name and that a terminal shows of a line, of all lines
   * where it is 0.
   */
  private static List<String> shown(Text text, long number) {
    List<String> shapes = new ArrayList<>();
    Lines lines = new Lines(new ByteArrayInputStream(text.bytes()), Limits.DEFAULT);
    try {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        boolean named = line.length() > 0 && Character.isLetter(line.text().charAt(0));
        if (named && (number == 0 || line.number() == number)) {
          shapes.add(shape(line.text()));
        }
      }
    } catch (IOException e) {
      shapes.add("the recording is cut: " + e.getMessage());
    }
    return shapes;
  }

  /** Whether a line differs from what it was in its numbers only. */
  static Optional<SoundText> ofNumbers(List<Row> rows, int at) {
    boolean same =
        rows.get(at).from().stream().anyMatch(place -> isSameButNumbers(rows, at, place));
    return same ? Optional.of(OTHER_NUMBER) : Optional.empty();
  }

  private static boolean isOfSameWords(Row row, Row.Place place) {
    return Headings.words(row.text()).equals(Headings.words(place.specimen().line(place.line())));
  }

  private static boolean isSameButNumbers(List<Row> rows, int at, Row.Place place) {
    boolean two = place.specimen().isWrapped() && at + 1 < rows.size();
    String text = rows.get(at).text();
    String before = place.specimen().line(place.line());
    String now = two ? text + rows.get(at + 1).text() : text;
    String was =
        two && place.line() < place.specimen().lines()
            ? before + place.specimen().line(place.line() + 1)
            : before;
    if (now.equals(was)) {
      return false;
    }
    return Stream.concat(Stream.of(now), PARTS.splitAsStream(now))
            .anyMatch(part -> shape(part).equals(shape(was)))
        || isSameButCells(now, was);
  }

  /** Whether each cell is as it was, or another number, or a number no more; one is the second. */
  private static boolean isSameButCells(String now, String was) {
    String[] cells = BLANKS.split(now.strip(), -1);
    String[] before = BLANKS.split(was.strip(), -1);
    int numbers = 0;
    for (int i = 0; cells.length == before.length && i < cells.length; i++) {
      boolean same = cells[i].equals(before[i]);
      boolean number = NUMBER.matcher(before[i]).matches();
      if (!same && !number) {
        return false;
      }
      numbers += !same && NUMBER.matcher(cells[i]).matches() ? 1 : 0;
    }
    return numbers > 0;
  }

  private static String shape(String line) {
    boolean cells = line.chars().filter(character -> character == ',').count() > SOME_COMMAS;
    return BLANKS
        .matcher((cells ? NUMBER_OF_CELL : NUMBER).matcher(line.strip()).replaceAll("9"))
        .replaceAll(" ")
        .replace(": ", ":"); // a digit may stand in the place of the blank behind a label
  }
}
