package dev.headroom.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern over the names of sources: {@code *} is any part of a name, {@code **} goes over
 * folders, {@code ?} is one character, {@code [a-c]} one of some, <code>{a,b}</code> one of several
 * texts, and {@code \} takes the next character as itself. All ways to match are followed side by
 * side, so that the time is the length of the pattern times the length of the name at most.
 */
public final class Glob {
  private static final int LONGEST = 1000;

  private final String pattern;
  private final List<Step> steps = new ArrayList<>();
  private int at;

  /**
   * A step of the pattern.
   *
   * @param kind what it takes
   * @param set the characters that it takes, in pairs from and to
   * @param next the steps that may follow without a character, beside the next one
   */
  private record Step(Kind kind, String set, List<Integer> next) {}

  private enum Kind {
    /** One character of the set. */
    ONE,
    /** One character that is not of the set, and no slash. */
    NOT,
    /** Any characters without a slash. */
    NAME,
    /** Any characters. */
    PATH,
    /** No character: goes to the steps after it only. */
    JUMP
  }

  private Glob(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException where it cannot be one; the message says why
   */
  public static Glob of(String pattern) {
    if (pattern.length() > LONGEST) {
      throw new IllegalArgumentException(
          "it is longer than the " + LONGEST + " characters that a pattern may have");
    }
    Glob glob = new Glob(pattern);
    glob.read(false);
    return glob;
  }

  /** A text as a pattern that fits only this text. */
  public static String literal(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if ("*?[]{},\\".indexOf(text.charAt(i)) >= 0) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }

  private void read(boolean inGroup) {
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (inGroup && (c == ',' || c == '}')) {
        return;
      }
      at++;
      switch (c) {
        case '*' -> {
          boolean path = at < pattern.length() && pattern.charAt(at) == '*';
          at += path ? 1 : 0;
          add(path ? Kind.PATH : Kind.NAME, "");
        }
        case '?' -> add(Kind.NOT, "");
        case '[' -> set();
        case '{' -> {
          if (inGroup) {
            throw new IllegalArgumentException("a { inside { } is not read");
          }
          group();
        }
        case '\\' -> {
          if (at == pattern.length()) {
            throw new IllegalArgumentException("nothing stands after its last \\");
          }
          one(pattern.charAt(at++));
        }
        default -> one(c);
      }
    }
  }

  private void one(char c) {
    add(Kind.ONE, "" + c + c);
  }

  private void add(Kind kind, String set) {
    steps.add(new Step(kind, set, new ArrayList<>()));
  }

  private void set() {
    int end = pattern.indexOf(']', at + 1);
    if (end < 0) {
      throw new IllegalArgumentException("a [ has no ]");
    }
    boolean not = pattern.charAt(at) == '!';
    StringBuilder pairs = new StringBuilder();
    for (int i = not ? at + 1 : at; i < end; i++) {
      char from = pattern.charAt(i);
      boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
      pairs.append(from).append(range ? pattern.charAt(i + 2) : from);
      i += range ? 2 : 0;
    }
    at = end + 1;
    add(not ? Kind.NOT : Kind.ONE, pairs.toString());
  }

  /** The alternatives one after another; a jump leads to each, and one behind it out of all. */
  private void group() {
    int fork = steps.size();
    add(Kind.JUMP, "");
    List<Integer> ends = new ArrayList<>();
    boolean more = true;
    while (more) {
      if (!ends.isEmpty()) {
        steps.get(fork).next().add(steps.size());
      }
      read(true);
      if (at == pattern.length()) {
        throw new IllegalArgumentException("a { has no }");
      }
      more = pattern.charAt(at++) == ',';
      ends.add(steps.size());
      add(Kind.JUMP, "");
    }
    int out = steps.size();
    // the end of an alternative leads out of the group, not into the next alternative
    ends.subList(0, ends.size() - 1)
        .forEach(end -> steps.set(end, new Step(Kind.JUMP, "out", List.of(out))));
  }

  /** Whether it fits a name as a whole, or any end of it that begins behind a slash. */
  public boolean matchesEnd(String name) {
    BitSet now = new BitSet(steps.size() + 1);
    reach(0, now);
    for (int i = 0; i < name.length(); i++) {
      BitSet then = new BitSet(steps.size() + 1);
      char c = name.charAt(i);
      for (int step = now.nextSetBit(0); step >= 0; step = now.nextSetBit(step + 1)) {
        if (step < steps.size()) {
          take(step, c, then);
        }
      }
      if (c == '/') {
        reach(0, then);
      }
      now = then;
    }
    return now.get(steps.size());
  }

  private void take(int step, char c, BitSet then) {
    switch (steps.get(step).kind()) {
      case ONE -> {
        if (holds(steps.get(step).set(), c)) {
          reach(step + 1, then);
        }
      }
      case NOT -> {
        if (c != '/' && !holds(steps.get(step).set(), c)) {
          reach(step + 1, then);
        }
      }
      case NAME -> {
        if (c != '/') {
          reach(step, then);
        }
      }
      case PATH -> reach(step, then);
      case JUMP -> {}
    }
  }

  private void reach(int step, BitSet states) {
    if (states.get(step)) {
      return;
    }
    states.set(step);
    if (step == steps.size()) {
      return;
    }
    Step reached = steps.get(step);
    reached.next().forEach(next -> reach(next, states));
    boolean passes =
        reached.kind() == Kind.NAME
            || reached.kind() == Kind.PATH
            || (reached.kind() == Kind.JUMP && reached.set().isEmpty());
    if (passes) {
      reach(step + 1, states);
    }
  }

  private static boolean holds(String set, char c) {
    for (int i = 0; i + 1 < set.length(); i += 2) {
      if (c >= set.charAt(i) && c <= set.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
