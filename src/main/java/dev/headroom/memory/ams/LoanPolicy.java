package dev.headroom.memory.ams;

/** The AIX tunable {@code ams_loan_policy}: what a partition may lend to the hypervisor. */
public enum LoanPolicy {
  /** 0: nothing; what is missing the hypervisor steals. */
  OFF(0),
  /** 1, the default: free pages and file cache. */
  FILE_CACHE(1),
  /** 2: computational pages too, which AIX first writes to its own paging space. */
  ANY_DATA(2);

  private final int number;

  LoanPolicy(int number) {
    this.number = number;
  }

  /** The tunable's value. */
  public int number() {
    return number;
  }
}
