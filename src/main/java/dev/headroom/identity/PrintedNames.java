package dev.headroom.identity;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of partitions that captures print in one part of a text, and which of them the other
 * captures of that part belong to. One name is all of theirs. Of several, each holds up to the next
 * where the first capture prints one, and back to the one before where the last does. None is
 * guessed where neither does, or where two names follow straight on each other.
 */
final class PrintedNames {
  private final TreeSet<Integer> calls = new TreeSet<>();
  private final TreeMap<Integer, String> names = new TreeMap<>();
  private boolean twoInOne;

  /** Notes a capture of the part, by the number of its call. */
  void note(int call) {
    calls.add(call);
  }

  /** Notes the name that a capture prints. */
  void note(int call, String name) {
    calls.add(call);
    String other = names.putIfAbsent(call, name);
    twoInOne |= other != null && !other.equals(name);
  }

  /** The name of a capture that prints none; empty where it cannot be told. */
  Optional<String> of(int call) {
    if (names.isEmpty() || twoInOne || namesMeet()) {
      return Optional.empty();
    }
    if (names.values().stream().distinct().count() == 1) {
      return Optional.of(names.firstEntry().getValue());
    }
    if (names.containsKey(calls.first())) {
      return Optional.ofNullable(names.floorEntry(call)).map(Map.Entry::getValue);
    }
    return names.containsKey(calls.last())
        ? Optional.ofNullable(names.ceilingEntry(call)).map(Map.Entry::getValue)
        : Optional.empty();
  }

  /** Whether no other capture stands between two names: all lists may come before all tables. */
  private boolean namesMeet() {
    return names.keySet().stream()
        .anyMatch(
            call -> {
              Integer next = calls.higher(call);
              String other = next == null ? null : names.get(next);
              return other != null && !other.equals(names.get(call));
            });
  }
}
