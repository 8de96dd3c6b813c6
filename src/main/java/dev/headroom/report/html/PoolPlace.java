package dev.headroom.report.html;

import dev.headroom.report.PoolReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a report shows all of a pool: on its first page, or on a page of the pool's own.
 *
 * @param id its anchor, unique in the report: letters and digits of ASCII, and hyphens
 * @param inside whether the first page shows all of it
 */
record PoolPlace(String id, boolean inside) {
  /** Up to this number of pools the first page shows all of each; a page of more would be slow. */
  static final int INSIDE = 20;

  private static final int LONGEST = 60;

  /** A place for each pool, in their order. */
  static List<PoolPlace> of(List<PoolReport> pools) {
    List<PoolPlace> places = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (PoolReport pool : pools) {
      String slug = slug(pool.name());
      String unique = slug;
      while (!taken.add(unique)) {
        unique = slug + "-" + numbers.merge(slug, 2, (last, first) -> last + 1);
      }
      places.add(new PoolPlace(unique, pools.size() <= INSIDE));
    }
    return List.copyOf(places);
  }

  /** The file name of the pool's own page. */
  String file() {
    return id + ".html";
  }

  /** Where a link on the first page leads. */
  String link() {
    return inside ? "#" + id : file();
  }

  /** Where a link on a page beside the first one leads. */
  String linkFromBeside() {
    return inside ? "index.html#" + id : file();
  }

  // A name comes from outside, so nothing of it but letters and digits of ASCII gets into a path;
  // a number tells apart those that then are the same.
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
