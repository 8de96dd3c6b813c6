package dev.headroom.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares and chances, 0 to 1, as people read and write them: in per cent. */
public final class Share {
  private static final double PERCENT = 100;

  /** Below this two decimals show nothing; this far below 100 % they show all. */
  private static final double VANISHING = 0.005;

  private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?) ?(%?)");

  private Share() {}

  /** For a sentence: {@code 0.21 %}, {@code 20 %}; a trace is {@code less than 0.01 %}. */
  public static String text(double share) {
    double percent = share * PERCENT;
    return percent > 0 && percent < VANISHING
        ? "less than 0.01 %"
        : Decimal.upTo(percent, 2) + " %";
  }

  /** For a cell of a table: {@code 0.35 %}; a trace is {@code < 0.01 %}. */
  public static String cell(double share) {
    double percent = share * PERCENT;
    if (percent > 0 && percent < VANISHING) {
      return "< 0.01 %";
    }
    return percent < PERCENT && percent >= PERCENT - VANISHING ? "> 99.99 %" : fixed(share, 2);
  }

  /** With this many decimals, such as {@code 5.0 %} with one. */
  public static String fixed(double share, int decimals) {
    return Decimal.fixed(share * PERCENT, decimals) + " %";
  }

  /** With at most one decimal, such as {@code 5 %} and {@code 2.5 %}. */
  public static String brief(double share) {
    return Decimal.upTo(share * PERCENT, 1) + " %";
  }

  /** A share that is no more than this: rounded up to one decimal, such as {@code 20.1 %}. */
  public static String atMost(double share) {
    return Decimal.upTo(Math.ceil(share * 1000 - 1e-9) / 10, 1) + " %";
  }

  /**
   * Reads a share such as {@code 5%} or {@code 0.05}.
   *
   * @return 0.05 for both; more than 1 where that is what the text says
   * @throws IllegalArgumentException where the text is not one
   */
  public static double of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a share; write 5% or 0.05");
    }
    double number = Double.parseDouble(form.group(1));
    return form.group(2).isEmpty() ? number : number / PERCENT;
  }
}
