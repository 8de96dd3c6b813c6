package dev.headroom.analysis;

import dev.headroom.capture.Input;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The inputs that have to be read again since some sources lie in them. */
final class InputsOfSources {
  private static final String IN = "!/";

  /** The sources, and everything that they may be members of. */
  private final Set<String> names = new HashSet<>();

  InputsOfSources(Collection<String> sources) {
    for (String source : sources) {
      names.add(source);
      for (int at = source.indexOf(IN); at >= 0; at = source.indexOf(IN, at + 1)) {
        names.add(source.substring(0, at));
      }
    }
  }

  /** Whether a source is this input or lies in it, and can be read again. */
  boolean hold(Input input) {
    return !input.readOnce() && names.contains(input.source());
  }
}
