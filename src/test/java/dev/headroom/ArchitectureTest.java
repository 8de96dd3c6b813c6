package dev.headroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Holds the shape of the program: one direction from bytes to advice, and the habits of naming. */
@AnalyzeClasses(
    packages = "dev.headroom",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByHand.class})
final class ArchitectureTest {

  /** Leaves out what ANTLR generates. */
  static final class WrittenByHand implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/dev/headroom/format/grammar/");
    }
  }

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("series")
          .definedBy("dev.headroom.series..")
          .layer("capture")
          .definedBy("dev.headroom.capture..")
          .layer("format")
          .definedBy("dev.headroom.format..")
          .layer("memory")
          .definedBy("dev.headroom.memory..")
          .layer("sizing")
          .definedBy("dev.headroom.sizing..")
          .layer("risk")
          .definedBy("dev.headroom.risk..")
          .layer("report")
          .definedBy("dev.headroom.report..")
          .layer("cli")
          .definedBy("dev.headroom.cli..")
          .whereLayer("series")
          .mayNotAccessAnyLayer()
          .whereLayer("capture")
          .mayOnlyAccessLayers("series")
          .whereLayer("format")
          .mayOnlyAccessLayers("capture", "series")
          .whereLayer("memory")
          .mayOnlyAccessLayers("series")
          .whereLayer("sizing")
          .mayOnlyAccessLayers("memory", "series")
          .whereLayer("risk")
          .mayOnlyAccessLayers("sizing", "memory", "capture", "series")
          .whereLayer("report")
          .mayOnlyAccessLayers("risk", "sizing", "memory", "format", "capture", "series")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule everyClassStandsInOneOfThesePackages =
      classes()
          .should()
          .resideInAnyPackage(
              "dev.headroom.series..",
              "dev.headroom.capture..",
              "dev.headroom.format..",
              "dev.headroom.memory..",
              "dev.headroom.sizing..",
              "dev.headroom.risk..",
              "dev.headroom.report..",
              "dev.headroom.cli..");

  @ArchTest
  static final ArchRule namesAreTheFields =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Manager|Info|Data)(\\$.*)?")
          .because("a name says what a thing is in the field, not that it is of some use");

  @ArchTest
  static final ArchRule nothingChangesBehindOnesBack =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("reading an input is a function of its bytes and the options");

  @ArchTest
  static final ArchRule onlyTheCommandLineSpeaks =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.headroom.cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .because("data, diagnostics and exit codes leave the program in one place");

  @ArchTest static final ArchRule faultsHaveTypes = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule everyPackageSaysThatNullIsTheException =
      classes().should(resideInANullMarkedPackage());

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getName() + (marked ? " is" : " is not") + " null-marked"));
      }
    };
  }
}
