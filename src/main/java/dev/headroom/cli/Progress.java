package dev.headroom.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells on stderr how far the work is, where stderr is a terminal; silent elsewhere. */
final class Progress implements AutoCloseable {
  private static final long EVERY_NANOS = 200_000_000;

  private final PrintWriter err;
  private final String what;
  private final int total;
  private final boolean shown;
  private int done;
  private long last;

  /** Of reading inputs. */
  Progress(PrintWriter err, int total, boolean wanted) {
    this(err, "reading %d of %d inputs", total, wanted);
  }

  /** Of something else: {@code what} is done, how many of how many. */
  Progress(PrintWriter err, String what, int total, boolean wanted) {
    this.err = err;
    this.what = what;
    this.total = total;
    // the launcher knows whether stderr is a terminal; Java does not
    this.shown = wanted && Boolean.getBoolean("headroom.terminal");
  }

  void step() {
    done++;
    long now = shown ? System.nanoTime() : 0;
    if (shown && now - last > EVERY_NANOS) {
      last = now;
      err.print("\r" + String.format(Locale.ROOT, what, done, total));
      err.flush();
    }
  }

  @Override
  public void close() {
    if (shown && last != 0) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
