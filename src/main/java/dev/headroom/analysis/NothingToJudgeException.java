package dev.headroom.analysis;

/** The data cannot judge advice; the message says what is missing. */
public final class NothingToJudgeException extends Exception {
  private static final long serialVersionUID = 1L;

  NothingToJudgeException(String message) {
    super(message);
  }
}
