package dev.headroom.analysis;

import dev.headroom.identity.Claim;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.ams.AmsDiscovery;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.ConsolePool;
import dev.headroom.report.SubjectSummary;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pool it is that a console shows. A console names the server, partitions name neither server
 * nor pool, and a pool's number is 0 on every server: the server's name in the site file tells, or
 * the size, where one pool alone has it.
 */
final class Consoles {
  private final List<ConsolePool> shown;
  private final Map<String, Set<String>> sources = new HashMap<>();

  Consoles(Gathered gathered) {
    List<Table> tables = gathered.tables();
    shown = ConsolePool.of(tables, named(gathered));
    if (!shown.isEmpty()) {
      for (Table table : tables) {
        if (table.subject().kind() == Kind.PARTITION) {
          sources
              .computeIfAbsent(table.subject().name(), name -> new HashSet<>())
              .add(table.source());
        }
      }
    }
  }

  /** The servers that consoles name: a file's name may be anything, and no command takes it. */
  private static Set<String> named(Gathered gathered) {
    return gathered.names().subjects().stream()
        .filter(subject -> subject.kind().equals(Kind.POOL.label()))
        .filter(subject -> subject.claim() != Claim.FILE && subject.claim() != Claim.FOLDER)
        .map(SubjectSummary::name)
        .collect(Collectors.toSet());
  }

  /**
   * The size of the pool of every partition that shares memory and does not report it, bytes. It is
   * the one pool that a console shows in the same input, else the one that is shown at all.
   */
  Map<String, Double> sizes(Map<String, CapturedSettings> settings) {
    Map<String, Double> sizes = new HashMap<>();
    if (shown.isEmpty()) {
      return sizes;
    }
    Set<Double> reported =
        settings.values().stream()
            .map(partition -> partition.get(Metric.POOL_MEMORY))
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .collect(Collectors.toSet());
    settings.forEach(
        (name, partition) -> {
          if (AmsDiscovery.shares(partition) && partition.get(Metric.POOL_MEMORY).isEmpty()) {
            only(name).ifPresent(console -> sizes.put(name, asReported(console, reported)));
          }
        });
    return sizes;
  }

  private Optional<ConsolePool> only(String partition) {
    Set<String> own = sources.getOrDefault(partition, Set.of());
    List<ConsolePool> near =
        shown.stream()
            .filter(console -> console.tables().stream().anyMatch(t -> own.contains(t.source())))
            .toList();
    List<ConsolePool> candidates = near.isEmpty() ? shown : near;
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** A size as partitions print it, where any does: they have fewer decimals. */
  private static double asReported(ConsolePool console, Set<Double> reported) {
    List<Double> same = reported.stream().filter(console::isOf).toList();
    return same.size() == 1 ? same.get(0) : console.size().orElse(Double.NaN);
  }

  /**
   * What each pool is to a console; pools that no console shows are left out.
   *
   * @param pools all pools
   */
  Map<AmsPool, ConsolePool> of(List<AmsPool> pools) {
    Map<AmsPool, ConsolePool> found = new HashMap<>();
    for (ConsolePool console : shown) {
      List<AmsPool> named =
          pools.stream()
              .filter(pool -> pool.managedSystem().filter(console.server()::equals).isPresent())
              .toList();
      List<AmsPool> may = named.isEmpty() ? alike(console, pools) : named;
      if (may.size() == 1) {
        found.put(may.get(0), console);
      }
    }
    return found;
  }

  /** The pools that a console may be about, by their sizes. */
  private List<AmsPool> alike(ConsolePool console, List<AmsPool> pools) {
    List<AmsPool> alike = new ArrayList<>();
    for (AmsPool pool : pools) {
      boolean same =
          Double.isNaN(pool.size())
              ? shown.size() == 1 && pools.size() == 1
              : console.isOf(pool.size());
      boolean alone = shown.stream().filter(other -> other.isOf(pool.size())).count() <= 1;
      if (pool.managedSystem().isEmpty() && same && alone) {
        alike.add(pool);
      }
    }
    return alike;
  }
}
