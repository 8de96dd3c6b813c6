package dev.headroom.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The style of every page, and the policy that lets a browser obey nothing but it: no script, no
 * other style, nothing from outside the file, whatever a name in a capture may have smuggled in.
 */
final class PageStyle {
  /** The text of the style element, to the last character: its hash is in the policy. */
  static final String CSS = css();

  /** What stands in the page's {@code Content-Security-Policy}. */
  static final String POLICY =
      "default-src 'none'; style-src '" + hash(CSS) + "'; base-uri 'none'; form-action 'none'";

  private PageStyle() {}

  private static String css() {
    try (InputStream in = PageStyle.class.getResourceAsStream("page.css")) {
      return "\n"
          + new String(
              Objects.requireNonNull(in, "page.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
