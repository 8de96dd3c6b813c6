package dev.headroom.format.transcript;

import dev.headroom.identity.FileWords;
import dev.headroom.identity.ToolNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A shell's prompt and what was typed behind it: {@code root@bxaix85 / # svmon -G}, {@code
 * [bxaix85:root@/tmp] vmstat 5}, {@code bxaix85:user 11> date}, {@code (0) root @ bxaix85: /},
 * {@code bash-4.4$ vmstat}, {@code $vmstat}.
 *
 * @param host the host that it names; null where it names none
 * @param command what was typed; null where there was nothing
 * @param word a word of a prompt of no known form, which may be the host's name; null for nothing
 */
record Prompt(@Nullable String host, @Nullable String command, @Nullable String word) {
  private static final String HOST = "([A-Za-z0-9][\\w.-]{0,63})";

  /** Prompts whose form tells them, whatever was typed. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "\\[?[\\w.-]{1,32}@([\\w.-]{1,64})(?:[ :][^#$>]{0,80})?[#$>]\\]?(?:\\s(.*))?"),
          Pattern.compile("([\\w.-]{1,64}):(?:/[^#$>\\s]{0,80}|~) ?[#$>](?:\\s(.*))?"),
          Pattern.compile(
              "\\["
                  + HOST
                  + ":[\\w.-]{1,32}@(?:/[^\\]]{0,80}|~[^\\]]{0,80})\\] ?[#$>]?(?:\\s*(.*))?"),
          Pattern.compile(
              "\\(\\d{1,3}\\) [\\w.-]{1,32} @ "
                  + HOST
                  + ": ?(?:[/~]\\S{0,80})?(?: ?[#$>])?(?:\\s+(.*))?"),
          // a time of day with one damaged digit is no host and user
          Pattern.compile(
              "(?!\\d{1,2}:\\d)" + HOST + ":[\\w.-]{1,32}(?: \\d{1,6})?[>#$%](?:\\s*(.*))?"));

  /** A figure alone is no command: the sign in front of it has come into a list. */
  private static final Pattern BARE =
      Pattern.compile("[#$](?:\\s+((?![\\d.,]+(?:\\s|$))[^-\\s].*))?");

  /** What a shell prints of a script that it traces. */
  private static final Pattern TRACE =
      Pattern.compile("\\+{1,3} ((?:ssh|date|hostname|uname|svmon|vmstat|lparstat|topas)\\b.*)");

  private static final Pattern VERSION =
      Pattern.compile("[a-z]{0,3}sh-[\\d.]{1,9}[#$](?:\\s*(.*))?");

  /** Any text that ends as prompts do, and behind it a call of a tool whose output is read. */
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(.{0,80}?[^\\w\\s,.'\"(-]) {0,2}((?:sudo +)?(?:"
              + String.join("|", ToolNames.ALL)
              + "|date|hostname|uname|ssh)(?: +-?[\\w=,./+-]{1,60})*(?: *[|;&>].*)?)");

  /** Words and a colon are a title: {@code Subject: vmstat}, {@code cmd: vmstat -ht 10}. */
  private static final Pattern LABEL = Pattern.compile("[ \\t-]*[\\w .-]{1,60}:");

  /** Places of a host's name in a prompt of no known form. */
  private static final List<Pattern> HOSTS =
      List.of(
          Pattern.compile("[\\w.-]{1,32}@([A-Za-z0-9][\\w.-]{0,63})(?![\\w/~])"),
          // a word and a colon alone may be a label: Subject: vmstat
          Pattern.compile("^\\W{0,3}([A-Za-z0-9][\\w.-]{0,63}):."));

  private static final Pattern FIRST_WORD = Pattern.compile("\\W{0,3}([A-Za-z][\\w.-]{0,62}\\w)");

  private static final Set<String> NO_HOSTS =
      Set.of("root", "bash", "ksh", "csh", "tcsh", "zsh", "shell", "home", "tmp", "prompt", "usr");

  /** The prompt that a line is; empty where it is not one. */
  static Optional<Prompt> in(String line) {
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(line);
      if (found.matches()) {
        return Optional.of(new Prompt(found.group(1), found.group(2), null));
      }
    }
    for (Pattern form : List.of(BARE, TRACE, VERSION)) {
      Matcher found = form.matcher(line);
      if (found.matches()) {
        return Optional.of(new Prompt(null, found.group(1), null));
      }
    }
    Matcher unknown = UNKNOWN.matcher(line);
    if (!unknown.matches() || LABEL.matcher(unknown.group(1)).matches()) {
      return Optional.empty();
    }
    String host = host(unknown.group(1));
    return Optional.of(
        new Prompt(host, unknown.group(2), host == null ? word(unknown.group(1)) : null));
  }

  private static @Nullable String word(String prompt) {
    Matcher found = FIRST_WORD.matcher(prompt);
    boolean name =
        found.lookingAt()
            && !NO_HOSTS.contains(found.group(1))
            && !FileWords.isCommon(found.group(1));
    return name ? found.group(1) : null;
  }

  private static @Nullable String host(String prompt) {
    for (Pattern place : HOSTS) {
      Matcher found = place.matcher(prompt);
      if (found.find()) {
        return found.group(1);
      }
    }
    return null;
  }
}
