package dev.headroom.format.hmc;

import java.util.Map;
import java.util.Optional;

/**
 * One object of an answer.
 *
 * @param cells its values by their keys, in the order of the line
 * @param last the key of the last one
 * @param chosen whether {@code -F} chose its keys: else it has all keys that the console knows
 */
record HmcRecord(Map<String, Cell> cells, String last, boolean chosen) {

  /**
   * A value.
   *
   * @param text as printed, without quotes and without blanks around it
   * @param column where it begins, from 1
   */
  record Cell(String text, int column) {

    /** Whether the console printed that there is no value. */
    boolean isAbsent() {
      return text.isEmpty()
          || text.equals("-")
          || text.equals("null")
          || text.equals("none")
          || text.equals("unavailable");
    }
  }

  /** Whether the object has this key. */
  boolean has(String key) {
    return cells.containsKey(key);
  }

  /** The value of a key; empty where it is not there, or absent. */
  Optional<Cell> cell(String key) {
    return Optional.ofNullable(cells.get(key)).filter(cell -> !cell.isAbsent());
  }

  /** The text of a key; empty where it is absent. */
  Optional<String> text(String key) {
    return cell(key).map(Cell::text);
  }

  /** Whether a key has this value. */
  boolean is(String key, String text) {
    return text(key).filter(text::equals).isPresent();
  }
}
