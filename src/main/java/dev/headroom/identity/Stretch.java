package dev.headroom.identity;

import dev.headroom.series.Table;
import java.io.Serializable;

/**
 * What one capture gave of one subject, and what tells whose it is.
 *
 * @param table the samples, under a name that may not be the last word
 * @param claims what tells whose they are
 * @param printout the call of a tool that printed them
 */
public record Stretch(Table table, Claims claims, Printout printout) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The same capture with other samples. */
  public Stretch with(Table other) {
    return new Stretch(other, claims, printout);
  }
}
