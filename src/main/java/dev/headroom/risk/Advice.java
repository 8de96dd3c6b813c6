package dev.headroom.risk;

import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an operator can do, in the words of the consoles and of AIX. */
public final class Advice {
  /** Storage of guests comes in these steps here. */
  private static final double STEP = 64 * Size.MB;

  /** Names that a shell takes as they are. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  private Advice() {}

  /** To make the pool this large, and its maximum where that is in the way. */
  public static String grow(PoolCase pool, double size) {
    return "Raise the pool to "
        + Size.text(size)
        + " on the HMC ("
        + resize(pool, size)
        + ") or in IVM"
        + (capped(pool, size) ? ", its maximum first" : "");
  }

  /** The console's command that gives the pool this size, and its maximum where that is less. */
  public static String resize(PoolCase pool, double size) {
    String megabytes = megabytes(size);
    return hardware(pool, "mempool -o s")
        + " -a \"pool_mem="
        + megabytes
        + (capped(pool, size) ? ",max_pool_mem=" + megabytes : "")
        + "\"";
  }

  private static boolean capped(PoolCase pool, double size) {
    return pool.pool().maximum().orElse(Double.POSITIVE_INFINITY) < size;
  }

  /**
   * To take logical memory from a partition.
   *
   * @param bytes how much at most, in whole blocks
   */
  public static String shrink(PoolCase pool, String member, double bytes) {
    return "Take up to "
        + Size.text(bytes)
        + " of logical memory from "
        + member
        + " by DLPAR ("
        + memory(pool, "r", member, bytes)
        + ")";
  }

  /**
   * The command that changes a partition's logical memory.
   *
   * @param operation {@code a} to add, {@code r} to remove
   */
  public static String memory(PoolCase pool, String operation, String member, double bytes) {
    return hardware(pool, "mem -o " + operation)
        + " -p "
        + word(member)
        + " -q "
        + megabytes(bytes);
  }

  /** The console's command, with the server where the site file names it. */
  public static String hardware(PoolCase pool, String resource) {
    return "chhwres -m " + word(pool.pool().managedSystem().orElse("SYSTEM")) + " -r " + resource;
  }

  /**
   * A name as one word of a shell, for a command that is pasted: a name comes from a capture, and
   * what a shell would obey in it must stay a name.
   */
  static String word(String name) {
    return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  private static String megabytes(double bytes) {
    return Decimal.fixed(bytes / Size.MB, 0);
  }

  /** To define a guest of z/VM with less storage, in whole steps. */
  public static String define(String guest, double bytes) {
    return String.format(
        Locale.ROOT,
        "Lower the storage of %s in the directory by up to %s",
        guest,
        Size.text(Math.max(STEP, Math.floor(bytes / STEP) * STEP)));
  }

  /** To capture what is missing, on these members or on all where none is named. */
  public static String capture(String command, List<String> members) {
    return forDays(command, members, 7);
  }

  /** The same for a number of days. */
  public static String forDays(String command, List<String> members, double days) {
    return "Run "
        + command
        + " on "
        + (members.isEmpty() ? "every member" : Names.list(members))
        + " for "
        + (days == 7 ? "a week" : Span.days(days))
        + ".";
  }

  /** The call of vmstat that shows physical and loaned memory and page-ins, with times. */
  public static final String VMSTAT = "vmstat -ht 60";
}
