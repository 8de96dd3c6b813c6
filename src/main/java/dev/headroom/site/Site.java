package dev.headroom.site;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
public record Site(List<Pool> pools, List<Capture> captures, Thresholds rules) {
  /** A site file that says nothing. */
  public static final Site EMPTY = new Site(List.of(), List.of(), Thresholds.DEFAULTS);

  /** A site file; an absent part says nothing. */
  public Site(
      @JsonProperty("pools") @Nullable List<Pool> pools,
      @JsonProperty("captures") @Nullable List<Capture> captures,
      @JsonProperty("rules") @Nullable Thresholds rules) {
    this.pools = pools == null ? List.of() : List.copyOf(pools);
    this.captures = captures == null ? List.of() : List.copyOf(captures);
    this.rules = rules == null ? Thresholds.DEFAULTS : rules;
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
    @JsonProperty("ams")
    AMS,
    @JsonProperty("zvm")
    ZVM
  }

  /** A pool; sizes are absent where the file does not give them. */
  public record Pool(
      @JsonProperty("name") String name,
      @JsonProperty("kind") @Nullable PoolType kind,
      @JsonProperty("size") @Nullable Size size,
      @JsonProperty("maximum") @Nullable Size maximum,
      @JsonProperty("reserve") @Nullable Size reserve,
      @JsonProperty("xstore") @Nullable Size xstore,
      @JsonProperty("release") @Nullable String release,
      @JsonProperty("complete") @Nullable Boolean complete,
      @JsonProperty("members") @Nullable List<Member> members) {
    /** The kind's label; an entry that says none is a pool of Active Memory Sharing. */
    String label() {
      return (kind == null ? PoolType.AMS : kind).name().toLowerCase(Locale.ROOT);
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

  /** A partition or guest of a pool. */
  public record Member(
      @JsonProperty("name") String name,
      @JsonProperty("logical") @Nullable Size logical,
      @JsonProperty("weight") @Nullable Double weight,
      @JsonProperty("ioEntitlement") @Nullable Size ioEntitlement,
      @JsonProperty("loanPolicy") @Nullable Integer loanPolicy,
      @JsonProperty("heaps") @Nullable List<Size> heaps,
      @JsonProperty("database") @Nullable Size database) {}

  /** What captures of the sources that match do not say themselves. */
  public record Capture(
      @JsonProperty("match") String match,
      @JsonProperty("subject") @Nullable String subject,
      @JsonProperty("start") @Nullable LocalDateTime start,
      @JsonProperty("interval") @Nullable Duration interval,
      @JsonProperty("clock") @Nullable Shift clock) {
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
  public record Shift(long millis) {}
}
