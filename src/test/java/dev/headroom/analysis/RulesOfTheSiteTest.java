package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.report.PoolReport;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Severity;
import dev.headroom.site.SiteFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rules:} in the site file does to findings and grades. */
class RulesOfTheSiteTest {
  private static final Path LAB = Path.of("samples/ams-lab/site.yaml");

  @TempDir private Path folder;

  private PoolReport report(String sample, String site) throws Exception {
    Path file = Files.writeString(folder.resolve("site.yaml"), site);
    List<Input> inputs =
        Inputs.under(
            List.of("samples/" + sample),
            InputStream.nullInputStream(),
            path -> path.endsWith(file));
    return Analysis.of(inputs, SiteFile.read(file), AnalysisOptions.DEFAULT)
        .report()
        .pools()
        .get(0);
  }

  private static Severity hypervisorPaging(PoolReport pool) {
    return pool.judgement().findings().stream()
        .map(quoted -> quoted.finding())
        .filter(finding -> finding.rule().equals("hypervisor-paging"))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  @Test
  void aThresholdFlipsTheFindingAndTheGrade() throws Exception {
    String site = Files.readString(LAB);
    PoolReport strict = report("ams-lab", site);
    assertEquals(Optional.of(Grade.AMBER), strict.judgement().grade());
    assertEquals(Severity.AMBER, hypervisorPaging(strict));

    PoolReport patient = report("ams-lab", site + "rules: {paging-rate: 10}\n");
    assertEquals(Optional.of(Grade.YELLOW), patient.judgement().grade());
    assertEquals(Severity.YELLOW, hypervisorPaging(patient));
    assertTrue(
        patient
            .grounds()
            .assumptions()
            .contains("The site file sets the threshold paging-rate to 10 %; its default is 1 %."),
        "" + patient.grounds().assumptions());
    assertTrue(
        patient.judgement().verdict().startsWith("js22 is yellow: "),
        patient.judgement().verdict());
  }

  @Test
  void whoIsIdleIsAThresholdToo() throws Exception {
    String none = report("zvm-tpm", "").grounds().assumptions().toString();
    assertTrue(none.contains("uses less than 2.0 % of a processor"), none);
    String all = report("zvm-tpm", "rules: {idle-busy: 0}\n").grounds().assumptions().toString();
    assertTrue(all.contains("uses less than 0.0 % of a processor"), all);
    assertTrue(all.contains("none of its memory has to stay: none is."), all);
  }
}
