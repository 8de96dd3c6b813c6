package dev.headroom.format.hmc;

import dev.headroom.identity.PrintedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a command of the HMC was called, as far as its answer hangs on it: {@code lslparutil -m
 * Server-9117 -r mempool -F time,curr_pool_mem}.
 *
 * @param resource what was asked about ({@code -r}); empty where it is not known
 * @param fields the names of the values, in their order ({@code -F}); empty where it is not known
 * @param system the managed system ({@code -m}); empty where it is not known
 */
record HmcCall(Optional<String> resource, List<String> fields, Optional<String> system) {
  private static final Pattern RESOURCE = Pattern.compile("\\s-r\\s+([a-z]+)");
  private static final Pattern FIELDS = Pattern.compile("\\s-F\\s+[\"']?([a-z0-9_,]+)");
  private static final Pattern SYSTEM =
      Pattern.compile("\\s-m\\s+(?:\"([^\"]{1,64})\"|'([^']{1,64})'|([^\\s\"'$;|]{1,64}))");

  /** The call of a tool in a command line. */
  static HmcCall of(Optional<String> command, String tool) {
    String line = command.filter(given -> given.contains(tool)).orElse("");
    String call = line.substring(Math.max(0, line.indexOf(tool)));
    return new HmcCall(
        group(RESOURCE, call),
        group(FIELDS, call).map(fields -> List.of(fields.split(",", -1))).orElse(List.of()),
        group(SYSTEM, call));
  }

  private static Optional<String> group(Pattern option, String call) {
    Matcher found = option.matcher(call);
    if (!found.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return Optional.of(found.group(group));
      }
    }
    return Optional.empty();
  }

  /** The managed system as a name: its prompt names the console, which knows many systems. */
  PrintedName systemName() {
    return system.map(name -> new PrintedName(name, null, true)).orElse(PrintedName.NONE);
  }
}
