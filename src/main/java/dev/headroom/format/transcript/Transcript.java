package dev.headroom.format.transcript;

import dev.headroom.capture.Line;
import dev.headroom.identity.Claim;
import dev.headroom.identity.DateLine;
import dev.headroom.identity.FileWords;
import dev.headroom.identity.ToolNames;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
  /** A date has no more: day of the week, day, year, and the fraction of a second. */
  private static final int MOST_COMMAS = 4;

  /** Day and time written in one word: {@code 200906301203}. */
  private static final int JOINED_DIGITS = 12;

  /** Longer lines are prose; patterns are not tried on them. */
  private static final int LONGEST = 200;

  private static final Pattern READY =
      Pattern.compile(
          "R(?:eady)?(?:\\(-?\\d{1,5}\\))?;(?: {1,4}T=[\\d./]{1,24})?"
              + "(?: {1,4}([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d))?");
  private static final Pattern AT_SYSTEM =
      Pattern.compile("[\\w$#@+:-]{1,8} {1,8}(?:AT|at) {1,4}([\\w-]{1,8})(?: .*)?");
  private static final Pattern FROM_GUEST = Pattern.compile("\\b(?:vmcp|hcp)\\s");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:date|hostname|uname -n|[a-z][a-z0-9_]{2,15}(?: +(?:-\\S{1,60}|\\d{1,7}))*)(?: *\\|.*)?");

  /** A title that shows the call: {@code Command: vmstat -h}, {@code ----- vmstat -ht 60 -----}. */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?:[\\w .-]{1,40}:|[-=*#+]{2,60}|[\\w ]{1,40}\\bof) ?['\"]?((?:"
              + String.join("|", ToolNames.ALL)
              + ")(?: -[A-Za-z]{1,8})+(?: \\d{1,7}){0,2})['\"]?:?\\s*[-=*#+]{0,60}");

  private static final Pattern ASKS_HOST = Pattern.compile("(?:hostname|uname -n)(?:\\s*[;&].*)?");
  private static final Pattern UNAME =
      Pattern.compile("AIX ([\\w.-]{1,64}) \\d \\d [0-9A-Fa-f]{12}(?: .{0,40})?");
  private static final Pattern HOST_LABEL =
      Pattern.compile(
          "(?i)(?:host ?name|host|node ?name|node|server(?: ?name)?|lpar(?: ?name)?|system(?: ?name)?|partition|target)\\s*[:=]\\s*"
              + "(?=[\\w.-]*[a-z])([\\w.-]{1,64})");
  private static final Pattern BANNER =
      Pattern.compile(
          "(?i)([\\w.-]{1,64}) \\| (?:CHANGED|SUCCESS|FAILED|UNREACHABLE!?)\\b.{0,80}"
              + "|\\[\\d{1,6}\\] [\\d:]{8} \\[(?:SUCCESS|FAILURE)\\] (?:[\\w.-]{1,32}@)?([\\w.-]{1,64}).{0,80}");

  /** What a run of tasks prints before the result of a host: {@code ok: [db01]} and a brace. */
  private static final Pattern TASK_RESULT =
      Pattern.compile("(?:ok|changed|fatal|failed): \\[([\\w.-]{1,64})\\](?:[: ].{0,80})?");

  /**
   * A name behind a ruler or an arrow on one line, or before a colon, or in brackets: {@code ===
   * db01 ===}, {@code --> db01}, {@code db01:}, {@code [db01]}.
   */
  private static final Pattern RULED =
      Pattern.compile(
          "(?:[-=#*>+]{2,60}\\s*|\\[)?(?:(?i:host|server|node|lpar)\\s*[:=]?\\s*)?([\\w.-]{1,64}?)"
              + "(?:\\s*\\(\\d{1,4}\\))?\\s*(?::|\\]|[-=#*<+]{2,60})?");

  /** The name of a file between arrows, as {@code tail} and {@code head} print it. */
  private static final Pattern FILE_HEADING =
      Pattern.compile("==> (?:[^<>]{0,120}/)?([^/<>]{1,64}) <==");

  private static final Pattern WORD = Pattern.compile("[\\w.-]{1,64}");

  /** A damaged figure: of words that begin with a digit, names have two letters in a row. */
  private static final Pattern FIGURE =
      Pattern.compile("\\d(?!.*[A-Za-z]{2}).*|(?i:nan|inf|infinity|null|none)");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]{0,62}[\\w]");

  private @Nullable String promptHost;
  private @Nullable String saidHost;
  private Claim saidBy = Claim.HOST;

  /** Whether {@link #saidHost} is the system that CP told a console. */
  private boolean saidByCp;

  /** The z/VM system that a guest is in, as its control program told it, by the guest's host. */
  private final Map<String, String> systemOf = new HashMap<>();

  private final Screens screens = new Screens();
  private final Midnights midnights = new Midnights();
  private final Midnights stampMidnights = new Midnights();

  /** A word alone on its line, which is a host's name where something else shows that it is. */
  private @Nullable String word;

  private @Nullable String command;

  /** The last command whose output was read: it still says which tool the prompt speaks for. */
  private @Nullable String printed;

  private boolean hostNameFollows;
  private boolean systemFollows;
  private int promptSecond = -1;
  private @Nullable LocalDateTime now;

  /** A time of the day that stood alone on a line, for the capture that begins next. */
  private @Nullable LocalTime clockNow;

  private boolean notedDate;

  /** Whether the line before began an entry of an error log, whose date is when that happened. */
  private boolean errorEntry;

  private int hostScope;

  /**
   * Looks at a line before any format does: {@code # vmstat 60 2} is no short row of the table
   * above it.
   *
   * @return whether the line is a prompt, which ends the section before it
   */
  public boolean notePrompt(Line line) {
    if (line.length() > LONGEST || !mayBePrompt(line)) {
      return false;
    }
    promptSecond = -1;
    String text = line.text().strip();
    return prompt(text) || ready(text) || cpCommand(text);
  }

  /**
   * Looks whether a line is the status line of a console's screen. It may stand inside an answer,
   * which then goes on with the next screen.
   */
  public boolean noteStatus(Line line) {
    if (!screens.note(line)) {
      return false;
    }
    if (saidByCp
        && !screens.systemOf(screens.current() - 1).equals(Optional.ofNullable(saidHost))) {
      saidHost = null;
      saidByCp = false;
      hostScope++;
    }
    return true;
  }

  /** The screens of the text so far. */
  public Screens screens() {
    return screens;
  }

  /** Cheap signs of a prompt: rows of figures show none of them. */
  private static boolean mayBePrompt(Line line) {
    for (int at = line.start(); at < line.end(); at++) {
      switch (line.bytes()[at]) {
        case '#', '$', '>', '@', ']', '%' -> {
          return true;
        }
        default -> {
          // looks on
        }
      }
    }
    return mayBeOfZvm(line)
        || line.startsWith("+ ")
        || line.contains("vmstat")
        || line.contains("lparstat");
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
      midnights.note(promptSecond);
    }
    give(null);
    return true;
  }

  private boolean cpCommand(String text) {
    Optional<CpCommand> found = CpCommand.in(text);
    found.ifPresent(given -> give(text));
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
    notedDate = false;
    String text = line.text().strip();
    boolean answer = hostNameFollows;
    hostNameFollows = false;
    if (answer && WORD.matcher(text).matches()) {
      sayHost(text, Claim.HOST);
      return true;
    }
    Matcher system = AT_SYSTEM.matcher(text);
    if (systemFollows && system.matches()) {
      saySystem(system.group(1));
      return true;
    }
    return date(text) || host(text) || echoed(text);
  }

  private boolean prompt(String text) {
    // "# 2024-03-04 10:00:05" is a date that a script marked, and no command of root's
    Optional<Prompt> found = Prompt.in(text).filter(prompt -> DateLine.in(text).isEmpty());
    found.ifPresent(
        prompt -> {
          word = prompt.word();
          if (!Objects.equals(prompt.host(), promptHost)) {
            // a shell that names no host is not the one that did
            promptHost = prompt.host();
            saidHost = prompt.host() == null ? saidHost : null;
            systemOf.remove("");
            hostScope++;
          }
          give(prompt.command());
        });
    return found.isPresent();
  }

  private boolean echoed(String text) {
    if (RemoteCall.in(text).isPresent()) {
      give(text);
      return true;
    }
    Matcher titled = TITLED.matcher(text);
    if (titled.matches()) {
      give(titled.group(1));
      return true;
    }
    if (!COMMAND.matcher(text).matches()) {
      return false;
    }
    String first = text.split("[ |]", 2)[0];
    if (!ToolNames.ALL.contains(first)
        && !first.equals("date")
        && !first.equals("hostname")
        && !first.equals("uname")) {
      return false;
    }
    give(text);
    return true;
  }

  private void give(@Nullable String given) {
    hostScope += remote(command == null ? printed : command).isPresent() ? 1 : 0;
    command = given == null || given.isBlank() ? null : given.strip();
    printed = null;
    hostScope += remote(command).isPresent() ? 1 : 0;
    systemFollows =
        command != null && CpCommand.in(passedOn(command)).filter(CpCommand::asksWho).isPresent();
    hostNameFollows = command != null && ASKS_HOST.matcher(command).matches();
  }

  private boolean host(String text) {
    Matcher uname = UNAME.matcher(text);
    Matcher label = HOST_LABEL.matcher(text);
    Matcher banner = BANNER.matcher(text);
    Matcher task = TASK_RESULT.matcher(text);
    if (task.matches()) {
      sayHost(task.group(1), Claim.BANNER);
      command = null;
      return true;
    }
    if (uname.matches()) {
      sayHost(uname.group(1), Claim.HOST);
      return true;
    }
    if (label.matches()) {
      sayHost(label.group(1), Claim.HOST);
      return true;
    }
    if (banner.matches()) {
      sayHost(banner.group(1) == null ? banner.group(2) : banner.group(1), Claim.BANNER);
      command = null;
      return true;
    }
    return false;
  }

  /** The command that a guest's shell passes on to its control program; else the command itself. */
  private static String passedOn(String given) {
    Matcher guest = FROM_GUEST.matcher(given);
    return guest.find() ? given.substring(guest.start()).replaceAll("['\"]+$", "").strip() : given;
  }

  /** Says which system CP named, to a guest that asked from its shell or to a console. */
  private void saySystem(String system) {
    String asked = command == null ? printed : command;
    if (asked == null || !FROM_GUEST.matcher(asked).find()) {
      sayHost(system, Claim.HOST);
      saidByCp = true;
      return;
    }
    String before = systemOf.put(Objects.requireNonNullElse(guest(asked), ""), system);
    hostScope += before == null || before.equals(system) ? 0 : 1;
  }

  /** The guest whose shell gave a command; null where nothing names it. */
  private @Nullable String guest(String asked) {
    return remote(asked).orElse(saidHost == null ? promptHost : saidHost);
  }

  /** Says that what follows was printed on this host. */
  public void sayHost(String host, Claim by) {
    if (!host.equals(saidHost == null ? promptHost : saidHost)) {
      hostScope++;
      systemOf.remove("");
    }
    saidHost = host;
    saidBy = by;
    saidByCp = false;
    word = null;
  }

  /**
   * The word that a line holds and nothing else, alone or between rulers, where it may be a host's
   * name; empty for words that stand for tools and things.
   */
  public static Optional<String> wordIn(Line line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    String text = line.text().strip();
    Matcher file = FILE_HEADING.matcher(text);
    Matcher ruled = RULED.matcher(text);
    String found =
        file.matches() ? FileWords.left(file.group(1)) : ruled.matches() ? ruled.group(1) : text;
    boolean name =
        NAME.matcher(found).matches()
            && !FIGURE.matcher(found).matches()
            && !ToolNames.ALL.contains(found)
            && !FileWords.isCommon(found);
    return name ? Optional.of(found) : Optional.empty();
  }

  /** Takes a word of {@link #wordIn} for what may be the name of the host from here on. */
  public void noteWord(String found) {
    word = found;
  }

  /**
   * Looks whether a line inside a capture is a date and nothing else: formats whose titles are free
   * words must not take it for one of these.
   */
  public boolean noteDate(Line line) {
    int first = line.indent();
    if (line.length() > LONGEST || first == line.length()) {
      return false;
    }
    boolean timed = line.contains(":") || (line.length() <= LONGEST / 2 && line.contains("."));
    if (!timed) {
      return false;
    }
    if (!errorEntry && !line.startsWith("IDENTIFIER:") && !mayHoldDate(line)) {
      notedDate = false;
      return false;
    }
    return date(line.text().strip());
  }

  /**
   * Whether a line may be a date: every line of every capture is asked, and most hold no time of
   * the day. It has figures around a colon, or around two points, or many in a row, and few commas;
   * of other scripts nothing is known.
   */
  private static boolean mayHoldDate(Line line) {
    byte[] bytes = line.bytes();
    int commas = 0;
    int digits = 0;
    int points = 0;
    boolean time = false;
    for (int at = line.start(); at < line.end(); at++) {
      byte b = bytes[at];
      if (b < 0) {
        return true;
      }
      commas += b == ',' ? 1 : 0;
      digits += isDigit(b) ? 1 : 0;
      if ((b == ':' || b == '.') && at > line.start() && at + 1 < line.end()) {
        boolean within = isDigit(bytes[at - 1]) && isDigit(bytes[at + 1]);
        points += within && b == '.' ? 1 : 0;
        time |= within && (b == ':' || points > 1);
      }
    }
    return commas <= MOST_COMMAS && (time || digits >= JOINED_DIGITS);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private boolean date(String text) {
    boolean entry = errorEntry && text.startsWith("Date/Time:");
    errorEntry = text.startsWith("IDENTIFIER:");
    if (entry) {
      notedDate = false;
      return false;
    }
    Optional<LocalDateTime> read = DateLine.in(text);
    Optional<LocalTime> clock = read.isEmpty() ? DateLine.clockIn(text) : Optional.empty();
    if (read.isPresent()) {
      now = read.get();
      clockNow = null;
    }
    clock.ifPresent(time -> clockNow = time);
    notedDate = read.isPresent() || clock.isPresent();
    return notedDate;
  }

  /** Takes the time of the day that a line after the last date gave alone; null for none. */
  public @Nullable LocalTime takeClock() {
    LocalTime taken = clockNow;
    clockNow = null;
    return taken;
  }

  /** Whether the line noted last was a date. */
  public boolean notedDate() {
    return notedDate;
  }

  /**
   * What the text says so far of whose a capture of this tool is. A prompt with a command for
   * another tool does not speak for this capture; one in a guest that passes a command on to its
   * control program is the guest's.
   */
  public Spoken speakerOf(String tool) {
    String asked = command == null ? printed : command;
    if (asked != null && FROM_GUEST.matcher(asked).find()) {
      String guest = guest(asked);
      String system = systemOf.get(Objects.requireNonNullElse(guest, ""));
      return new Spoken(system, Claim.HOST, null, guest, -1);
    }
    Optional<String> remote = remote(asked);
    if (remote.isPresent()) {
      return new Spoken(remote.get(), Claim.PROMPT, word, null, -1);
    }
    if (saidHost != null) {
      return new Spoken(saidHost, saidBy, word, null, saidByCp ? screens.current() : -1);
    }
    boolean speaks =
        asked == null
            || names(asked, tool)
            || ToolNames.ALL.stream().noneMatch(t -> names(asked, t));
    return new Spoken(speaks ? promptHost : null, Claim.PROMPT, word, null, screens.current());
  }

  /**
   * What names the host of a capture.
   *
   * @param host the host; null where nothing names it
   * @param by what names it
   * @param word what may be its name, and comes after what {@code by} names; null for nothing
   * @param guest the guest whose shell asked the control program; null where none did
   * @param screen the screen of a console that the capture begins on, as {@link Screens} counts
   *     them; -1 where it was printed on none
   */
  public record Spoken(
      @Nullable String host, Claim by, @Nullable String word, @Nullable String guest, int screen) {}

  /** The host that a command was sent to; empty where it was not sent anywhere. */
  private static Optional<String> remote(@Nullable String asked) {
    return asked == null ? Optional.empty() : RemoteCall.in(asked).map(RemoteCall::host);
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

  /** Says that a script stamped the line at hand with this time. */
  public void stamped(LocalDateTime time) {
    now = time;
  }

  /** Takes the time of the day that stands in front of the line at hand, without a date. */
  public void stampedClock(LocalTime time) {
    stampMidnights.note(time.toSecondOfDay());
  }

  /**
   * How many midnights passed since the first time of the day that a message of CMS printed; 0
   * where a {@code date} line gives the day.
   */
  public int midnights() {
    return now == null ? midnights.count() : 0;
  }

  /** As {@link #midnights}, by the times in front of the lines, which another clock may tell. */
  public int stampMidnights() {
    return now == null ? stampMidnights.count() : 0;
  }

  /** Says that a capture after the last {@code date} line ended at this time. */
  public void passed(LocalDateTime time) {
    if (now != null && time.isAfter(now)) {
      now = time;
    }
  }

  /** The last command, as it was echoed; empty where none was, or where its output has begun. */
  public Optional<String> command() {
    return Optional.ofNullable(command);
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
