package dev.headroom.sizing.zvm;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much paging space on disk a z/VM system needs, by the vendor's formula ("Page space" of
 * docs/model.md). Bytes.
 *
 * @param terms what the formula adds up
 * @param result what it gives
 * @param missing what it lacks
 * @param size what there is, where known
 * @param inUse the most that was seen in use, where known
 */
public record PageSpaceSizing(
    Terms terms, Result result, Missing missing, OptionalDouble size, OptionalDouble inUse) {
  private static final double TABLES = 1.01;
  private static final double REAL_SHARE = 0.10;
  private static final double LEAST_RESERVE = 0.15;
  private static final double RESERVE = 0.25;
  private static final double OLDER = 2;
  private static final double VOLUME = 1_803_060 * 4096.0;

  /**
   * What the formula adds up.
   *
   * @param virtual E, the address spaces of all guests; absent where the size of one is not known
   * @param tables F, that and the tables which describe it
   * @param directory G, directory pages (DIRECTXA), where known; else they are left out
   * @param realShare H, a tenth of real storage, for pages that are the system's own
   */
  public record Terms(
      OptionalDouble virtual,
      OptionalDouble tables,
      OptionalDouble directory,
      OptionalDouble realShare) {}

  /**
   * What the formula gives; absent where a term is not known.
   *
   * @param bare I, the sum of the terms: the bare minimum
   * @param least J with the smallest reserve that is advised
   * @param recommended J with the usual reserve
   * @param older the rule before 6.3: twice the virtual size
   */
  public record Result(
      OptionalDouble bare,
      OptionalDouble least,
      OptionalDouble recommended,
      OptionalDouble older) {}

  /**
   * What the formula lacks.
   *
   * @param guests whether no guest is known
   * @param sizes the guests whose size is not known
   * @param real whether the LPAR's real storage is not known
   */
  public record Missing(boolean guests, List<String> sizes, boolean real) {
    /** Copies the list. */
    public Missing {
      sizes = List.copyOf(sizes);
    }
  }

  /**
   * The paging space of a system.
   *
   * @param guests the size that every guest is defined with; empty where it is not known
   * @param real the LPAR's real storage
   * @param directory the directory pages
   * @param size the paging space that there is
   * @param inUse the most of it that was seen in use
   */
  public static PageSpaceSizing of(
      Map<String, OptionalDouble> guests,
      OptionalDouble real,
      OptionalDouble directory,
      OptionalDouble size,
      OptionalDouble inUse) {
    List<String> unknown =
        guests.entrySet().stream()
            .filter(guest -> guest.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    OptionalDouble virtual =
        guests.isEmpty() || !unknown.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                guests.values().stream().mapToDouble(OptionalDouble::orElseThrow).sum());
    Terms terms = new Terms(virtual, times(virtual, TABLES), directory, times(real, REAL_SHARE));
    return new PageSpaceSizing(
        terms, result(terms), new Missing(guests.isEmpty(), unknown, real.isEmpty()), size, inUse);
  }

  private static Result result(Terms terms) {
    OptionalDouble bare =
        terms.tables().isPresent() && terms.realShare().isPresent()
            ? OptionalDouble.of(
                terms.tables().getAsDouble()
                    + terms.directory().orElse(0)
                    + terms.realShare().getAsDouble())
            : OptionalDouble.empty();
    return new Result(
        bare,
        times(bare, 1 + LEAST_RESERVE),
        times(bare, 1 + RESERVE),
        times(terms.virtual(), OLDER));
  }

  private static OptionalDouble times(OptionalDouble bytes, double factor) {
    return bytes.isPresent() ? OptionalDouble.of(bytes.getAsDouble() * factor) : bytes;
  }

  /** How many volumes of 3390-9 hold so much. */
  public static int volumes(double bytes) {
    return (int) Math.ceil(bytes / VOLUME);
  }
}
