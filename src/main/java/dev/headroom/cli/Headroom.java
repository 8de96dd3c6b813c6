package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.capture.FileNames;
import dev.headroom.site.Spelling;
import dev.headroom.unit.Names;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: how much memory does a shared pool really need. */
@Command(
    name = "headroom",
    versionProvider = Headroom.Version.class,
    description =
        "Tells how much memory a shared pool or a z/VM system really needs, and how"
            + " sure that is.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AnalyzeCommand.class,
      ParseCommand.class,
      WhatifCommand.class,
      BacktestCommand.class,
      FormatsCommand.class
    },
    exitCodeOnInvalidInput = Headroom.WRONG_USAGE,
    exitCodeOnExecutionException = Headroom.FAULT)
public final class Headroom implements Runnable {
  /** Done. */
  public static final int DONE = 0;

  /** Done, and a pool's grade is at or past {@code --fail-on}. */
  public static final int GRADE_REACHED = 1;

  /** Wrong usage, or an unusable site file. */
  public static final int WRONG_USAGE = 2;

  /** Nothing usable in the input, or {@code --strict} and something was rejected. */
  public static final int NOTHING_USABLE = 3;

  /** A fault of the program itself. */
  public static final int FAULT = 70;

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"headroom " + Analysis.VERSION};
    }
  }

  @Spec private CommandSpec spec;

  private final OutputStream data;

  /** A program that writes its data to this stream. */
  Headroom(OutputStream data) {
    this.data = data;
  }

  /** Where data goes, as bytes: it is UTF-8, whatever the terminal's charset. */
  OutputStream data() {
    return data;
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    int code;
    try {
      code =
          commandLine(new FileOutputStream(FileDescriptor.out))
              .setErr(errors())
              .execute(GivenArguments.of(args));
    } catch (OutOfMemoryError e) {
      System.err.println(
          "headroom: there is not enough memory for these inputs; give more with"
              + " JAVA_TOOL_OPTIONS=-Xmx8g, or read fewer inputs");
      code = FAULT;
    } catch (StackOverflowError | LinkageError e) {
      System.err.println("headroom: a fault of the program: " + e);
      code = FAULT;
    }
    System.exit(code);
  }

  /** Names are shown the same in any locale, on stderr too. */
  private static PrintWriter errors() {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
        true);
  }

  /**
   * The command line, ready to execute. A wrong call ends in a sentence and a pointer to the help;
   * a fault ends in one line, without a stack trace.
   */
  static CommandLine commandLine(OutputStream data) {
    CommandLine line = new CommandLine(new Headroom(data));
    line.registerConverter(Path.class, FileNames::path);
    line.setParameterExceptionHandler(Headroom::wrongCall);
    line.setExecutionExceptionHandler((fault, command, parsed) -> fault(fault, command));
    return line;
  }

  private static int wrongCall(ParameterException wrong, String[] args) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("headroom: " + sentence(wrong));
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("Try '" + name + " --help'.");
    err.flush();
    return WRONG_USAGE;
  }

  private static String sentence(ParameterException wrong) {
    if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return String.valueOf(wrong.getMessage());
    }
    String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    boolean option = word.startsWith("-");
    if (!option && command.subcommands().isEmpty()) {
      return String.valueOf(wrong.getMessage());
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

  private static int fault(Exception fault, CommandLine command) {
    if (fault instanceof IOException && "Broken pipe".equals(fault.getMessage())) {
      return DONE; // the reader of our output has seen enough
    }
    PrintWriter err = command.getErr();
    err.println(
        fault instanceof IOException
            ? "headroom: cannot write: " + fault.getMessage()
            : "headroom: a fault of the program: " + fault);
    err.flush();
    return FAULT;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
