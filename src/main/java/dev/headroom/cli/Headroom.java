package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.capture.FileNames;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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

  private static final String PACKAGE = "dev.headroom.";

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"headroom " + Analysis.VERSION};
    }
  }

  @Spec private CommandSpec spec;

  private final Outlet data;

  /** A program that writes its data to this stream. */
  private Headroom(Outlet data) {
    this.data = data;
  }

  /** Where data goes, as bytes: it is UTF-8, whatever the terminal's charset. */
  OutputStream data() {
    return data;
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    Outlet out = Outlet.ofProcess(new FileOutputStream(FileDescriptor.out), 1);
    Outlet err = Outlet.ofProcess(new FileOutputStream(FileDescriptor.err), 2);
    System.exit(run(out, err, GivenArguments.of(args)));
  }

  /** Runs the program and returns its exit code; what it prints has been written, or is lost. */
  static int run(Outlet out, Outlet err, String... args) {
    CommandLine line = commandLine(out);
    line.setOut(Terminal.writer(out));
    line.setErr(Terminal.writer(err));
    Terminal messages = new Terminal(line.getErr());
    int code;
    try {
      code = line.execute(GivenArguments.of(args));
    } catch (OutOfMemoryError e) {
      messages.line(
          "headroom: there is not enough memory for these inputs; give more with"
              + " JAVA_TOOL_OPTIONS=-Xmx8g, or read fewer inputs");
      code = FAULT;
    } catch (StackOverflowError | LinkageError e) {
      messages.line(ofProgram(e));
      code = FAULT;
    }
    line.getOut().flush();
    if (out.loss().isPresent()) {
      messages.line("headroom: " + WriteFailure.ofOutput(out.loss().get()));
      code = FAULT;
    }
    messages.flush();
    // what should have been told is lost: silence must not be taken for a good sign
    return code == DONE && err.loss().isPresent() ? FAULT : code;
  }

  /**
   * The command line, ready to execute. A wrong call ends in a sentence and a pointer to the help;
   * a fault ends in one line, without a stack trace.
   */
  static CommandLine commandLine(OutputStream data) {
    Outlet out = data instanceof Outlet outlet ? outlet : Outlet.of(data);
    CommandLine line = new CommandLine(new Headroom(out));
    line.setExpandAtFiles(false); // a file may be called @file
    line.registerConverter(Path.class, Headroom::path);
    line.setParameterExceptionHandler(Headroom::wrongCall);
    line.setExecutionExceptionHandler((fault, command, parsed) -> fault(fault, command, out));
    return line;
  }

  private static Path path(String text) {
    try {
      if (!text.isEmpty()) {
        return FileNames.path(text);
      }
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' cannot be the name of a file");
    }
    throw new TypeConversionException(
        "the name is empty; a variable that is not set may stand there");
  }

  private static int wrongCall(ParameterException wrong, String[] args) {
    Terminal err = new Terminal(wrong.getCommandLine().getErr());
    List<String> lines = CallSentence.of(wrong, List.of(args));
    err.line("headroom: " + lines.get(0));
    err.lines(lines.subList(1, lines.size()));
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.line("Try '" + name + " --help'.");
    err.flush();
    return WRONG_USAGE;
  }

  private static int fault(Exception fault, CommandLine command, Outlet out) {
    if (out.readerIsGone()) {
      return DONE; // the reader of our output has seen enough
    }
    if (out.loss().isPresent()) {
      return FAULT; // who started the command says why
    }
    Terminal err = new Terminal(command.getErr());
    err.line(
        fault instanceof IOException lost
            ? "headroom: " + WriteFailure.ofOutput(lost)
            : ofProgram(fault));
    err.flush();
    return FAULT;
  }

  /** What makes a fault of the program known to those who can mend it, without a stack trace. */
  private static String ofProgram(Throwable fault) {
    String place =
        Arrays.stream(fault.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(PACKAGE))
            .findFirst()
            .map(frame -> " in " + frame.getFileName() + ", line " + frame.getLineNumber())
            .orElse("");
    return "headroom: a fault of the program" + place + "; please report it";
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
