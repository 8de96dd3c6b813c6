package dev.headroom.capture;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Names of files as text. A name is bytes, and Java reads them by the locale: under {@code
 * LC_ALL=C} no name with an umlaut can be shown, nor opened by what is shown. A path knows its
 * bytes all the same, and a path can be made of bytes; both go by way of its URI.
 */
public final class FileNames {
  private static final int ASCII = 0x80;
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

  private FileNames() {}

  /** The name of a path, with {@code /} between folders, the same in any locale. */
  public static String text(Path path) {
    String shown = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    if (isAscii(shown) || !hasBytes(path)) {
      return shown;
    }
    StringBuilder text = new StringBuilder(path.isAbsolute() ? "/" : "");
    for (Path part : path) {
      text.append(text.length() > 1 || (text.length() == 1 && !path.isAbsolute()) ? "/" : "")
          .append(part(part));
    }
    return text.toString();
  }

  /** The text of the bytes of a name: UTF-8, or ISO-8859-1 where they are not valid UTF-8. */
  public static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }

  /** The path of a name that a user gave, or that {@link #text} gave. */
  public static Path path(String name) {
    Path here = Path.of("");
    if (isAscii(name) || !hasBytes(here)) {
      return Path.of(name);
    }
    Path first = null;
    for (Charset charset : CHARSETS) {
      Path path = ofBytes(name, charset);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
      first = first == null ? path : first;
    }
    return first == null ? Path.of(name) : first;
  }

  private static Path ofBytes(String name, Charset charset) {
    Path here = Path.of("").toAbsolutePath();
    StringBuilder uri =
        new StringBuilder(name.startsWith("/") ? "file://" : here.toUri().toString());
    for (byte b : name.getBytes(charset)) {
      boolean plain = b == '/' || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z');
      uri.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
    Path path = Path.of(URI.create(uri.toString()));
    return name.startsWith("/") ? path : here.relativize(path);
  }

  private static String part(Path part) {
    String raw = part.toUri().getRawPath();
    String bytes = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    return text(unescaped(bytes.substring(bytes.lastIndexOf('/') + 1)));
  }

  private static byte[] unescaped(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < escaped.length(); at++) {
      char c = escaped.charAt(at);
      if (c == '%') {
        bytes.write(Integer.parseInt(escaped.substring(at + 1, at + 3), 16));
        at += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < ASCII);
  }

  /** Whether names are bytes here: on Windows they are text. */
  private static boolean hasBytes(Path path) {
    return path.getFileSystem().equals(FileSystems.getDefault())
        && path.getFileSystem().getSeparator().equals("/");
  }
}
