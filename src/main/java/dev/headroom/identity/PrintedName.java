package dev.headroom.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The names that a capture itself prints of what it is about.
 *
 * @param name the subject's name, such as {@code Partition Name}; null where it prints none
 * @param node the host's name that it prints beside it, such as {@code Node Name}; null where it
 *     prints none
 * @param fixed whether the capture tells several subjects apart, so that no name from outside may
 *     replace this one
 */
public record PrintedName(@Nullable String name, @Nullable String node, boolean fixed)
    implements Serializable {
  /** A capture that prints no name. */
  public static final PrintedName NONE = new PrintedName(null, null, false);

  private static final long serialVersionUID = 1L;

  /** Where no name is printed, none is kept from outside. */
  public PrintedName {
    fixed = fixed && name != null;
  }
}
