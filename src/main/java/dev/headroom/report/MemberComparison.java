package dev.headroom.report;

import dev.headroom.memory.AmsMember;
import dev.headroom.memory.AmsPool;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.MemorySystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The figures of members that change. */
final class MemberComparison {
  private static final String ABSENT = "not there";

  private MemberComparison() {}

  static List<List<String>> rows(WhatIf whatIf) {
    List<List<String>> rows = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(whatIf.was().names());
    names.addAll(whatIf.would().names());
    for (String name : names) {
      boolean was = whatIf.was().names().contains(name);
      boolean is = whatIf.would().names().contains(name);
      Map<String, String> before = figures(name, whatIf.was().system(), whatIf.modelled());
      Map<String, String> after = figures(name, whatIf.would().system(), whatIf.after());
      before.forEach(
          (figure, text) -> {
            String left = was ? text : ABSENT;
            String right = is ? after.getOrDefault(figure, Figures.DASH) : ABSENT;
            if (!left.equals(right)) {
              rows.add(List.of(name, figure, left, right));
            }
          });
    }
    return List.copyOf(rows);
  }

  private static Map<String, String> figures(String name, MemorySystem system, PoolReport pool) {
    Map<String, String> figures = new LinkedHashMap<>();
    if (system instanceof AmsPool ams) {
      AmsMember member = ams.member(name);
      figures.put("weight", Figures.decimals(member.weight(), 0));
      figures.put("loan policy", String.valueOf(member.loanPolicy().ordinal()));
      figures.put("I/O entitlement", megabytes(member.ioEntitlement()));
    }
    MemberSummary summary =
        pool.members().stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
    figures.put("logical", summary == null ? "" : Figures.gb(summary.logical()).text());
    figures.put("mean demand", summary == null ? "" : Figures.gb(summary.meanDemand()).text());
    figures.put("peak demand", summary == null ? "" : Figures.gb(summary.peakDemand()).text());
    figures.put("peak hot", summary == null ? "" : Figures.gb(summary.peakHot()).text());
    figures.put("peak loaned", summary == null ? "" : Figures.gb(summary.peakLoaned()).text());
    figures.put("peak stolen", summary == null ? "" : Figures.gb(summary.peakStolen()).text());
    return figures;
  }

  private static String megabytes(OptionalDouble bytes) {
    return bytes.isPresent()
        ? Figures.decimals(bytes.getAsDouble() / (1 << 20), 0) + " MB"
        : Figures.DASH;
  }
}
