package dev.headroom.analysis;

import dev.headroom.memory.ams.AmsHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.PoolFilling;
import dev.headroom.series.Fineness;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts pools that cannot be one by the folders of their captures. A Memory Pool ID is 0 on every
 * server, so that partitions of several servers may report the same id and size; their physical
 * memory together tells. Folders part them from the top down, as far as it takes for the physical
 * memory of each part to fit. Folders of one partition each tell no servers apart.
 */
final class ServerFolders {
  private final List<Table> tables;
  private final Map<String, List<String>> folders = new HashMap<>();
  private final Map<String, Double> most = new HashMap<>();

  private ServerFolders(List<Table> tables) {
    this.tables =
        tables.stream().filter(table -> table.subject().kind() == Kind.PARTITION).toList();
    for (Table table : this.tables) {
      folders.merge(table.subject().name(), folders(table.source()), ServerFolders::shared);
      for (int row = 0; row < table.rows(); row++) {
        double physical = table.value(Metric.MEMORY_PHYSICAL, row);
        if (physical > 0) {
          most.merge(table.subject().name(), physical, Math::max);
        }
      }
    }
  }

  /** The same pools, with one for each server where folders tell them apart. */
  static List<AmsPool> parted(List<AmsPool> found, List<Table> tables) {
    ServerFolders servers = new ServerFolders(tables);
    List<AmsPool> parted = new ArrayList<>();
    for (AmsPool pool : found) {
      parted.addAll(
          servers.several(pool) ? servers.parts(pool, "", pool.name(), 0) : List.of(pool));
    }
    return parted;
  }

  private static List<String> folders(String source) {
    String[] names = source.split("/", -1);
    return List.of(names).subList(0, names.length - 1);
  }

  private static List<String> shared(List<String> a, List<String> b) {
    int depth = 0;
    while (depth < Math.min(a.size(), b.size()) && a.get(depth).equals(b.get(depth))) {
      depth++;
    }
    return a.subList(0, depth);
  }

  private boolean several(AmsPool pool) {
    double atMost = 0;
    for (AmsMember member : pool.members()) {
      atMost += most.getOrDefault(member.name(), 0.0);
    }
    // without this there is no need to lay captures on a grid
    return atMost > pool.size() * (1 + PoolFilling.MARGIN)
        && PoolFilling.of(pool, AmsHistory.of(pool, tables, Fineness.DEFAULT)).severalServers();
  }

  /**
   * The parts of a pool that cannot be one; itself where folders tell no servers apart.
   *
   * @param server the folders that it was parted by, each with a dash
   * @param name what the pool is called on each server
   * @param depth how many folders its captures have in common
   */
  private List<AmsPool> parts(AmsPool pool, String server, String name, int depth) {
    Map<String, List<AmsMember>> groups = new TreeMap<>();
    boolean deeper = false;
    for (AmsMember member : pool.members()) {
      List<String> path = folders.getOrDefault(member.name(), List.of());
      deeper |= path.size() > depth;
      String folder = path.size() > depth ? path.get(depth) : "";
      groups.computeIfAbsent(folder, key -> new ArrayList<>()).add(member);
    }
    if (!deeper || groups.size() == pool.members().size()) {
      return List.of(pool);
    }
    if (groups.size() == 1) {
      return parts(pool, server, name, depth + 1);
    }
    List<AmsPool> parts = new ArrayList<>();
    groups.forEach(
        (folder, members) -> {
          String own = folder.isEmpty() ? server : server + folder.replace("!", "") + "-";
          AmsPool part = pool.with(own + name, members);
          parts.addAll(several(part) ? parts(part, own, name, depth + 1) : List.of(part));
        });
    return parts;
  }
}
