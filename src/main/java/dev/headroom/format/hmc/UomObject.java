package dev.headroom.format.hmc;

import dev.headroom.capture.Line;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One object of the HMC as text, and its elements once it is whole. */
final class UomObject {
  private static final Pattern START =
      Pattern.compile("<(SharedMemoryPool:SharedMemoryPool|LogicalPartition:LogicalPartition)[ >]");

  /** An object of a partition has some hundred lines; what has more than this is something else. */
  private static final int LONGEST = 1 << 20;

  private static final int DEEPEST = 32;

  /** What is read of an object: its element below the object, and what it is. */
  record Figure(String path, Metric metric) {}

  private static final String MEMORY = "PartitionMemoryConfiguration/";

  static final List<Figure> OF_POOL =
      List.of(
          new Figure("CurrentPoolMemory", Metric.POOL_MEMORY),
          new Figure("CurrentMaximumPoolMemory", Metric.POOL_MAXIMUM),
          new Figure("SystemFirmwarePoolMemory", Metric.POOL_RESERVE),
          new Figure("PoolID", Metric.POOL_ID));

  /** What a partition has while it runs. */
  static final List<Figure> RUNNING =
      List.of(new Figure(MEMORY + "RuntimeMemory", Metric.MEMORY_LOGICAL));

  /** What it has while it runs and shares memory. */
  static final List<Figure> SHARING =
      List.of(
          new Figure(MEMORY + "RuntimeMemoryWeight", Metric.MEMORY_WEIGHT),
          new Figure(MEMORY + "RuntimeEntitledMemory", Metric.MEMORY_ENTITLEMENT_IO));

  /** What its profile gives it. */
  static final List<Figure> CONFIGURED =
      List.of(
          new Figure(MEMORY + "CurrentMinimumMemory", Metric.MEMORY_MINIMUM),
          new Figure(MEMORY + "CurrentMaximumMemory", Metric.MEMORY_MAXIMUM),
          new Figure(MEMORY + "DesiredMemory", Metric.MEMORY_DESIRED));

  private static final XMLInputFactory FACTORY = factory();

  private final Kind kind;
  private final String end;
  private final long line;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Element> elements = new HashMap<>();
  private long lines;

  /**
   * An element without others inside.
   *
   * @param text what it holds
   * @param line where it stands
   */
  record Element(String text, long line) {}

  private UomObject(String tag, long line) {
    this.kind = tag.startsWith("Shared") ? Kind.POOL : Kind.PARTITION;
    this.end = "</" + tag + ">";
    this.line = line;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Where an object begins in a text; -1 where none does. */
  static int startIn(String text) {
    Matcher start = START.matcher(text);
    return start.find() ? start.start() : -1;
  }

  /** Whether a line starts with an element of this name. */
  static boolean startsWith(Line line, String name) {
    return line.startsWith("<" + name + ">") || line.startsWith("<" + name + " ");
  }

  /** The object that begins at the start of a text, which stands on a line. */
  static UomObject beginning(String text, long line) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      throw new IllegalArgumentException("no object begins here");
    }
    return new UomObject(start.group(1), line);
  }

  Kind kind() {
    return kind;
  }

  /** The line that it begins on. */
  long line() {
    return line;
  }

  /** How many lines it has so far. */
  long lines() {
    return lines;
  }

  /**
   * Takes the rest of a line from a place on; returns the place behind the object's end, -1 where
   * it goes on.
   */
  int take(String given, int from) {
    int at = given.indexOf(end, from);
    int to = at < 0 ? given.length() : at + end.length();
    text.append(given, from, to).append('\n');
    // of several objects on a line it is the first one's
    lines += given.substring(0, from).isBlank() ? 1 : 0;
    return at < 0 ? -1 : to;
  }

  /** Whether it is longer than any object is. */
  boolean isTooLong() {
    return text.length() > LONGEST;
  }

  /** An element by its names below the object, parted by slashes; empty where it is not there. */
  Optional<Element> element(String path) {
    return Optional.ofNullable(elements.get(path));
  }

  /**
   * Reads the elements; of several of one path the first counts.
   *
   * @throws XMLStreamException where the text is damaged
   */
  void parse() throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text.toString()));
    Deque<String> path = new ArrayDeque<>();
    StringBuilder held = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          held.setLength(0);
          if (path.size() > DEEPEST) {
            throw new XMLStreamException("too deep", reader.getLocation());
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            held.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          String own = held.toString().strip();
          if (!own.isEmpty()) {
            String name = String.join("/", path.stream().skip(1).toList());
            elements.putIfAbsent(
                name, new Element(own, line + reader.getLocation().getLineNumber() - 1));
          }
          held.setLength(0);
          path.removeLast();
        }
        default -> {}
      }
    }
    reader.close();
  }
}
