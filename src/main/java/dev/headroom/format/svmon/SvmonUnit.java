package dev.headroom.format.svmon;

import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The unit of a report's figures: pages of 4 KiB unless a {@code Unit:} line says otherwise. */
enum SvmonUnit {
  /** Pages of 4 KiB. */
  PAGES("a number of pages", 4096),
  /** Kilobytes. */
  KB("a size in KB", 1L << 10),
  /** Megabytes. */
  MB("a size in MB", 1L << 20),
  /** Gigabytes. */
  GB("a size in GB", 1L << 30),
  /** Every figure carries its own unit. */
  AUTO("a size with its unit", 0);

  /** No partition has more memory or paging space: a larger figure is two that grew together. */
  private static final double MOST = (double) (1L << 50);

  private final String meaning;
  private final long bytes;

  SvmonUnit(String meaning, long bytes) {
    this.meaning = meaning;
    this.bytes = bytes;
  }

  /** The unit that a {@code Unit:} line names; empty where it is not one. */
  static Optional<SvmonUnit> named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "PAGE", "PAGES" -> Optional.of(PAGES);
      case "KB" -> Optional.of(KB);
      case "MB" -> Optional.of(MB);
      case "GB" -> Optional.of(GB);
      case "AUTO" -> Optional.of(AUTO);
      default -> Optional.empty();
    };
  }

  /** What a figure must be, for messages. */
  String meaning() {
    return meaning;
  }

  /** The size that a cell prints; empty where it is not one in this unit. */
  Optional<PrintedSize> read(Token cell) {
    String text = cell.getText();
    return switch (cell.getType()) {
      case SvmonLexer.NUMBER -> plain(text);
      case SvmonLexer.SCALED -> this == AUTO ? scaled(text) : Optional.empty();
      case SvmonLexer.ZERO_K ->
          this == AUTO ? Optional.of(new PrintedSize(0, KB.bytes)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<PrintedSize> plain(String number) {
    boolean zero = new BigDecimal(number).signum() == 0;
    if (this == AUTO) {
      return zero ? Optional.of(new PrintedSize(0, 0)) : Optional.empty();
    }
    if (this == PAGES && number.indexOf('.') >= 0) {
      return Optional.empty();
    }
    // a zero among decimals is printed without any: it is exact
    return plausible(number, zero && number.indexOf('.') < 0 ? 0 : bytes, bytes);
  }

  private static Optional<PrintedSize> scaled(String text) {
    int digits = 0;
    while (digits < text.length() && !Character.isLetter(text.charAt(digits))) {
      digits++;
    }
    long factor = Size.factor(text.substring(digits));
    return plausible(text.substring(0, digits), factor, factor);
  }

  private static Optional<PrintedSize> plausible(String number, long step, long factor) {
    int point = number.indexOf('.');
    int decimals = point < 0 ? 0 : number.length() - point - 1;
    double bytes = Math.rint(new BigDecimal(number).doubleValue() * factor);
    return bytes > MOST
        ? Optional.empty()
        : Optional.of(new PrintedSize(bytes, step / Math.pow(10, decimals)));
  }

  /** A number of bytes as this unit prints it, for messages. */
  String print(double size) {
    return switch (this) {
      case PAGES -> Decimal.fixed(size / bytes, 0) + " pages";
      case KB -> Size.kb(size);
      case GB -> Size.gb(size);
      case MB, AUTO -> Size.in("MB", size);
    };
  }
}
