package dev.headroom.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in folders: each thing is read, or its name and the reason are told. */
class InputsTest {
  @TempDir private Path folder;

  private List<Input> inputs(Path... paths) throws NoSuchFileException {
    List<String> names = new ArrayList<>();
    for (Path path : paths) {
      names.add(FileNames.text(path));
    }
    return Inputs.under(names, InputStream.nullInputStream(), file -> false);
  }

  /** What every input gives: its text, or what is told of it. */
  private List<String> read(Path... paths) throws NoSuchFileException {
    List<String> given = new ArrayList<>();
    for (Input input : inputs(paths)) {
      new Texts(
              Limits.DEFAULT,
              (source, text) -> given.add(name(source) + ": " + text(text)),
              told -> given.add(name(told.where().source()) + ": " + told.message()))
          .of(input);
    }
    return given;
  }

  private static String text(InputStream text) throws IOException {
    return new String(text.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String name(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  @Test
  void whatIsNoFileIsToldAndNeverOpened() throws IOException {
    Files.writeString(folder.resolve("a"), "one");
    Files.createSymbolicLink(folder.resolve("b"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("c"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("d"), Path.of("d"));
    Files.createSymbolicLink(folder.resolve("e"), Path.of("a"));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("f")));
      String link = "the input cannot be read: it is a link that leads nowhere, or in a circle";
      String pipe =
          "the input cannot be read: it is a pipe, a socket or a device, which may never end; name"
              + " it itself to read it";
      assertEquals(
          List.of("a: one", "b: " + pipe, "c: " + link, "d: " + link, "e: one", "f: " + pipe),
          read(folder));
    }
  }

  @Test
  void aPipeThatIsNamedIsReadOnce() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/null")));
    Input input = inputs(Path.of("/dev/null")).get(0);
    assertTrue(input.readOnce());
    assertEquals(List.of("null: "), read(Path.of("/dev/null")));
    assertTrue(new Input("-", InputStream::nullInputStream).readOnce());
  }

  @Test
  void whatMayNotBeReadCostsItself() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.writeString(closed.resolve("x"), "hidden");
    Files.writeString(folder.resolve("open"), "one");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(closed), "this user may read everything");
      String right = "the input cannot be read: you have no right to read it";
      assertEquals(List.of("closed: " + right, "open: one"), read(folder));
      assertEquals(
          List.of("x: " + right, "open: one"), read(closed.resolve("x"), folder.resolve("open")));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void anInputWithoutRightsSaysSo() {
    List<String> told = new ArrayList<>();
    Input input =
        new Input(
            "x",
            () -> {
              throw new AccessDeniedException("x");
            });
    new Texts(Limits.DEFAULT, (source, text) -> {}, each -> told.add(each.render())).of(input);
    assertEquals(
        List.of("x:0:0: unreadable: the input cannot be read: you have no right to read it"), told);
  }

  @Test
  void aPathThatIsNotThereIsAWrongCall() {
    assertThrows(NoSuchFileException.class, () -> inputs(folder.resolve("none")));
  }

  /** The bytes of a name: as UTF-8, as ISO-8859-1, and as what both show as the same text. */
  @Test
  void namesOfAnyBytesAreReadAndShownTheSame() throws IOException {
    assumeTrue(Path.of("").getFileSystem().getSeparator().equals("/"));
    Path latin = Path.of(URI.create(folder.toUri() + "caf%E9.vmstat"));
    Path utf8 = Path.of(URI.create(folder.toUri() + "%E6%97%A5.vmstat"));
    Files.writeString(latin, "latin");
    Files.writeString(utf8, "utf8");
    assertEquals(List.of("caf\u00e9.vmstat: latin", "\u65e5.vmstat: utf8"), read(folder));
    String shown = FileNames.text(latin);
    assertTrue(shown.endsWith("/caf\u00e9.vmstat"), shown);
    assertEquals(latin, FileNames.path(shown));
    assertEquals(utf8, FileNames.path(FileNames.text(utf8)));
    assertEquals(List.of("caf\u00e9.vmstat: latin"), read(latin));
    assertEquals("\u00fc/\u00e4", FileNames.text(FileNames.path("\u00fc/\u00e4")));
    assertEquals("a/b", FileNames.text(Path.of("a/b")));
  }

  @Test
  void standardInputIsRead() throws IOException {
    List<Input> inputs =
        Inputs.under(List.of("-"), new ByteArrayInputStream(new byte[] {'x'}), file -> false);
    assertEquals("-", inputs.get(0).source());
  }
}
