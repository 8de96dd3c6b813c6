package dev.headroom.whatif;

/** A change that cannot be made; the message is a sentence that says why and what there is. */
public final class ImpossibleChangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the sentence to show. */
  public ImpossibleChangeException(String sentence) {
    super(sentence);
  }
}
