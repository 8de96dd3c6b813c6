package dev.headroom.sizing.zvm;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.risk.zvm.PageSpaceReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PageSpaceSizingTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static OptionalDouble mb(double megabytes) {
    return OptionalDouble.of(megabytes * MB);
  }

  private static Map<String, OptionalDouble> study() {
    Map<String, OptionalDouble> guests = new LinkedHashMap<>();
    guests.put("LNX00080", mb(13824));
    guests.put("LNX00081", mb(1024));
    guests.put("LNX00082", mb(12288));
    guests.put("LNX00083", mb(1536));
    return guests;
  }

  private static void is(double megabytes, OptionalDouble bytes) {
    assertEquals(megabytes, bytes.orElseThrow() / MB, 1e-6);
  }

  @Test
  void thePublishedFormula() {
    PageSpaceSizing sizing =
        PageSpaceSizing.of(study(), mb(28672), NONE, mb(40000), OptionalDouble.of(GB));
    is(28672, sizing.terms().virtual());
    is(28958.72, sizing.terms().tables());
    is(2867.2, sizing.terms().realShare());
    is(31825.92, sizing.result().bare());
    is(36599.808, sizing.result().least());
    is(39782.4, sizing.result().recommended());
    is(57344, sizing.result().older());
    is(40000, sizing.size());
    is(1024, sizing.inUse());
    assertEquals(
        "The guests' 28.00 GB and 1 % for the tables that describe it are 28.28 GB, a tenth of real"
            + " storage is 2.80 GB: 31.08 GB is the bare minimum, and 25 % of reserve on it, never"
            + " less than 15 %, makes 38.85 GB, or 6 volumes of 3390-9. Directory pages, data"
            + " spaces, virtual disks and shared segments are not known and left out. Before z/VM"
            + " 6.3 the rule was twice the virtual size, 56.00 GB.",
        PageSpaceReason.of(sizing));
  }

  @Test
  void directoryPagesWhereTheyAreKnown() {
    PageSpaceSizing sizing =
        PageSpaceSizing.of(Map.of("A", OptionalDouble.of(GB)), mb(2048), mb(512), NONE, NONE);
    is(1024 * 1.01 + 512 + 204.8, sizing.result().bare());
    assertEquals(
        "The guests' 1.00 GB and 1 % for the tables that describe it are 1.01 GB, directory pages"
            + " 0.50 GB, a tenth of real storage is 0.20 GB: 1.71 GB is the bare minimum, and 25 %"
            + " of reserve on it, never less than 15 %, makes 2.14 GB, or 1 volume of 3390-9. Data"
            + " spaces, virtual disks and shared segments are not known and left out. Before z/VM"
            + " 6.3 the rule was twice the virtual size, 2.00 GB.",
        PageSpaceReason.of(sizing));
  }

  @Test
  void aSumWithAnAbsentTermIsAbsent() {
    Map<String, OptionalDouble> guests = study();
    guests.put("LNX00082", NONE);
    PageSpaceSizing sizing = PageSpaceSizing.of(guests, mb(28672), NONE, NONE, NONE);
    assertEquals(NONE, sizing.terms().virtual());
    assertEquals(NONE, sizing.result().recommended());
    assertEquals(NONE, sizing.result().older());
    assertEquals(
        "How much paging space is needed is not known: no capture shows the size of LNX00082.",
        PageSpaceReason.of(sizing));
    PageSpaceSizing unsized = PageSpaceSizing.of(study(), NONE, NONE, NONE, NONE);
    is(57344, unsized.result().older());
    assertEquals(NONE, unsized.result().bare());
    assertEquals(
        "How much paging space is needed is not known: the LPAR's real storage is not.",
        PageSpaceReason.of(unsized));
    assertEquals(
        "How much paging space is needed is not known: no guest is known, and real storage is not.",
        PageSpaceReason.of(PageSpaceSizing.of(Map.of(), NONE, NONE, NONE, NONE)));
    Map<String, OptionalDouble> many = new LinkedHashMap<>();
    for (int i = 0; i < 7; i++) {
      many.put("G" + i, NONE);
    }
    assertEquals(
        "How much paging space is needed is not known: no capture shows the size of G0, G1, G2, G3,"
            + " G4 and 2 more.",
        PageSpaceReason.of(PageSpaceSizing.of(many, mb(1), NONE, NONE, NONE)));
  }

  @Test
  void volumesAreWhole() {
    double volume = 1_803_060 * 4096.0;
    assertEquals(1, PageSpaceSizing.volumes(volume));
    assertEquals(2, PageSpaceSizing.volumes(volume + 4096));
  }
}
