package dev.headroom.risk.zvm;

import dev.headroom.capture.Diagnostic;
import dev.headroom.memory.Basis;
import dev.headroom.memory.zvm.ZvmGuest;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.memory.zvm.ZvmReplay;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import dev.headroom.sizing.Sizing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Small z/VM systems for rules: one table a subject with one row an instant, on lines 10, 11, …,
 * from 2009-06-30 16:00 on.
 */
final class ZvmCases {
  static final String SYSTEM = "ZVM1";
  private static final double MINUTE = 60_000;

  private final int instants;
  private final boolean timed;
  private final Map<Subject, Map<Metric, double[]>> rows = new LinkedHashMap<>();
  private final Map<String, ZvmGuest> guests = new TreeMap<>();
  private double size = Double.NaN;
  private double reserve;
  private double expanded;
  private Optional<ZvmRelease> release = Optional.empty();
  private Optional<Sizing> sizing = Optional.empty();
  private List<Diagnostic> diagnostics = List.of();

  private ZvmCases(int instants, boolean timed) {
    this.instants = instants;
    this.timed = timed;
  }

  static ZvmCases minutes(int instants) {
    return new ZvmCases(instants, true);
  }

  static ZvmCases untimed(int instants) {
    return new ZvmCases(instants, false);
  }

  ZvmCases size(double bytes) {
    size = bytes;
    return this;
  }

  ZvmCases reserve(double bytes) {
    reserve = bytes;
    return this;
  }

  ZvmCases expanded(double bytes) {
    expanded = bytes;
    return this;
  }

  ZvmCases release(String text) {
    release = ZvmRelease.of(text);
    return this;
  }

  ZvmCases sizing(double recommended) {
    sizing = Optional.of(Cases.sized(recommended, Double.NaN, Double.NaN));
    return this;
  }

  ZvmCases diagnostics(Diagnostic... found) {
    diagnostics = List.of(found);
    return this;
  }

  /** A guest that the site file names. */
  ZvmCases configured(String name, double heaps, double database) {
    guests.put(
        name,
        new ZvmGuest(
            name,
            OptionalDouble.empty(),
            OptionalDouble.of(heaps),
            OptionalDouble.of(database),
            OptionalInt.empty()));
    return this;
  }

  /** A guest of whose virtual processors the site file tells. */
  ZvmCases withProcessors(String name, int processors) {
    guests.put(
        name,
        new ZvmGuest(
            name,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(processors)));
    return this;
  }

  /** A column of a guest's table; one value stands for all instants. */
  ZvmCases guest(String name, Metric metric, double... values) {
    guests.putIfAbsent(name, ZvmGuest.unconfigured(name, OptionalDouble.empty()));
    return column(Kind.GUEST, name, metric, values);
  }

  ZvmCases processor(String address, Metric metric, double... values) {
    return column(Kind.PROCESSOR, SYSTEM + "/" + address, metric, values);
  }

  ZvmCases system(Metric metric, double... values) {
    return column(Kind.SYSTEM, SYSTEM, metric, values);
  }

  private ZvmCases column(Kind kind, String name, Metric metric, double... values) {
    double[] all = values.clone();
    if (values.length == 1) {
      all = new double[instants];
      Arrays.fill(all, values[0]);
    }
    rows.computeIfAbsent(new Subject(kind, name), subject -> new LinkedHashMap<>())
        .put(metric, all);
    return this;
  }

  ZvmCase build() {
    List<Table> all = new ArrayList<>();
    rows.forEach((subject, columns) -> all.add(table(subject, columns)));
    ZvmTables tables = ZvmTables.of(SYSTEM, all);
    ZvmSystem system =
        new ZvmSystem(
            "prod",
            SYSTEM,
            new ZvmSystem.Storage(size, OptionalDouble.empty(), reserve, expanded),
            release,
            List.copyOf(guests.values()));
    ZvmHistory history = ZvmHistory.of(system, tables);
    return new ZvmCase(
        system,
        history,
        ZvmReplay.run(system, history, Basis.OBSERVED),
        sizing,
        tables,
        new Captures(Landmarks.of(tables.all()), diagnostics, List.of()),
        Completeness.said("The site file says so."));
  }

  private Table table(Subject subject, Map<Metric, double[]> columns) {
    TableBuilder table = new TableBuilder(List.copyOf(columns.keySet()));
    for (int i = 0; i < instants; i++) {
      for (Map.Entry<Metric, double[]> column : columns.entrySet()) {
        table.set(column.getKey(), column.getValue()[i]);
      }
      table.endRow(10 + i, timed ? Cases.START + i * MINUTE : Double.NaN);
    }
    return table.build(
        subject,
        Optional.of(new Host(SYSTEM, Optional.empty())),
        "fcx113",
        "lab/" + subject.name());
  }

  /** What a rule finds. */
  List<Finding> judge(Rule<? super ZvmCase> rule) {
    return rule.judge(build());
  }

  /** The one finding of a rule. */
  Finding only(Rule<? super ZvmCase> rule) {
    List<Finding> findings = judge(rule);
    if (findings.size() != 1) {
      throw new AssertionError("findings: " + findings);
    }
    return findings.get(0);
  }

  static Evidence line(String subject, int instant) {
    return new Evidence("lab/" + subject, 10 + instant);
  }
}
