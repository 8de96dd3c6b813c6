package dev.headroom.format.vmstat;

import dev.headroom.capture.Line;
import dev.headroom.format.ColumnLayout;
import dev.headroom.format.SectionContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the first row of a call holds averages since the system was started. Up to AIX 5.2 it
 * does, with an interval too. These levels print no configuration line: their output begins with
 * the banner, and they know neither shared processors nor wide columns. All later levels print
 * {@code System configuration:} and a blank line above the banner.
 *
 * <pre>
 * kthr     memory             page              faults        cpu
 * ----- ----------- ------------------------ ------------ -----------
 *  r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa
 * </pre>
 */
final class FirstRow {
  /** The old banner, told from the later one by its blanks, as far as they were kept. */
  private static final Pattern BANNER = Pattern.compile("[ \\t]*kthr {1,6}memory {1,14}page\\b.*");

  private static final Pattern OLD =
      Pattern.compile("[ \\t]*kthr {5}memory {13}page {14}faults\\b.*");

  private final boolean straight;
  private boolean begun;
  private boolean old;

  FirstRow(SectionContext context) {
    this.straight = context.opening().straight();
  }

  /** A line of the call: the first tells whether the level is an old one. */
  void line(Line line) {
    if (!begun) {
      begun = true;
      String text = line.text();
      old = BANNER.matcher(text).matches() && (straight || OLD.matcher(text).matches());
    }
  }

  /**
   * What of the next row is a sample where it is the first of an old level; null where it is not.
   */
  @Nullable ColumnLayout statesOf(ColumnLayout layout) {
    return old && VmstatLayout.isOld(layout) ? VmstatLayout.statesOf(layout) : null;
  }

  /** A row was there, whether it could be read or not. */
  void passed() {
    old = false;
  }
}
