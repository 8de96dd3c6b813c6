package dev.headroom.identity;

import dev.headroom.series.Table;
import java.io.Serializable;

/**
 * What one capture gave of one subject, and what tells whose it is.
 *
 * @param table the samples, under a name that may not be the last word
 * @param claims what tells whose they are
 */
public record Stretch(Table table, Claims claims) implements Serializable {
  private static final long serialVersionUID = 1L;
}
