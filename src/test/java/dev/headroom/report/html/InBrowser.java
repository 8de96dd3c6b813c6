package dev.headroom.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Tab} of its own, in one browser for all tests of a run. Where none is
 * installed, the test is passed over. Of a test that fails the page as it stood is kept in {@code
 * target/browser}.
 */
final class InBrowser implements BeforeEachCallback, AfterTestExecutionCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(InBrowser.class);

  @Override
  public void beforeEach(ExtensionContext test) {
    assumeTrue(Browser.installed(), "no browser here");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Tab.class;
  }

  @Override
  public Tab resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return tab(test);
  }

  // stores close what they hold: a tab after its test, the browser after all tests
  private static Tab tab(ExtensionContext test) {
    return test.getStore(OURS)
        .getOrComputeIfAbsent(Tab.class, key -> browser(test).tab(), Tab.class);
  }

  private static Browser browser(ExtensionContext test) {
    return test.getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isEmpty()) {
      return;
    }
    Path file =
        Path.of(
            "target/browser",
            test.getRequiredTestClass().getSimpleName()
                + "."
                + test.getRequiredTestMethod().getName()
                + ".png");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, tab(test).image());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
