package dev.headroom.format.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Damages every golden capture and every sample in all ways of {@link Damage}, and compares with
 * the undamaged reading: nothing is thrown, every line is counted once, a touched line gives the
 * same values or none, and the others give what they gave.
 *
 * <p>A try is a number; {@code -Ddamage.from=NUMBER -Ddamage.tries=1} repeats one. The table of
 * what came of them is {@code target/damage.md}, and {@code target/damage.txt} is what was read
 * where a single one is tried.
 */
final class DamageTest {
  private static final Path TABLE = Path.of("target/damage.md");
  private static final Path FAULTS = Path.of("target/damage-faults.txt");
  private static final Path SINGLE = Path.of("target/damage.txt");
  private static final int SHOWN = 40;

  private final long from = Long.getLong("damage.from", 0);
  private final long tries = Long.getLong("damage.tries", 20_000);
  private final AtomicLong next = new AtomicLong(from);
  private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
  private final Tally tally = new Tally();
  private final Corpus corpus = Corpus.read();

  @Test
  void damageCostsWhatIsDamaged() throws Exception {
    int workers = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    List<Callable<Long>> jobs = Collections.nCopies(workers, this::work);
    long done = 0;
    try {
      for (Future<Long> job : executor.invokeAll(jobs, 300 + tries, TimeUnit.SECONDS)) {
        done += job.isCancelled() ? 0 : job.get();
      }
    } finally {
      executor.shutdownNow();
    }
    assertEquals(tries, done, () -> "these tries hang: " + atWork);
    Files.writeString(TABLE, tally.table());
    Files.writeString(FAULTS, String.join("\n", tally.faults()));
    if (tries == 1) {
      Files.write(SINGLE, new Try(from).damaged(corpus).bytes());
    }
    assertEquals("", tally.faults().stream().limit(SHOWN).collect(Collectors.joining("\n")));
  }

  private long work() {
    long done = 0;
    for (long at = next.getAndIncrement(); at < from + tries; at = next.getAndIncrement()) {
      Try tried = new Try(at);
      atWork.add(at);
      long start = System.nanoTime();
      Map<Verdict, String> found = tried.judged(corpus);
      tally.add(tried, tried.specimen(corpus), found, System.nanoTime() - start);
      atWork.remove(at);
      done++;
    }
    return done;
  }
}
