package dev.headroom.cli;

import dev.headroom.site.SiteFile;
import dev.headroom.site.Spelling;
import dev.headroom.unit.Names;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Why a call cannot be carried out, in the words of somebody who calls. */
final class CallSentence {
  private CallSentence() {}

  /** The lines to print: a sentence, and of a site file the line that it is about. */
  static List<String> of(ParameterException wrong, List<String> args) {
    String text = String.valueOf(wrong.getMessage());
    if (wrong.getCause() instanceof SiteFile.UnusableException) {
      return text.lines().toList();
    }
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return List.of(unknown(unmatched.getUnmatched().get(0), wrong));
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      return List.of(name(twice.getOverwritten()) + " is given twice; give it once");
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return List.of(missing(missing.getMissing(), args));
    }
    ArgSpec about = wrong.getArgSpec();
    return List.of(about == null ? text : name(about) + wrongValue(about, wrong));
  }

  private static String wrongValue(ArgSpec about, ParameterException wrong) {
    if (about.arity().max() == 0) {
      return " takes no value; leave '=" + wrong.getValue() + "' out";
    }
    return wrong.getCause() instanceof TypeConversionException why
        ? ": " + why.getMessage()
        : ": '" + wrong.getValue() + "' cannot be";
  }

  private static String unknown(String argument, ParameterException wrong) {
    String word = argument.replaceFirst("=.*", "");
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    boolean option = word.startsWith("-");
    if (!option && command.subcommands().isEmpty()) {
      return "'" + argument + "' is one word too many";
    }
    Collection<String> known =
        option ? command.optionsMap().keySet() : command.subcommands().keySet();
    return "there is no "
        + (option ? "option" : "command")
        + " '"
        + word
        + "'"
        + Spelling.nearest(word, known)
            .map(near -> "; did you mean " + near + "?")
            .orElse(option ? "" : "; there are " + Names.all(known.stream().toList()));
  }

  private static String missing(List<ArgSpec> missing, List<String> args) {
    ArgSpec first = missing.get(0);
    if (first instanceof OptionSpec option && isGiven(option, args)) {
      return name(first) + " needs a value: " + name(first) + " " + label(first);
    }
    List<String> all =
        missing.stream()
            .map(each -> each.isOption() ? name(each) + " " + label(each) : label(each))
            .toList();
    return Names.list(all) + (all.size() == 1 ? " is missing" : " are missing");
  }

  private static boolean isGiven(OptionSpec option, List<String> args) {
    return args.stream()
        .anyMatch(arg -> Arrays.stream(option.names()).anyMatch(name -> starts(arg, name)));
  }

  private static boolean starts(String arg, String name) {
    return name.startsWith("--") ? arg.equals(name) : arg.startsWith(name);
  }

  private static String name(ArgSpec spec) {
    return spec instanceof OptionSpec option ? option.longestName() : label(spec);
  }

  private static String label(ArgSpec spec) {
    return spec.paramLabel();
  }
}
