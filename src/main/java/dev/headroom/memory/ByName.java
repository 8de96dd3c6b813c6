package dev.headroom.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds one of many that are in the order of their names. */
public final class ByName {
  private ByName() {}

  /**
   * The one of a name; empty if absent.
   *
   * @param all in the order of their names, for then it is found at once; in any other order it is
   *     found too
   */
  public static <T> Optional<T> find(List<T> all, Function<T, String> name, String wanted) {
    int low = 0;
    int high = all.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = name.apply(all.get(middle)).compareTo(wanted);
      if (order == 0) {
        return Optional.of(all.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
  }
}
