package dev.headroom.format.hmc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Figures that contradict what the document says of them. */
    void contradicted(String key, String why);

    /** The local time of a printed one, milliseconds; {@link Double#NaN} if absent. */
    double time(Optional<String> printed);
  }

  /** An object or array that is open: its key, and what it is of. */
  private static final class Open {
    private static final double[] NONE = {};

    private final String key;
    private final boolean array;
    private final PcmRows.@Nullable Row row;

    /** Where its figure goes in the row, the figures that stand in it, and how many they are. */
    private int place = -1;

    private final double[] figures;
    private int count;

    Open(String key, boolean array, PcmRows.@Nullable Row row) {
      this.key = key;
      this.array = array;
      this.row = row;
      this.figures = array && row != null ? new double[PcmOrder.MOST] : NONE;
    }

    void add(double figure) {
      if (count < figures.length) {
        figures[count] = figure;
      }
      count++;
    }
  }

  private static final String ORDER = "metricArrayOrder";
  private static final String MEMORY = "memory";
  private static final String PROCESSOR = "processor";

  /** What stands in memory and in processor. */
  private static final Set<String> OF_BOTH = Set.of("poolId", "weight");

  private final Deque<Open> open = new ArrayDeque<>();
  private final PcmRows rows;
  private final Reports reports;
  private String key = "";
  private @Nullable String system;
  private PcmOrder order = PcmOrder.UNKNOWN;
  private final List<String> orderAtHand = new ArrayList<>();
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
    String name = around != null && around.array ? around.key : key;
    PcmRows.Row row = around == null || (around.array && isList(name)) ? null : around.row;
    PcmSubject subject = array ? null : subject(name, around);
    Open opened =
        new Open(name, array, subject == null ? row : rows.begin(subject, reports.line()));
    if (array && row != null && around != null) {
      opened.place = row.of().place(path(name, around));
      if (opened.place < 0) {
        misplaced(name, around, row);
      }
    }
    open.push(opened);
    if (array) {
      orderAtHand.clear();
    }
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
    if (closed.array && closed.row != null && closed.place >= 0) {
      settle(closed, closed.row);
    } else if (closed.array && closed.key.equals(ORDER)) {
      order = PcmOrder.of(orderAtHand);
    }
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

  /** Keeps the mean of an array's figures. */
  private void settle(Open array, PcmRows.Row row) {
    String fault = order.fault(array.figures, array.count);
    if (fault.isEmpty()) {
      set(row, array.place, array.key, order.mean(array.figures, array.count));
    } else {
      set(row, array.place, array.key, Double.NaN);
      reports.contradicted(array.key, fault + "; it counts as absent");
    }
  }

  private void set(PcmRows.Row row, int place, String name, double value) {
    if (!row.set(place, value)) {
      reports.contradicted(name, "stands twice with different figures; it counts as absent");
    }
  }

  private void value(JsonToken token, JsonParser parser) throws IOException {
    Open around = open.peek();
    if (around == null) {
      return;
    }
    String name = around.array ? around.key : key;
    if (token == JsonToken.VALUE_STRING && text(name, around, parser.getText())) {
      return;
    }
    PcmRows.Row row = around.row;
    if (row == null) {
      return;
    }
    int place = around.array ? around.place : row.of().place(path(name, around));
    if (place < 0) {
      misplaced(name, around, row);
      return;
    }
    double number = number(token, parser, name);
    double value = row.of().value(place, number);
    if (around.array) {
      around.add(value);
    } else {
      set(row, place, name, value);
    }
  }

  /** A key of processors among those of memory, or the other way: two objects grew together. */
  private void misplaced(String name, Open around, PcmRows.Row row) {
    String other =
        around.key.equals(MEMORY) ? PROCESSOR : around.key.equals(PROCESSOR) ? MEMORY : "";
    if (!other.isEmpty() && !OF_BOTH.contains(name) && row.of().place(other + "/" + name) >= 0) {
      row.drop();
      reports.contradicted(name, "stands in '" + around.key + "'; the object is left out");
    }
  }

  /** A figure; {@link Double#NaN} where none stands there, or, which is told, something else. */
  private double number(JsonToken token, JsonParser parser, String name) throws IOException {
    double number = token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
    if (number < 0 || (!token.isNumeric() && token != JsonToken.VALUE_NULL)) {
      reports.noNumber(name, parser.getText());
      return Double.NaN;
    }
    return number;
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
      case ORDER -> {
        if (around.array) {
          orderAtHand.add(text);
        }
      }
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
  private static String path(String name, Open around) {
    boolean part = around.key.equals(MEMORY) || around.key.equals(PROCESSOR);
    return part ? around.key + "/" + name : name;
  }
}
