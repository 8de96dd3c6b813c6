package dev.headroom.format;

import dev.headroom.capture.Line;
import dev.headroom.capture.LineCounts;
import java.util.List;

/** Reads one section: what one call of a tool printed. Used by one thread, then thrown away. */
public interface SectionReader {
  /**
   * Offers the next line that is not blank.
   *
   * @param unended whether the input ends inside this line, so that its last figure or name may
   *     have been cut
   */
  Outcome read(Line line, boolean unended);

  /**
   * Says that a line stands here that cannot be read, being too long or binary, and was told. It
   * ends nothing, and stands between no two lines; it may have been one that tells how those below
   * it are to be read.
   */
  default void passOver(Line line) {}

  /**
   * Whether what stands so far only tells how lines below are to be read: a word alone, right above
   * those, names no other host then.
   */
  default boolean expectsMore() {
    return false;
  }

  /** Ends the section: what it gave, subject by subject. */
  List<Draft> close();

  /**
   * Of the lines that counted as understood, those that turned out to carry nothing, or to be of no
   * use after all; asked once the section is closed. What a line is may hang on one far below it.
   */
  default LineCounts turnedOut() {
    return LineCounts.NONE;
  }
}
