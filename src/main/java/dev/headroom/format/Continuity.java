package dev.headroom.format;

import dev.headroom.capture.Line;

/**
 * Whether the lines that a section is offered still follow one another. After a line that was none
 * of the section's, a reader is strict: a line must fit exactly to be taken for a damaged row,
 * until one has been read again. Noise settles nothing: prose has rulers too.
 */
public final class Continuity {
  private boolean interrupted;
  private long lastOwn;

  /**
   * Notes what became of a line.
   *
   * @return the outcome, unchanged
   */
  public Outcome note(Line line, Outcome outcome) {
    interrupted = outcome == Outcome.FOREIGN || (interrupted && outcome == Outcome.NOISE);
    if (outcome != Outcome.FOREIGN) {
      lastOwn = line.number();
    }
    return outcome;
  }

  /** Notes that rows were read, or a header that begins anew. */
  public void resume() {
    interrupted = false;
  }

  /** Whether a foreign line stood before this one, and nothing of the section's since. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /**
   * Whether a line stands right below one of the section's, without even a blank line between; true
   * of the first.
   */
  public boolean adjoins(Line line) {
    return lastOwn == 0 || line.number() <= lastOwn + 1;
  }

  /** Whether one line stands between this one and the last of the section's: a blank one. */
  public boolean isBelowBlank(Line line) {
    return !interrupted && lastOwn > 0 && line.number() == lastOwn + 2;
  }

  /** Notes that a line could not be read, and stands between no two others. */
  public void passOver(Line line) {
    lastOwn = lastOwn > 0 && adjoins(line) ? line.number() : lastOwn;
  }
}
