package dev.headroom.format.cp;

import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.QueryAllocPageParser.VolumeContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Space of a CP-owned volume that is not for pages: {@code QUERY ALLOC SPOOL}, {@code DRCT} and
 * {@code TDISK} answer with the same headings. The echoed command tells them apart, or the name of
 * the file that holds the answer; directory and temporary disk space is counted in cylinders.
 *
 * @param words why the answer is not used
 */
record OtherSpace(String words) {
  /** An answer whose extents are counted in cylinders. */
  static final OtherSpace CYLINDERS =
      new OtherSpace("space that is counted in cylinders is no page space");

  /** An answer that may be of page space or of spool space. */
  private static final OtherSpace UNTOLD =
      new OtherSpace(
          "nothing tells whether this answer is of page space or of spool space; it is not used."
              + " Keep the command in the capture (QUERY ALLOC PAGE), or 'page' in the file's name");

  private static final Pattern ALLOC = Pattern.compile("\\balloc", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGES =
      Pattern.compile(
          "alloc[a-z]{0,4}[ ._-](?:page|map)\\b|pag(?:e|es|ing)(?![a-z])[^/]*$",
          Pattern.CASE_INSENSITIVE);

  /** The largest volume has fewer cylinders; blocks of other devices are more. */
  private static final double MOST_CYLINDERS = 65_520;

  private static final Pattern COMMAND =
      Pattern.compile(
          "\\balloc(?:ate)?\\s+(?!(?:page|map)\\b)(\\S{1,16})", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE =
      Pattern.compile("alloc[a-z]{0,4}[ ._-](spool|drct|tdisk)\\b[^/]*$", Pattern.CASE_INSENSITIVE);

  /**
   * What an answer is of by its command, else by its file's name; empty where of pages. Spool space
   * has the same headings and counts pages too: an answer that nothing tells of is used for none.
   */
  static Optional<OtherSpace> of(SectionContext context) {
    Optional<String> command = context.command();
    if (command.isPresent() && ALLOC.matcher(command.get()).find()) {
      return askedFor(command.get());
    }
    String file = context.source().replace('_', ' ');
    Optional<OtherSpace> other = found(FILE.matcher(file));
    return other.isPresent() || PAGES.matcher(file).find() ? other : Optional.of(UNTOLD);
  }

  /** What a command asks for; empty where for pages. */
  static Optional<OtherSpace> askedFor(String command) {
    return found(COMMAND.matcher(command));
  }

  private static Optional<OtherSpace> found(Matcher matcher) {
    return matcher.find()
        ? Optional.of(
            new OtherSpace(
                "the answer to QUERY ALLOC "
                    + matcher.group(1).toUpperCase(Locale.ROOT)
                    + " is no page space"))
        : Optional.empty();
  }

  /** Whether an extent has one unit a cylinder; a cylinder holds 180 pages. */
  static boolean inCylinders(VolumeContext volume) {
    if (volume.extent(0).NUMBER() == null || volume.extent(1).NUMBER() == null) {
      return false;
    }
    double first = CpCount.of(volume.extent(0).getText());
    double last = CpCount.of(volume.extent(1).getText());
    double total = CpCount.of(volume.amount(0).getText());
    return last >= first && total == last - first + 1 && total < MOST_CYLINDERS;
  }
}
