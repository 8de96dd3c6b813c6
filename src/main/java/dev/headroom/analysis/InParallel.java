package dev.headroom.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Works on many things on several threads; what comes out is in the order of what went in. Only a
 * few results are ever waiting, so that a fleet of captures needs no more memory than its samples.
 */
public final class InParallel {
  private InParallel() {}

  /**
   * Takes one result.
   *
   * @param <R> what a result is
   * @param <X> what can go wrong when it is taken
   */
  @FunctionalInterface
  public interface Taker<R, X extends Exception> {
    /** Takes it, on the thread of the caller. */
    void take(R result) throws X;
  }

  /**
   * Applies a function to all things.
   *
   * @param jobs how many threads work
   * @throws X where the taker fails
   */
  public static <T, R, X extends Exception> void each(
      List<T> things, Function<T, R> function, int jobs, Taker<R, X> taker) throws X {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      Deque<Future<R>> waiting = new ArrayDeque<>();
      Iterator<T> rest = things.iterator();
      while (rest.hasNext() || !waiting.isEmpty()) {
        while (rest.hasNext() && waiting.size() < 2 * jobs) {
          T thing = rest.next();
          waiting.add(threads.submit(() -> function.apply(thing)));
        }
        taker.take(done(waiting.remove()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> R done(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at work", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
