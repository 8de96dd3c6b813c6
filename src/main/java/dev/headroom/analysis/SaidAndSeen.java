package dev.headroom.analysis;

import dev.headroom.capture.Diagnostic;
import dev.headroom.memory.MemberHistory;
import dev.headroom.site.Site;
import dev.headroom.site.SitePlaces;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Gathers what a pool's entry in the site file says otherwise than captures. */
final class SaidAndSeen {
  private static final String ADVICE =
      "Correct the site file, or find out which of the two is older.";

  private final SitePlaces places;
  private final Site.Pool pool;
  private final List<Contradicted> found = new ArrayList<>();

  SaidAndSeen(SitePlaces places, Site.Pool pool) {
    this.places = places;
    this.pool = pool;
  }

  List<Contradicted> found() {
    return List.copyOf(found);
  }

  void addAll(List<Contradicted> others) {
    found.addAll(others);
  }

  /** Notes a contradiction at a key of the pool. */
  void ofPool(String key, String message) {
    String path = SitePlaces.pool(pool.name());
    add(pool.name(), List.of(path + "/" + key, path), message);
  }

  /** Notes a contradiction at a key of a member. */
  void ofMember(String member, String key, String message) {
    String path = SitePlaces.member(pool.name(), member);
    add(member, List.of(path + "/" + key, path), message);
  }

  private void add(String subject, List<String> paths, String message) {
    Diagnostic diagnostic = places.diagnostic(paths, message);
    found.add(new Contradicted(subject, diagnostic, ADVICE));
  }

  /** Compares a size of the pool with what captures show, rounding apart. */
  void poolSize(String key, String what, @Nullable Size size, double seen) {
    if (size != null && differs(size, seen)) {
      ofPool(key, what + pool.name() + compared(size, seen));
    }
  }

  /** Compares a member's logical memory with what captures show, rounding apart. */
  void logical(Site.Member member, OptionalDouble seen) {
    Size size = member.logical();
    if (size != null && seen.isPresent() && differs(size, seen.getAsDouble())) {
      ofMember(
          member.name(),
          "logical",
          "the logical memory of " + member.name() + compared(size, seen.getAsDouble()));
    }
  }

  private static boolean differs(Size size, double seen) {
    return Math.abs(size.bytes() - seen) > MemberHistory.ROUNDING;
  }

  private static String compared(Size size, double seen) {
    return " is " + Size.text(size.bytes()) + " here, and captures show " + Size.text(seen);
  }
}
