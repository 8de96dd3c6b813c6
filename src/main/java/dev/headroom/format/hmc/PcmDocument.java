package dev.headroom.format.hmc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the tokens of a document and knows what each value is: of which object of which sample,
 * under which key. Keys stand in any order: a sample may end with its time.
 */
final class PcmDocument {
  /** Takes what the document says. */
  interface Reports {
    /** The line of the token at hand. */
    long line();

    /** A value that should be a number is something else. */
    void noNumber(String key, String text);

    /** The local time of a printed one, milliseconds; {@link Double#NaN} if absent. */
    double time(Optional<String> printed);
  }

  /** An object or array that is open: its key, and what it is of. */
  private static final class Open {
    private final String key;
    private final boolean array;
    private final PcmRows.@Nullable Row row;
    private int index = -1;

    Open(String key, boolean array, PcmRows.@Nullable Row row) {
      this.key = key;
      this.array = array;
      this.row = row;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private final PcmRows rows;
  private final Reports reports;
  private String key = "";
  private @Nullable String system;
  private int average = -1;
  private boolean ended;

  PcmDocument(PcmRows rows, Reports reports) {
    this.rows = rows;
    this.reports = reports;
  }

  /** Whether the document is closed. */
  boolean hasEnded() {
    return ended;
  }

  /** The server's name; empty where the document does not give it. */
  Optional<String> system() {
    return Optional.ofNullable(system);
  }

  /** Forgets where in the document it is: what follows begins it anew. */
  void restart() {
    open.clear();
    rows.drop();
  }

  /** Takes a token. */
  void take(JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case FIELD_NAME -> key = parser.currentName();
      case START_OBJECT, START_ARRAY -> begin(token == JsonToken.START_ARRAY);
      case END_OBJECT, END_ARRAY -> end();
      default -> value(token, parser);
    }
  }

  private void begin(boolean array) {
    Open around = open.peek();
    if (around != null && around.array) {
      around.index++;
    }
    String name = around != null && around.array ? around.key : key;
    PcmRows.Row row = around == null || (around.array && isList(name)) ? null : around.row;
    PcmSubject subject = array ? null : subject(name, around);
    open.push(new Open(name, array, subject == null ? row : rows.begin(subject, reports.line())));
  }

  private static boolean isList(String name) {
    return name.equals("lparsUtil") || name.equals("lparUtil") || name.equals("utilSamples");
  }

  /** What an object is about; null where it is a part of another, or of no interest. */
  private static @Nullable PcmSubject subject(String name, @Nullable Open around) {
    boolean element = around != null && around.array;
    return switch (name) {
      case "lparsUtil" -> element ? PcmSubject.PARTITION : null;
      case "lparUtil" -> element ? PcmSubject.GUEST : null;
      case "sharedMemoryPool" -> element ? PcmSubject.POOL : null;
      case "serverUtil", "utilSample" -> element ? null : PcmSubject.SYSTEM;
      default -> null;
    };
  }

  private void end() {
    Open closed = open.pop();
    boolean element = !open.isEmpty() && open.peek().array;
    boolean sample =
        !closed.array
            && (closed.key.equals("utilSample")
                || (element
                    && (closed.key.equals("utilSamples") || closed.key.equals("lparUtil"))));
    if (sample) {
      rows.end(reports::time);
    }
    ended = open.isEmpty();
  }

  private void value(JsonToken token, JsonParser parser) throws IOException {
    Open around = open.peek();
    if (around == null) {
      return;
    }
    if (around.array) {
      around.index++;
    }
    String name = around.array ? around.key : key;
    if (token == JsonToken.VALUE_STRING && text(name, around, parser.getText())) {
      return;
    }
    PcmRows.Row row = around.row;
    if (row == null || token == JsonToken.VALUE_NULL) {
      return;
    }
    int place = row.of().place(path(name, around));
    boolean unsure = around.array && average < 0 && around.index > 0;
    if (place < 0 || (around.array && average >= 0 && around.index != average)) {
      return;
    }
    if (unsure) {
      row.set(place, Double.NaN); // nothing says which of several is the mean
    } else if (token.isNumeric()) {
      double number = parser.getDoubleValue();
      row.set(place, number < 0 ? Double.NaN : row.of().value(place, number));
      if (number < 0) {
        reports.noNumber(name, parser.getText());
      }
    } else {
      reports.noNumber(name, parser.getText());
    }
  }

  /** Takes a text that is a name, a time or the order of arrays. */
  private boolean text(String name, Open around, String text) {
    switch (name) {
      case "name" -> {
        if (around.key.equals("utilInfo")) {
          system = text;
        } else if (around.row != null
            && (around.key.equals("lparsUtil") || around.key.equals("lparUtil"))) {
          around.row.name(text);
        }
      }
      case "state" -> {
        if (around.row != null && around.key.equals("lparsUtil") && !isRunning(text)) {
          around.row.stopped();
        }
      }
      case "timeStamp" -> rows.time(text);
      case "metricArrayOrder" -> average = text.equalsIgnoreCase("AVG") ? around.index : average;
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isRunning(String state) {
    return state.equalsIgnoreCase("running") || state.equalsIgnoreCase("open firmware");
  }

  /** The key, behind the name of the object around it where the subject has that as a part. */
  private String path(String name, Open around) {
    Open object = around;
    if (around.array) {
      var above = open.iterator();
      above.next();
      object = above.hasNext() ? above.next() : around;
    }
    boolean part = object.key.equals("memory") || object.key.equals("processor");
    return part ? object.key + "/" + name : name;
  }
}
