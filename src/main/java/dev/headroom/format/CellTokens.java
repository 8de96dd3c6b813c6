package dev.headroom.format;

/**
 * The token types that a grammar gives to the cells of a table; {@code grammars/imports/Cells.g4}
 * says what they look like.
 *
 * @param number a number, with or without decimals
 * @param time the time of a day
 * @param absent a dash in the place of a number
 */
public record CellTokens(int number, int time, int absent) {
  /** Whether a token of this type stands where a number can stand. */
  public boolean isNumeric(int type) {
    return type == number || type == time || type == absent;
  }
}
