package dev.headroom.site;

import dev.headroom.capture.Input;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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

  private static final long LARGEST = 3L << 20;

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

  private static String text(Path file, String source) throws UnusableException {
    try {
      if (Files.isDirectory(file)) {
        throw new UnusableException(source + ": this is a folder, and a site file is one file");
      }
      if (Files.size(file) > LARGEST) {
        throw new UnusableException(source + ": the file is larger than a site file may be");
      }
      String text = Files.readString(file);
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
