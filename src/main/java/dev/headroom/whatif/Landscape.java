package dev.headroom.whatif;

import dev.headroom.unit.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All pools of the data, by name, in their order.
 *
 * @param pools each pool's situation
 */
public record Landscape(Map<String, Situation> pools) {
  /** Copies the map and keeps its order. */
  public Landscape {
    pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
  }

  /** The pools of these situations; of two with one name the first counts. */
  public static Landscape of(List<Situation> situations) {
    Map<String, Situation> pools = new LinkedHashMap<>();
    situations.forEach(situation -> pools.putIfAbsent(situation.system().name(), situation));
    return new Landscape(pools);
  }

  /**
   * The pool of a name.
   *
   * @throws ImpossibleChangeException where no pool has it
   */
  public Situation pool(String name) {
    Situation found = pools.get(name);
    if (found == null) {
      throw new ImpossibleChangeException(
          "there is no pool '" + name + "'; there are: " + Names.all(pools.keySet()));
    }
    return found;
  }

  /** The same with one pool changed. */
  Landscape with(String name, Situation changed) {
    Map<String, Situation> copy = new LinkedHashMap<>(pools);
    copy.put(name, changed);
    return new Landscape(copy);
  }
}
