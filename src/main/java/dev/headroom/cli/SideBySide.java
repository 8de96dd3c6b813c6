package dev.headroom.cli;

import dev.headroom.capture.Input;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads inputs on several threads and hands the results on in the order of the inputs. Only a few
 * readings are ever waiting, so that a fleet of captures needs no more memory than its samples.
 */
final class SideBySide {
  private SideBySide() {}

  /** Takes the reading of one input. */
  @FunctionalInterface
  interface Taker {
    /** Takes it; readings come in the order of the inputs. */
    void take(Reading reading) throws IOException;
  }

  /**
   * Reads all inputs.
   *
   * @throws IOException where the taker cannot write
   */
  static void read(
      List<Input> inputs, ReadOptions options, int jobs, Progress progress, Taker taker)
      throws IOException {
    CaptureReader reader = new CaptureReader(options);
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      Deque<Future<Reading>> waiting = new ArrayDeque<>();
      Iterator<Input> rest = inputs.iterator();
      while (rest.hasNext() || !waiting.isEmpty()) {
        while (rest.hasNext() && waiting.size() < 2 * jobs) {
          Input input = rest.next();
          waiting.add(threads.submit(() -> reader.read(input)));
        }
        taker.take(done(waiting.remove()));
        progress.step();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Reading done(Future<Reading> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
