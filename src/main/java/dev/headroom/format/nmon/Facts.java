package dev.headroom.format.nmon;

import dev.headroom.identity.PrintedName;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines {@code AAA} of one recording say of it, by their keys. */
final class Facts {
  private static final String NO_NAME = "none";

  private static final Set<String> KEPT =
      Set.of("host", "runname", "NodeName", "LPARNumberName", "date", "time");

  private final Map<String, String> values = new HashMap<>();

  /** Whether the facts of a key are kept; all others carry nothing. */
  static boolean isKept(String key) {
    return KEPT.contains(key);
  }

  /** The same names, of another recording of the same partition, whose begin is not known. */
  Facts again() {
    Facts again = new Facts();
    again.values.putAll(values);
    again.values.remove("date");
    again.values.remove("time");
    return again;
  }

  /** Keeps a fact; of a key that comes again the first value stays. */
  void put(String key, String value) {
    values.putIfAbsent(key, value);
  }

  /** Keeps a fact, in the place of an earlier one. */
  void replace(String key, String value) {
    values.put(key, value);
  }

  /** The value of a key; empty where no line had it. */
  Optional<String> of(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Whether a fact is that the recording began at another moment. */
  boolean isOfAnother(String key, String value) {
    String known = values.get(key);
    return (key.equals("date") || key.equals("time")) && known != null && !known.equals(value);
  }

  /** The partition's name: {@code AAA,LPARNumberName,6,db01}; null where nothing gives it. */
  @Nullable String partition() {
    String value = values.getOrDefault("LPARNumberName", "");
    return name(value.substring(value.indexOf(',') + 1));
  }

  /** The node's name, the host's, or the run's; null where nothing gives one. */
  @Nullable String node() {
    String node = name(values.getOrDefault("NodeName", ""));
    String host = host();
    return node != null ? node : host != null ? host : name(values.getOrDefault("runname", ""));
  }

  /** The names of the partition and of its node. */
  PrintedName name() {
    return new PrintedName(partition(), node(), false);
  }

  /** The host's name; null where nothing gives it. */
  @Nullable String host() {
    return name(values.getOrDefault("host", ""));
  }

  private static @Nullable String name(String text) {
    String name = text.strip();
    return name.isEmpty() || name.equals(NO_NAME) ? null : name;
  }

  /** The day that the recording began on. */
  Optional<LocalDate> date() {
    return of("date").flatMap(PrintedTimes::date);
  }

  /** When the recording began. */
  Optional<LocalDateTime> start() {
    int second = of("time").map(PrintedTimes::secondOfDay).orElse(-1);
    return date()
        .filter(day -> second >= 0)
        .map(day -> day.atTime(LocalTime.ofSecondOfDay(Math.min(second, 86_399))));
  }
}
