package dev.headroom.report;

import dev.headroom.memory.MemberSummary;
import dev.headroom.unit.Decimal;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One side of a comparison of members.
 *
 * @param situation the pool
 * @param report what is reported of it, as modelled
 * @param settings what a member's platform says of how it is set up
 */
public record MemberComparison(Situation situation, PoolReport report, Settings settings) {
  private static final String ABSENT = "not there";

  /** How a member is set up. */
  @FunctionalInterface
  public interface Settings {
    /** The settings of the member of a name: what each is called, and its text. */
    Map<String, String> of(String name);
  }

  /** The figures of members that change: whose, which, before and after. */
  public static List<List<String>> rows(MemberComparison one, MemberComparison other) {
    List<List<String>> rows = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(one.situation.names());
    names.addAll(other.situation.names());
    for (String name : names) {
      boolean was = one.situation.names().contains(name);
      boolean is = other.situation.names().contains(name);
      Map<String, String> before = one.figures(name);
      Map<String, String> after = other.figures(name);
      before.forEach(
          (figure, text) -> {
            String left = was ? text : ABSENT;
            String right = is ? after.getOrDefault(figure, Decimal.DASH) : ABSENT;
            if (!left.equals(right)) {
              rows.add(List.of(name, figure, left, right));
            }
          });
    }
    return List.copyOf(rows);
  }

  private Map<String, String> figures(String name) {
    Map<String, String> figures = new LinkedHashMap<>(settings.of(name));
    MemberSummary summary =
        report.memory().members().stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElse(null);
    figures.put("logical", summary == null ? "" : Figures.gb(summary.logical()).text());
    figures.put("mean demand", summary == null ? "" : Figures.gb(summary.demand().mean()).text());
    figures.put("peak demand", summary == null ? "" : Figures.gb(summary.demand().peak()).text());
    figures.put("peak hot", summary == null ? "" : Figures.gb(summary.demand().peakHot()).text());
    figures.put("peak loaned", summary == null ? "" : Figures.gb(summary.peakLoaned()).text());
    figures.put(
        "peak " + report.kind().taken() + ", at least",
        summary == null ? "" : Figures.gb(summary.peakStolen()).text());
    return figures;
  }
}
