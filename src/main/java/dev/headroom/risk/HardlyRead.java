package dev.headroom.risk;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Row;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members of which many rows, or figures in them, could not be read: what they needed then is not
 * known, and it may have been the busiest time.
 *
 * @param members what could not be read of each, such as {@code 59 of 60 rows of erp1}
 */
public record HardlyRead(List<String> members) {
  private static final Set<DiagnosticCode> ROWS =
      EnumSet.of(DiagnosticCode.BAD_NUMBER, DiagnosticCode.TRUNCATED, DiagnosticCode.EXTRA_CELLS);

  /** So much of a member's rows may be unreadable, and its history stands for it. */
  private static final double TOLERATED = 0.1;

  /** All could be read. */
  static final HardlyRead NOTHING = new HardlyRead(List.of());

  /** Copies the list. */
  public HardlyRead {
    members = List.copyOf(members);
  }

  /**
   * What a system's captures did not give.
   *
   * @param history what they gave
   * @param captures what could not be read of them
   * @param names the members that count
   */
  static HardlyRead of(PoolHistory history, Captures captures, Set<String> names) {
    Map<String, Set<String>> owners = new HashMap<>();
    Map<String, Set<Row>> read = new HashMap<>();
    for (MemberHistory member : history.members()) {
      for (int instant = 0; instant < member.size(); instant++) {
        Optional<Row> row = member.rows().needed(instant);
        if (row.isPresent()) {
          String source = row.get().table().source();
          owners.computeIfAbsent(source, each -> new HashSet<>()).add(member.name());
          read.computeIfAbsent(source, each -> new HashSet<>()).add(row.get());
        }
      }
    }
    Map<String, Set<Long>> rejected = new HashMap<>();
    for (Diagnostic diagnostic : captures.diagnostics()) {
      if (ROWS.contains(diagnostic.code())) {
        rejected
            .computeIfAbsent(diagnostic.where().source(), each -> new HashSet<>())
            .add(diagnostic.where().line());
      }
    }
    List<String> members = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      for (Map.Entry<String, Set<String>> owner : owners.entrySet()) {
        // rows of several members in one text cannot be told apart once they were rejected
        if (names.contains(member.name()) && owner.getValue().equals(Set.of(member.name()))) {
          Set<Long> lost = new HashSet<>(rejected.getOrDefault(owner.getKey(), Set.of()));
          Set<Row> rows = read.getOrDefault(owner.getKey(), Set.of());
          rows.forEach(row -> lost.remove(row.table().line(row.number())));
          int all = lost.size() + rows.size();
          if (lost.size() > TOLERATED * all) {
            members.add(lost.size() + " of " + Count.of(all, "row") + " of " + member.name());
          }
        }
      }
    }
    return new HardlyRead(members.stream().sorted().toList());
  }

  /** Whether there are such members. */
  public boolean any() {
    return !members.isEmpty();
  }

  /** A verdict with what it does not rest on. */
  public String told(String verdict) {
    return any()
        ? verdict
            + " "
            + String.join(", ", members)
            + " could not be read: what was needed then is not known, so that it is not green."
        : verdict;
  }
}
