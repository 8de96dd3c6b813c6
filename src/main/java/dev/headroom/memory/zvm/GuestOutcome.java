package dev.headroom.memory.zvm;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import java.util.OptionalInt;

/**
 * How one guest was served over time; bytes. {@link Double#NaN} where it is neither seen nor can be
 * modelled. What is modelled adds up: resident, expanded and auxiliary are what it has
 * instantiated.
 */
public final class GuestOutcome {
  private final MemberOutcome served;
  private final double[] expanded;
  private final double[] auxiliary;
  private final int[] order;

  GuestOutcome(String name, int instants) {
    served = new MemberOutcome(name, instants, false);
    expanded = MemberHistory.absent(instants);
    auxiliary = MemberHistory.absent(instants);
    order = new int[instants];
  }

  void see(int instant, MemberHistory member) {
    served.see(instant, member);
    expanded[instant] = zeroIfAbsent(member.served().expanded()[instant]);
    auxiliary[instant] = zeroIfAbsent(member.served().auxiliary()[instant]);
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  void model(int instant, ZvmShares shares, int guest) {
    served.model(instant, shares.resident[guest], shares.expanded[guest] + shares.auxiliary[guest]);
    expanded[instant] = shares.expanded[guest];
    auxiliary[instant] = shares.auxiliary[guest];
    order[instant] = shares.order[guest];
  }

  /** The userid. */
  public String name() {
    return served.name();
  }

  /** The same figures as both memory systems have them. */
  public MemberOutcome served() {
    return served;
  }

  /** What is in real memory. */
  public double resident(int instant) {
    return served.physical(instant);
  }

  /** What is in expanded storage. */
  public double expanded(int instant) {
    return expanded[instant];
  }

  /** What is on paging devices. */
  public double auxiliary(int instant) {
    return auxiliary[instant];
  }

  /** 1 for the guest whose memory was taken first; absent where none was, or it was only seen. */
  public OptionalInt order(int instant) {
    return order[instant] == 0 ? OptionalInt.empty() : OptionalInt.of(order[instant]);
  }

  /** Whether the figures at an instant were seen in a capture rather than modelled. */
  public boolean seen(int instant) {
    return served.seen(instant);
  }

  Eviction eviction(int instant, boolean idle) {
    return new Eviction(
        order(instant),
        name(),
        idle,
        resident(instant),
        expanded(instant),
        auxiliary(instant),
        seen(instant));
  }
}
