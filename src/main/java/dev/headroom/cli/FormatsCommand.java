package dev.headroom.cli;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.Format;
import dev.headroom.format.Formats;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the formats that are known, and the words of diagnostics. */
@Command(
    name = "formats",
    description =
        "Lists the formats with their tools and grammar files, and the codes of diagnostics.",
    mixinStandardHelpOptions = true)
final class FormatsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Terminal out = new Terminal(spec.commandLine().getOut());
    out.line(row("format", "tool", "grammar"));
    for (Format format : Formats.all()) {
      out.line(row(format.name(), format.origin(), format.grammar()));
    }
    out.line("");
    out.line(row("code", "", "meaning"));
    for (DiagnosticCode code : DiagnosticCode.values()) {
      out.line(row(code.word(), "", code.meaning()));
    }
    out.flush();
    return Headroom.DONE;
  }

  private static String row(String first, String second, String third) {
    return second.isEmpty()
        ? String.format(Locale.ROOT, "%-18s %s", first, third)
        : String.format(Locale.ROOT, "%-18s %-16s %s", first, second, third);
  }
}
