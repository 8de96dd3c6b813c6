package dev.headroom.format.damage;

import dev.headroom.format.GoldenCaptures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Every golden capture, and the beginning of every capture of the samples. */
final class Corpus {
  private static final Path SAMPLES = Path.of("samples");

  /**
   * Formats whose captures are not damaged yet: the judge does not know their lines, of which many
   * make one sample, and a document is more than its lines.
   */
  private static final Set<String> NOT_YET = Set.of("hmc-uom");

  /** Of a large capture so much is damaged: its headings and some rows, or some pages. */
  private static final int MOST = 6 << 10;

  private final List<Specimen> specimens;

  private Corpus(List<Specimen> specimens) {
    this.specimens = specimens;
  }

  /** All captures, in the order of their paths. */
  static Corpus read() {
    try {
      List<Specimen> all = new ArrayList<>();
      for (Path file : GoldenCaptures.all()) {
        if (NOT_YET.contains(String.valueOf(file.getParent().getFileName()))) {
          continue;
        }
        all.add(new Specimen(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
      }
      try (Stream<Path> files = Files.walk(SAMPLES)) {
        for (Path file : files.filter(Corpus::isCapture).sorted().toList()) {
          addSample(file, all);
        }
      }
      return new Corpus(List.copyOf(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample that is told three ways has no form that the golden captures lack. */
  private static boolean isCapture(Path file) {
    String name = String.valueOf(file.getFileName());
    return !file.startsWith(SAMPLES.resolve("three-ways"))
        && Files.isRegularFile(file)
        && !name.endsWith(".md")
        && !name.endsWith(".yaml");
  }

  private static void addSample(Path file, List<Specimen> all) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = Files.readAllBytes(file);
    if (name.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String member = entry.getName();
        add(member.substring(member.lastIndexOf('/') + 1), zip.readAllBytes(), all);
      }
    } else if (name.endsWith(".gz")) {
      byte[] head = new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(2 * MOST);
      add(name.substring(0, name.length() - 3), head, all);
    } else if (name.endsWith(".ebcdic")) {
      String text = new String(bytes, Charset.forName("IBM1047"));
      add(name, text.replace('\u0085', '\n').getBytes(StandardCharsets.ISO_8859_1), all);
    } else {
      add(name, bytes, all);
    }
  }

  /** Twelve captures of one tool that differ in their figures alone are three. */
  private static void add(String name, byte[] bytes, List<Specimen> all) {
    byte[] cut = beginning(bytes);
    String like = form(cut);
    if (all.stream().filter(other -> like.equals(form(other.text().bytes()))).count() < 3) {
      all.add(new Specimen(name, cut));
    }
  }

  private static String form(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 600), StandardCharsets.ISO_8859_1)
        .replaceAll("[\\w.]+", "x")
        .replaceAll("\\s+", " ");
  }

  private static byte[] beginning(byte[] bytes) {
    if (bytes.length <= MOST) {
      return bytes;
    }
    int end = MOST;
    while (bytes[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  List<Specimen> specimens() {
    return specimens;
  }

  /** Any capture. */
  Specimen any(Random random) {
    return specimens.get(random.nextInt(specimens.size()));
  }
}
