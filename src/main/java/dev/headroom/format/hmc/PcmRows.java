package dev.headroom.format.hmc;

import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The rows of all samples, and those of the sample at hand, which count once it is whole. */
final class PcmRows {
  /** An object's rows are under its own name, or, where it has none, under the server's. */
  record Owner(PcmSubject of, Optional<String> name) {}

  /** An object of the sample at hand. */
  static final class Row {
    private final PcmSubject of;
    private final double[] values;
    private final long line;
    private final BitSet set = new BitSet();
    private @Nullable String name;
    private boolean dropped;

    private Row(PcmSubject of, long line) {
      this.of = of;
      this.line = line;
      this.values = new double[of.metrics().size()];
      Arrays.fill(values, Double.NaN);
    }

    PcmSubject of() {
      return of;
    }

    /** Says that the partition does not run: what it would have is not what it has. */
    void stopped() {
      drop();
    }

    /** Says that the object gives nothing. */
    void drop() {
      dropped = true;
    }

    void name(String given) {
      name = given;
    }

    /** Sets a figure; false where it was set before to another, which makes it absent. */
    boolean set(int place, double value) {
      boolean again = set.get(place) && Double.compare(values[place], value) != 0;
      values[place] = again ? Double.NaN : value;
      set.set(place);
      return !again;
    }
  }

  private final Map<Owner, TableBuilder> tables = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private @Nullable String time;

  /** Begins an object that stands at a line. */
  Row begin(PcmSubject of, long line) {
    Row row = new Row(of, line);
    rows.add(row);
    return row;
  }

  /** Gives the sample at hand its time, as printed. */
  void time(String printed) {
    time = printed;
  }

  /** Lets the sample at hand go: it was not read to its end. */
  void drop() {
    rows.clear();
    time = null;
  }

  /** Ends the sample at hand; one without a time keeps its place only. */
  void end(ToDoubleFunction<Optional<String>> clock) {
    double at = clock.applyAsDouble(Optional.ofNullable(time));
    for (Row row : rows) {
      Owner owner = new Owner(row.of, Optional.ofNullable(row.name));
      boolean nameless = row.of.kind() == Kind.PARTITION && row.name == null;
      boolean empty = Arrays.stream(row.values).allMatch(Double::isNaN);
      if (nameless || empty || row.dropped) {
        continue;
      }
      TableBuilder table = tables.computeIfAbsent(owner, key -> new TableBuilder(row.of.metrics()));
      for (int i = 0; i < row.values.length; i++) {
        table.set(i, row.values[i]);
      }
      table.endRow(row.line, at);
    }
    drop();
  }

  void forEach(BiConsumer<Owner, TableBuilder> each) {
    tables.forEach(each);
  }
}
