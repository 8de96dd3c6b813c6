package dev.headroom.report;

/**
 * What kind of shared memory a report is about, in words. Each platform has one.
 *
 * @param label the kind as it stands in {@code report.json} and the site file
 * @param words the kind as an operator says it
 * @param brief the same where there is little room
 * @param member what one of its members is called
 * @param terms what figures are called
 * @param peaks whether what is hot of a member rises and falls, and is not mostly what it was given
 */
public record PoolKind(
    String label, String words, String brief, String member, Terms terms, boolean peaks) {
  /** A shared memory pool of PowerVM Active Memory Sharing. */
  public static final PoolKind AMS =
      new PoolKind(
          "ams",
          "Active Memory Sharing pool",
          "AMS",
          "partition",
          new Terms(
              "Logical",
              "stolen",
              "file cache",
              "page-ins",
              "hypervisor page-ins",
              "",
              "Run vmstat -ht 60 on"),
          true);

  /** The real memory of a z/VM system. */
  public static final PoolKind ZVM =
      new PoolKind(
          "zvm",
          "z/VM system",
          "z/VM",
          "guest",
          new Terms(
              "Defined",
              "paged out",
              "what is not hot",
              "page reads",
              "page reads",
              "in expanded storage and on devices",
              "Print USER (FCX112) and UPAGE (FCX113) of"),
          false);

  /**
   * What figures are called.
   *
   * @param logical what a member's size is
   * @param taken what became of memory that did not fit
   * @param warm what counts as demand and is not hot
   * @param reads what a member waits for where memory was taken
   * @param allReads the same in full
   * @param takenTo where memory went that did not fit; empty where that is not one place
   * @param capture what shows what members need, as the begin of a sentence that goes on with them
   */
  public record Terms(
      String logical,
      String taken,
      String warm,
      String reads,
      String allReads,
      String takenTo,
      String capture) {}

  /** What the minimum is called: what was seen is one only where what is hot was seen. */
  public String least() {
    return peaks ? "seen" : "minimum";
  }

  /** What the best size is called. */
  public String together() {
    return peaks ? "everybody at once" : "all working sets";
  }

  /** What a member's size is called, such as {@code Logical}. */
  public String logical() {
    return terms.logical();
  }

  /** What became of memory that did not fit, such as {@code stolen}. */
  public String taken() {
    return terms.taken();
  }

  /** What counts as demand and is not hot. */
  public String warm() {
    return terms.warm();
  }

  /** What a member waits for where memory was taken, such as {@code page-ins}. */
  public String reads() {
    return terms.reads();
  }

  /** The same in full, such as {@code hypervisor page-ins}. */
  public String allReads() {
    return terms.allReads();
  }

  /** Where memory went that did not fit; empty where that is not one place. */
  public String takenTo() {
    return terms.takenTo();
  }

  /** To capture what members need: a sentence without its end, such as {@code Run … on members}. */
  public String capture(String members) {
    return terms.capture() + " " + members;
  }
}
