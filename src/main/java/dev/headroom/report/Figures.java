package dev.headroom.report;

import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.zvm.Slowdown;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Numbers for people. Sizes are in binary GB with two decimals; an absent number is an en dash that
 * says what is missing.
 */
public final class Figures {
  private static final double SECOND = 1000;

  private Figures() {}

  /** A figure in a table or list: its text, and where it is a dash, why. */
  public record Figure(String text, String note) {
    /** Whether the number is known. */
    public boolean known() {
      return note.isEmpty();
    }
  }

  /** Bytes as {@code 1.43 GB}; a dash where they are not known. */
  public static Figure gb(OptionalDouble bytes) {
    return known(bytes) ? new Figure(Size.gb(bytes.getAsDouble()), "") : unknown();
  }

  /** Both bounds as {@code 0.50 to 1.43 GB}, or the one that is known. */
  public static Figure gbRange(StolenBand bounds) {
    if (!known(bounds.low()) || !known(bounds.high())) {
      return gb(known(bounds.low()) ? bounds.low() : bounds.high());
    }
    String low = Size.gb(bounds.low().getAsDouble());
    String high = Size.gb(bounds.high().getAsDouble());
    String number = low.substring(0, low.indexOf(' '));
    return new Figure(low.equals(high) ? low : number + " to " + high, "");
  }

  /** A share, 0 to 1, as per cent; a dash where it is not known. */
  public static Figure percent(OptionalDouble share) {
    return known(share) ? new Figure(Share.cell(share.getAsDouble()), "") : unknown();
  }

  /** A chance in per cent and in words, such as {@code 5 %, about 1 in 20 weeks}. */
  public static Figure chance(OptionalDouble chance, Goal goal) {
    return known(chance) ? new Figure(Sureness.chance(chance.getAsDouble(), goal), "") : unknown();
  }

  /** Milliseconds as {@code 14.9 ms}, of a second and more as {@code 3 s}. */
  public static Figure millis(OptionalDouble millis) {
    if (!known(millis)) {
      return unknown();
    }
    double known = millis.getAsDouble();
    return new Figure(known < SECOND ? Span.millis(known) : Span.text(known), "");
  }

  /** A ratio as {@code 1.17}. */
  public static Figure ratio(OptionalDouble ratio) {
    return known(ratio) ? new Figure(Decimal.fixed(ratio.getAsDouble(), 2), "") : unknown();
  }

  /** A whole number. */
  public static Figure count(OptionalInt number) {
    return number.isPresent() ? new Figure(Count.of(number.getAsInt()), "") : unknown();
  }

  /** Both factors as {@code 1.00 to 1.40 ×}. */
  public static Figure factor(OptionalDouble low, OptionalDouble high) {
    if (!known(low) || !known(high)) {
      return unknown();
    }
    String least = Decimal.fixed(low.getAsDouble(), 2);
    String most = Decimal.fixed(high.getAsDouble(), 2);
    return new Figure((least.equals(most) ? least : least + " to " + most) + " ×", "");
  }

  /** How much longer work takes on a z/VM system of its present size; a dash if not known. */
  public static Figure slowdown(ZvmFigures figures) {
    double size = figures.system().size();
    Optional<Slowdown> band = figures.slowdown();
    return band.isEmpty() || Double.isNaN(size)
        ? unknown()
        : factor(band.get().low(size), band.get().high(size));
  }

  /** Days as {@code 7 days}. */
  public static Figure days(OptionalDouble days) {
    if (!known(days)) {
      return unknown();
    }
    return new Figure(Span.days(days.getAsDouble()), "");
  }

  /** A time as {@code 2009-06-30 12:03:00}. */
  public static Figure time(Optional<LocalDateTime> time) {
    return time.map(known -> new Figure(IsoTime.cell(known), ""))
        .orElse(new Figure(Decimal.DASH, "not known: the capture has no times"));
  }

  private static Figure unknown() {
    return new Figure(Decimal.DASH, "not known: the captures do not say");
  }

  private static boolean known(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble());
  }
}
