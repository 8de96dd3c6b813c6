package dev.headroom.format.cp;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the storage increment off an answer to {@code QUERY STORAGE}: real memory of an LPAR comes
 * in whole increments. No sample holds it, for it is no figure over time.
 *
 * <pre>STORAGE = 28G CONFIGURED = 28G INC = 256M STANDBY = 0  RESERVED = 0</pre>
 */
public final class StorageIncrement {
  /** The name of the answer in samples. */
  public static final String FORMAT = "query-storage";

  private static final Pattern INC = Pattern.compile("\\bINC *= *(\\d{1,6}[MG])(?= |$)");

  private StorageIncrement() {}

  /** The increment that a line tells, bytes; absent where it tells none. */
  public static OptionalDouble of(String line) {
    Matcher told = INC.matcher(line);
    double bytes = told.find() ? CpCount.of(told.group(1)) : Double.NaN;
    return bytes > 0 ? OptionalDouble.of(bytes) : OptionalDouble.empty();
  }
}
