package dev.headroom.report;

import java.util.List;

/**
 * The terms of a platform's pages: what each means, how it is worked out, and from which column.
 */
public final class Glossary {
  private static final List<Term> AMS =
      List.of(
          new Term(
              "Logical memory",
              "What a partition was given.",
              "as printed",
              "Online Memory of lparstat -i; mem of vmstat; size of svmon"),
          new Term("Promised", "What all partitions were given.", "sum of logical memory", ""),
          new Term(
              "Hot",
              "Memory that must stay real for work to run well. File cache is not hot.",
              "the larger of pinned memory and the I/O entitlement, and computational memory beyond"
                  + " it",
              "avm of vmstat, virtual and pin of svmon, Total I/O Memory Entitlement of lparstat"
                  + " -i"),
          new Term(
              "Demand",
              "Hot memory and file cache.",
              "hot + file cache; without it logical − loaned − free",
              "pers and clnt of svmon, fre of vmstat"),
          new Term(
              "Loaned",
              "Logical memory that AIX gave up of its own accord.",
              "as printed",
              "loan of vmstat -h; loaned of svmon"),
          new Term(
              "Stolen",
              "Memory that the hypervisor took and wrote to a paging device.",
              "logical − physical − loaned, beyond the rounding of the three; modelled where that"
                  + " is not seen",
              "pmem and loan of vmstat -h"),
          new Term(
              "Hypervisor page-ins",
              "Pages that a partition touched after they were stolen: it waits for each.",
              "as printed; the paging rate is the share of the intervals that have any",
              "hpi of vmstat -h"),
          new Term(
              "Time waited",
              "How long the partition that waited longest waited.",
              "time of page-ins ÷ length of its intervals with page-ins",
              "hpit of vmstat -h"),
          new Term(
              "Violation rate",
              "How often what was hot did not fit.",
              "intervals with hot > size − reserve ÷ all intervals that count",
              ""),
          new Term(
              "Seen",
              "The minimum: it would just have held what was seen.",
              "largest total of hot + reserve; where memory was stolen and read back, at least the"
                  + " size then + what was stolen at the worst moment",
              ""),
          new Term(
              "Advised",
              "The smallest size, not below the one seen, that is passed seldom enough.",
              "chance that hot > size − reserve at least once within the horizon ≤ the chance"
                  + " wanted",
              ""),
          new Term(
              "Everybody at once",
              "The best size: it holds even if all members reach their own peaks together.",
              "sum of each member's largest hot + reserve",
              ""));

  private static final List<Term> ZVM =
      List.of(
          new Term(
              "Defined storage", "What a guest was given.", "as printed", "Stor Size of FCX113"),
          new Term(
              "Working set (W)",
              "What busy guests touch. A guest is idle only if it was idle in every interval.",
              "sum of each busy guest's largest working set, from intervals in which no busy guest"
                  + " read pages back",
              "WSS of FCX113"),
          new Term(
              "Heaps and database memory (K)",
              "What must stay in real memory whatever the reports show.",
              "sum over the guests",
              "heaps and database of the site file"),
          new Term(
              "Paged out",
              "Pages of guests that are not in real storage.",
              "pages in expanded storage + pages on paging devices",
              "XSTOR and DASD of FCX113"),
          new Term(
              "Page reads",
              "Pages that guests read back; the paging rate is the share of the intervals that have"
                  + " any.",
              "as printed",
              "Reads of FCX113"),
          new Term(
              "Minimum",
              "The least that the system should have.",
              "the smaller of 1.1 × K + working sets of busy guests without K, and W",
              ""),
          new Term(
              "Advised",
              "Room for the largest step of one guest.",
              "the minimum + the largest step of one guest from hot to its working set, at most W;"
                  + " where busy guests read pages back, at least the size then + what they had"
                  + " paged out",
              ""),
          new Term(
              "All working sets",
              "The best size: the working sets of all busy guests.",
              "W + reserve",
              ""),
          new Term(
              "Slowdown",
              "How much longer work takes at a size, as a band: 1 is as long as now.",
              "by the runs of a published study, from the working sets down",
              ""));

  private Glossary() {}

  /**
   * A term.
   *
   * @param name as pages have it
   * @param meaning what it is, a sentence
   * @param formula how it is worked out
   * @param column where captures have it; empty where it is worked out of others
   */
  public record Term(String name, String meaning, String formula, String column) {}

  /** The terms of a kind of memory system, in the order in which a page uses them. */
  public static List<Term> of(PoolKind kind) {
    return kind.equals(PoolKind.ZVM) ? ZVM : AMS;
  }
}
