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

  /** The sentence without its place, and without the line that it shows. */
  private String sentence(String text) {
    return refused(text).lines().findFirst().orElse("").replaceFirst("^\\S+: ", "");
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
                    processors: 6
            captures:
              - {match: "lab/bxaix85*", subject: bxaix85, start: 2009-06-30T12:00:00, interval: 10s, clock: -7m}
            """);

    Site.Pool pool = site.pools().get(0);
    assertEquals(new Size(12.0 * (1L << 30)), pool.memory().size());
    assertEquals(new Size(0), pool.memory().reserve());
    assertEquals(new Size(77.0 * (1 << 20)), pool.membersOrNone().get(0).ioEntitlement());
    assertEquals("5.4.0", site.pools().get(1).release());
    assertEquals(2, site.pools().get(1).membersOrNone().get(0).guest().heaps().size());
    assertEquals(6, site.pools().get(1).membersOrNone().get(0).guest().processors());
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
  void refusesWithThePlaceTheLineAndACaret() {
    assertEquals(
        """
        DIR/site.yaml:3:11: size: '12 apples' is not a size; write a number and a unit, such as \
        12GB or 77MB
            size: 12 apples
                  ^""",
        refused("pools:\n  - name: p\n    size: 12 apples\n"));
    assertEquals(
        """
        DIR/site.yaml:2:5: 'sise' is not a key here; did you mean size? The keys are name, kind, \
        size, maximum, reserve, xstore, release, complete, block, managedSystem, members
          - sise: 4GB
            ^""",
        refused("pools:\n  - sise: 4GB\n    name: p\n"));
  }

  /** What is refused, and the sentence on it: in words of the field, never a library's. */
  @Test
  void refusesWhatCannotBeMeant() {
    String[][] table = {
      {
        "pools: [{name: p, size: 0GB}]",
        "size: it cannot be 0; leave the key out where it is not known"
      },
      {
        "pools: [{name: p, size: 12}]",
        "size: '12' is not a size; write a number and a unit, such as 12GB or 77MB"
      },
      {"pools: [{name: p, size: 9999999TB}]", "size: '9999999TB' is more than any machine has"},
      {
        "pools: [{name: p, size: }]",
        "size has no value; write one such as 12GB, or take the key out"
      },
      {
        "pools: [{name: p, size: [1GB]}]",
        "size: a list or keys stand here; write one value, such as 12GB"
      },
      {
        "pools: [{name: p, size: 4GB, reserve: 4GB}]",
        "reserve: nothing of the size is left for members"
      },
      {"pools: [{name: p, size: 4GB, maximum: 2GB}]", "maximum: it is below the size"},
      {"pools: [{name: p, complete: maybe}]", "complete: 'maybe' is neither true nor false"},
      {
        "pools: [{name: p, kind: AMS}]",
        "kind: 'AMS' is not a kind; write ams (Active Memory Sharing) or zvm (a z/VM system)"
      },
      {"pools: [{name: p, xstore: 1GB}]", "'xstore' is a key of a z/VM system (kind: zvm) only"},
      {
        "pools: [{name: p, kind: zvm, release: new}]",
        "release: 'new' is not a release such as \"5.4.0\""
      },
      {"pools: [null]", "an entry of pools is empty; write one such as {name: js22, size: 12GB}"},
      {"pools: [{}]", "an entry of pools is empty; write one such as {name: js22, size: 12GB}"},
      {"pools: [p]", "an entry of pools has no keys; write one such as {name: js22, size: 12GB}"},
      {"pools: p", "pools: write a list, such as [{name: js22, size: 12GB}]"},
      {"pools: {name: p}", "pools: write a list, such as [{name: js22, size: 12GB}]"},
      {"pools: [{size: 1GB}]", "a pool has no name; write one such as js22"},
      {"pools: [{name: ''}]", "name has no value; write one such as js22, or take the key out"},
      {"pools: [{name: p}, {name: p}]", "two pools are named 'p'"},
      {"pools: [{name: p, name: q}]", "'name' stands here a second time; the first is in line 1"},
      {
        "pools: [{name: p, members: }]",
        "members has no value; write a list such as [{name: bxaix85, logical: 6GB}], or take it out"
      },
      {
        "pools: [{name: p, members: [~]}]",
        "an entry of members is empty; write one such as {name: bxaix85, logical: 6GB}"
      },
      {"pools: [{name: p, members: [{name: a}, {name: a}]}]", "pool p has member 'a' twice"},
      {
        "pools: [{name: p, members: [{name: a, loanPolicy: 1.7}]}]",
        "loanPolicy: '1.7' cannot be; write 0, 1 or 2"
      },
      {
        "pools: [{name: p, members: [{name: a, loanPolicy: 3}]}]",
        "loanPolicy: '3' cannot be; write 0, 1 or 2"
      },
      {
        "pools: [{name: p, members: [{name: a, weight: 256}]}]",
        "weight: '256' cannot be; write a whole number from 0 to 255"
      },
      {
        "pools: [{name: p, members: [{name: a, wieght: 64}]}]",
        "'wieght' is not a key here; did you mean weight? The keys are name, logical, weight, ioEntitlement, loanPolicy, heaps, database, processors"
      },
      {
        "pools: [{name: p, members: [{name: a, heaps: [1GB]}]}]",
        "'heaps' is a key of guests of a z/VM system (kind: zvm) only"
      },
      {
        "pools: [{name: p, kind: zvm, members: [{name: a, heaps: 1GB}]}]",
        "heaps: write a list of sizes, such as [6144MB, 2048MB]"
      },
      {
        "pools: [{name: p, kind: zvm, members: [{name: a, heaps: [0MB]}]}]",
        "heaps: it cannot be 0; leave the key out where it is not known"
      },
      {
        "pools: [{name: p, kind: zvm, members: [{name: a, weight: 1}]}]",
        "'weight' is a key of partitions (kind: ams) only"
      },
      {
        "pools: [{name: p, members: [{name: a, processors: 2}]}]",
        "'processors' is a key of guests of a z/VM system (kind: zvm) only"
      },
      {
        "pools: [{name: p, kind: zvm, members: [{name: a, processors: 0}]}]",
        "processors: '0' cannot be; write a whole number from 1 to 64"
      },
      {
        "pools: [{name: p, kind: zvm, members: [{name: a, processors: 1.5}]}]",
        "processors: '1.5' cannot be; write a whole number from 1 to 64"
      },
      {
        "pools: [{name: p, load: {administrators: 50}}]",
        "'load' is for planning other loads, which this version does not do; nothing here would use"
            + " it, so take the key out"
      },
      {
        "pools: [{name: p, phases: [{name: workflows}]}]",
        "'phases' is for planning other loads, which this version does not do; nothing here would"
            + " use it, so take the key out"
      },
      {
        "pools: [{name: p, responseTimes: {login: 6s}}]",
        "'responseTimes' is for planning other loads, which this version does not do; nothing here"
            + " would use it, so take the key out"
      },
      {
        "captures: [{subject: a}]",
        "an entry of captures has no match; write one such as \"lab/bxaix85*\""
      },
      {"captures: [{match: '{a'}]", "match: '{a' is not a pattern: a { has no }"},
      {
        "captures: [{match: x, start: noon}]",
        "start: 'noon' is not a local date and time without a zone; write 2009-06-30T12:00:00"
      },
      {
        "captures: [{match: x, start: 2009-06-30T12:00:00Z}]",
        "start: '2009-06-30T12:00:00Z' is not a local date and time without a zone; write 2009-06-30T12:00:00"
      },
      {
        "captures: [{match: x, start: 0009-06-30T12:00:00}]",
        "start: '0009-06-30T12:00:00' is not of a year from 1970 to 2199"
      },
      {
        "captures: [{match: x, start: +999999999-06-30T12:00:00}]",
        "start: '+999999999-06-30T12:00:00' is not of a year from 1970 to 2199"
      },
      {
        "captures: [{match: x, interval: 0s}]",
        "interval: '0s' is not an interval; write a number and s, m or h, such as 10s"
      },
      {
        "captures: [{match: x, interval: 9999999h}]",
        "interval: '9999999h' is longer than a month; write how far apart rows are"
      },
      {
        "pool: [{name: p}]",
        "'pool' is not a key here; did you mean pools? The keys are pools, captures, rules"
      },
      {
        "pools: [{name: p, maximum: 4GB, reserve: 5GB}]",
        "reserve: nothing of the maximum is left for members"
      },
      {
        "pools: [{name: p, kind: zvm, members: [{name: a, heaps: [1GB, null]}]}]",
        "an entry of heaps is empty; write one such as 6144MB"
      },
      {
        "pools: [{name: " + "p".repeat(1001) + "}]",
        "name: a text of 1,001 characters stands here, and none is longer than 1,000"
      },
      {"pools: [{name: !!str p}]", "tags (!name) are not read: write the value alone"},
      {"pools: !foo []", "tags (!name) are not read: write the value alone"},
      {
        "\"a\\nb: forged\": x",
        "'a\u240Ab: forged' is not a key here; the keys are pools, captures, rules"
      },
      {"a: &a [x, x]\nb: &b [*a, *a]", "aliases (*name) are not read: write the value out"},
      {"pools: [{name: &a p}, {name: *a}]", "aliases (*name) are not read: write the value out"},
      {
        "just words",
        "a site file has the keys pools, captures and rules; write pools: [{name: js22, size: 12GB}]"
      },
    };
    for (String[] row : table) {
      assertEquals(row[1], sentence(row[0] + "\n"), row[0]);
    }
  }

  @Test
  void refusesASecondDocumentAndWhatIsNoYaml() {
    assertTrue(
        refused("pools: [{name: p}]\n---\npools: [{name: q}]\n")
            .startsWith("DIR/site.yaml:3:1: a second document begins here;"));
    assertTrue(
        refused("pools:\n\t- name: p\n")
            .contains(": this is not YAML: indent with blanks, not with tabs\n"));
    assertTrue(
        refused("pools:\n- \u0007\n")
            .startsWith("DIR/site.yaml:2:3: a character that cannot be printed stands here\n"));
    for (String wrong : List.of("pools: [\n", "pools: [{name: 'p}]\n", "a: b: c\n")) {
      String message = refused(wrong);
      assertTrue(message.startsWith("DIR/site.yaml:"), message);
      assertTrue(message.contains("this is not YAML: look here"), message);
    }
  }

  @Test
  void refusesFilesThatAreNoText() throws Exception {
    Path file = Files.write(folder.resolve("site.yaml"), new byte[] {'a', (byte) 0xE4, '\n'});
    SiteFile.UnusableException e =
        assertThrows(SiteFile.UnusableException.class, () -> SiteFile.read(file));
    assertEquals(file + ": the file is not text in UTF-8", e.getMessage());
    e = assertThrows(SiteFile.UnusableException.class, () -> SiteFile.read(folder));
    assertEquals(folder + ": this is a folder, and a site file is one file", e.getMessage());
  }

  @Test
  void aFileLargerThanAnySiteIsRefusedBeforeItIsHeld() throws Exception {
    Path file = folder.resolve("site.yaml");
    try (java.nio.channels.FileChannel channel =
        java.nio.channels.FileChannel.open(
            file,
            java.nio.file.StandardOpenOption.CREATE_NEW,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {'#'}), 100_000_000);
    }
    SiteFile.UnusableException e =
        assertThrows(SiteFile.UnusableException.class, () -> SiteFile.read(file));
    assertEquals(file + ": the file is larger than the 32 MB of a site file", e.getMessage());
  }

  @Test
  void aFileOfManyPoolsIsRead() throws Exception {
    StringBuilder text = new StringBuilder("pools:\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("  - {name: pool").append(i).append(", size: 12GB, maximum: 16GB, members: [");
      text.append("{name: lpar").append(i).append("}]}\n");
    }
    assertEquals(60_000, read(text.toString()).pools().size());
  }

  @Test
  void aJsonFileMayBeIndentedWithTabs() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("site.json"), "{\n\t\"pools\": [\n\t\t{\"name\": \"p\"}\n\t]\n}\n");
    assertEquals("p", SiteFile.read(file).pools().get(0).name());
    Files.writeString(file, "{\"pools\": [}\n");
    SiteFile.UnusableException e =
        assertThrows(SiteFile.UnusableException.class, () -> SiteFile.read(file));
    assertTrue(String.valueOf(e.getMessage()).contains(": this is not JSON: look"), e.getMessage());
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
        refused("rules: {always-loan-least: 512}\n").lines().findFirst().orElse(""));
    assertEquals(
        "rules: stalled-share cannot be '101'; write 0 to 100 %, such as 5 %",
        sentence("rules: {stalled-share: 101}\n"));
    assertEquals(
        "rules: least-samples cannot be '2.5'; write a whole number from 1 on, such as 10",
        sentence("rules:\n  least-samples: 2.5\n"));
    assertEquals(
        "rules: history cannot be '-1'; write a number of days that is not negative, such as"
            + " 7 days",
        sentence("rules: {history: -1}\n"));
    assertEquals(
        "rules: kept-memory cannot be '1 GB'; write a number of MB that is not negative, such as"
            + " 256 MB",
        sentence("rules: {kept-memory: 1 GB}\n"));
    for (String wrong :
        List.of("[]", "{gaps: [1]}", "{gaps: {a: 1}}", "{gaps: }", "{gaps: much}")) {
      assertTrue(refused("rules: " + wrong + "\n").startsWith("DIR/site.yaml:1:"), wrong);
    }
  }

  @Test
  void aFolderBringsItsOwn() throws Exception {
    assertEquals(Optional.empty(), SiteFile.in(folder));
    Path file = Files.writeString(folder.resolve("site.yml"), "");
    assertEquals(Optional.of(file), SiteFile.in(folder));
    Files.writeString(folder.resolve("site.json"), "{}");
    assertThrows(SiteFile.UnusableException.class, () -> SiteFile.in(folder));
  }
}
