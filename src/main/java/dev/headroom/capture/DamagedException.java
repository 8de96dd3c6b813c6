package dev.headroom.capture;

import java.io.IOException;

/**
 * A compressed stream or an archive is damaged, or ends too early. Its message says in the user's
 * words what is wrong, as the end of a sentence about the stream.
 */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final DiagnosticCode code;

  private DamagedException(DiagnosticCode code, String message) {
    super(message);
    this.code = code;
  }

  /** It ends too early; what stands before may be used. */
  static DamagedException cut(String message) {
    return new DamagedException(DiagnosticCode.TRUNCATED, message);
  }

  /** It contradicts itself, and where that begins cannot be told: nothing in it may be used. */
  static DamagedException corrupt(String message) {
    return new DamagedException(DiagnosticCode.CORRUPT, message);
  }

  DiagnosticCode code() {
    return code;
  }

  boolean isCut() {
    return code == DiagnosticCode.TRUNCATED;
  }
}
