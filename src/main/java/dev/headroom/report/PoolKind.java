package dev.headroom.report;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.ams.AmsPool;

/** What kind of shared memory a report is about. */
public enum PoolKind {
  /** A shared memory pool of PowerVM Active Memory Sharing. */
  AMS("ams", "Active Memory Sharing pool", "partition", "Logical", "stolen", "file cache"),
  /** The real memory of a z/VM system. */
  ZVM("zvm", "z/VM system", "guest", "Defined", "paged out", "what is not hot");

  private final String label;
  private final String words;
  private final String member;
  private final String logical;
  private final String taken;
  private final String warm;

  PoolKind(String label, String words, String member, String logical, String taken, String warm) {
    this.label = label;
    this.words = words;
    this.member = member;
    this.logical = logical;
    this.taken = taken;
    this.warm = warm;
  }

  /** The kind of a memory system. */
  public static PoolKind of(MemorySystem system) {
    return system instanceof AmsPool ? AMS : ZVM;
  }

  /** The kind as it stands in {@code report.json} and the site file. */
  public String label() {
    return label;
  }

  /** The kind as an operator says it. */
  public String words() {
    return words;
  }

  /** What one of its members is called. */
  public String member() {
    return member;
  }

  /** What a member's size is called, such as {@code Logical}. */
  public String logical() {
    return logical;
  }

  /** What became of memory that did not fit, such as {@code stolen}. */
  public String taken() {
    return taken;
  }

  /** What counts as demand and is not hot. */
  public String warm() {
    return warm;
  }
}
