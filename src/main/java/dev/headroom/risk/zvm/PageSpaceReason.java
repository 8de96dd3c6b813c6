package dev.headroom.risk.zvm;

import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.OptionalDouble;

/** Says in an operator's words how a size of paging space came about, or why it cannot be given. */
public final class PageSpaceReason {
  private PageSpaceReason() {}

  /** How it came about and what is left out, or what is missing, in a few plain sentences. */
  public static String of(PageSpaceSizing sizing) {
    return sizing.result().recommended().isPresent()
        ? known(sizing.terms(), sizing.result())
        : unknown(sizing.missing());
  }

  private static String known(PageSpaceSizing.Terms terms, PageSpaceSizing.Result result) {
    int volumes = PageSpaceSizing.volumes(result.recommended().orElseThrow());
    boolean directory = terms.directory().isPresent();
    return "The guests' "
        + gigabytes(terms.virtual())
        + " and 1 % for the tables that describe it are "
        + gigabytes(terms.tables())
        + (directory ? ", directory pages " + gigabytes(terms.directory()) : "")
        + ", a tenth of real storage is "
        + gigabytes(terms.realShare())
        + ": "
        + gigabytes(result.bare())
        + " is the bare minimum, and 25 % of reserve on it, never less than 15 %, makes "
        + gigabytes(result.recommended())
        + ", or "
        + (volumes == 1 ? "1 volume" : volumes + " volumes")
        + " of 3390-9. "
        + (directory ? "Data" : "Directory pages, data")
        + " spaces, virtual disks and shared segments are not known and left out."
        + " Before z/VM 6.3 the rule was twice the virtual size, "
        + gigabytes(result.older())
        + ".";
  }

  private static String unknown(PageSpaceSizing.Missing missing) {
    String what =
        missing.guests()
            ? "no guest is known"
            : !missing.sizes().isEmpty()
                ? "no capture shows the size of " + Names.list(missing.sizes())
                : "the LPAR's real storage is not";
    boolean also = missing.guests() || !missing.sizes().isEmpty();
    return "How much paging space is needed is not known: "
        + what
        + (missing.real() && also ? ", and real storage is not." : ".");
  }

  private static String gigabytes(OptionalDouble bytes) {
    return Size.gb(bytes.orElseThrow());
  }
}
