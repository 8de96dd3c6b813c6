package dev.headroom.format.perfkit;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many users a listing of Performance Toolkit counts, off the row of means that stands
 * before them:
 *
 * <pre>
 * Userid   Reads Write   Steals       WSS   Resrvd    R&lt;2GB     R&gt;2GB  L&lt;2GB  L&gt;2GB      DASD     Size  Users
 * &gt;System&lt;    .0    .0       .0   2426029        0    75617   2444941      0     11    288714   14336M      4
 * </pre>
 */
public final class CountedUsers {
  private static final String HEADING = "Userid ";
  private static final String MEANS = ">System<";
  private static final String COLUMN = " Users";

  private @Nullable String heading;

  /** Creates a reader of one text, before its first line. */
  public CountedUsers() {}

  /**
   * Takes the next line of the text.
   *
   * @return how many users it counts; empty where it is no row of means, or one whose last column
   *     is not the count
   */
  public OptionalInt next(String line) {
    String text = line.stripTrailing();
    if (text.strip().startsWith(HEADING)) {
      heading = text;
      return OptionalInt.empty();
    }
    String above = heading;
    if (above == null
        || !above.endsWith(COLUMN)
        || !text.strip().startsWith(MEANS)
        || text.length() != above.length()) {
      return OptionalInt.empty();
    }
    String last = text.substring(text.lastIndexOf(' ') + 1);
    return last.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(last)) : OptionalInt.empty();
  }
}
