package dev.headroom.whatif;

import java.util.List;

/**
 * What is supposed to be otherwise than it was found: changes, made one after another.
 *
 * @param changes in the order in which they are made
 */
public record Scenario(List<Change> changes) {
  /** Copies the list. */
  public Scenario {
    changes = List.copyOf(changes);
  }

  /**
   * Makes the changes.
   *
   * @return the pools as they would be; those that no change is about are the very same
   * @throws ImpossibleChangeException where one cannot be made
   */
  public Landscape applyTo(Landscape found) {
    Landscape landscape = found;
    for (Change change : changes) {
      landscape = landscape.with(change.pool(), change.applyTo(landscape));
    }
    return landscape;
  }
}
