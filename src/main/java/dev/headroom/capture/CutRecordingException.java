package dev.headroom.capture;

import java.io.IOException;

/** A recording ends while a screen is drawn: how much of that screen is of before is not known. */
final class CutRecordingException extends IOException {
  private static final long serialVersionUID = 1L;

  CutRecordingException(String message) {
    super(message);
  }
}
