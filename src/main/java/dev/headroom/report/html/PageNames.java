package dev.headroom.report.html;

import dev.headroom.report.PoolReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * File names for the pages of pools. A name comes from outside, so nothing of it but letters and
 * digits of ASCII gets into a path; a number tells apart those that then are the same.
 */
public final class PageNames {
  private static final int LONGEST = 60;

  private PageNames() {}

  /** A file name for each pool, in their order. */
  static List<String> of(List<PoolReport> pools) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (PoolReport pool : pools) {
      String slug = slug(pool.name());
      String unique = slug;
      while (!taken.add(unique)) {
        unique = slug + "-" + numbers.merge(slug, 2, (last, first) -> last + 1);
      }
      names.add(unique + ".html");
    }
    return names;
  }

  private static String slug(String name) {
    StringBuilder slug = new StringBuilder("pool");
    boolean apart = true;
    for (int i = 0; i < name.length() && slug.length() < LONGEST; i++) {
      char c = name.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
        if (apart) {
          slug.append('-');
        }
        slug.append(lower);
        apart = false;
      } else {
        apart = true;
      }
    }
    return slug.toString();
  }
}
