package dev.headroom.format.transcript;

import dev.headroom.capture.Line;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The screens of a 3270 console, one after another in a text. CP ends each with a status line that
 * names the system: {@code RUNNING VMPRD1}, {@code MORE... VMPRD1}. What was printed since the
 * status line before it is of that system.
 */
public final class Screens {
  private static final int LONGEST = 200;

  private static final Pattern STATUS =
      Pattern.compile(
          "(?:RUNNING|MORE\\.\\.\\.|HOLDING|CP READ|VM READ|NOT ACCEPTED) {1,40}"
              + "([A-Z0-9$#@][A-Z0-9$#@_-]{0,7})");

  /** The system of each run of screens that name the same one, by the screen after its last. */
  private final TreeMap<Integer, String> systems = new TreeMap<>();

  private int ended;

  /** Notes a line, and tells whether it is a status line that names a system. */
  boolean note(Line line) {
    if (line.length() > LONGEST || !mayBeStatus(line)) {
      return false;
    }
    Matcher status = STATUS.matcher(line.text().strip());
    if (!status.matches()) {
      return false;
    }
    Map.Entry<Integer, String> before = systems.lastEntry();
    if (before != null && before.getValue().equals(status.group(1))) {
      systems.remove(before.getKey());
    }
    systems.put(++ended, status.group(1));
    return true;
  }

  /** Whether a line begins with a letter that a status begins with; cheap, for every line. */
  private static boolean mayBeStatus(Line line) {
    int at = line.start() + line.indent();
    return at < line.end() && "RMHCVN".indexOf(line.bytes()[at]) >= 0;
  }

  /** The number of the screen that the line at hand stands on, from 0. */
  int current() {
    return ended;
  }

  /**
   * The system that the status line of a screen names; empty where the text ends before that line,
   * and for -1, which is no screen.
   */
  public Optional<String> systemOf(int screen) {
    return screen < 0
        ? Optional.empty()
        : Optional.ofNullable(systems.higherEntry(screen)).map(Map.Entry::getValue);
  }

  /** The system that all status lines of the text name; empty where they name several, or none. */
  public Optional<String> only() {
    return systems.size() == 1 ? Optional.of(systems.firstEntry().getValue()) : Optional.empty();
  }
}
