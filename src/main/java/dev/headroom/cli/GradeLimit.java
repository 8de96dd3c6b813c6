package dev.headroom.cli;

import dev.headroom.report.PoolReport;
import dev.headroom.risk.Grade;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The grade from which on a command ends with 1. */
final class GradeLimit {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--fail-on",
      paramLabel = "GRADE",
      description =
          "End with exit code 1 if any grade is at or past this one, yellow, amber or red, or if"
              + " a pool could not be graded.")
  private @Nullable String failOn;

  /** The limit, empty where none is given; a wrong one is a wrong call. */
  Optional<Grade> limit() {
    if (failOn == null) {
      return Optional.empty();
    }
    for (Grade grade : Grade.values()) {
      if (grade != Grade.GREEN && grade.label().equals(failOn.toLowerCase(Locale.ROOT))) {
        return Optional.of(grade);
      }
    }
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line, "--fail-on: '" + failOn + "' is not a grade to fail on; write yellow, amber or red");
  }

  /**
   * Whether a pool's grade is at or past the limit, or a pool could not be graded while there is a
   * limit; these pools are named on stderr. Where there is no pool, nothing was graded.
   */
  boolean reached(List<PoolReport> pools, Terminal err) {
    Optional<Grade> limit = limit();
    if (limit.isEmpty()) {
      return false;
    }
    if (pools.isEmpty()) {
      err.line(
          "headroom: --fail-on "
              + limit.get().label()
              + ": no pool or z/VM system was found, so that none could be graded");
      err.flush();
      return true;
    }
    boolean reached = false;
    for (PoolReport pool : pools) {
      Optional<Grade> grade = pool.judgement().grade();
      if (grade.isEmpty() || grade.get().compareTo(limit.get()) >= 0) {
        reached = true;
        err.line(
            "headroom: --fail-on "
                + limit.get().label()
                + ": "
                + pool.name()
                + grade
                    .map(known -> " is " + known.label())
                    .orElse(
                        " could not be graded: "
                            + pool.judgement().standing().reason().orElse("no reason")));
      }
    }
    err.flush();
    return reached;
  }
}
