package dev.headroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Collectors;
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

  private static final long MOST_TYPES = 35;
  private static final int MOST_COMPONENTS = 7;

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .ensureAllClassesAreContainedInArchitectureIgnoring("dev.headroom")
          .layer("unit")
          .definedBy("dev.headroom.unit..")
          .layer("series")
          .definedBy("dev.headroom.series..")
          .layer("capture")
          .definedBy("dev.headroom.capture..")
          .layer("identity")
          .definedBy("dev.headroom.identity..")
          .layer("format")
          .definedBy("dev.headroom.format..")
          .layer("memory")
          .definedBy("dev.headroom.memory..")
          .layer("whatif")
          .definedBy("dev.headroom.whatif..")
          .layer("sizing")
          .definedBy("dev.headroom.sizing..")
          .layer("backtest")
          .definedBy("dev.headroom.backtest..")
          .layer("risk")
          .definedBy("dev.headroom.risk..")
          .layer("report")
          .definedBy("dev.headroom.report..")
          .layer("site")
          .definedBy("dev.headroom.site..")
          .layer("analysis")
          .definedBy("dev.headroom.analysis..")
          .layer("cli")
          .definedBy("dev.headroom.cli..")
          .whereLayer("unit")
          .mayNotAccessAnyLayer()
          .whereLayer("series")
          .mayOnlyAccessLayers("unit")
          .whereLayer("capture")
          .mayOnlyAccessLayers("unit", "series")
          .whereLayer("identity")
          .mayOnlyAccessLayers("unit", "series", "capture")
          .whereLayer("format")
          .mayOnlyAccessLayers("unit", "series", "capture", "identity")
          .whereLayer("memory")
          .mayOnlyAccessLayers("unit", "series")
          .whereLayer("whatif")
          .mayOnlyAccessLayers("unit", "series", "memory")
          .whereLayer("sizing")
          .mayOnlyAccessLayers("unit", "series", "memory")
          .whereLayer("backtest")
          .mayOnlyAccessLayers("unit", "series", "memory", "sizing")
          .whereLayer("risk")
          .mayOnlyAccessLayers("unit", "series", "capture", "memory", "whatif", "sizing")
          .whereLayer("report")
          .mayOnlyAccessLayers(
              "unit",
              "series",
              "capture",
              "identity",
              "format",
              "memory",
              "whatif",
              "sizing",
              "backtest",
              "risk")
          .whereLayer("site")
          .mayOnlyAccessLayers("unit", "series", "capture", "identity", "format", "memory", "risk")
          .whereLayer("analysis")
          .mayOnlyAccessLayers(
              "unit",
              "series",
              "capture",
              "identity",
              "format",
              "memory",
              "whatif",
              "sizing",
              "backtest",
              "risk",
              "report",
              "site")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  /** What several rooms share knows none of them, and neighbours do not know each other. */
  @ArchTest
  static void roomsShareOnlyWhatStandsBeforeThem(JavaClasses classes) {
    wall(classes, "dev.headroom.memory", "dev.headroom.memory.*..");
    wall(classes, "dev.headroom.sizing", "dev.headroom.sizing.*..");
    wall(classes, "dev.headroom.risk", "dev.headroom.risk.*..");
    wall(classes, "dev.headroom.report", "dev.headroom.report.*..");
    neighbours(classes, "dev.headroom.memory.(*)..");
    neighbours(classes, "dev.headroom.sizing.(*)..");
    neighbours(classes, "dev.headroom.risk.(*)..");
  }

  private static void wall(JavaClasses classes, String shared, String rooms) {
    noClasses()
        .that()
        .resideInAPackage(shared)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(rooms)
        .check(classes);
  }

  private static void neighbours(JavaClasses classes, String rooms) {
    slices().matching(rooms).should().notDependOnEachOther().check(classes);
  }

  /** A package that cannot be looked over at once is two. */
  @ArchTest
  static void noRoomIsTooFull(JavaClasses classes) {
    Map<String, Long> types =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            // what templates are compiled to is generated: only the templates are read
            .filter(type -> !type.getSimpleName().matches("Jte\\w+Generated"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    types.forEach(
        (room, count) -> assertTrue(count <= MOST_TYPES, () -> room + " has " + count + " types"));
  }

  /** A record that cannot be taken in at once is two. */
  @ArchTest
  static final ArchRule recordsAreParted =
      classes().that().areRecords().should(haveComponents(MOST_COMPONENTS));

  private static ArchCondition<JavaClass> haveComponents(int most) {
    return new ArchCondition<>("have at most " + most + " components") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long components =
            type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
        events.add(
            new SimpleConditionEvent(
                type, components <= most, type.getName() + " has " + components + " components"));
      }
    };
  }

  /** Two types of one name are told apart by their imports only, which readers do not see. */
  @ArchTest
  static void everyNameStandsOnce(JavaClasses classes) {
    Map<String, Long> names =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
    names.values().removeIf(count -> count == 1);
    assertEquals(Map.of(), names);
  }

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
