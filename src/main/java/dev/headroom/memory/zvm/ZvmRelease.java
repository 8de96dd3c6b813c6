package dev.headroom.memory.zvm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the control program. What it does with memory changed twice: 6.3 replaced the scan
 * of the scheduler's lists by one age list, 6.4 dropped expanded storage.
 *
 * @param version such as 5 of 5.4.0
 * @param release such as 4 of 5.4.0
 */
public record ZvmRelease(int version, int release) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.\\d{1,3})?");

  /** Reads {@code 5.4.0} or {@code 6.4}; empty where the text is neither. */
  public static Optional<ZvmRelease> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(
            new ZvmRelease(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /** Whether memory is taken by global age (6.3 and later), not by the scheduler's lists. */
  public boolean agesGlobally() {
    return version > 6 || (version == 6 && release >= 3);
  }

  /** Whether the control program pages to expanded storage (before 6.4). */
  public boolean hasExpandedStorage() {
    return version < 6 || (version == 6 && release < 4);
  }

  @Override
  public String toString() {
    return version + "." + release;
  }
}
