package dev.headroom.format;

/** What became of a line that was offered to a section. */
public enum Outcome {
  /** It gave samples, or told how to read them. */
  UNDERSTOOD,
  /** It belongs to the section and carries nothing. */
  NOISE,
  /** It belongs to the section and could not be read; a diagnostic says why. */
  REJECTED,
  /** It does not belong to the section. */
  FOREIGN
}
