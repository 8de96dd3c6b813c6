package dev.headroom.unit;

import java.util.List;
import java.util.Locale;

/** Lists of names, as people read them. */
public final class Names {
  private static final int SHOWN = 5;

  private Names() {}

  /**
   * Names as {@code a}, {@code a and b}, {@code a, b and c}; of more than five, the first five and
   * how many more: {@code a, b, c, d, e and 3 more}. No names are no text.
   */
  public static String list(List<String> names) {
    if (names.size() > SHOWN) {
      return all(names.subList(0, SHOWN)) + " and " + Count.of(names.size() - SHOWN) + " more";
    }
    int last = names.size() - 1;
    return last < 1 ? all(names) : all(names.subList(0, last)) + " and " + names.get(last);
  }

  /** All names as {@code a, b, c}: what a list of what there is to choose from shows. */
  public static String all(Iterable<String> names) {
    return String.join(", ", names);
  }

  /** A text whose first letter is a capital, to stand at the begin of a sentence or line. */
  public static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
