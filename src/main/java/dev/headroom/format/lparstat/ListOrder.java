package dev.headroom.format.lparstat;

import dev.headroom.format.grammar.PartitionPropertiesLexer;
import java.util.HashSet;
import java.util.Set;

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
    /** It names another partition than the line above it: nothing tells whose list follows. */
    CLASHING,
    /** A line with its label stood before, where it had no place: that one is of another list. */
    MISPLACED
  }

  private final Set<Integer> labels = new HashSet<>();

  /** Labels that stood where smaller ones follow. */
  private final Set<Integer> suspect = new HashSet<>();

  private boolean begun;
  private boolean namesFirst;
  private boolean lost;

  /** The first label of the named list that is no name; -1 before it. */
  private int first = -1;

  private int last = -1;
  private String lastValue = "";

  /** Takes the next line of the list. */
  Step next(int label, String value) {
    if (!begun) {
      begun = true;
      namesFirst = isName(label);
    }
    Step step = step(label, value);
    if (step == Step.NEXT || step == Step.NAMELESS) {
      labels.clear();
      suspect.clear();
    }
    if (step == Step.NEXT && isName(label)) {
      first = -1;
      lost = false;
    }
    lost |= step == Step.NAMELESS || step == Step.CLASHING;
    if (!isName(label)) {
      first = first < 0 ? label : first;
      labels.stream().filter(before -> before > label && !isName(before)).forEach(suspect::add);
    }
    labels.add(label);
    last = label;
    lastValue = value;
    return step;
  }

  /** Whether nothing tells whose the list is that the last line stands in. */
  boolean isLost() {
    return lost;
  }

  private Step step(int label, String value) {
    boolean again = labels.contains(label);
    boolean doubled = label == last && (!namesFirst || value.equals(lastValue));
    if (isName(label) && namesFirst) {
      return first >= 0 ? Step.NEXT : again && !doubled ? Step.CLASHING : Step.SAME;
    }
    if (!again || doubled) {
      return Step.SAME;
    }
    if (namesFirst && label == first) {
      return Step.NAMELESS;
    }
    return namesFirst && suspect.remove(label) ? Step.MISPLACED : Step.NEXT;
  }

  /** Whether a label names the partition or its node. */
  static boolean isName(int label) {
    return label == PartitionPropertiesLexer.NODE_NAME
        || label == PartitionPropertiesLexer.PARTITION_NAME;
  }
}
