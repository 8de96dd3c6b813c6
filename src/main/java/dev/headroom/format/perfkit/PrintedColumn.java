package dev.headroom.format.perfkit;

import java.util.List;
import java.util.Set;

/**
 * A column that a report may have.
 *
 * @param id what the program calls it
 * @param unit what its figures count
 * @param headings the words over it, from the uppermost line to the lowest, in all known spellings
 * @param groups the texts of the rulers that it may stand under; one that may change what its
 *     figures are must be known
 * @param blank whether its cells may be blank
 */
record PrintedColumn(
    String id, PrintedUnit unit, List<String> headings, Set<String> groups, boolean blank) {
  /** As a group: whatever the rulers say. */
  static final String ANY = "*";

  /** A column of figures that never is blank; the spellings of its heading are parted by bars. */
  static PrintedColumn of(String id, PrintedUnit unit, String headings, String... groups) {
    return new PrintedColumn(id, unit, List.of(headings.split("\\|", -1)), Set.of(groups), false);
  }

  /** The same column, whose cells may be blank. */
  PrintedColumn mayBeBlank() {
    return new PrintedColumn(id, unit, headings, groups, true);
  }

  /**
   * Whether this column is meant by a stack of heading words, of which upper ones may be missing,
   * under rulers with these texts.
   */
  boolean matches(String stack, List<Ruler> rulers) {
    boolean named =
        headings.stream().anyMatch(each -> each.equals(stack) || each.endsWith(" " + stack));
    return named
        && (groups.contains(ANY)
            || rulers.stream().allMatch(ruler -> groups.stream().anyMatch(ruler::says)));
  }
}
