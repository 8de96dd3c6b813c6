package dev.headroom.format.transcript;

import dev.headroom.capture.Line;
import dev.headroom.identity.PrintedDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the captures of a recorded session: prompts, echoed commands, {@code date}
 * lines, host names. It knows at each place which host is being spoken to, which command was given
 * and what time it was.
 *
 * <p>Lines that it reads: {@code root@bxaix85 / # svmon -G}, {@code vmstat -ht 10 6}, {@code Tue
 * Jun 30 12:03:33 CEST 2009}, {@code AIX bxaix85 1 6 00F604D44C00}; of z/VM {@code q alloc page},
 * {@code Ready; T=0.01/0.01 15:04:07}, {@code MAINT AT ZVMWS01}.
 */
public final class Transcript {
  /** Longer lines are prose; patterns are not tried on them. */
  private static final int LONGEST = 200;

  private static final List<String> TOOLS =
      List.of("svmon", "vmstat", "lparstat", "topas", "topas_cec", "nmon", "vmo", "lsps", "sar");
  private static final Pattern HOST_PROMPT =
      Pattern.compile(
          "\\[?[\\w.-]{1,32}@([\\w.-]{1,64})(?:[ :][^#$>]{0,80})?[#$>]\\]?(?:\\s(.*))?");
  private static final Pattern PATH_PROMPT =
      Pattern.compile("([\\w.-]{1,64}):(?:/[^#$>\\s]{0,80}|~) ?[#$>](?:\\s(.*))?");
  private static final Pattern BARE_PROMPT = Pattern.compile("[#$](?:\\s+(.*))?");
  private static final Pattern READY =
      Pattern.compile(
          "R(?:eady)?(?:\\(-?\\d{1,5}\\))?;(?: {1,4}T=[\\d./]{1,24})?"
              + "(?: {1,4}([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d))?");
  private static final Pattern AT_SYSTEM =
      Pattern.compile("[\\w$#@+:-]{1,8} {1,8}(?:AT|at) {1,4}([\\w-]{1,8})(?: .*)?");
  private static final Pattern FROM_GUEST = Pattern.compile("\\b(?:vmcp|hcp)\\s");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:date|hostname|uname -n|[a-z_]{3,9}(?: +(?:-\\S{1,60}|\\d{1,7}))*)(?: *\\|.*)?");
  private static final Pattern UNAME =
      Pattern.compile("AIX ([\\w.-]{1,64}) \\d \\d [0-9A-Fa-f]{12}");
  private static final Pattern HOST_LABEL =
      Pattern.compile("(?i)(?:hostname|host|node)\\s*[:=]\\s*([\\w.-]{1,64})");
  private static final Pattern WORD = Pattern.compile("[\\w.-]{1,64}");

  private @Nullable String promptHost;
  private @Nullable String saidHost;
  private @Nullable String command;

  /** The last command whose output was read: it still says which tool the prompt speaks for. */
  private @Nullable String printed;

  private boolean hostNameFollows;
  private boolean systemFollows;
  private int promptSecond = -1;
  private @Nullable LocalDateTime now;
  private int hostScope;

  /**
   * Looks at a line before any format does: {@code # vmstat 60 2} is no short row of the table
   * above it.
   *
   * @return whether the line is a prompt, which ends the section before it
   */
  public boolean notePrompt(Line line) {
    if (line.length() > LONGEST
        || !(line.startsWith("#")
            || line.startsWith("$")
            || line.contains("@")
            || line.contains(":/")
            || line.contains(":~")
            || mayBeOfZvm(line))) {
      return false;
    }
    promptSecond = -1;
    String text = line.text().strip();
    return prompt(text) || ready(text) || cpCommand(text);
  }

  private static boolean mayBeOfZvm(Line line) {
    return line.startsWith("q")
        || line.startsWith("ind")
        || line.startsWith("cp ")
        || line.startsWith("vmcp ")
        || line.startsWith("==")
        || line.startsWith("Ready")
        || line.startsWith("R;")
        || line.startsWith("R(");
  }

  /** The message of CMS that a command has ended. It is the prompt there. */
  private boolean ready(String text) {
    Matcher ready = READY.matcher(text);
    if (!ready.matches()) {
      return false;
    }
    if (ready.group(1) != null) {
      promptSecond =
          Integer.parseInt(ready.group(1)) * 3600
              + Integer.parseInt(ready.group(2)) * 60
              + Integer.parseInt(ready.group(3));
    }
    give(null);
    return true;
  }

  private boolean cpCommand(String text) {
    Optional<CpCommand> found = CpCommand.in(text);
    found.ifPresent(
        given -> {
          give(text);
          systemFollows = given.asksWho();
        });
    return found.isPresent();
  }

  /** The second of the day that the prompt noted last prints; -1 where it prints none. */
  public int promptSecond() {
    return promptSecond;
  }

  /**
   * Looks at a line that no format claimed.
   *
   * @return whether the line ends the section before it: a command, a date, a host
   */
  public boolean note(Line line) {
    if (line.length() > LONGEST) {
      return false;
    }
    String text = line.text().strip();
    boolean answer = hostNameFollows;
    hostNameFollows = false;
    if (answer && WORD.matcher(text).matches()) {
      sayHost(text);
      return true;
    }
    Matcher system = AT_SYSTEM.matcher(text);
    if (systemFollows && system.matches()) {
      sayHost(system.group(1));
      return true;
    }
    return date(text) || host(text) || echoed(text);
  }

  private boolean prompt(String text) {
    Matcher named = HOST_PROMPT.matcher(text);
    if (!named.matches()) {
      named = PATH_PROMPT.matcher(text);
    }
    if (named.matches()) {
      String host = named.group(1);
      if (!host.equals(promptHost)) {
        promptHost = host;
        saidHost = null;
        hostScope++;
      }
      give(named.group(2));
      return true;
    }
    Matcher bare = BARE_PROMPT.matcher(text);
    if (bare.matches()) {
      if (promptHost != null) {
        // a shell that names no host is not the one that did
        promptHost = null;
        hostScope++;
      }
      give(bare.group(1));
      return true;
    }
    return false;
  }

  private boolean echoed(String text) {
    if (!COMMAND.matcher(text).matches()) {
      return false;
    }
    String first = text.split("[ |]", 2)[0];
    if (!TOOLS.contains(first)
        && !first.equals("date")
        && !first.equals("hostname")
        && !first.equals("uname")) {
      return false;
    }
    give(text);
    return true;
  }

  private void give(@Nullable String given) {
    command = given == null || given.isBlank() ? null : given.strip();
    printed = null;
    systemFollows = false;
    hostNameFollows = command != null && (command.equals("hostname") || command.equals("uname -n"));
  }

  private boolean host(String text) {
    Matcher uname = UNAME.matcher(text);
    Matcher label = HOST_LABEL.matcher(text);
    if (uname.matches()) {
      sayHost(uname.group(1));
      return true;
    }
    if (label.matches()) {
      sayHost(label.group(1));
      return true;
    }
    return false;
  }

  private void sayHost(String host) {
    if (!host.equals(saidHost == null ? promptHost : saidHost)) {
      hostScope++;
    }
    saidHost = host;
  }

  private boolean date(String text) {
    Optional<LocalDateTime> read = PrintedDate.in(text);
    read.ifPresent(time -> now = time);
    return read.isPresent();
  }

  /**
   * The host that a capture of this tool was taken on; empty where nothing names it. A prompt with
   * a command for another tool does not speak for this capture; one in a guest that passes a
   * command on to its control program is the guest's.
   */
  public Optional<String> hostOf(String tool) {
    String asked = command == null ? printed : command;
    if (asked != null && FROM_GUEST.matcher(asked).find()) {
      return Optional.empty();
    }
    if (saidHost != null) {
      return Optional.of(saidHost);
    }
    boolean speaks =
        asked == null || names(asked, tool) || TOOLS.stream().noneMatch(t -> names(asked, t));
    return speaks ? Optional.ofNullable(promptHost) : Optional.empty();
  }

  private static boolean names(String commandLine, String tool) {
    return Pattern.compile("\\b" + tool + "\\b").matcher(commandLine).find();
  }

  /** Changes whenever another host is spoken to: a partition's name holds within one scope. */
  public int scope() {
    return hostScope;
  }

  /** The time of the last {@code date} line, or of the last row after it; null before any. */
  public @Nullable LocalDateTime now() {
    return now;
  }

  /** Says that a capture after the last {@code date} line ended at this time. */
  public void passed(LocalDateTime time) {
    if (now != null && time.isAfter(now)) {
      now = time;
    }
  }

  /** The operands of the last command if it called this tool; empty where it did not. */
  public Optional<Operands> operands(String tool) {
    return command == null ? Optional.empty() : Operands.of(command, tool);
  }

  /** Says that the last command's output begins: what follows it was not printed by that call. */
  public void outputBegan() {
    printed = command == null ? printed : command;
    command = null;
  }
}
