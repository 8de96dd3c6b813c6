package dev.headroom.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One tab of a browser, as a test sees it: it opens files, looks at them, presses keys, and knows
 * what the page complained of and asked for. It waits for what is to come, and not for a time.
 */
final class Tab implements AutoCloseable {
  private static final int HEIGHT = 900;

  private final DevTools tools;
  private final String context;
  private final String session;
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, String> requests = new LinkedHashMap<>();
  private volatile CountDownLatch loaded = new CountDownLatch(1);

  Tab(DevTools tools, String context) {
    this.tools = tools;
    this.context = context;
    String target =
        tools
            .ask(
                "",
                "Target.createTarget",
                DevTools.of("url", "about:blank", "browserContextId", context))
            .get("targetId")
            .asText();
    session =
        tools
            .ask("", "Target.attachToTarget", DevTools.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    tools.listen(session, this::hear);
    for (String domain : List.of("Page", "Runtime", "Log", "Network", "Audits")) {
      ask(domain + ".enable");
    }
    ask("Emulation.setFocusEmulationEnabled", "enabled", true);
    size(1280, HEIGHT);
  }

  private JsonNode ask(String method, Object... parameters) {
    return tools.ask(session, method, DevTools.of(parameters));
  }

  private void hear(JsonNode event) {
    JsonNode about = event.get("params");
    switch (event.get("method").asText()) {
      case "Page.loadEventFired" -> loaded.countDown();
      case "Network.requestWillBeSent" -> {
        synchronized (requests) {
          requests.put(about.get("requestId").asText(), about.at("/request/url").asText());
        }
      }
      case "Network.loadingFailed" -> {
        // what the page's policy refuses is told as if it had been asked for
        if (about.path("blockedReason").asText().equals("csp")) {
          synchronized (requests) {
            requests.remove(about.get("requestId").asText());
          }
        }
      }
      case "Runtime.exceptionThrown" -> complain(about.get("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (!about.get("type").asText().matches("log|info|debug")) {
          complain("console: " + about.get("type").asText() + ": " + about.get("args"));
        }
      }
      case "Log.entryAdded" -> {
        if (about.at("/entry/level").asText().matches("warning|error")) {
          complain(about.at("/entry/source").asText() + ": " + about.at("/entry/text"));
        }
      }
      case "Audits.issueAdded" -> {
        if (about.at("/issue/code").asText().equals("ContentSecurityPolicyIssue")) {
          complain("policy: " + about.at("/issue/details"));
        }
      }
      default -> {}
    }
  }

  private void complain(String what) {
    synchronized (complaints) {
      complaints.add(what);
    }
  }

  /** Opens a page and waits until it is loaded. */
  void open(Path page) {
    open(page.toUri());
  }

  /** The same with a fragment, such as {@code #pool-a}; a page that is open is loaded again. */
  void open(Path page, String fragment) {
    open(URI.create(page.toUri() + fragment));
  }

  private void open(URI address) {
    navigate("about:blank");
    navigate(address.toString());
  }

  private void navigate(String address) {
    loaded = new CountDownLatch(1);
    JsonNode answer = ask("Page.navigate", "url", address);
    if (answer.has("errorText")) {
      throw new AssertionError(address + ": " + answer.get("errorText").asText());
    }
    await(address);
  }

  /** Loads the page again, as a reader does. */
  void reload() {
    loaded = new CountDownLatch(1);
    ask("Page.reload");
    await("the page, once more");
  }

  private void await(String what) {
    try {
      if (!loaded.await(DevTools.PATIENCE, TimeUnit.SECONDS)) {
        throw new AssertionError("not loaded: " + what);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while loading " + what, e);
    }
  }

  /** Makes the window this wide and high, pixels. */
  void size(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        false);
  }

  /** Makes the window this wide, pixels. */
  void width(int width) {
    size(width, HEIGHT);
  }

  /** Shows pages as on a light or dark screen. */
  void screen(boolean dark) {
    media("screen", dark);
  }

  /** Shows pages as on paper, also where the screen is dark. */
  void paper() {
    media("print", true);
  }

  private void media(String media, boolean dark) {
    JsonNode scheme = DevTools.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    ask("Emulation.setEmulatedMedia", "media", media, "features", List.of(scheme));
  }

  /** Lets the scripts of pages opened from now on run, or not. */
  void script(boolean runs) {
    ask("Emulation.setScriptExecutionDisabled", "value", !runs);
  }

  /**
   * What an expression of JavaScript is; a promise is waited for.
   *
   * @throws AssertionError where it throws
   */
  JsonNode value(String expression) {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            "expression",
            expression,
            "returnByValue",
            true,
            "awaitPromise",
            true);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(
          answer.at("/exceptionDetails/exception/description").asText("it throws")
              + " in "
              + expression.substring(0, Math.min(300, expression.length())));
    }
    return answer.at("/result/value");
  }

  /** The texts of an array of them. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** The same as text. */
  String text(String expression) {
    return value("String(" + expression + ")").asText();
  }

  /** The same as a whole number. */
  int number(String expression) {
    JsonNode value = value(expression);
    if (!value.isNumber()) {
      throw new AssertionError(expression + " is no number: " + value);
    }
    return value.asInt();
  }

  /** Whether it is true. */
  boolean holds(String condition) {
    return value("Boolean(" + condition + ")").asBoolean();
  }

  /** Waits until a condition holds; not where scripts are off, for nothing changes there. */
  void until(String condition) {
    String looks =
        """
        new Promise((done, fail) => {
          const end = Date.now() + 10000;
          const look = () => (%s) ? done(true)
            : Date.now() > end ? fail(new Error('it never came about')) : setTimeout(look, 10);
          look();
        })
        """;
    value(looks.replace("%s", condition));
  }

  /** Lets the page draw what was changed, and say what it has to. */
  private void settle() {
    value("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
  }

  /** What the page can be read to say, as a reader sees it. */
  String shown() {
    return text("document.body.innerText");
  }

  /**
   * Presses a key, such as {@code a}, {@code Tab}, {@code Shift+Tab}, {@code ArrowDown}.
   *
   * @see Keys
   */
  void press(String key) {
    Keys.Stroke stroke = Keys.of(key);
    tools.ask(session, "Input.dispatchKeyEvent", stroke.down());
    tools.ask(session, "Input.dispatchKeyEvent", stroke.up());
  }

  /** Types a text, key by key. */
  void type(String text) {
    text.codePoints().forEach(key -> press(Character.toString(key)));
  }

  /** Clicks on the middle of the first element of a selector. */
  void click(String selector) {
    JsonNode middle = middle(selector);
    double x = middle.get("x").asDouble();
    double y = middle.get("y").asDouble();
    move(x, y);
    mouse("mousePressed", x, y, 1);
    mouse("mouseReleased", x, y, 0);
  }

  /** Moves the pointer over the middle of the first element of a selector. */
  void hover(String selector) {
    JsonNode middle = middle(selector);
    move(middle.get("x").asDouble(), middle.get("y").asDouble());
  }

  private JsonNode middle(String selector) {
    return value(
        """
        (async () => {
          const found = document.querySelector(%s);
          if (!found) { throw new Error('nothing matches'); }
          // what is laid out only when it comes into sight moves what is below it
          let box = found.getBoundingClientRect();
          let before;
          do {
            before = box;
            found.scrollIntoView({block: 'center', inline: 'center'});
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            box = found.getBoundingClientRect();
          } while (box.top !== before.top || box.left !== before.left);
          if (!box.width || !box.height) { throw new Error('it does not show'); }
          return {x: box.left + box.width / 2, y: box.top + box.height / 2};
        })()
        """
            .replace("%s", DevTools.of("s", selector).get("s").toString()));
  }

  /** Moves the pointer, pixels from the window's left and top. */
  void move(double x, double y) {
    mouse("mouseMoved", x, y, 0);
  }

  /** Presses the button at one place and releases it at another, with steps between. */
  void drag(double fromX, double fromY, double toX, double toY) {
    move(fromX, fromY);
    mouse("mousePressed", fromX, fromY, 1);
    int steps = 5;
    for (int i = 1; i <= steps; i++) {
      mouse("mouseMoved", fromX + (toX - fromX) * i / steps, fromY + (toY - fromY) * i / steps, 1);
    }
    mouse("mouseReleased", toX, toY, 0);
  }

  /** Turns the wheel over a place; more than 0 is down. */
  void wheel(double x, double y, double down) {
    ask(
        "Input.dispatchMouseEvent",
        "type",
        "mouseWheel",
        "x",
        x,
        "y",
        y,
        "deltaX",
        0,
        "deltaY",
        down);
  }

  private void mouse(String type, double x, double y, int buttons) {
    ask(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x,
        "y",
        y,
        "button",
        type.equals("mouseMoved") && buttons == 0 ? "none" : "left",
        "buttons",
        buttons,
        "clickCount",
        type.equals("mouseMoved") ? 0 : 1);
  }

  /** What was complained of since the tab is open: errors, exceptions, what the policy refused. */
  List<String> complaints() {
    settle();
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  /** All addresses that were asked for since the tab is open, those that its policy refused not. */
  List<String> requests() {
    settle();
    synchronized (requests) {
      return requests.values().stream().filter(each -> !each.equals("about:blank")).toList();
    }
  }

  /** The whole page as an image. */
  byte[] image() {
    JsonNode area = ask("Page.getLayoutMetrics").get("cssContentSize");
    JsonNode clip =
        DevTools.of(
            "x",
            0,
            "y",
            0,
            "width",
            area.get("width").asDouble(),
            "height",
            Math.min(12_000, area.get("height").asDouble()),
            "scale",
            1);
    JsonNode shot =
        ask("Page.captureScreenshot", "format", "png", "captureBeyondViewport", true, "clip", clip);
    return Base64.getDecoder().decode(shot.get("data").asText());
  }

  /** The page as printed, a PDF. */
  byte[] printed() {
    JsonNode sheets = ask("Page.printToPDF", "printBackground", false, "preferCSSPageSize", true);
    return Base64.getDecoder().decode(sheets.get("data").asText());
  }

  @Override
  public void close() {
    tools.forget(session);
    tools.ask("", "Target.disposeBrowserContext", DevTools.of("browserContextId", context));
  }
}
