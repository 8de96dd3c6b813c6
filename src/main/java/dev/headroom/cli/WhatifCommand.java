package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.Gathered;
import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import dev.headroom.report.json.JsonReport;
import dev.headroom.site.Site;
import dev.headroom.whatif.ImpossibleChangeException;
import dev.headroom.whatif.Landscape;
import dev.headroom.whatif.Scenario;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Replays the captures as if something were otherwise. */
@Command(
    name = "whatif",
    description =
        "Replays the captures with changes, and prints the figures before and after. Options can"
            + " be combined and repeated. Write POOL/MEMBER if several pools have a MEMBER of"
            + " that name.",
    mixinStandardHelpOptions = true)
final class WhatifCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;
  @Mixin private ChangeOptions changes;
  @Mixin private GradeLimit grades;

  @Option(
      names = "--exit",
      description = "Tell how much dedicated memory each partition needs without the pool.")
  private boolean exit;

  @Option(names = "--json", description = "Print the report after the changes as a JSON object.")
  private boolean json;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description =
          "Also write the report after the changes, with the figures before and after"
              + " side by side.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (changes.none() && !exit) {
      throw reading.wrong(
          "whatif: no change is given; use --pool, --policy, --weight, --entitlement, --add,"
              + " --remove, --grow, --shift, --failover or --exit");
    }
    grades.limit();
    AnalysisOptions options = reading.analysis(goal.goal());
    Site site = reading.site();
    try (ReportFolder folder = ReportFolder.ifNamed(out, reading)) {
      return replay(folder, site, options);
    }
  }

  private int replay(@Nullable ReportFolder folder, Site site, AnalysisOptions options)
      throws IOException {
    Terminal err = new Terminal(spec.commandLine().getErr());
    CaptureReading captures = new CaptureReading(reading, err);
    Gathered gathered = captures.read(site, options);
    if (captures.leftNothing(gathered)) {
      return captures.nothing(gathered);
    }
    Analysis analysis = Analysis.of(gathered, site, options);
    captures.tell(analysis.contradictions());
    List<WhatIf> pools = whatIf(analysis);
    List<WhatIf> shown =
        pools.stream().filter(pool -> pool.changed() || pool.exit().isPresent()).toList();
    Report after = analysis.report(pools.stream().map(WhatIf::after).toList());
    if (folder != null) {
      folder.write(after, shown);
    }
    if (json) {
      OutputStream data = new BufferedOutputStream(program.data());
      JsonReport.write(after, ReportFolder.exits(pools), data);
      data.flush();
    } else {
      tell(shown);
    }
    if (reading.strict() && gathered.rejectedAny()) {
      return Headroom.NOTHING_USABLE;
    }
    return grades.reached(after.pools(), err) ? Headroom.GRADE_REACHED : Headroom.DONE;
  }

  private List<WhatIf> whatIf(Analysis analysis) {
    Landscape found = analysis.landscape();
    if (found.pools().isEmpty()) {
      throw reading.wrong(
          "whatif: no pool or z/VM system was found: no capture reports one, and no site file"
              + " names one");
    }
    if (exit && !analysis.canBeLeft()) {
      throw reading.wrong("--exit: there is no pool of Active Memory Sharing to leave");
    }
    try {
      return analysis.whatIf(scenario(found), exit);
    } catch (ImpossibleChangeException e) {
      throw reading.wrong("whatif: " + e.getMessage());
    }
  }

  private Scenario scenario(Landscape found) {
    try {
      return changes.scenario(found);
    } catch (IllegalArgumentException e) {
      throw reading.wrong(String.valueOf(e.getMessage()));
    }
  }

  private void tell(List<WhatIf> shown) {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (shown.isEmpty()) {
      terminal.line("Nothing changes: the options give what is there already.");
    }
    for (WhatIf pool : shown) {
      terminal.lines(BeforeAndAfter.lines(pool));
    }
    if (out != null) {
      terminal.line("report: " + out.resolve("index.html"));
    }
    terminal.flush();
  }
}
