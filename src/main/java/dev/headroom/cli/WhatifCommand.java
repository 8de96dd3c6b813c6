package dev.headroom.cli;

import dev.headroom.report.JsonReport;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Replays the captures as if a pool had another size. */
@Command(
    name = "whatif",
    description = "Replays a pool at another size and prints before and after.",
    mixinStandardHelpOptions = true)
final class WhatifCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;

  @Option(
      names = "--pool",
      required = true,
      paramLabel = "NAME=SIZE",
      description = "The pool and the size to try, such as js22=10GB; may be given several times.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--json", description = "Print the report object with the changed pool in it.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Map<String, Size> sizes = sizes();
    PrintWriter err = spec.commandLine().getErr();
    Site site = reading.site();
    Gathered gathered = Gathered.of(reading, site, err);
    if (gathered.tables().isEmpty()) {
      return gathered.nothing(err);
    }
    Analysis analysis = new Analysis(site, gathered, goal.goal());
    List<PoolReport> before = analysis.report().pools();
    for (String name : sizes.keySet()) {
      if (before.stream().noneMatch(pool -> pool.name().equals(name))) {
        throw reading.wrong(
            "--pool: there is no pool '"
                + name
                + "'; there are: "
                + String.join(", ", before.stream().map(PoolReport::name).toList()));
      }
    }
    Report after = analysis.reportAt(sizes);
    if (json) {
      OutputStream out = new BufferedOutputStream(program.data());
      JsonReport.write(after, out);
      out.flush();
    } else {
      tell(sizes, before, after.pools());
    }
    return reading.strict() && gathered.rejectedAny() ? Headroom.NOTHING_USABLE : Headroom.DONE;
  }

  private Map<String, Size> sizes() {
    Map<String, Size> sizes = new LinkedHashMap<>();
    for (String change : changes) {
      int equals = change.lastIndexOf('=');
      if (equals < 1) {
        throw reading.wrong("--pool: '" + change + "' is not NAME=SIZE, such as js22=10GB");
      }
      try {
        sizes.put(change.substring(0, equals), Size.of(change.substring(equals + 1)));
      } catch (IllegalArgumentException e) {
        throw reading.wrong("--pool: " + e.getMessage());
      }
    }
    return sizes;
  }

  private void tell(Map<String, Size> sizes, List<PoolReport> before, List<PoolReport> after) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < before.size(); i++) {
      if (sizes.containsKey(before.get(i).name())) {
        SummaryTable.comparison(before.get(i), after.get(i)).forEach(out::println);
        out.println();
        out.println(after.get(i).verdict());
        out.println();
      }
    }
    out.flush();
  }
}
