package dev.headroom.series;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A long column of numbers that takes little room: chunks of {@value #CHUNK} values, each packed by
 * the least number of bits that its own range needs. A value that is not there is {@link
 * Double#NaN}. What goes in comes out bit for bit.
 *
 * <p>A capture's columns are whole numbers or numbers with up to three decimals that move little,
 * so a chunk seldom needs more than two bytes a value; one that cannot be packed is kept as
 * doubles.
 */
public final class Column {
  static final int CHUNK = 4096;
  private static final double[] SCALES = {1, 10, 100, 1000};
  private static final double EXACT = 1L << 53;

  /** Most columns are short: the list is made with the first chunk. */
  private List<Chunk> chunks = List.of();

  private double[] tail = new double[4];
  private int tailSize;

  /** A column of some of an array's values. */
  static Column of(double[] values, int from, int count) {
    Column column = new Column();
    column.tail = Arrays.copyOfRange(values, from, from + Math.max(1, count));
    column.tailSize = count;
    return column;
  }

  /** The same column where it is long; a short one in the room that it needs. */
  Column trimmed() {
    return chunks.isEmpty() && tailSize > 0 && tailSize < tail.length
        ? of(tail, 0, tailSize)
        : this;
  }

  /** Adds a value at the end; {@link Double#NaN} for one that is absent. */
  public void add(double value) {
    if (tailSize == tail.length) {
      if (tailSize == CHUNK) {
        chunks = chunks.isEmpty() ? new ArrayList<>() : chunks;
        chunks.add(Chunk.pack(tail));
        tailSize = 0;
      } else {
        tail = Arrays.copyOf(tail, Math.min(CHUNK, tail.length * 4));
      }
    }
    tail[tailSize++] = value;
  }

  /** Adds the first {@code count} values of an array. */
  public void addAll(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      add(values[i]);
    }
  }

  /** How many values it holds, absent ones included. */
  public int size() {
    return chunks.size() * CHUNK + tailSize;
  }

  /** How many values are not absent. */
  public int present() {
    int present = 0;
    for (Chunk chunk : chunks) {
      present += CHUNK - chunk.absent();
    }
    for (int i = 0; i < tailSize; i++) {
      present += Double.isNaN(tail[i]) ? 0 : 1;
    }
    return present;
  }

  /** The value at this place, {@link Double#NaN} where it is absent. */
  public double get(int index) {
    int chunk = index / CHUNK;
    return chunk < chunks.size() ? chunks.get(chunk).get(index % CHUNK) : tail[index % CHUNK];
  }

  /** The same values as plain data. */
  Written written() {
    return new Written(chunks.toArray(Chunk[]::new), Arrays.copyOf(tail, tailSize));
  }

  /** Whether both hold the same values in the same order, bit for bit. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Column column) || size() != column.size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (Double.doubleToRawLongBits(get(i)) != Double.doubleToRawLongBits(column.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size(); i++) {
      hash = 31 * hash + Double.hashCode(get(i));
    }
    return hash;
  }

  /**
   * A column as it is serialized.
   *
   * @param chunks the full chunks
   * @param tail the values after them
   */
  record Written(Chunk[] chunks, double[] tail) implements Serializable {
    private static final long serialVersionUID = 1L;

    Column column() {
      Column column = new Column();
      column.chunks = new ArrayList<>(Arrays.asList(chunks));
      column.tail = Arrays.copyOf(tail, Math.max(1, tail.length));
      column.tailSize = tail.length;
      return column;
    }
  }

  /**
   * One full chunk: {@code value = (base + packed) / scale}, the largest code standing for absent.
   *
   * @param absent how many values are
   */
  private record Chunk(long base, int bits, double scale, long[] words, int absent)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    static Chunk pack(double[] values) {
      for (double scale : SCALES) {
        Chunk packed = packAt(values, scale);
        if (packed != null) {
          return packed;
        }
      }
      long[] raw = new long[CHUNK];
      int absent = 0;
      for (int i = 0; i < CHUNK; i++) {
        raw[i] = Double.doubleToRawLongBits(values[i]);
        absent += Double.isNaN(values[i]) ? 1 : 0;
      }
      return new Chunk(0, Long.SIZE, 1, raw, absent);
    }

    private static @Nullable Chunk packAt(double[] values, double scale) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      int absent = 0;
      for (double value : values) {
        double scaled = scale == 1 ? value : Math.rint(value * scale);
        // a conversion there and back finds fractions, infinities and what has no exact code
        boolean exact = (long) scaled == scaled && (scale == 1 || scaled / scale == value);
        if (exact && (scaled != 0 || Double.doubleToRawLongBits(value) == 0)) {
          least = Math.min(least, scaled);
          most = Math.max(most, scaled);
        } else if (Double.isNaN(value)) {
          absent++;
        } else {
          return null;
        }
      }
      if (least > most) {
        least = 0;
        most = 0;
      }
      if (!(Math.max(-least, most) < EXACT)) {
        return null;
      }
      // one code more than the range, so that "absent" has a code of its own
      long base = (long) least;
      int bits = Long.SIZE - Long.numberOfLeadingZeros((long) most - base + 1);
      return new Chunk(base, bits, scale, packed(values, scale, base, bits), absent);
    }

    private static long[] packed(double[] values, double scale, long base, int bits) {
      long absent = (1L << bits) - 1;
      long[] words = new long[(CHUNK * bits + Long.SIZE - 1) / Long.SIZE + 1];
      long word = 0;
      int used = 0;
      int at = 0;
      for (double value : values) {
        long code = Double.isNaN(value) ? absent : (long) Math.rint(value * scale) - base;
        word |= code << used;
        used += bits;
        if (used >= Long.SIZE) {
          used -= Long.SIZE;
          words[at++] = word;
          word = used == 0 ? 0 : code >>> (bits - used);
        }
      }
      words[at] = word;
      return words;
    }

    double get(int index) {
      if (bits == Long.SIZE) {
        return Double.longBitsToDouble(words[index]);
      }
      int at = index * bits;
      long code = words[at >>> 6] >>> (at & 63);
      if ((at & 63) + bits > Long.SIZE) {
        code |= words[(at >>> 6) + 1] << (Long.SIZE - (at & 63));
      }
      long mask = (1L << bits) - 1;
      code &= mask;
      return code == mask ? Double.NaN : (base + code) / scale;
    }
  }
}
