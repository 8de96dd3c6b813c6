package dev.headroom.report.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the keys of a keyboard tell a browser. */
final class Keys {
  private static final int SHIFT = 8;
  private static final int CONTROL = 2;

  /** Keys with a name and their numbers. */
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("Backspace", 8),
          Map.entry("Tab", 9),
          Map.entry("Enter", 13),
          Map.entry("Escape", 27),
          Map.entry("Space", 32),
          Map.entry("PageUp", 33),
          Map.entry("PageDown", 34),
          Map.entry("End", 35),
          Map.entry("Home", 36),
          Map.entry("ArrowLeft", 37),
          Map.entry("ArrowUp", 38),
          Map.entry("ArrowRight", 39),
          Map.entry("ArrowDown", 40),
          Map.entry("Delete", 46));

  private Keys() {}

  /** What is told when a key goes down, and when it comes up. */
  record Stroke(ObjectNode down, ObjectNode up) {}

  static Stroke of(String text) {
    boolean shift = text.startsWith("Shift+");
    boolean control = text.startsWith("Control+");
    String name = text.substring(text.lastIndexOf('+', text.length() - 2) + 1);
    int number = NAMED.getOrDefault(name, 0);
    String written =
        switch (name) {
          case "Enter" -> "\r";
          case "Space" -> " ";
          default -> number == 0 ? name : "";
        };
    ObjectNode key =
        DevTools.of(
            "key",
            name.equals("Space") ? " " : name,
            "code",
            number == 0 ? "" : name,
            "windowsVirtualKeyCode",
            number == 0 ? Character.toUpperCase(name.codePointAt(0)) : number,
            "modifiers",
            (shift ? SHIFT : 0) | (control ? CONTROL : 0));
    ObjectNode down = key.deepCopy().put("type", written.isEmpty() ? "rawKeyDown" : "keyDown");
    if (!written.isEmpty() && !control) {
      down.put("text", written);
    }
    return new Stroke(down, key.put("type", "keyUp"));
  }
}
