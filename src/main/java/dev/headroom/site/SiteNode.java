package dev.headroom.site;

import java.util.List;
import java.util.Map;

/** A value in a site file, and where it stands. */
sealed interface SiteNode {
  /** Where it begins. */
  Place at();

  /**
   * A place in the file.
   *
   * @param line from 1
   * @param column from 1
   */
  record Place(int line, int column) {}

  /**
   * A single value as it is written; an empty one is a key without a value.
   *
   * @param text without quotes
   * @param empty whether nothing, {@code null} or {@code ~} stands there
   */
  record Scalar(Place at, String text, boolean empty) implements SiteNode {}

  /** A list. */
  record Entries(Place at, List<SiteNode> nodes) implements SiteNode {}

  /**
   * Keys and values, in the order of the file.
   *
   * @param values by key
   * @param keys where each key stands
   */
  record Keyed(Place at, Map<String, SiteNode> values, Map<String, Place> keys)
      implements SiteNode {}
}
