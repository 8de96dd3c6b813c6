package dev.headroom.identity;

import java.io.Serializable;
import java.util.List;

/**
 * The call of a tool that printed some rows.
 *
 * @param number counts the calls of one text, from 0
 * @param processors the numbers of logical processors that its configuration lines give ({@code
 *     lcpu=8}), each once it changes; empty where it prints none
 */
public record Printout(int number, List<Double> processors) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Copies the list. */
  public Printout {
    processors = List.copyOf(processors);
  }
}
