package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.zvm.Listing;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZvmSystemsTest {
  private static final double MB = 1 << 20;

  @TempDir private Path folder;

  private Site site(String yaml) throws Exception {
    return SiteFile.read(Files.writeString(folder.resolve("site.yaml"), yaml));
  }

  private static List<Table> two() {
    List<Table> tables = new ArrayList<>();
    tables.addAll(
        Listing.of("VMA", "5.4.0")
            .upage("LINUX", 1, 100, 50, 60)
            .upage("ORACLE", 1, 100, 50, 60)
            .storage("VMA", 1, 4_096, 4_000, 1_024)
            .tables());
    tables.addAll(Listing.of("VMB", "7.2.0").upage("LINUX", 1, 200, 150, 160).tables());
    return tables;
  }

  private static List<Candidate<ZvmSystem>> found(Site site, List<Table> tables) {
    return new ZvmSystems(site, tables, List.of()).candidates();
  }

  private static ZvmSystem system(Candidate<ZvmSystem> candidate) {
    return candidate.system();
  }

  private static String said(Candidate<ZvmSystem> candidate) {
    return String.join("\n", candidate.assumptions());
  }

  @Test
  void withoutASiteFileCapturesTellAndWhatTheyDoNotIsSaid() {
    List<Candidate<ZvmSystem>> found = found(Site.EMPTY, two());
    assertEquals(2, found.size());
    assertTrue(said(found.get(0)).contains("0.09 GB of 4.00 GB"), said(found.get(0)));
    assertEquals(0, system(found.get(1)).reserve());
    assertTrue(said(found.get(1)).contains("rule of thumb is 2 GB"), said(found.get(1)));
    assertTrue(Double.isNaN(system(found.get(1)).size()));
  }

  @Test
  void theSiteFileWinsAndCompletes() throws Exception {
    Site site =
        site(
            """
            pools:
              - name: VMA
                kind: zvm
                size: 8GB
                reserve: 512MB
                xstore: 2GB
                release: "6.4.0"
                members:
                  - {name: ORACLE, database: 2GB, logical: 4GB}
                  - {name: TPM, heaps: [1GB, 512MB]}
            """);
    List<Candidate<ZvmSystem>> found = found(site, two());
    assertEquals(2, found.size());
    ZvmSystem system = system(found.get(0));
    assertEquals(8_192 * MB, system.size());
    assertEquals(512 * MB, system.reserve());
    assertEquals(0, system.expanded(), "6.4 has none");
    assertEquals(3, system.members().size(), "those of the captures are there too");
    assertEquals(2_048 * MB, system.member("ORACLE").configuredHot().orElseThrow());
    assertEquals(1_536 * MB, system.member("TPM").heaps().orElseThrow());
    assertTrue(system.member("LINUX").configuredHot().isEmpty());
    assertTrue(said(found.get(0)).contains("captures show 4.00 GB"), said(found.get(0)));
    assertTrue(said(found.get(0)).contains("has no expanded storage"), said(found.get(0)));
  }

  @Test
  void anotherNameIsMatchedByMembers() throws Exception {
    Site site =
        site("pools:\n  - {name: production, kind: zvm, size: 8GB, members: [{name: ORACLE}]}\n");
    List<Candidate<ZvmSystem>> found = found(site, two());
    assertEquals(2, found.size());
    assertEquals("production", found.get(0).system().name());
    assertEquals("VMA", system(found.get(0)).id());
    assertTrue(said(found.get(0)).contains("Captures call this system VMA"), said(found.get(0)));
    assertEquals("VMB", found.get(1).system().name());
  }

  @Test
  void withoutMembersTheOnlySystemIsMeantAndOtherwiseNone() throws Exception {
    Site site = site("pools:\n  - {name: production, kind: zvm, size: 8GB}\n");
    List<Table> one = Listing.of("VMB", "7.2.0").upage("LINUX", 1, 200, 150, 160).tables();
    assertEquals("VMB", system(found(site, one).get(0)).id());
    List<Candidate<ZvmSystem>> found = found(site, two());
    assertEquals(3, found.size());
    assertEquals(0, system(found.get(0)).members().size());
  }

  @Test
  void aReleaseIsLikeOne() throws Exception {
    try {
      site("pools:\n  - {name: production, kind: zvm, release: new}\n");
    } catch (SiteFile.UnusableException e) {
      assertTrue(e.getMessage().contains("release: 'new'"), e.getMessage());
      return;
    }
    throw new AssertionError("the site file should not have been usable");
  }
}
