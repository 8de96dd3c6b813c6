package dev.headroom.analysis;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.identity.Doubt;
import dev.headroom.report.SubjectSummary;
import dev.headroom.unit.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The captures of names that cannot be trusted, by their source, and what a site file can say of
 * each.
 */
final class UnsettledCaptures {
  private final Map<String, Set<String>> machines = new TreeMap<>();
  private final List<Doubt> doubts;

  /**
   * What a site file can say of a capture.
   *
   * @param subject whose it is; empty where it holds captures of several machines
   * @param why what is to be settled
   */
  record Offer(Optional<String> subject, String why) {}

  UnsettledCaptures(SettledNames names) {
    doubts = names.doubts();
    for (SubjectSummary subject : names.subjects()) {
      for (String source : subject.sources()) {
        machines.computeIfAbsent(source, key -> new TreeSet<>()).add(machine(subject));
      }
    }
  }

  /** A guest and a processor are within their system, which is what a site file names. */
  private static String machine(SubjectSummary subject) {
    String name = subject.name();
    int slash = subject.kind().equals("processor") ? name.indexOf('/') : -1;
    return subject.system().orElse(slash < 0 ? name : name.substring(0, slash));
  }

  /** Every capture that a site file can settle, by its source. */
  Map<String, Offer> offers() {
    Map<String, Offer> offers = new TreeMap<>();
    for (Doubt doubt : doubts) {
      machines.forEach(
          (source, names) -> {
            if (names.stream().anyMatch(doubt.names()::contains)) {
              offers.putIfAbsent(source, offer(doubt, names));
            }
          });
    }
    return offers;
  }

  private static Offer offer(Doubt doubt, Set<String> names) {
    if (names.size() > 1) {
      return new Offer(
          Optional.empty(),
          "it holds captures of "
              + Names.list(List.copyOf(names))
              + ": part it, and say whose each part is");
    }
    boolean two = doubt.diagnostic().code() == DiagnosticCode.AMBIGUOUS_SUBJECT;
    return two
        ? new Offer(
            names.stream().findFirst(),
            doubt.names().get(0)
                + " is the name of two machines: give each a name of its own, here and"
                + " among the members")
        : new Offer(
            doubt.names().stream().findFirst(),
            Names.list(doubt.names()) + " are evidently one machine: give both one name");
  }
}
