package dev.headroom.memory;

/**
 * When memory was stolen, how long, and who paid. Instants are indices into the history's grid.
 *
 * @param first the first instant with stolen memory
 * @param worst the instant with the most
 * @param instants how many instants had any
 * @param longestRun the most instants in a row that had any
 * @param worstTotal stolen from all members at the worst instant, bytes
 * @param payer the member that lost most at the worst instant, the first by name among equals
 * @param payerStolen what it lost then, bytes
 */
public record Shortage(
    int first,
    int worst,
    int instants,
    int longestRun,
    double worstTotal,
    String payer,
    double payerStolen) {}
