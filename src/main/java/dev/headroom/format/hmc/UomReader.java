package dev.headroom.format.hmc;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.SourceSpan;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import dev.headroom.series.Unit;
import dev.headroom.unit.PrintedDate;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed, an entry or an object, an object at a time: it is small, however long the feed is,
 * so that the JDK's own XML reader serves. Damage costs the object that it is in.
 */
final class UomReader implements SectionReader {
  private static final Pattern TIME =
      Pattern.compile("<(?:published|updated)(?: [^>]*)?>\\s*([^<]{10,40}?)\\s*</");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?");

  private final SectionContext context;
  private final TableBuilder pool = new TableBuilder(metrics(UomObject.OF_POOL.stream()));
  private final Map<String, TableBuilder> partitions = new LinkedHashMap<>();
  private @Nullable UomObject object;
  private Optional<String> time = Optional.empty();
  private LineCounts turnedOut = LineCounts.NONE;

  /** What ends the document; empty where nothing is around the object. */
  private String last = "";

  private boolean ended;

  UomReader(SectionContext context) {
    this.context = context;
  }

  private static List<Metric> metrics(Stream<UomObject.Figure> figures) {
    return figures.map(UomObject.Figure::metric).toList();
  }

  private static List<Metric> ofPartition() {
    return metrics(
        Stream.of(UomObject.RUNNING, UomObject.SHARING, UomObject.CONFIGURED)
            .flatMap(List::stream));
  }

  @Override
  public Outcome read(Line given, boolean unended) {
    String text = given.text(0, given.length());
    if (ended) {
      return Outcome.FOREIGN;
    }
    if (last.isEmpty()) {
      // the first line may be the XML declaration
      last =
          UomObject.startsWith(given, "feed")
              ? "</feed>"
              : UomObject.startsWith(given, "entry") ? "</entry>" : "";
    }
    Outcome outcome = Outcome.NOISE;
    int at = 0;
    while (at >= 0 && at < text.length()) {
      UomObject open = object;
      if (open != null && at == 0 && UomObject.startsWith(given, "entry")) {
        leave(open, "it has no end before the next entry");
        open = null;
      }
      if (open == null) {
        at = outside(text, at, given.number());
        outcome = at >= 0 || isTime(text) ? Outcome.UNDERSTOOD : outcome;
      } else {
        outcome = Outcome.UNDERSTOOD;
        at = inside(open, text, at);
      }
    }
    return outcome;
  }

  private static boolean isTime(String text) {
    return TIME.matcher(text).find();
  }

  /** Looks for the next object in a text; returns where it begins, -1 where none does. */
  private int outside(String text, int from, long line) {
    String rest = text.substring(from);
    int start = UomObject.startIn(rest);
    Matcher printed = TIME.matcher(start < 0 ? rest : rest.substring(0, start));
    while (printed.find()) {
      time = Optional.of(printed.group(1));
    }
    if (start >= 0) {
      object = UomObject.beginning(rest.substring(start), line);
      return from + start;
    }
    ended = !last.isEmpty() && rest.contains(last);
    return -1;
  }

  /** Takes the object's part of a text; returns the place behind its end, -1 where it goes on. */
  private int inside(UomObject open, String text, int from) {
    int end = open.take(text, from);
    if (end < 0) {
      if (open.isTooLong()) {
        leave(open, "it has no end");
      }
      return -1;
    }
    object = null;
    try {
      open.parse();
      take(open);
    } catch (XMLStreamException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      leave(open, "its XML is damaged on line " + (open.line() + Math.max(1, line) - 1));
    }
    ended = last.isEmpty() && end >= text.length();
    return end;
  }

  private void leave(UomObject open, String why) {
    object = null;
    turnedOut = turnedOut.plus(new LineCounts(0, 0, open.lines()));
    tell(
        open.line(),
        DiagnosticCode.UNEXPECTED_LINE,
        "the " + (open.kind() == Kind.POOL ? "pool" : "partition") + " is left out: " + why);
  }

  private void tell(long line, DiagnosticCode code, String message) {
    context
        .diagnostics()
        .add(new Diagnostic(new SourceSpan(context.source(), line, 0), code, message, ""));
  }

  private void take(UomObject whole) {
    if (whole.kind() == Kind.POOL) {
      row(whole, pool, UomObject.OF_POOL);
      checkPool(whole);
      return;
    }
    Optional<UomObject.Element> name = whole.element("PartitionName");
    if (name.isEmpty()) {
      leave(whole, "it has no name");
      return;
    }
    List<UomObject.Figure> figures = new ArrayList<>();
    if (isRunning(whole)) {
      figures.addAll(UomObject.RUNNING);
      // ActiveMemorySharingEnabled is false although memory is shared
      if (is(whole, "PartitionMemoryConfiguration/SharedMemoryEnabled", "true")) {
        figures.addAll(UomObject.SHARING);
      }
    }
    figures.addAll(UomObject.CONFIGURED);
    row(
        whole,
        partitions.computeIfAbsent(name.get().text(), key -> new TableBuilder(ofPartition())),
        figures);
  }

  /** A partition that does not run has what its profile gives it, and uses none of it. */
  private static boolean isRunning(UomObject partition) {
    return is(partition, "PartitionState", "running")
        || is(partition, "PartitionState", "open firmware");
  }

  private static boolean is(UomObject object, String path, String wanted) {
    return object.element(path).filter(e -> e.text().equalsIgnoreCase(wanted)).isPresent();
  }

  private void row(UomObject whole, TableBuilder into, List<UomObject.Figure> figures) {
    long line = 0;
    for (UomObject.Figure figure : figures) {
      Optional<UomObject.Element> element = whole.element(figure.path());
      double value = element.map(e -> amount(figure, e)).orElse(Double.NaN);
      if (!Double.isNaN(value)) {
        into.set(figure.metric(), value);
        line = line == 0 ? element.orElseThrow().line() : line;
      }
    }
    if (line > 0) {
      into.endRow(line, at());
    }
  }

  private double at() {
    return time.flatMap(PrintedDate::of)
        .map(printed -> context.clock().at(printed))
        .orElse(Table.millis(null));
  }

  private double amount(UomObject.Figure figure, UomObject.Element element) {
    if (!NUMBER.matcher(element.text()).matches()) {
      String text = element.text();
      tell(
          element.line(),
          DiagnosticCode.BAD_NUMBER,
          figure.path().substring(figure.path().indexOf('/') + 1)
              + " '"
              + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
              + "' is no amount; it counts as absent");
      return Double.NaN;
    }
    double printed = Double.parseDouble(element.text());
    return figure.metric().unit() == Unit.BYTES ? printed * Size.MB : printed;
  }

  /** No more can be available of a pool than what firmware leaves of it. */
  private void checkPool(UomObject whole) {
    double available = plain(whole, "CurrentAvailablePoolMemory");
    double size = plain(whole, "CurrentPoolMemory");
    double firmware = plain(whole, "SystemFirmwarePoolMemory");
    if (available > size - firmware) {
      tell(
          whole.line(),
          DiagnosticCode.INCONSISTENT,
          "CurrentAvailablePoolMemory is more than CurrentPoolMemory less"
              + " SystemFirmwarePoolMemory; all stay as read");
    }
  }

  private static double plain(UomObject whole, String path) {
    return whole
        .element(path)
        .map(UomObject.Element::text)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Double::valueOf)
        .orElse(Double.NaN);
  }

  @Override
  public List<Draft> close() {
    UomObject open = object;
    if (open != null) {
      object = null;
      turnedOut = turnedOut.plus(new LineCounts(0, 0, open.lines()));
      tell(
          open.line(),
          DiagnosticCode.TRUNCATED,
          "the input ends inside this "
              + (open.kind() == Kind.POOL ? "pool" : "partition")
              + "; it is left out");
    }
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft(Kind.POOL, PrintedName.NONE, pool));
    partitions.forEach(
        (name, rows) -> drafts.add(draft(Kind.PARTITION, new PrintedName(name, null, true), rows)));
    return drafts;
  }

  private static Draft draft(Kind kind, PrintedName name, TableBuilder rows) {
    return new Draft(kind, name, rows, Optional.empty(), Optional.empty(), List.of());
  }

  @Override
  public LineCounts turnedOut() {
    return turnedOut;
  }
}
