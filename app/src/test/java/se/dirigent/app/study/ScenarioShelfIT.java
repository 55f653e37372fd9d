package se.dirigent.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.app.demo.RunningDemo;
import se.dirigent.app.study.SavedScenario.Shared;

/** The shelf of kept scenarios, on a real database: what is kept, what is seen and by whom. */
class ScenarioShelfIT {
  private static final String HERE = "jamtland-harjedalen";
  private static final String THERE = "vasternorrland";
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  @Test
  void s1_theShelfIsBoundedAndEveryPersonSeesWhatIsShared() {
    try (RunningDemo demo = RunningDemo.start(List.of(HERE), 1, "off")) {
      var shelf = new ScenarioRepository(demo.bean(JdbcClient.class));
      versions(shelf);
      sharing(shelf);
      names(shelf);
    }
  }

  private static SavedScenario scenario(
      String region, String name, String author, Shared shared, int minute) {
    Instant at = NOON.plusSeconds(60L * minute);
    return new SavedScenario(
        UUID.randomUUID(),
        region,
        name,
        0,
        author,
        shared,
        at,
        "region: " + region + "\n# " + name);
  }

  /** Of a name the latest twenty versions are kept; the same command is kept once. */
  private static void versions(ScenarioRepository shelf) {
    List<SavedScenario> saved =
        IntStream.range(0, 25)
            .mapToObj(minute -> scenario(HERE, "Vinter", "ada", Shared.REGION, minute))
            .toList();
    saved.forEach(shelf::save);
    shelf.save(saved.getLast());
    List<SavedScenario.Line> lines = shelf.list(HERE, "bea");
    assertEquals(
        IntStream.iterate(25, v -> v - 1).limit(20).boxed().toList(),
        lines.stream().map(SavedScenario.Line::version).toList(),
        "the latest first");
    assertTrue(shelf.find(HERE, "bea", saved.getFirst().id()).isEmpty(), "the oldest are gone");
    assertEquals(
        saved.getLast().text(), shelf.find(HERE, "bea", saved.getLast().id()).orElseThrow().text());
  }

  private static void sharing(ScenarioRepository shelf) {
    SavedScenario own = scenario(HERE, "Eget", "ada", Shared.OWN, 30);
    SavedScenario all = scenario(THERE, "Till alla", "cia", Shared.ALL, 31);
    SavedScenario theirs = scenario(THERE, "Deras", "cia", Shared.REGION, 32);
    List.of(own, all, theirs).forEach(shelf::save);
    assertTrue(shelf.find(HERE, "ada", own.id()).isPresent());
    assertTrue(shelf.find(HERE, "bea", own.id()).isEmpty(), "for its author alone");
    assertTrue(shelf.find(HERE, "bea", all.id()).isPresent(), "for all regions");
    assertTrue(shelf.find(HERE, "bea", theirs.id()).isEmpty(), "for another region");
    List<String> seen = shelf.list(HERE, "bea").stream().map(SavedScenario.Line::name).toList();
    assertTrue(seen.contains("Till alla"));
    assertFalse(seen.contains("Eget") || seen.contains("Deras"), seen::toString);
  }

  /** More names than a region may have: who has one may still keep its next version. */
  private static void names(ScenarioRepository shelf) {
    for (int i = 0; i < ScenarioRepository.NAMES_MAX + 5; i++) {
      shelf.save(scenario(THERE, "Namn " + i, "cia", Shared.REGION, 100 + i));
    }
    assertEquals(
        ScenarioRepository.SHELF_MAX, shelf.list(THERE, "cia").size(), "the latest, not all");
    assertTrue(shelf.namesBeside(THERE, "Ett nytt") >= ScenarioRepository.NAMES_MAX);
    assertEquals(shelf.namesBeside(THERE, "Ett nytt") - 1, shelf.namesBeside(THERE, "Namn 7"));
    assertEquals(1, shelf.namesBeside(HERE, "Vinter"), "one beside: the author's own");
  }
}
