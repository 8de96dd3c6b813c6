package dev.headroom.site;

import dev.headroom.capture.Input;
import dev.headroom.unit.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a site file, YAML or JSON, and refuses what it does not know with the place of it. */
public final class SiteFile {
  /** A folder of captures may bring its own site file under one of these names. */
  private static final List<String> NAMES = List.of("site.yaml", "site.yml", "site.json");

  private static final int MB = 1 << 20;
  private static final int LARGEST = 32 * MB;

  private SiteFile() {}

  /** The site file is unusable; the message is for the user. */
  public static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  /** Whether a file has the name of a site file that a folder brings along. */
  public static boolean isNamed(Path file) {
    Path name = file.getFileName();
    return name != null && NAMES.contains(name.toString());
  }

  /**
   * The site file that a folder brings along; empty where it has none.
   *
   * @throws UnusableException where it has several
   */
  public static Optional<Path> in(Path folder) throws UnusableException {
    List<Path> found = NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    if (found.size() > 1) {
      throw new UnusableException(
          found.get(0)
              + " and "
              + found.get(1)
              + " are both site files; name one of them with --site");
    }
    return found.stream().findFirst();
  }

  /**
   * Reads a site file.
   *
   * @throws UnusableException where it cannot be read, or says something that is not understood
   */
  public static Site read(Path file) throws UnusableException {
    String source = Input.ofFile(file).source();
    String text = text(file, source);
    SiteText lines = SiteText.of(source, text);
    Optional<SiteNode> root = SiteTree.of(lines, text);
    return root.isPresent() ? SiteReader.of(lines, root.get()) : Site.EMPTY;
  }

  private static String text(Path file, String name) throws UnusableException {
    String source = VisibleText.line(name);
    try {
      if (Files.isDirectory(file)) {
        throw new UnusableException(source + ": this is a folder, and a site file is one file");
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(LARGEST + 1);
      }
      if (bytes.length > LARGEST) {
        throw new UnusableException(
            source + ": the file is larger than the " + LARGEST / MB + " MB of a site file");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new UnusableException(source + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new UnusableException(source + ": the file may not be read");
    } catch (CharacterCodingException e) {
      throw new UnusableException(source + ": the file is not text in UTF-8");
    } catch (IOException e) {
      throw new UnusableException(source + ": the file cannot be read");
    }
  }
}
