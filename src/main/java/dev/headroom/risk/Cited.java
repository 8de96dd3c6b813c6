package dev.headroom.risk;

import dev.headroom.memory.MemberHistory;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the lines of a finding: each once, the most telling first, and not too many. */
public final class Cited {
  /** A reader needs no more lines than these to believe a sentence. */
  public static final int MOST = 6;

  private final Set<Evidence> lines = new LinkedHashSet<>();

  /** Adds a line, where there is one and room for it. */
  public Cited add(Optional<Evidence> line) {
    if (lines.size() < MOST) {
      line.ifPresent(lines::add);
    }
    return this;
  }

  /** The lines of those members that had most hot memory at an instant. */
  public Cited addHot(PoolCase pool, int instant) {
    pool.history().members().stream()
        .filter(member -> member.reports(instant))
        .sorted(
            Comparator.comparingDouble((MemberHistory member) -> -member.needed(instant))
                .thenComparing(MemberHistory::name))
        .limit(3)
        .forEach(member -> add(pool.hotLine(member.name(), instant)));
    return this;
  }

  /** The lines, each once, in the order in which they were added. */
  public List<Evidence> lines() {
    return List.copyOf(lines);
  }
}
