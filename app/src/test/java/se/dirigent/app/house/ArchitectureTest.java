package se.dirigent.app.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md. The poms hold the big walls; these hold the small ones. */
class ArchitectureTest {
  private static final String ROOT = "se.dirigent.";

  /** Modules that must run without a server. */
  private static final String[] PURE = {
    ROOT + "core..", ROOT + "routing..", ROOT + "optimiser..", ROOT + "simulator.."
  };

  /** Each room of core with the rooms it may use, besides itself and the root of core. */
  private static final Map<String, List<String>> CORE =
      Map.ofEntries(
          Map.entry("geo", List.of()),
          Map.entry("facility", List.of("geo")),
          Map.entry("fleet", List.of("geo")),
          Map.entry("incident", List.of("geo")),
          Map.entry("patient", List.of()),
          Map.entry("alarm", List.of("geo", "fleet", "incident")),
          Map.entry("dispatch", List.of("geo", "facility", "fleet", "incident", "alarm")),
          Map.entry("paper", List.of("geo", "fleet", "incident", "dispatch")),
          Map.entry("handover", List.of("geo", "fleet", "incident", "dispatch", "road")),
          Map.entry("road", List.of("geo")),
          Map.entry("transport", List.of("geo", "fleet", "incident")),
          Map.entry("masscasualty", List.of("geo", "fleet", "incident")));

  /** Positions are telemetry, and the verifier compares all tables with the journal. */
  private static final String SQL_OTHERWISE_NAMED =
      "PositionStore|PositionPartitions|StateVerifier";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("se.dirigent");

  @Test
  void t01_allModulesAreSeen() {
    for (String module : List.of("core", "routing", "optimiser", "simulator", "server", "app")) {
      String prefix = ROOT + module;
      assertTrue(
          ALL.stream().anyMatch(type -> type.getPackageName().startsWith(prefix)),
          () -> "no class of " + prefix + " was read, so no rule about it was tested");
    }
  }

  @Test
  void t02_coreNeedsOnlyTheJdk() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + "core..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(ROOT + "core..", "java..", "org.jspecify.annotations.."))
            .because("the truths of the dispatch centre hold without a computer"));
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..", "java.net..", "java.nio.file..", "java.util.logging..")
            .because("core decides; it never reads or writes"));
  }

  @Test
  void t03_pureModulesKnowNoFramework() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..",
                "java.sql..",
                "javax.sql..",
                "java.net.http..",
                "jakarta..",
                "tools.jackson..",
                "com.fasterxml..",
                "org.postgresql..",
                "org.flywaydb..")
            .because("an experiment must run in fast time, without a server or a database"));
  }

  @Test
  void t04_modulesPointOneWay() {
    never("core", "routing", "optimiser", "simulator", "server", "app");
    never("routing", "optimiser", "simulator", "server", "app");
    never("optimiser", "simulator", "server", "app");
    never("simulator", "server", "app");
    never("server", "simulator", "app");
  }

  @Test
  void t05_roomsOfCorePointOneWay() {
    for (Map.Entry<String, List<String>> room : CORE.entrySet()) {
      String[] forbidden =
          CORE.keySet().stream()
              .filter(other -> !other.equals(room.getKey()))
              .filter(other -> !room.getValue().contains(other))
              .map(other -> ROOT + "core." + other + "..")
              .toArray(String[]::new);
      check(
          noClasses()
              .that()
              .resideInAPackage(ROOT + "core." + room.getKey() + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden));
    }
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "core")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "core.(*)..")
            .because("the root of core is what every room stands on"));
  }

  @Test
  void t06_everyRoomOfCoreHasItsArrows() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + "core.(*)..")
            .should()
            .resideInAnyPackage(
                CORE.keySet().stream()
                    .map(room -> ROOT + "core." + room + "..")
                    .toArray(String[]::new))
            .because("a new room says here which rooms it may use"));
  }

  @Test
  void t07_routingKnowsNoAmbulances() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "routing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                ROOT + "core.fleet..",
                ROOT + "core.incident..",
                ROOT + "core.facility..",
                ROOT + "core.dispatch.."));
  }

  @Test
  void t08_onlyTheOptimiserSolves() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "optimiser..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.google.ortools..", "ai.timefold..", "org.chocosolver..", "org.optaplanner.."));
  }

  @Test
  void t09_timeIsGivenNotTaken() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .or()
            .resideInAPackage(ROOT + "server..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
    check(rule.because("the demo runs in scaled time; ask the InstantSource"));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone"));
  }

  @Test
  void t10_chanceIsGivenNotTaken() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .because("same seed, same trace"));
  }

  @Test
  void t11_sqlLivesInRepositories() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "server..")
            .and()
            // Journal and identity are registers themselves; platform is the database.
            .resideOutsideOfPackages(
                ROOT + "server.platform..", ROOT + "server.journal..", ROOT + "server.identity..")
            .and()
            .haveNameNotMatching(".*(Repository|" + SQL_OTHERWISE_NAMED + ")(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
            .because("SQL goes in an XRepository"));
  }

  @Test
  void t12_httpLivesInControllers() {
    check(
        classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .haveSimpleNameEndingWith("Controller"));
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .and()
            // Health asks the database itself whether it answers.
            .resideOutsideOfPackage(ROOT + "server.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
            .because("an address never reaches past its service"));
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet.."));
  }

  private static void never(String from, String... to) {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + from + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                List.of(to).stream().map(m -> ROOT + m + "..").toArray(String[]::new)));
  }

  private static void check(ArchRule rule) {
    // Empty is allowed: a rule about a room that is not built yet holds from its first line.
    rule.allowEmptyShould(true).check(ALL);
  }
}
