package dev.headroom.analysis;

import dev.headroom.identity.Claim;
import dev.headroom.identity.Doubt;
import dev.headroom.report.SubjectSummary;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose the captures are, as a report says it.
 *
 * @param subjects the captures of each subject, by what its name rests on
 * @param doubts names that cannot be trusted
 */
public record SettledNames(List<SubjectSummary> subjects, List<Doubt> doubts) {
  /** Copies the lists. */
  public SettledNames {
    subjects = List.copyOf(subjects);
    doubts = List.copyOf(doubts);
  }

  /**
   * Why captures of these members or systems keep a pool from a grade, a sentence; empty where
   * nothing does.
   */
  Optional<String> contradiction(Set<String> names) {
    List<String> reasons =
        doubts.stream().filter(doubt -> doubt.bars(names)).map(Doubt::reason).distinct().toList();
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons));
  }

  /** Gathers which captures are whose. */
  static final class Gathering {
    private final Map<Entry, Set<String>> sources = new LinkedHashMap<>();

    private record Entry(String name, Kind kind, Optional<String> system, Claim claim) {}

    void add(Table table, Claim claim) {
      Entry entry =
          new Entry(
              table.subject().name(),
              table.subject().kind(),
              table.subject().kind() == Kind.GUEST
                  ? table.host().map(Host::name)
                  : Optional.empty(),
              claim);
      sources.computeIfAbsent(entry, key -> new LinkedHashSet<>()).add(table.source());
    }

    SettledNames with(List<Doubt> doubts) {
      List<SubjectSummary> subjects = new ArrayList<>();
      sources.forEach(
          (entry, captures) ->
              subjects.add(
                  new SubjectSummary(
                      entry.name(),
                      entry.kind().label(),
                      entry.system(),
                      List.copyOf(captures),
                      entry.claim())));
      return new SettledNames(subjects, doubts);
    }
  }
}
