package dev.headroom.site;

import dev.headroom.identity.Glob;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import dev.headroom.unit.VisibleText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a site file with its keys and values; what is not as it should be is refused with the
 * place.
 *
 * @param file the text, for messages
 * @param node what the entry holds
 */
record SiteEntry(SiteText file, SiteNode.Keyed node) {
  private static final int LONGEST_TEXT = 1000;
  private static final Pattern INTERVAL = Pattern.compile("(\\d{1,7}) ?(s|m|min|h)");
  private static final Pattern SHIFT =
      Pattern.compile("([+-]?)(?:(\\d{1,5}) ?h)? ?(?:(\\d{1,7}) ?(?:m|min))? ?(?:(\\d{1,7}) ?s)?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Duration LONGEST = Duration.ofDays(31);

  /**
   * An entry with keys.
   *
   * @param what how the entry is called in a message, such as {@code an entry of pools}
   * @param example what one looks like
   */
  static SiteEntry of(SiteText file, SiteNode node, String what, String example)
      throws SiteFile.UnusableException {
    if (node instanceof SiteNode.Keyed keyed && !keyed.values().isEmpty()) {
      return new SiteEntry(file, keyed);
    }
    boolean empty = !(node instanceof SiteNode.Scalar scalar) || scalar.empty();
    throw file.fault(
        node.at(),
        what
            + (empty && !(node instanceof SiteNode.Entries) ? " is empty" : " has no keys")
            + "; write one such as "
            + example);
  }

  /** Refuses keys that are not among the known ones. */
  SiteEntry only(List<String> known) throws SiteFile.UnusableException {
    for (String key : node.values().keySet()) {
      if (!known.contains(key)) {
        throw file.fault(
            keyAt(key),
            "'"
                + VisibleText.excerpt(key)
                + "' is not a key here; "
                + Spelling.nearest(key, known)
                    .map(near -> "did you mean " + near + "? The keys are ")
                    .orElse("the keys are ")
                + Names.all(known));
      }
    }
    return this;
  }

  SiteNode.Place keyAt(String key) {
    return node.keys().getOrDefault(key, node.at());
  }

  boolean has(String key) {
    return node.values().containsKey(key);
  }

  /** That a value cannot be used. */
  SiteFile.UnusableException fault(String key, String sentence) {
    SiteNode value = node.values().get(key);
    return file.fault(value == null ? node.at() : value.at(), key + ": " + sentence);
  }

  /** The text of a single value; null where the key is missing. */
  @Nullable String text(String key, String example) throws SiteFile.UnusableException {
    SiteNode value = node.values().get(key);
    if (value == null) {
      return null;
    }
    return scalar(key, value, example);
  }

  private String scalar(String key, SiteNode value, String example)
      throws SiteFile.UnusableException {
    if (!(value instanceof SiteNode.Scalar scalar)) {
      throw file.fault(
          value.at(), key + ": a list or keys stand here; write one value, such as " + example);
    }
    String text = scalar.text().strip();
    if (scalar.empty() || text.isEmpty()) {
      throw file.fault(
          scalar.empty() ? keyAt(key) : value.at(),
          key + " has no value; write one such as " + example + ", or take the key out");
    }
    if (text.length() > LONGEST_TEXT) {
      throw file.fault(
          value.at(),
          key
              + ": a text of "
              + Count.of(text.length(), "character")
              + " stands here, and none is longer than "
              + Count.of(LONGEST_TEXT));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw file.fault(value.at(), key + ": a character that cannot be printed stands in it");
    }
    return text;
  }

  /** A text that has to be there. */
  String required(String key, String what, String example) throws SiteFile.UnusableException {
    String text = text(key, example);
    if (text == null) {
      throw file.fault(node.at(), what + " has no " + key + "; write one such as " + example);
    }
    return text;
  }

  /** A size above 0, or from 0 on. */
  @Nullable Size size(String key, boolean mayBeNothing) throws SiteFile.UnusableException {
    String text = text(key, "12GB");
    return text == null ? null : size(key, text, node.values().get(key), mayBeNothing);
  }

  private Size size(String key, String text, @Nullable SiteNode value, boolean mayBeNothing)
      throws SiteFile.UnusableException {
    SiteNode.Place at = value == null ? node.at() : value.at();
    Size size;
    try {
      size = Size.of(text);
    } catch (IllegalArgumentException e) {
      throw file.fault(at, key + ": " + e.getMessage());
    }
    if (size.bytes() == 0 && !mayBeNothing) {
      throw file.fault(at, key + ": it cannot be 0; leave the key out where it is not known");
    }
    if (size.isBeyondAnyMachine()) {
      throw file.fault(at, key + ": '" + text + "' is more than any machine has");
    }
    return size;
  }

  /** A list of sizes, or sizes by name. */
  @Nullable List<Size> sizes(String key) throws SiteFile.UnusableException {
    SiteNode value = node.values().get(key);
    if (value == null) {
      return null;
    }
    List<SiteNode> nodes =
        value instanceof SiteNode.Entries entries
            ? entries.nodes()
            : value instanceof SiteNode.Keyed keyed ? List.copyOf(keyed.values().values()) : null;
    if (nodes == null) {
      throw fault(key, "write a list of sizes, such as [6144MB, 2048MB]");
    }
    List<Size> sizes = new ArrayList<>();
    for (SiteNode one : nodes) {
      if (one instanceof SiteNode.Scalar scalar && scalar.empty()) {
        throw file.fault(one.at(), "an entry of " + key + " is empty; write one such as 6144MB");
      }
      sizes.add(size(key, scalar(key, one, "6144MB"), one, false));
    }
    return sizes;
  }

  /** A whole number from 0 to a largest one. */
  @Nullable Integer whole(String key, int largest) throws SiteFile.UnusableException {
    String text = text(key, "1");
    if (text == null) {
      return null;
    }
    if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) > largest) {
      throw fault(
          key,
          "'"
              + text
              + "' cannot be; write "
              + (largest == 2 ? "0, 1 or 2" : "a whole number from 0 to " + largest));
    }
    return Integer.valueOf(text);
  }

  /** A whole number from 1 on. */
  @Nullable Integer wholeFrom1(String key, int largest) throws SiteFile.UnusableException {
    String text = text(key, "1");
    if (text == null) {
      return null;
    }
    int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number < 1 || number > largest) {
      throw fault(key, "'" + text + "' cannot be; write a whole number from 1 to " + largest);
    }
    return number;
  }

  /** {@code true} or {@code false}. */
  @Nullable Boolean truth(String key) throws SiteFile.UnusableException {
    String text = text(key, "true");
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw fault(key, "'" + text + "' is neither true nor false");
    }
    return Boolean.valueOf(text);
  }

  /** {@code 2009-06-30T12:00:00}. */
  @Nullable LocalDateTime time(String key) throws SiteFile.UnusableException {
    String text = text(key, "2009-06-30T12:00:00");
    if (text == null) {
      return null;
    }
    LocalDateTime time;
    try {
      time = LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw fault(
          key,
          "'" + text + "' is not a local date and time without a zone; write 2009-06-30T12:00:00");
    }
    if (!IsoTime.isPlausible(time)) {
      throw fault(key, "'" + text + "' is not of a year from " + IsoTime.years());
    }
    return time;
  }

  /** {@code 10s}, {@code 5m}, {@code 1h}. */
  @Nullable Duration interval(String key) throws SiteFile.UnusableException {
    String text = text(key, "10s");
    if (text == null) {
      return null;
    }
    Matcher form = INTERVAL.matcher(text);
    if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
      throw fault(
          key, "'" + text + "' is not an interval; write a number and s, m or h, such as 10s");
    }
    long count = Long.parseLong(form.group(1));
    Duration interval =
        switch (form.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofMinutes(count);
        };
    if (interval.compareTo(LONGEST) > 0) {
      throw fault(key, "'" + text + "' is longer than a month; write how far apart rows are");
    }
    return interval;
  }

  /** {@code -7m}, {@code 90s}, {@code -1h30m}: by how much a clock is moved. */
  Site.@Nullable Shift shift(String key) throws SiteFile.UnusableException {
    String text = text(key, "-7m");
    if (text == null) {
      return null;
    }
    Matcher form = SHIFT.matcher(text);
    if (!form.matches() || form.end() <= form.end(1)) {
      throw fault(key, "'" + text + "' is no shift of a clock; write such as -7m, 90s or -1h30m");
    }
    long seconds = part(form, 2) * 3600 + part(form, 3) * 60 + part(form, 4);
    return new Site.Shift((form.group(1).equals("-") ? -seconds : seconds) * 1000);
  }

  private static long part(Matcher form, int group) {
    return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
  }

  /** A pattern of sources. */
  String pattern(String key, String what, String example) throws SiteFile.UnusableException {
    String text = required(key, what, example);
    try {
      Glob.of(text);
      return text;
    } catch (IllegalArgumentException e) {
      throw fault(key, "'" + text + "' is not a pattern: " + e.getMessage());
    }
  }

  /** The entries of a list; empty where the key is missing. */
  Optional<List<SiteNode>> entries(String key, String example) throws SiteFile.UnusableException {
    SiteNode value = node.values().get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof SiteNode.Entries entries) {
      return Optional.of(entries.nodes());
    }
    throw value instanceof SiteNode.Scalar scalar && scalar.empty()
        ? file.fault(
            keyAt(key), key + " has no value; write a list such as " + example + ", or take it out")
        : fault(key, "write a list, such as " + example);
  }
}
