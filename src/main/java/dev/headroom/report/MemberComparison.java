package dev.headroom.report;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The figures of members that change. */
public final class MemberComparison {
  private static final String ABSENT = "not there";

  private MemberComparison() {}

  public static List<List<String>> rows(WhatIf whatIf) {
    List<List<String>> rows = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(whatIf.was().names());
    names.addAll(whatIf.would().names());
    for (String name : names) {
      boolean was = whatIf.was().names().contains(name);
      boolean is = whatIf.would().names().contains(name);
      Map<String, String> before = figures(name, whatIf.was(), whatIf.modelled());
      Map<String, String> after = figures(name, whatIf.would(), whatIf.after());
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

  private static Map<String, String> figures(String name, Situation situation, PoolReport pool) {
    Map<String, String> figures = new LinkedHashMap<>();
    if (situation.system() instanceof AmsPool ams) {
      AmsMember member = ams.member(name);
      figures.put("weight", Decimal.fixed(member.weight(), 0));
      figures.put("loan policy", String.valueOf(member.loanPolicy().number()));
      figures.put("I/O entitlement", megabytes(member.ioEntitlement()));
      figures.put(
          "paged out by itself, at least",
          member.loanPolicy() == LoanPolicy.ANY_DATA
              ? Figures.gb(pagedOut(name, ams, situation)).text()
              : Size.gb(0));
    }
    MemberSummary summary =
        pool.members().stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
    figures.put("logical", summary == null ? "" : Figures.gb(summary.logical()).text());
    figures.put("mean demand", summary == null ? "" : Figures.gb(summary.meanDemand()).text());
    figures.put("peak demand", summary == null ? "" : Figures.gb(summary.peakDemand()).text());
    figures.put("peak hot", summary == null ? "" : Figures.gb(summary.peakHot()).text());
    figures.put("peak loaned", summary == null ? "" : Figures.gb(summary.peakLoaned()).text());
    figures.put(
        "peak " + pool.kind().taken() + ", at least",
        summary == null ? "" : Figures.gb(summary.peakStolen()).text());
    return figures;
  }

  /** What policy 2 costs: memory that the member lends and first writes to its own paging space. */
  private static OptionalDouble pagedOut(String name, AmsPool pool, Situation situation) {
    AmsOutcome outcome = AmsReplay.run(pool, situation.history().unserved(), Basis.MODELLED);
    return outcome.under(SharingRule.TIERED).members().stream()
        .filter(member -> member.name().equals(name))
        .flatMapToDouble(
            member -> IntStream.range(0, situation.history().size()).mapToDouble(member::pagedOut))
        .filter(value -> !Double.isNaN(value))
        .max();
  }

  private static String megabytes(OptionalDouble bytes) {
    return bytes.isPresent() ? Size.mb(bytes.getAsDouble()) : Decimal.DASH;
  }
}
