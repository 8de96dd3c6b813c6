package dev.headroom.report;

/** What kind of shared memory a report is about. */
public enum PoolKind {
  /** A shared memory pool of PowerVM Active Memory Sharing. */
  AMS("ams", "Active Memory Sharing pool", "partition"),
  /** The real memory of a z/VM system. */
  ZVM("zvm", "z/VM system", "guest");

  private final String label;
  private final String words;
  private final String member;

  PoolKind(String label, String words, String member) {
    this.label = label;
    this.words = words;
    this.member = member;
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
}
