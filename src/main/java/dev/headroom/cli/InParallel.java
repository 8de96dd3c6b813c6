package dev.headroom.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many things on several threads; what comes out is in the order of what went in. */
final class InParallel {
  private InParallel() {}

  /** Applies a function to all things. */
  static <T, R> List<R> map(List<T> things, Function<T, R> function, int jobs, Progress progress) {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<R> results = new ArrayList<>(things.size());
      Deque<Future<R>> waiting = new ArrayDeque<>();
      Iterator<T> rest = things.iterator();
      while (rest.hasNext() || !waiting.isEmpty()) {
        while (rest.hasNext() && waiting.size() < 2 * jobs) {
          T thing = rest.next();
          waiting.add(threads.submit(() -> function.apply(thing)));
        }
        results.add(done(waiting.remove()));
        progress.step();
      }
      return results;
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
