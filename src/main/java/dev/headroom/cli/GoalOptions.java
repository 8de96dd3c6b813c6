package dev.headroom.cli;

import dev.headroom.sizing.Goal;
import dev.headroom.unit.Share;
import dev.headroom.unit.Span;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How sure advice should be, and for how long. */
final class GoalOptions {
  /** A number without a unit, which is days. */
  private static final Pattern BARE = Pattern.compile("^[0-9.]+$");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--breach",
      paramLabel = "P",
      description =
          "The chance that you accept of demand passing the advised size within the horizon: 5%%"
              + " or 0.05. Default: 5%%.")
  private @Nullable String breach;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description =
          "How long the advice must hold: days, or 12h, 7d, 2w. Default: 7, or as long as the"
              + " history where that is shorter.")
  private @Nullable String horizon;

  /** The goal asked for. */
  Goal goal() {
    double chance = breach == null ? Goal.DEFAULT.breachProbability() : share(breach);
    return horizon == null
        ? new Goal(Goal.DEFAULT.horizonDays(), chance, false)
        : new Goal(days("--horizon", horizon), chance);
  }

  /** A number of days; absent where the option was not given. */
  OptionalDouble optionalDays(String option, @Nullable String text) {
    return text == null ? OptionalDouble.empty() : OptionalDouble.of(days(option, text));
  }

  private double days(String option, String text) {
    double days = Double.NaN;
    try {
      days = Span.inDays(Span.of(BARE.matcher(text.strip()).replaceFirst("$0d")));
    } catch (IllegalArgumentException e) {
      // what follows says what an option wants
    }
    if (!(days > 0)) {
      throw wrong(
          option + ": '" + text + "' is not a number of days above 0; write 7, 7d, 12h or 2w");
    }
    return days;
  }

  private double share(String text) {
    double share = Double.NaN;
    try {
      share = Share.of(text);
    } catch (IllegalArgumentException e) {
      // what follows says what an option wants
    }
    if (!(share > 0) || !(share < 1)) {
      throw wrong("--breach: '" + text + "' is not a chance between 0 and 1; write 5% or 0.05");
    }
    return share;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
