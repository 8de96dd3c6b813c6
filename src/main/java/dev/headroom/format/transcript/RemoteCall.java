package dev.headroom.format.transcript;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a shell sends to another host, as a session or a script that echoes its commands
 * shows it: {@code ssh -q root@db01 vmstat -ht 10 6}, {@code + ssh db02 'svmon -G'}. What follows
 * is printed by that host, whoever the prompt before it belongs to.
 *
 * @param host the host that it is sent to
 */
record RemoteCall(String host) {
  private static final Pattern CALL =
      Pattern.compile(
          "(?:\\+{1,4} )?(?:sudo )?(?:ssh|rsh)(?: +-(?:[bcilmopEFJ] *[^ ]{1,80}|[A-Za-z]{1,8}))*"
              + " +(?:[\\w.-]{1,32}@)?([A-Za-z0-9][\\w.-]{0,63}) +['\"]?\\S.*");

  /** The call that a command line is; empty where nothing is sent anywhere. */
  static Optional<RemoteCall> in(String commandLine) {
    Matcher call = CALL.matcher(commandLine);
    return call.matches() ? Optional.of(new RemoteCall(call.group(1))) : Optional.empty();
  }
}
