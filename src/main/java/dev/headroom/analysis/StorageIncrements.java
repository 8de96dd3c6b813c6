package dev.headroom.analysis;

import dev.headroom.capture.Input;
import dev.headroom.capture.Limits;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.capture.Texts;
import dev.headroom.format.cp.StorageIncrement;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.series.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Fetches the storage increment of a z/VM system from the answers to {@code QUERY STORAGE} that
 * tell of its real memory. Standard input cannot be read again, so its increments are not known.
 */
final class StorageIncrements {
  /** The lines of the answers, by source. */
  private final Map<String, Set<Long>> wanted = new HashMap<>();

  private double largest = Double.NaN;

  private StorageIncrements(ZvmTables tables) {
    for (Table table : tables.system()) {
      if (table.format().equals(StorageIncrement.FORMAT)) {
        Set<Long> lines = wanted.computeIfAbsent(table.source(), source -> new HashSet<>());
        for (int row = 0; row < table.rows(); row++) {
          lines.add(table.line(row));
        }
      }
    }
  }

  /**
   * The increment, bytes: the largest, since what is whole in it is whole in all; absent if none.
   */
  static OptionalDouble of(ZvmTables tables, List<Input> inputs) {
    StorageIncrements increments = new StorageIncrements(tables);
    InputsOfSources answers = new InputsOfSources(increments.wanted.keySet());
    for (Input input : inputs) {
      if (answers.hold(input)) {
        new Texts(Limits.DEFAULT, increments::read, diagnostic -> {}).of(input);
      }
    }
    return Double.isNaN(increments.largest)
        ? OptionalDouble.empty()
        : OptionalDouble.of(increments.largest);
  }

  private void read(String source, InputStream text) throws IOException {
    Set<Long> answers = wanted.get(source);
    if (answers == null) {
      return;
    }
    Lines lines = new Lines(text, Limits.DEFAULT);
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (answers.contains(line.number())) {
        double told = StorageIncrement.of(line.text()).orElse(Double.NaN);
        largest = told <= largest || Double.isNaN(told) ? largest : told;
      }
    }
  }
}
