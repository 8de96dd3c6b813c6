package dev.headroom.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Speaks with a browser over its DevTools socket: a command and its answer, and events. */
final class DevTools implements WebSocket.Listener {
  /** Whatever does not answer within this never will; seconds. */
  static final int PATIENCE = 60;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  DevTools(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Hears the events of one session, in their order, until another listener replaces it. */
  void listen(String session, Consumer<JsonNode> listener) {
    listeners.put(session, listener);
  }

  /** Hears no more of a session. */
  void forget(String session) {
    listeners.remove(session);
  }

  /** What a command takes, such as {@code of("width", 400, "mobile", false)}. */
  static ObjectNode of(Object... pairs) {
    ObjectNode parameters = JSON.createObjectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.set((String) pairs[i], JSON.valueToTree(pairs[i + 1]));
    }
    return parameters;
  }

  /**
   * Gives a command and waits for the answer.
   *
   * @param session whose it is; empty for the browser itself
   */
  JsonNode ask(String session, String method, ObjectNode parameters) {
    int number = numbers.incrementAndGet();
    ObjectNode command = of("id", number, "method", method, "params", parameters);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(number, answer);
    try {
      synchronized (socket) {
        socket.sendText(command.toString(), true).get(PATIENCE, TimeUnit.SECONDS);
      }
      JsonNode message = answer.get(PATIENCE, TimeUnit.SECONDS);
      if (message.has("error")) {
        throw new AssertionError(method + ": " + message.at("/error/message").asText());
      }
      return message.get("result");
    } catch (TimeoutException e) {
      throw new AssertionError("the browser did not answer " + method + ": " + shortened(command));
    } catch (ExecutionException e) {
      throw new AssertionError("the browser went away during " + method, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted during " + method, e);
    } finally {
      asked.remove(number);
    }
  }

  private static String shortened(ObjectNode command) {
    String text = command.toString();
    return text.substring(0, Math.min(500, text.length()));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      String message = part.toString();
      part.setLength(0);
      try {
        take(JSON.readTree(message));
      } catch (IOException e) {
        fail(e);
      }
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = asked.get(message.get("id").asInt());
      if (answer != null) {
        answer.complete(message);
      }
    } else {
      Consumer<JsonNode> listener = listeners.get(message.path("sessionId").asText());
      if (listener != null) {
        listener.accept(message);
      }
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    fail(new IOException("the socket was closed: " + status + " " + reason));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    fail(error);
  }

  private void fail(Throwable error) {
    asked.values().forEach(answer -> answer.completeExceptionally(error));
  }
}
