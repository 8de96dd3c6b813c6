package dev.headroom.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The policy that lets a browser obey nothing but the page's own style and its own script: nothing
 * else in the file, and nothing from outside it, whatever a name in a capture may have smuggled in.
 */
final class PagePolicy {
  /** What stands in the page's {@code Content-Security-Policy}. */
  static final String POLICY =
      "default-src 'none'; style-src '"
          + hash(PageStyle.CSS)
          + "'; script-src '"
          + hash(PageScript.SCRIPT)
          + "'; base-uri 'none'; form-action 'none'";

  private PagePolicy() {}

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
