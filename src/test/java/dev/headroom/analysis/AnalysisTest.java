package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.Reading;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.json.JsonReport;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisTest {
  /** The folders of samples; one with a pool and one with a z/VM system are among them. */
  static List<Path> samples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("samples"))) {
      List<Path> found = folders.filter(Files::isDirectory).sorted().toList();
      assertFalse(found.isEmpty(), "there are samples");
      return found;
    }
  }

  /** What stands in the Javadoc of {@link Analysis}, word by word: {@link #theExampleIsThis}. */
  private static void example(PrintStream out) throws Exception {
    Path siteFile = Path.of("samples/ams-lab/site.yaml");
    List<Input> inputs =
        Inputs.under(List.of("samples/ams-lab"), InputStream.nullInputStream(), siteFile::equals);
    Analysis analysis = Analysis.of(inputs, SiteFile.read(siteFile), AnalysisOptions.DEFAULT);
    for (PoolReport pool : analysis.report().pools()) {
      out.println(pool.name() + ": " + pool.judgement().verdict());
    }
  }

  @Test
  void theExampleOfTheJavadocRuns() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    example(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertTrue(
        out.toString(StandardCharsets.UTF_8).contains(" is amber: "),
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theExampleIsThis() throws IOException {
    String javadoc =
        between("src/main/java/dev/headroom/analysis/Analysis.java", "<pre>{@code", "}</pre>");
    String run =
        between(
            "src/test/java/dev/headroom/analysis/AnalysisTest.java",
            "example(PrintStream out) throws Exception {",
            "\n  }\n");
    assertEquals(words(javadoc.replace("\n *", "\n")), words(run));
  }

  private static String between(String file, String from, String to) throws IOException {
    String text = Files.readString(Path.of(file)).replace("\r\n", "\n");
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String words(String code) {
    return code.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatWasReadElsewhereGivesTheSameReport(Path folder) throws Exception {
    Path siteFile = folder.resolve("site.yaml");
    Site site = Files.exists(siteFile) ? SiteFile.read(siteFile) : Site.EMPTY;
    List<Input> inputs =
        Inputs.under(List.of(folder.toString()), InputStream.nullInputStream(), siteFile::equals);
    CaptureReader reader = new CaptureReader(AnalysisOptions.DEFAULT.reading(site));
    List<Reading> copies = new ArrayList<>();
    for (Input input : inputs) {
      Reading reading = reader.read(input);
      Reading copy = copy(reading);
      assertEquals(reading, copy, input.source());
      assertEquals(reading.hashCode(), copy.hashCode());
      assertEquals(samples(reading), samples(copy));
      copies.add(copy);
    }
    Gathered gathered = Gathered.of(inputs, copies, site, TimeRange.ALL);
    assertEquals(
        json(Analysis.of(inputs, site, AnalysisOptions.DEFAULT).report()),
        json(Analysis.of(gathered, site, AnalysisOptions.DEFAULT).report()));
  }

  private static Reading copy(Reading reading) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(reading);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Reading) in.readObject();
    }
  }

  private static List<String> samples(Reading reading) {
    List<String> samples = new ArrayList<>();
    reading.tables().forEach(table -> table.forEach(sample -> samples.add(sample.toString())));
    return samples;
  }

  private static String json(Report report) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonReport.write(report, Map.of(), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void samplesHoldBothPlatforms() throws Exception {
    List<String> kinds = new ArrayList<>();
    for (Path folder : samples()) {
      Path siteFile = folder.resolve("site.yaml");
      Site site = Files.exists(siteFile) ? SiteFile.read(siteFile) : Site.EMPTY;
      List<Input> inputs =
          Inputs.under(List.of(folder.toString()), InputStream.nullInputStream(), siteFile::equals);
      Analysis.of(inputs, site, AnalysisOptions.DEFAULT)
          .report()
          .pools()
          .forEach(pool -> kinds.add(pool.kind().label()));
    }
    assertEquals(
        List.of("ams", "zvm"), kinds.stream().distinct().sorted().collect(Collectors.toList()));
  }

  @Test
  void theVersionIsTheBuilds() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
    assertEquals(version, Analysis.VERSION);
    Report report = Analysis.of(List.of(), Site.EMPTY, AnalysisOptions.DEFAULT).report();
    assertEquals(version, report.version());
  }
}
