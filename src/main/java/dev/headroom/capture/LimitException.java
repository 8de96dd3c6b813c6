package dev.headroom.capture;

import java.io.IOException;

/** A limit was passed; what was read before it stays. */
final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitException(String message) {
    super(message);
  }
}
