package dev.headroom.site;

import dev.headroom.identity.SiteCapture;
import dev.headroom.risk.Thresholds;
import dev.headroom.unit.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The site file: what captures cannot know. Every part is optional; docs/site-file.md has every
 * key.
 *
 * @param pools pools and systems, and who is in them
 * @param captures what captures of some inputs do not say themselves
 * @param rules the thresholds that it sets
 * @param places where its entries stand
 */
public record Site(List<Pool> pools, List<Capture> captures, Thresholds rules, SitePlaces places) {
  /** A site file that says nothing. */
  public static final Site EMPTY =
      new Site(List.of(), List.of(), Thresholds.DEFAULTS, SitePlaces.NONE);

  /** Copies the lists. */
  public Site {
    pools = List.copyOf(pools);
    captures = List.copyOf(captures);
  }

  /** The names that the file gives to machines and to the subjects of captures. */
  public List<String> names() {
    return Stream.concat(
            pools.stream().flatMap(pool -> pool.membersOrNone().stream()).map(Member::name),
            captures.stream().map(Capture::subject).filter(Objects::nonNull))
        .toList();
  }

  /**
   * The pools of one kind, in the order of the file.
   *
   * @param kind its label, such as {@code ams}
   */
  public List<Pool> pools(String kind) {
    return pools.stream().filter(pool -> pool.label().equals(kind)).toList();
  }

  /** What kind of shared memory a pool is. */
  enum PoolType {
    AMS,
    ZVM
  }

  /** A pool; what the file does not give is null. */
  public record Pool(
      String name,
      @Nullable PoolType kind,
      Memory memory,
      @Nullable String release,
      @Nullable Boolean complete,
      Server server,
      @Nullable List<Member> members) {

    /** Its sizes; what the file does not give is null. */
    public record Memory(
        @Nullable Size size,
        @Nullable Size maximum,
        @Nullable Size reserve,
        @Nullable Size xstore) {}

    /** The server that it is in; what the file does not give is null. */
    public record Server(@Nullable Size block, @Nullable String managedSystem) {}

    /** The kind's label; an entry that says none is a pool of Active Memory Sharing. */
    String label() {
      return (kind == null ? PoolType.AMS : kind).name().toLowerCase(Locale.ROOT);
    }

    /** The same pool under another name. */
    Pool named(String other) {
      return new Pool(other, kind, memory, release, complete, server, members);
    }

    /** Whether the file says that the members are all there are. */
    public boolean isComplete() {
      return complete != null && complete;
    }

    /** The members; empty where the file names none. */
    public List<Member> membersOrNone() {
      return members == null ? List.of() : members;
    }
  }

  /**
   * A partition or guest of a pool.
   *
   * @param name its name
   * @param logical logical memory or defined storage; null where the file does not say it
   * @param weight its variable memory capacity weight; null where the file does not say it
   * @param ioEntitlement its I/O memory entitlement; null where the file does not say it
   * @param loanPolicy its {@code ams_loan_policy}; null where the file does not say it
   * @param guest what guests have and partitions do not
   */
  public record Member(
      String name,
      @Nullable Size logical,
      @Nullable Double weight,
      @Nullable Size ioEntitlement,
      @Nullable Integer loanPolicy,
      Guest guest) {

    /**
     * What only guests of a z/VM system have.
     *
     * @param heaps maximum sizes of its active Java heaps; null where the file does not say it
     * @param database its database memory; null where the file does not say it
     * @param processors its virtual processors; null where the file does not say it
     */
    public record Guest(
        @Nullable List<Size> heaps, @Nullable Size database, @Nullable Integer processors) {}
  }

  /**
   * What captures of the sources that match do not say themselves.
   *
   * @param match a pattern of their names
   * @param subject whose they are; null where the file does not say it
   * @param start when their first row was taken; null where the file does not say it
   * @param interval how far apart their rows are; null where the file does not say it
   * @param clock by how much their times are moved; null where the file does not say it
   * @param id the path of the entry in {@link SitePlaces}
   */
  public record Capture(
      String match,
      @Nullable String subject,
      @Nullable LocalDateTime start,
      @Nullable Duration interval,
      @Nullable Shift clock,
      String id) {
    /** The same entry about other sources. */
    Capture matching(String pattern) {
      return new Capture(pattern, subject, start, interval, clock, id);
    }

    /** The entry as readers look it up; an absent interval is {@link Double#NaN}. */
    public SiteCapture toFormat() {
      return new SiteCapture(
          match,
          subject,
          start,
          interval == null ? Double.NaN : interval.toMillis(),
          clock == null ? 0 : clock.millis());
    }
  }

  /**
   * By how much the times of captures are moved, for the clock that they were taken with was off.
   *
   * @param millis milliseconds; negative where the clock was ahead
   */
  public record Shift(long millis) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    /** A site file takes no more digits of hours; the rest are minutes. */
    private static final long HOURS = 99_999;

    /** As a site file has it: {@code -7m}, {@code 1h30m}, {@code 90s} as {@code 1m30s}. */
    public String text() {
      long seconds = Math.abs(millis) / 1000;
      StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
      long hours = Math.min(seconds / HOUR, HOURS);
      part(text, hours, "h");
      part(text, (seconds - hours * HOUR) / MINUTE, "m");
      part(text, seconds % MINUTE, "s");
      return seconds == 0 ? "0s" : text.toString();
    }

    private static void part(StringBuilder text, long number, String unit) {
      if (number > 0) {
        text.append(number).append(unit);
      }
    }
  }
}
