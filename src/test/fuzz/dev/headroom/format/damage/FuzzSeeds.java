package dev.headroom.format.damage;

import dev.headroom.format.GoldenCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what fuzzing begins with: for each format its golden captures, for archives one capture in
 * every package, and in packages in packages.
 */
public final class FuzzSeeds {
  private FuzzSeeds() {}

  /** Writes them into folders below the one that is named. */
  public static void main(String... folder) throws IOException {
    Path root = Path.of(folder[0]);
    Files.createDirectories(root.resolve("found"));
    for (Path file : GoldenCaptures.all()) {
      String format = String.valueOf(GoldenCaptures.ROOT.relativize(file).getName(0));
      write(root, format, String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }
    byte[] text = Files.readAllBytes(GoldenCaptures.ROOT.resolve("vmstat/lpar29.boot.txt"));
    for (Packing inner : Packing.values()) {
      byte[] packed = inner.pack(text, "lpar29.txt");
      write(root, "archives", inner.name(), packed);
      for (Packing outer : Packing.values()) {
        write(root, "archives", inner + "-in-" + outer, outer.pack(packed, "inner"));
      }
    }
  }

  private static void write(Path root, String folder, String name, byte[] bytes)
      throws IOException {
    Files.createDirectories(root.resolve("corpus").resolve(folder));
    Path seeds = Files.createDirectories(root.resolve("seeds").resolve(folder));
    Files.write(seeds.resolve(name), bytes);
  }
}
