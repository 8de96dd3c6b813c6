package dev.headroom.format;

import dev.headroom.capture.Line;
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

  /** Ends the section: what it gave, subject by subject. */
  List<Draft> close();
}
