package dev.headroom.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: how much memory does a shared pool really need. */
@Command(
    name = "headroom",
    version = "headroom 1.0.0",
    description = "How much memory a shared pool really needs, and how sure we are.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AnalyzeCommand.class,
      ParseCommand.class,
      WhatifCommand.class,
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

  @Spec private CommandSpec spec;

  /** Standard output as bytes: data is written in UTF-8, whatever the terminal's charset. */
  static OutputStream standardOutput() {
    return new FileOutputStream(FileDescriptor.out);
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /**
   * The command line, ready to execute; faults end in one line on stderr, without a stack trace.
   */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Headroom());
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          command.getErr().println("headroom: a fault of the program: " + fault);
          return FAULT;
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
