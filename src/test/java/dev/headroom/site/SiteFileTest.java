package dev.headroom.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.unit.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteFileTest {
  @TempDir private Path folder;

  private Site read(String text) throws IOException, SiteFile.UnusableException {
    return SiteFile.read(Files.writeString(folder.resolve("site.yaml"), text));
  }

  private String refused(String text) {
    SiteFile.UnusableException e = assertThrows(SiteFile.UnusableException.class, () -> read(text));
    return String.valueOf(e.getMessage()).replace(folder.toString(), "DIR");
  }

  @Test
  void readsPoolsAndCaptures() throws Exception {
    Site site =
        read(
            """
            pools:
              - name: js22
                kind: ams
                size: 12GB
                maximum: 16GB
                reserve: 0MB
                members:
                  - {name: bxaix85, logical: 6GB, weight: 64, ioEntitlement: 77MB, loanPolicy: 1}
              - name: vm1
                kind: zvm
                size: 28672MB
                xstore: 2GB
                release: "5.4.0"
                members:
                  - name: LNX00080
                    heaps: [6144MB, 1700MB]
                    database: 2252MB
            captures:
              - {match: "lab/bxaix85*", subject: bxaix85, start: 2009-06-30T12:00:00, interval: 10s, clock: -7m}
            """);

    Site.Pool pool = site.pools().get(0);
    assertEquals(new Size(12.0 * (1L << 30)), pool.size());
    assertEquals(new Size(0), pool.reserve());
    assertEquals(new Size(77.0 * (1 << 20)), pool.membersOrNone().get(0).ioEntitlement());
    assertEquals("5.4.0", site.pools().get(1).release());
    assertEquals(2, site.pools().get(1).membersOrNone().get(0).heaps().size());
    Site.Capture capture = site.captures().get(0);
    assertEquals(LocalDateTime.of(2009, 6, 30, 12, 0), capture.start());
    assertEquals(Duration.ofSeconds(10), capture.interval());
    assertEquals(new Site.Shift(-420_000), capture.clock());
    assertTrue(capture.toFormat().matches("/tmp/lab/bxaix85.vmstat"));
  }

  @Test
  void jsonIsReadToo() throws Exception {
    assertEquals(
        "p", read("{\"pools\": [{\"name\": \"p\", \"size\": \"1GB\"}]}").pools().get(0).name());
  }

  @Test
  void anEmptyFileSaysNothing() throws Exception {
    assertEquals(Site.EMPTY, read(""));
    assertEquals(Site.EMPTY, read("# only a comment\n"));
  }

  @Test
  void refusesWithThePlaceAndWhatWasMeant() {
    assertEquals(
        "DIR/site.yaml:2:5: 'colour' is not a key here; the keys are name, kind, size, maximum,"
            + " reserve,"
            + " xstore, release, complete, members",
        refused("pools:\n  - colour: red\n    name: p\n"));
    assertEquals(
        "size: '12 apples' is not a size; write a number and a unit, such as 12GB or 77MB",
        afterPlace(refused("pools:\n  - name: p\n    size: 12 apples\n")));
    assertEquals(
        "start: 'noon' is not a date and time; write 2009-06-30T12:00:00",
        afterPlace(refused("captures:\n  - match: x\n    start: noon\n")));
    assertEquals(
        "interval: '0s' is not an interval; write a number and s, m or h, such as 10s",
        afterPlace(refused("captures:\n  - match: x\n    interval: 0s\n")));
    assertEquals(
        "DIR/site.yaml: pool p, a: loanPolicy must be 0, 1 or 2",
        refused("pools:\n  - {name: p, members: [{name: a, loanPolicy: 7}]}\n"));
    assertEquals(
        "DIR/site.yaml: two pools are named 'p', or a pool has no name",
        refused("pools:\n  - name: p\n  - name: p\n"));
  }

  @Test
  void readsThresholdsWithTheirUnitOrWithout() throws Exception {
    Site site = read("rules: {stalled-share: 10, kept-memory: 512 MB, least-samples: 3}\n");
    assertEquals(
        Map.of("stalled-share", 10.0, "kept-memory", 512.0, "least-samples", 3.0),
        site.rules().changed());
    assertEquals(Map.of("gaps", 7.5), read("{\"rules\": {\"gaps\": \"7.5%\"}}").rules().changed());
    assertEquals(Map.of(), read("rules:\n").rules().changed());
  }

  @Test
  void refusesThresholdsThatNoRuleHasOrCanReach() {
    assertEquals(
        "DIR/site.yaml:1:9: 'always-loan-least' is not a threshold of a rule; near it are"
            + " always-loans-least, always-loans-instants, guest-spare-least and cp-share-least",
        refused("rules: {always-loan-least: 512}\n"));
    assertEquals(
        "rules: stalled-share cannot be '101'; write 0 to 100 %, such as 5 %",
        afterPlace(refused("rules: {stalled-share: 101}\n")));
    assertEquals(
        "rules: least-samples cannot be '2.5'; write a whole number from 1 on, such as 10",
        afterPlace(refused("rules:\n  least-samples: 2.5\n")));
    assertEquals(
        "rules: history cannot be '-1'; write a number of days that is not negative, such as"
            + " 7 days",
        afterPlace(refused("rules: {history: -1}\n")));
    assertEquals(
        "rules: kept-memory cannot be '1 GB'; write a number of MB that is not negative, such as"
            + " 256 MB",
        afterPlace(refused("rules: {kept-memory: 1 GB}\n")));
    for (String wrong :
        List.of("[]", "{gaps: [1]}", "{gaps: {a: 1}}", "{gaps: }", "{gaps: much}")) {
      assertTrue(refused("rules: " + wrong + "\n").startsWith("DIR/site.yaml:1:"), wrong);
    }
  }

  @Test
  void yamlThatIsNoneIsRefusedWithItsPlace() {
    assertTrue(refused("pools: [\n").startsWith("DIR/site.yaml:"), refused("pools: [\n"));
    assertTrue(refused("just words\n").startsWith("DIR/site.yaml:"), refused("just words\n"));
  }

  @Test
  void aFolderBringsItsOwn() throws Exception {
    assertEquals(Optional.empty(), SiteFile.besides(List.of(folder.toString())));
    Path file = Files.writeString(folder.resolve("site.yml"), "");
    assertEquals(Optional.of(file), SiteFile.besides(List.of(folder.toString())));
    Files.writeString(folder.resolve("site.json"), "{}");
    assertThrows(
        SiteFile.UnusableException.class, () -> SiteFile.besides(List.of(folder.toString())));
  }

  private static String afterPlace(String message) {
    return message.replaceFirst("^DIR/site.yaml(:\\d+:\\d+)?: ", "");
  }
}
