package dev.headroom.sizing.zvm;

import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much paging space on disk a z/VM system needs, by the vendor's formula (z/VM notes, section
 * 8). Bytes.
 *
 * @param virtual E, the address spaces of all guests; absent where the size of one is not known
 * @param tables F, that and the tables which describe it
 * @param directory G, directory pages (DIRECTXA), where known; else they are left out
 * @param realShare H, a tenth of real storage, for pages that are the system's own
 * @param bare I, the sum of these: the bare minimum
 * @param least J with the smallest reserve that is advised
 * @param recommended J with the usual reserve; absent where a term is not known
 * @param older the rule before 6.3: twice the virtual size
 * @param size what there is, where known
 * @param inUse the most that was seen in use, where known
 * @param reason how it came about, what is left out, or why there is none, in a few plain sentences
 */
public record PageSpaceSizing(
    OptionalDouble virtual,
    OptionalDouble tables,
    OptionalDouble directory,
    OptionalDouble realShare,
    OptionalDouble bare,
    OptionalDouble least,
    OptionalDouble recommended,
    OptionalDouble older,
    OptionalDouble size,
    OptionalDouble inUse,
    String reason) {
  private static final double TABLES = 1.01;
  private static final double REAL_SHARE = 0.10;
  private static final double LEAST_RESERVE = 0.15;
  private static final double RESERVE = 0.25;
  private static final double OLDER = 2;
  private static final double VOLUME = 1_803_060 * 4096.0;

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
    OptionalDouble tables = times(virtual, TABLES);
    OptionalDouble realShare = times(real, REAL_SHARE);
    OptionalDouble bare =
        tables.isPresent() && realShare.isPresent()
            ? OptionalDouble.of(
                tables.getAsDouble() + directory.orElse(0) + realShare.getAsDouble())
            : OptionalDouble.empty();
    OptionalDouble recommended = times(bare, 1 + RESERVE);
    OptionalDouble older = times(virtual, OLDER);
    return new PageSpaceSizing(
        virtual,
        tables,
        directory,
        realShare,
        bare,
        times(bare, 1 + LEAST_RESERVE),
        recommended,
        older,
        size,
        inUse,
        recommended.isPresent()
            ? reason(virtual, tables, directory, realShare, bare, recommended)
            : missing(guests.isEmpty(), unknown, real));
  }

  private static OptionalDouble times(OptionalDouble bytes, double factor) {
    return bytes.isPresent() ? OptionalDouble.of(bytes.getAsDouble() * factor) : bytes;
  }

  private static String reason(
      OptionalDouble virtual,
      OptionalDouble tables,
      OptionalDouble directory,
      OptionalDouble realShare,
      OptionalDouble bare,
      OptionalDouble recommended) {
    double advised = recommended.orElseThrow();
    int volumes = volumes(advised);
    return "The guests' "
        + gigabytes(virtual)
        + " and 1 % for the tables that describe it are "
        + gigabytes(tables)
        + (directory.isPresent() ? ", directory pages " + gigabytes(directory) : "")
        + ", a tenth of real storage is "
        + gigabytes(realShare)
        + ": "
        + gigabytes(bare)
        + " is the bare minimum, and 25 % of reserve on it, never less than 15 %, makes "
        + gigabytes(recommended)
        + ", or "
        + (volumes == 1 ? "1 volume" : volumes + " volumes")
        + " of 3390-9. "
        + (directory.isPresent() ? "Data" : "Directory pages, data")
        + " spaces, virtual disks and shared segments are not known and left out."
        + " Before z/VM 6.3 the rule was twice the virtual size, "
        + gigabytes(times(virtual, OLDER))
        + ".";
  }

  private static String missing(boolean none, List<String> unknown, OptionalDouble real) {
    String what =
        none
            ? "no guest is known"
            : !unknown.isEmpty()
                ? "no capture shows the size of " + Names.list(unknown)
                : "the LPAR's real storage is not";
    return "How much paging space is needed is not known: "
        + what
        + (real.isEmpty() && (none || !unknown.isEmpty()) ? ", and real storage is not." : ".");
  }

  /** How many volumes of 3390-9 hold so much. */
  public static int volumes(double bytes) {
    return (int) Math.ceil(bytes / VOLUME);
  }

  private static String gigabytes(OptionalDouble bytes) {
    return Size.gb(bytes.orElseThrow());
  }
}
