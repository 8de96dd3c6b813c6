package dev.headroom.format.lparstat;

import dev.headroom.format.grammar.PartitionPropertiesLexer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells, by the order of its labels, where a list of {@code lparstat -i} ends and whose the next
 * one is. All levels print the labels in one order, the names first; a list that was sorted or
 * filtered may have its name elsewhere, or none.
 */
final class ListOrder {
  /** What a line is to the list above it. */
  enum Step {
    /** It goes on with it. */
    SAME,
    /** It is the first of another, which names its partition or is of the same one. */
    NEXT,
    /** It is the first of another whose name was lost. */
    NAMELESS,
    /** Nothing tells whose the list is: two names stand above it, or one inside another list. */
    CLASHING,
    /** It goes on with the list above the line before it, which is a strange one in that list. */
    RESUMED,
    /** A line with its label stood before, where it had no place: that one is of another list. */
    MISPLACED
  }

  /** The labels of the list, with what stood behind them last. */
  private final Map<Integer, String> labels = new HashMap<>();

  /** Labels that stood where smaller ones follow. */
  private final Set<Integer> suspect = new HashSet<>();

  private boolean begun;
  private boolean namesFirst;
  private boolean lost;

  /** Whether a label that is no name stood in the named list. */
  private boolean filled;

  /** The first and the last label of all lists that ended before another name. */
  private int first = Integer.MAX_VALUE;

  private int latest = -1;

  /** The labels of the list above the one at hand. */
  private Extent above = new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * The list above a line that seems to begin another. A list that had lost its name would go on
   * with the label next to that line's, not behind the last that the list above has.
   */
  private @Nullable Resumable resumable;

  private record Resumable(Map<Integer, String> labels, Set<Integer> suspect, int last) {}

  /** The smallest and the largest label of a list, names aside. */
  private record Extent(int first, int latest) {}

  /** The label of the line above. */
  private int last = -1;

  /**
   * Takes the next line of the list.
   *
   * @param value what stands behind the label; empty where it cannot be read
   */
  Step next(int label, String value) {
    Resumable held = resumable;
    resumable = null;
    if (held != null && !isName(label) && label > held.last()) {
      labels.clear();
      labels.putAll(held.labels());
      suspect.clear();
      suspect.addAll(held.suspect());
      lost = false;
      labels.put(label, value);
      last = label;
      return Step.RESUMED;
    }
    if (!begun) {
      begun = true;
      namesFirst = isName(label);
    }
    Step step = step(label, value);
    if (step == Step.NAMELESS && !lost && label < last) {
      resumable = new Resumable(Map.copyOf(labels), Set.copyOf(suspect), last);
    }
    if (step == Step.NEXT && isName(label)) {
      above = extent();
      first = Math.min(first, above.first());
      latest = Math.max(latest, above.latest());
      filled = false;
      lost = false;
    }
    if (step == Step.NEXT || step == Step.NAMELESS) {
      labels.clear();
      suspect.clear();
    }
    lost |= step == Step.NAMELESS || step == Step.CLASHING;
    if (!isName(label)) {
      filled = true;
      labels.keySet().stream()
          .filter(earlier -> earlier > label && !isName(earlier))
          .forEach(suspect::add);
    }
    labels.put(label, value);
    last = label;
    return step;
  }

  /** Whether nothing tells whose the list is that the last line stands in. */
  boolean isLost() {
    return lost;
  }

  private Extent extent() {
    IntSummaryStatistics of =
        labels.keySet().stream()
            .filter(label -> !isName(label))
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    return new Extent(of.getMin(), of.getMax());
  }

  private Step step(int label, String value) {
    boolean again = labels.containsKey(label);
    if (!namesFirst) {
      return again && label != last ? Step.NEXT : Step.SAME;
    }
    String old = labels.getOrDefault(label, "");
    boolean other = again && !old.isEmpty() && !value.isEmpty() && !old.equals(value);
    if (isName(label)) {
      return filled ? Step.NEXT : other ? Step.CLASHING : Step.SAME;
    }
    if (!filled && label > first && above.latest() < latest && label > above.latest()) {
      return Step.CLASHING; // it goes on where the list above its name breaks off
    }
    if (!other) {
      return Step.SAME;
    }
    return suspect.remove(label) ? Step.MISPLACED : Step.NAMELESS;
  }

  /** Whether a label names the partition or its node. */
  static boolean isName(int label) {
    return label == PartitionPropertiesLexer.NODE_NAME
        || label == PartitionPropertiesLexer.PARTITION_NAME;
  }
}
