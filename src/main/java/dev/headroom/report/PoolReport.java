package dev.headroom.report;

import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.risk.Answer;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is reported of one pool. Sizes are bytes; what cannot be known is absent.
 *
 * @param name its name
 * @param kind what it is
 * @param sizes how large it is, and how large it should be
 * @param judgement what the rules make of it
 * @param memory what its members asked for and got
 * @param grounds what all this rests on
 * @param zvm what is reported of a z/VM system only
 */
public record PoolReport(
    String name,
    PoolKind kind,
    Sizes sizes,
    Judgement judgement,
    Memory memory,
    Grounds grounds,
    Optional<ZvmFigures> zvm) {

  /** A report on a pool of Active Memory Sharing. */
  public PoolReport(
      String name,
      PoolKind kind,
      Sizes sizes,
      Judgement judgement,
      Memory memory,
      Grounds grounds) {
    this(name, kind, sizes, judgement, memory, grounds, Optional.empty());
  }

  /**
   * The least that would do, bytes: of the sizes advised, or of a z/VM system by its heaps and
   * databases even where its working sets are not known; absent where neither is known.
   */
  public OptionalDouble minimum() {
    if (sizes.advised().isPresent()) {
      double advised = sizes.advised().get().minimum();
      return Double.isNaN(advised) ? OptionalDouble.empty() : OptionalDouble.of(advised);
    }
    return zvm.isPresent()
        ? ZvmRecommender.minimum(zvm.get().needs(), zvm.get().system(), sizes.promised())
        : OptionalDouble.empty();
  }

  /**
   * The sizes advised, for people to act on; absent where captures support none, and where the pool
   * is barred from a grade: of some of its members they are no sizes of the pool.
   */
  public Optional<Sizing> advice() {
    return judgement.standing().barred() ? Optional.empty() : sizes.advised();
  }

  /** The {@link #minimum}, for people to act on; absent where the pool is barred from a grade. */
  public OptionalDouble least() {
    return judgement.standing().barred() ? OptionalDouble.empty() : minimum();
  }

  /**
   * How large a pool is, and how large it should be, in bytes.
   *
   * @param size its size; for a z/VM system real storage
   * @param maximum the size that it can grow to in operation
   * @param reserve what of the size is not for members, 0 where nothing is
   * @param promised logical memory of all members together
   * @param advised the sizes advised; absent where the captures do not support any
   */
  public record Sizes(
      OptionalDouble size,
      OptionalDouble maximum,
      double reserve,
      OptionalDouble promised,
      Optional<Sizing> advised) {}

  /**
   * What rules and grades make of a pool.
   *
   * @param standing its grade, or why it has none, and whether its members are known to be all
   * @param verdict the answer in one sentence
   * @param answer the answer in three lines
   * @param findings what the rules found, in the order to show
   * @param grades the grade that it would have at each size of the curve, by that size in bytes;
   *     without sizes at which none can be given, and empty where it has no grade
   */
  public record Judgement(
      Standing standing,
      String verdict,
      Answer answer,
      List<QuotedFinding> findings,
      SortedMap<Double, Grade> grades) {
    /** Copies the list and the map. */
    public Judgement {
      findings = List.copyOf(findings);
      grades = Collections.unmodifiableSortedMap(new TreeMap<>(grades));
    }

    /** What is made of a pool of which other sizes are not graded. */
    public Judgement(
        Standing standing, String verdict, Answer answer, List<QuotedFinding> findings) {
      this(standing, verdict, answer, findings, Collections.emptySortedMap());
    }

    /** The grade; absent where nothing could be judged. */
    public Optional<Grade> grade() {
      return standing.grade();
    }
  }

  /**
   * What the members of a pool asked for and got.
   *
   * @param overcommit how far it was over-committed
   * @param stolen the bounds of modelled stolen memory
   * @param members one summary a member
   * @param history what the charts show; absent where nothing is known over time
   * @param served how they were served, at the instants of the history
   */
  public record Memory(
      Overcommit overcommit,
      StolenBand stolen,
      List<MemberSummary> members,
      Optional<PoolHistory> history,
      ServedOverTime served) {
    /** Where it is not known over time how members were served. */
    public Memory(
        Overcommit overcommit,
        StolenBand stolen,
        List<MemberSummary> members,
        Optional<PoolHistory> history) {
      this(overcommit, stolen, members, history, ServedOverTime.UNKNOWN);
    }

    /** Copies the list. */
    public Memory {
      members = List.copyOf(members);
    }
  }

  /**
   * What a report rests on.
   *
   * @param assumptions a sentence for everything that was taken for granted
   * @param unused a sentence for everything that was not read or not used
   */
  public record Grounds(List<String> assumptions, List<String> unused) {
    /** Copies the lists. */
    public Grounds {
      assumptions = List.copyOf(assumptions);
      unused = List.copyOf(unused);
    }
  }
}
