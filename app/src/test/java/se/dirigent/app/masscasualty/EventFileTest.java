package se.dirigent.app.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.twin.ScenarioRefused;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.rule.Rule;
import se.dirigent.optimiser.distribute.rule.RuleDistribution;
import se.dirigent.optimiser.distribute.rule.Shares;
import se.dirigent.optimiser.distribute.search.DistributionSearch;
import se.dirigent.routing.network.SharedTravelTimes;

class EventFileTest {
  private static final String EVENT =
      """
      title: Crash
      region: gotland
      at: 2027-01-16T14:20
      places:
        - name: Road
          position: 57.5, 18.4
          casualties:
            - {category: immediate, count: 2, needs: [trauma]}
      """;

  @TempDir private Path folder = Path.of("");

  private static MassEvent parse(String text) {
    return new EventFile(Set.of("gotland"), Set.of("visby")).parse("event.yaml", text);
  }

  private static void refused(int line, String words, String text) {
    ScenarioRefused refused = assertThrows(ScenarioRefused.class, () -> parse(text));
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.what());
    assertEquals(line, refused.line(), refused.what());
  }

  @Test
  void t01_anEventIsRead() {
    MassEvent event = parse(EVENT);
    assertEquals("Crash", event.title());
    assertEquals(2, event.sites().getFirst().casualties().getFirst().count());
    assertEquals("2027-01-16T13:20:00Z", event.at().toString());
  }

  @Test
  void t02_whatIsWrongIsRefusedWithItsLine() {
    refused(8, "'count' is -2.0; give 0 to", EVENT.replace("count: 2", "count: -2"));
    refused(2, "there is no region 'atlantis'", EVENT.replace("gotland", "atlantis"));
    refused(3, "'at' is 'noon'", EVENT.replace("2027-01-16T14:20", "noon"));
    refused(6, "'position' is 'here'", EVENT.replace("57.5, 18.4", "here"));
    refused(8, "'category' is 'purple'", EVENT.replace("immediate", "purple"));
    refused(8, "there is no specialty 'magic'", EVENT.replace("trauma", "magic"));
    refused(1, "there are 0 casualties", EVENT.replace("count: 2", "count: 0"));
    refused(9, "there is no key 'colour'", EVENT + "colour: red\n");
  }

  @Test
  void t03_hospitalsAreThoseThereAre() {
    refused(10, "there is no hospital 'elsewhere'", EVENT + "hospitals:\n  closed: [elsewhere]\n");
    assertEquals(Set.of("visby"), parse(EVENT + "hospitals:\n  closed: [visby]\n").closed());
  }

  @Test
  void t04_aKeyAddsUp() {
    refused(
        10,
        "the shares of the key add up to 0.9; let them be 1",
        EVENT + "key:\n  - {hospital: visby, share: 0.9}\n");
    assertEquals(1.0, parse(EVENT + "key:\n  - {hospital: visby, share: 1}\n").key().get("visby"));
  }

  @Test
  void t05_everyReadyEventIsDistributed() throws Exception {
    Packs packs = new Packs();
    var hospitals = EventQuestion.hospitals(packs);
    assertEquals(73, hospitals.size());
    Set<String> ids = new HashSet<>();
    hospitals.forEach(hospital -> ids.add(hospital.id()));
    EventFile reader = new EventFile(Set.copyOf(packs.codes()), ids);
    EventQuestion question = new EventQuestion(packs, SharedTravelTimes.of(folder));
    for (String name : EventFile.ready()) {
      MassEvent event = reader.read(name);
      DistributionProblem problem = question.of(event, event.at(), CategoryRule.defaults());
      DistributionSearch search =
          DistributionSearch.of(problem, new DistributionBudget(1, 60, 20, 50, 0.01));
      Distribution found = search.answer();
      assertEquals(List.of(), DistributionChecker.faults(problem, found), name);
      assertEquals(List.of(), found.unplaced(), name);
      Distribution ruled =
          RuleDistribution.run(problem, Rule.START_NEAREST, Shares.equal(hospitals.size()));
      assertTrue(found.harm() < ruled.harm(), name + " beside a rule");
      DistributionReport report =
          new DistributionReport(event, problem, found, search.choices(), event.at());
      assertEquals(event.title(), report.lines(5).getFirst());
      assertTrue(
          report.map().get("trips") instanceof List<?> trips
              && trips.size() == found.trips().size(),
          name);
    }
  }
}
