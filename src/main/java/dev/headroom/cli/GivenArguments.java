package dev.headroom.cli;

import dev.headroom.capture.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments as the user gave them. Java reads them by the locale, and what that locale has no
 * character for is lost; where the system keeps the bytes of a call, they are read again.
 */
final class GivenArguments {
  private static final Path CALL = Path.of("/proc/self/cmdline");

  private GivenArguments() {}

  /** The arguments, with what was lost. */
  static String[] of(String[] arguments) {
    try {
      return List.of(arguments).stream().allMatch(GivenArguments::isAscii)
          ? arguments
          : of(arguments, Files.readAllBytes(CALL));
    } catch (IOException e) {
      return arguments; // there are systems without it
    }
  }

  /**
   * The arguments out of the bytes of the call, which ends with them.
   *
   * @param call the words of the call, each with a zero behind it
   */
  static String[] of(String[] arguments, byte[] call) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < call.length; at++) {
      if (call[at] == 0) {
        words.add(FileNames.text(Arrays.copyOfRange(call, from, at)));
        from = at + 1;
      }
    }
    int first = words.size() - arguments.length;
    for (int i = 0; i < arguments.length; i++) {
      if (first < 0 || (isAscii(arguments[i]) && !arguments[i].equals(words.get(first + i)))) {
        return arguments;
      }
    }
    return words.subList(first, words.size()).toArray(String[]::new);
  }

  private static boolean isAscii(String argument) {
    return argument.chars().allMatch(c -> c < 0x80);
  }
}
