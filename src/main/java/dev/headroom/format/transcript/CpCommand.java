package dev.headroom.format.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command to the control program of z/VM as a session echoes it, abbreviated or not: {@code q
 * alloc page}, {@code cp ind queues}, {@code ===> q cplevel}, {@code vmcp q stor}.
 *
 * @param text the command
 */
record CpCommand(String text) {
  private static final Pattern CALL =
      Pattern.compile(
          "(?:={1,8}>\\s*)?(?:(?:#?cp|vmcp|hcp)\\s+)?([a-z]{1,8})\\s+([a-z/]{1,10})"
              + "(?:\\s+[\\w$#@+:*-]{1,12}){0,3}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS_WHO = Pattern.compile("\\suserid?$", Pattern.CASE_INSENSITIVE);

  /** A word that may be cut after a number of letters. */
  private record Word(String whole, int least) {
    boolean is(String given) {
      return given.length() >= least && whole.startsWith(given);
    }
  }

  private static final Word QUERY = new Word("query", 1);
  private static final Word INDICATE = new Word("indicate", 3);
  private static final List<Word> QUERIED =
      List.of(
          new Word("allocate", 5),
          new Word("storage", 4),
          new Word("frames", 2),
          new Word("xstorage", 5),
          new Word("xstore", 6),
          new Word("cplevel", 3),
          new Word("cpowned", 3),
          new Word("srm", 3),
          new Word("userid", 5),
          new Word("time", 4));
  private static final List<Word> INDICATED =
      List.of(
          new Word("user", 2),
          new Word("load", 2),
          new Word("paging", 2),
          new Word("i/o", 3),
          new Word("io", 2),
          new Word("queues", 1));

  /** The command that a line holds and nothing else; empty where it is not a known one. */
  static Optional<CpCommand> in(String line) {
    Matcher call = CALL.matcher(line);
    if (!call.matches()) {
      return Optional.empty();
    }
    String verb = call.group(1).toLowerCase(Locale.ROOT);
    String operand = call.group(2).toLowerCase(Locale.ROOT);
    boolean known =
        (QUERY.is(verb) && QUERIED.stream().anyMatch(word -> word.is(operand)))
            || (INDICATE.is(verb) && INDICATED.stream().anyMatch(word -> word.is(operand)));
    return known ? Optional.of(new CpCommand(line)) : Optional.empty();
  }

  /** Whether it asks for the names of the user and of the system. */
  boolean asksWho() {
    return ASKS_WHO.matcher(text).find();
  }
}
