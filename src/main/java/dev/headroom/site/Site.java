package dev.headroom.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headroom.identity.SiteCapture;
import dev.headroom.unit.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The site file: what captures cannot know. Every part is optional; section 4 of the contract has
 * an example.
 *
 * @param pools pools and systems, and who is in them
 * @param captures what captures of some inputs do not say themselves
 */
public record Site(List<Pool> pools, List<Capture> captures) {
  /** A site file that says nothing. */
  public static final Site EMPTY = new Site(List.of(), List.of());

  public Site(
      @JsonProperty("pools") @Nullable List<Pool> pools,
      @JsonProperty("captures") @Nullable List<Capture> captures) {
    this.pools = pools == null ? List.of() : List.copyOf(pools);
    this.captures = captures == null ? List.of() : List.copyOf(captures);
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
      @JsonProperty("interval") @Nullable Duration interval) {
    public SiteCapture toFormat() {
      return new SiteCapture(
          match, subject, start, interval == null ? Double.NaN : interval.toMillis());
    }
  }
}
