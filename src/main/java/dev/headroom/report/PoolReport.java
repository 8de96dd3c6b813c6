package dev.headroom.report;

import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that is reported of one pool. Sizes are bytes; what cannot be known is absent.
 *
 * @param name its name
 * @param kind what it is
 * @param size its size
 * @param maximum the size that it can grow to in operation
 * @param reserve what of the size is not for members, 0 where nothing is
 * @param promised logical memory of all members together
 * @param standing its grade, or why it has none, and whether its members are known to be all
 * @param verdict the answer in one sentence
 * @param overcommit how far it was over-committed
 * @param stolen the bounds of modelled stolen memory
 * @param sizing the sizes advised; absent where the captures do not support any
 * @param members one summary a member
 * @param findings what the rules found, in the order to show
 * @param history what the charts show; absent where nothing is known over time
 * @param assumptions a sentence for everything that was taken for granted
 * @param unused a sentence for everything that was not read or not used
 * @param zvm what is reported of a z/VM system only
 */
public record PoolReport(
    String name,
    PoolKind kind,
    OptionalDouble size,
    OptionalDouble maximum,
    double reserve,
    OptionalDouble promised,
    Standing standing,
    String verdict,
    Overcommit overcommit,
    StolenBand stolen,
    Optional<Sizing> sizing,
    List<MemberSummary> members,
    List<QuotedFinding> findings,
    Optional<PoolHistory> history,
    List<String> assumptions,
    List<String> unused,
    Optional<ZvmFigures> zvm) {

  /** A report on a pool of Active Memory Sharing. */
  public PoolReport(
      String name,
      PoolKind kind,
      OptionalDouble size,
      OptionalDouble maximum,
      double reserve,
      OptionalDouble promised,
      Standing standing,
      String verdict,
      Overcommit overcommit,
      StolenBand stolen,
      Optional<Sizing> sizing,
      List<MemberSummary> members,
      List<QuotedFinding> findings,
      Optional<PoolHistory> history,
      List<String> assumptions,
      List<String> unused) {
    this(
        name,
        kind,
        size,
        maximum,
        reserve,
        promised,
        standing,
        verdict,
        overcommit,
        stolen,
        sizing,
        members,
        findings,
        history,
        assumptions,
        unused,
        Optional.empty());
  }

  /** Copies the lists. */
  public PoolReport {
    members = List.copyOf(members);
    findings = List.copyOf(findings);
    assumptions = List.copyOf(assumptions);
    unused = List.copyOf(unused);
  }

  /** Its grade; absent where nothing could be judged. */
  public Optional<Grade> grade() {
    return standing.grade();
  }
}
