package dev.headroom.report.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Debian's Chromium, without a window, with an empty profile and no way to any other host. It ends
 * with the process that started it, however that ends.
 */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String LISTENING = "DevTools listening on ";
  private static final int KEPT = 20;

  // its input is open as long as this process lives: a browser that is left over is ended
  private static final String GUARD = "\"$@\" & read -r end; kill $!; wait $!";

  private final Path profile;
  private final Process process;
  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private final DevTools tools;

  private Browser() throws IOException {
    profile = Files.createTempDirectory("chromium");
    List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "sh", CHROMIUM.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-extensions",
            "--disable-sync",
            "--hide-scrollbars",
            "--no-default-browser-check",
            "--no-first-run",
            "about:blank"));
    process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    Thread reader = new Thread(this::read, "chromium");
    reader.setDaemon(true);
    reader.start();
    tools = connect();
  }

  /** Starts one, and waits until it listens. */
  static Browser start() {
    try {
      return new Browser();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is one on this machine. */
  static boolean installed() {
    return Files.isExecutable(CHROMIUM);
  }

  private void read() {
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      String line = errors.readLine();
      while (line != null) {
        synchronized (lines) {
          lines.addLast(line);
          if (lines.size() > KEPT) {
            lines.removeFirst();
          }
        }
        if (line.startsWith(LISTENING)) {
          address.complete(URI.create(line.substring(LISTENING.length()).strip()));
        }
        line = errors.readLine();
      }
      address.completeExceptionally(new IOException("it ended: " + complaints()));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  private String complaints() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  private DevTools connect() throws IOException {
    try {
      return new DevTools(address.get(DevTools.PATIENCE, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException e) {
      close();
      throw new IOException("Chromium does not listen:\n" + complaints(), e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A new tab that shares nothing with others. */
  Tab tab() {
    String context =
        tools
            .ask("", "Target.createBrowserContext", DevTools.of("disposeOnDetach", true))
            .get("browserContextId")
            .asText();
    return new Tab(tools, context);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(DevTools.PATIENCE, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    deleteProfile();
  }

  private void deleteProfile() throws IOException {
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
