package dev.headroom.format.hmc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.capture.SourceSpan;
import dev.headroom.format.BulkReader;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Table;
import dev.headroom.unit.PrintedDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document, however long, a window at a time: a parser that does not block is fed with
 * the lines as they come. Damage costs the sample that it is in: reading goes on at the next.
 */
final class PcmReader implements BulkReader, PcmDocument.Reports {
  private static final int DEEPEST = 64;
  private static final byte[] LINE_END = {'\n'};

  /** What stands above a sample that reading goes on at. */
  private static final byte[] ABOVE =
      "{\"systemUtil\":{\"utilSamples\":[".getBytes(StandardCharsets.US_ASCII);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxDocumentLength(-1)
                  .build())
          .build();

  private final SectionContext context;
  private final PcmRows rows = new PcmRows();
  private final PcmDocument document = new PcmDocument(rows, this);
  private JsonParser parser;
  private boolean broken;

  /** The line that is being fed, or at which feeding of a window began, and the parser's there. */
  private long line;

  private int parserLine = -1;
  private @Nullable Line atHand;

  /** Where the next line is damaged, as a window showed; 0 where it is not. */
  private int faultColumn;

  /** Whether the line that opens the document was read. */
  private boolean opened;

  PcmReader(SectionContext context) {
    this.context = context;
    this.parser = parser();
  }

  private static JsonParser parser() {
    try {
      return FACTORY.createNonBlockingByteArrayParser();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it has nothing to read yet
    }
  }

  @Override
  public long takeRows(Lines lines) throws IOException {
    int from = lines.position();
    int to = lines.limit();
    if (broken || !opened || document.hasEnded() || from >= to) {
      return 0; // the line that opens the document comes by itself
    }
    if (lines.window()[to - 1] != '\n') {
      return 0; // the last line has no end
    }
    line = lines.nextNumber();
    parserLine = parser.currentLocation().getLineNr();
    long start = consumed();
    int fault = feed(lines.window(), from, to);
    parserLine = -1;
    int upTo = fault < 0 ? to : fault;
    if (document.hasEnded()) {
      upTo = lineEnd(lines.window(), from + (int) (consumed() - start), to);
    }
    long taken = take(lines, from, upTo, fault < 0 && !document.hasEnded());
    faultColumn = fault < 0 ? 0 : fault - lines.position() + 1;
    return taken;
  }

  /** Takes the whole lines up to a place; what follows on its line comes by itself. */
  private static long take(Lines lines, int from, int place, boolean whole) {
    byte[] window = lines.window();
    long count = 0;
    int end = from;
    int limit = lines.limit();
    for (int at = from; at < limit && (at < place || !whole); at++) {
      if (window[at] == '\n') {
        if (at >= place) {
          break;
        }
        count++;
        end = at + 1;
      }
    }
    lines.take(end, count);
    return count;
  }

  /** The end of the line at a place where nothing but blanks follows there; else the place. */
  private static int lineEnd(byte[] window, int place, int to) {
    int at = place;
    while (at < to && window[at] <= ' ' && window[at] >= 0 && window[at] != '\n') {
      at++;
    }
    return at < to && window[at] == '\n' ? at + 1 : place;
  }

  private long consumed() {
    return parser.currentLocation().getByteOffset();
  }

  /** Feeds bytes; returns where in them the document is damaged, or -1. */
  private int feed(byte[] bytes, int from, int to) throws IOException {
    long before = consumed();
    try {
      ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, from, to);
      for (JsonToken token = parser.nextToken();
          token != null && token != JsonToken.NOT_AVAILABLE;
          token = parser.nextToken()) {
        document.take(token, parser);
        if (document.hasEnded()) {
          return -1;
        }
      }
      return -1;
    } catch (JsonProcessingException e) {
      broken = true;
      document.restart();
      return (int) Math.min(to - 1L, from + Math.max(0, consumed() - before - 1));
    }
  }

  @Override
  public Outcome read(Line given, boolean unended) {
    atHand = given;
    line = given.number();
    opened = true;
    int damagedAt = faultColumn;
    faultColumn = 0;
    try {
      if (document.hasEnded()) {
        return Outcome.FOREIGN;
      }
      return damagedAt > 0 ? damaged(given, damagedAt) : feedLine(whole(given), unended);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    } finally {
      atHand = null;
    }
  }

  private Outcome feedLine(Line given, boolean unended) throws IOException {
    int from = given.start();
    boolean wasBroken = broken;
    if (broken) {
      from = sampleIn(given);
      if (from < 0) {
        return Outcome.REJECTED;
      }
      broken = false;
      parser = parser();
      feed(ABOVE, 0, ABOVE.length);
      if (given.bytes()[from] == '"') {
        feed(new byte[] {'{'}, 0, 1);
      }
    }
    int fault = feed(given.bytes(), from, given.end());
    if (fault < 0 && !document.hasEnded() && !unended && feed(LINE_END, 0, 1) >= 0) {
      fault = given.end(); // a string that is open at the line's end
    }
    return fault >= 0
        ? damaged(given, fault - given.start() + 1)
        : wasBroken && from > given.start() + given.indent()
            ? Outcome.REJECTED
            : Outcome.UNDERSTOOD;
  }

  private Outcome damaged(Line given, int column) {
    context.report(
        given,
        column,
        DiagnosticCode.UNEXPECTED_LINE,
        "the JSON text is damaged here; what follows is left out up to the next sample");
    return Outcome.REJECTED;
  }

  /** Where a sample begins in a line; -1 where none does. */
  private static int sampleIn(Line line) {
    String text = line.text(0, line.length());
    int at = text.indexOf("{\"sampleType\"");
    at = at < 0 && text.strip().startsWith("\"sampleType\"") ? line.indent() : at;
    return at < 0 ? -1 : line.start() + at;
  }

  /** A string alone on its line loses its quotes elsewhere; in JSON they are its own. */
  private static Line whole(Line line) {
    byte[] bytes = line.bytes();
    int start = line.start();
    int end = line.end();
    if (start == 0 || bytes[start - 1] != '"') {
      return line;
    }
    while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
      start--;
    }
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return new Line(bytes, start, end, line.number());
  }

  @Override
  public long line() {
    return parserLine < 0 ? line : line + parser.currentTokenLocation().getLineNr() - parserLine;
  }

  @Override
  public void noNumber(String key, String text) {
    String message =
        key
            + " '"
            + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
            + "' is no amount; it counts as absent";
    tellHere(DiagnosticCode.BAD_NUMBER, message);
  }

  @Override
  public void contradicted(String key, String why) {
    tellHere(DiagnosticCode.INCONSISTENT, key + " " + why);
  }

  private void tellHere(DiagnosticCode code, String message) {
    if (atHand != null) {
      context.report(atHand, 0, code, message);
    } else {
      tell(line(), code, message);
    }
  }

  @Override
  public double time(Optional<String> printed) {
    return printed
        .flatMap(PrintedDate::of)
        .map(time -> context.clock().at(time))
        .orElse(Table.millis(null));
  }

  private void tell(long where, DiagnosticCode code, String message) {
    context
        .diagnostics()
        .add(new Diagnostic(new SourceSpan(context.source(), where, 0), code, message, ""));
  }

  @Override
  public List<Draft> close() {
    if (!document.hasEnded() && !broken) {
      tell(
          line,
          DiagnosticCode.TRUNCATED,
          "the input ends inside the document; the sample that it ends in is left out");
    }
    PrintedName system =
        new PrintedName(document.system().orElse(null), null, document.system().isPresent());
    List<Draft> drafts = new ArrayList<>();
    rows.forEach(
        (owner, table) ->
            drafts.add(
                new Draft(
                    owner.of().kind(),
                    owner.name().map(name -> new PrintedName(name, null, true)).orElse(system),
                    table,
                    Optional.empty(),
                    Optional.empty(),
                    List.of())));
    return drafts;
  }
}
