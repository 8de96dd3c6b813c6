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
          "End with exit code 1 if any grade is at or past this one: yellow, amber or red.")
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

  /** Whether a pool's grade is at or past the limit. */
  boolean reached(List<PoolReport> pools) {
    Optional<Grade> limit = limit();
    return limit.isPresent()
        && pools.stream()
            .flatMap(pool -> pool.judgement().grade().stream())
            .anyMatch(grade -> grade.compareTo(limit.get()) >= 0);
  }
}
