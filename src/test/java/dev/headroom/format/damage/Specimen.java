package dev.headroom.format.damage;

import static java.util.stream.Collectors.toSet;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An undamaged capture, and what its lines give. */
final class Specimen {
  private static final Pattern MOTION = Pattern.compile("\u001b\\[\\d+;\\d+H");

  private static final String STRANGE = "a line that no tool prints\n";

  private final String name;
  private final Text text;
  private final Map<Long, List<Figure>> figures;
  private final Map<Long, List<Figure>> withoutCommands;
  private final Set<Long> complaints;
  private final boolean recorded;
  private final Map<Integer, Boolean> alone = new ConcurrentHashMap<>();

  /** Reads the capture. */
  Specimen(String name, byte[] bytes) {
    this.name = name;
    this.text = Text.of(this, bytes);
    Reading reading = Readings.of(name, bytes, ReadOptions.DEFAULT);
    this.figures = Figure.byLine(reading);
    this.complaints =
        reading.diagnostics().stream().map(each -> each.where().line()).collect(toSet());
    this.recorded = MOTION.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
    this.withoutCommands =
        Figure.byLine(Readings.of(name, Headings.withoutCommands(text), ReadOptions.DEFAULT));
  }

  /** The file's name, which is read too. */
  String name() {
    return name;
  }

  /** Its lines. */
  Text text() {
    return text;
  }

  /** What a line gives. */
  List<Figure> at(int line) {
    return figures.getOrDefault((long) line, List.of());
  }

  /** What all lines give. */
  Stream<Figure> all() {
    return figures.values().stream().flatMap(List::stream);
  }

  /** What a line gives where all commands are gone. */
  List<Figure> atWithoutCommands(int line) {
    return withoutCommands.getOrDefault((long) line, List.of());
  }

  /** A line without its end. */
  String line(int line) {
    return text.rows().get(line - 1).text();
  }

  /**
   * Whether a line is known as a capture where it stands alone, above lines that no tool prints.
   */
  boolean opensAlone(int line) {
    return alone.computeIfAbsent(line, this::isCapture);
  }

  private boolean isCapture(int line) {
    String alone = line(line) + "\n" + STRANGE.repeat(9);
    byte[] bytes = alone.getBytes(StandardCharsets.ISO_8859_1);
    return Readings.of("alone", bytes, ReadOptions.DEFAULT).diagnostics().stream()
        .noneMatch(each -> each.code() == DiagnosticCode.UNKNOWN_FORMAT);
  }

  /** How many lines it has. */
  int lines() {
    return text.rows().size();
  }

  /** Whether a terminal parted its rows into two lines: a row is lost with either of them. */
  boolean isWrapped() {
    return name.contains(".wrapped.");
  }

  /** Whether it is what a terminal was sent: each picture rests on those before it. */
  boolean isRecorded() {
    return recorded;
  }

  /** Whether it is one JSON document, of which many lines make a sample. */
  boolean isDocument() {
    return name.endsWith(".json");
  }

  /** Whether something was wrong with it before it was damaged. */
  boolean complains() {
    return !complaints.isEmpty();
  }

  /** Whether something was wrong with a line before it was damaged. */
  boolean complains(int line) {
    return complaints.contains((long) line);
  }

  @Override
  public String toString() {
    return name;
  }
}
