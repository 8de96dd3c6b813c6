package dev.headroom.identity;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import java.util.List;
import java.util.Set;

/**
 * Names that cannot be trusted: two machines under one name, or two names of one machine.
 *
 * @param names the subjects, or the z/VM systems, that are in doubt
 * @param parted whether folders tell the machines apart, so that each has all of its captures
 * @param reason a sentence: why there is no grade, and what settles it
 * @param diagnostic the same, with what shows it
 */
public record Doubt(List<String> names, boolean parted, String reason, Diagnostic diagnostic) {
  /** Copies the list. */
  public Doubt {
    names = List.copyOf(names);
  }

  /** Whether it keeps a pool of these members from a grade. */
  public boolean bars(Set<String> members) {
    long held = names.stream().filter(members::contains).count();
    boolean one = diagnostic.code() == DiagnosticCode.AMBIGUOUS_SUBJECT;
    return held > 1 || (held == 1 && one && !parted);
  }
}
