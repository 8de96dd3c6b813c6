package dev.headroom.report;

import dev.headroom.unit.IsoTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Numbers for people. Sizes are in binary GB with two decimals; an absent number is an en dash that
 * says what is missing.
 */
public final class Figures {
  public static final double GB = 1L << 30;

  public static final String DASH = "–";

  private Figures() {}

  /** A figure in a table or list: its text, and where it is a dash, why. */
  public record Figure(String text, String note) {
    /** Whether the number is known. */
    public boolean known() {
      return note.isEmpty();
    }
  }

  /** Bytes as {@code 12.00 GB}. */
  public static String gb(double bytes) {
    return decimals(bytes / GB, 2) + " GB";
  }

  public static Figure gb(OptionalDouble bytes) {
    return known(bytes) ? new Figure(gb(bytes.getAsDouble()), "") : unknown();
  }

  /** Both bounds as {@code 0.50 to 1.43 GB}, or the one that is known. */
  public static Figure gbRange(StolenBand bounds) {
    if (!known(bounds.low()) || !known(bounds.high())) {
      return gb(known(bounds.low()) ? bounds.low() : bounds.high());
    }
    String low = decimals(bounds.low().getAsDouble() / GB, 2);
    String high = decimals(bounds.high().getAsDouble() / GB, 2);
    return new Figure(low.equals(high) ? low + " GB" : low + " to " + high + " GB", "");
  }

  /** A share as {@code 0.35 %}; what is too small for two decimals is not shown as nothing. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.005) {
      return "< 0.01 %";
    }
    if (percent < 100 && percent >= 99.995) {
      return "> 99.99 %";
    }
    return decimals(percent, 2) + " %";
  }

  public static Figure percent(OptionalDouble share) {
    return known(share) ? new Figure(percent(share.getAsDouble()), "") : unknown();
  }

  /** A ratio as {@code 1.17}. */
  public static Figure ratio(OptionalDouble ratio) {
    return known(ratio) ? new Figure(decimals(ratio.getAsDouble(), 2), "") : unknown();
  }

  /** A whole number. */
  public static Figure count(OptionalInt number) {
    return number.isPresent() ? new Figure(count(number.getAsInt()), "") : unknown();
  }

  /** Both factors as {@code 1.00 to 1.40 ×}. */
  public static Figure factor(OptionalDouble low, OptionalDouble high) {
    if (!known(low) || !known(high)) {
      return unknown();
    }
    String least = decimals(low.getAsDouble(), 2);
    String most = decimals(high.getAsDouble(), 2);
    return new Figure((least.equals(most) ? least : least + " to " + most) + " ×", "");
  }

  /** Days as {@code 7 days}. */
  public static Figure days(OptionalDouble days) {
    if (!known(days)) {
      return unknown();
    }
    String text = decimals(days.getAsDouble(), 1);
    String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return new Figure(plain + (plain.equals("1") ? " day" : " days"), "");
  }

  /** A time as {@code 2009-06-30 12:03:00}. */
  public static Figure time(Optional<LocalDateTime> time) {
    return time.map(known -> new Figure(IsoTime.of(known).replace('T', ' '), ""))
        .orElse(new Figure(DASH, "not known: the capture has no times"));
  }

  /** A count with its thousands apart. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count and its noun, such as {@code 1 line} and {@code 2 lines}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number with this many decimals, rounded half up from its exact value; a dash for none. */
  public static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return DASH;
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  private static Figure unknown() {
    return new Figure(DASH, "not known: the captures do not say");
  }

  private static boolean known(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble());
  }
}
