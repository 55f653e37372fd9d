package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.dirigent.app.study.outcome.Comparison;
import se.dirigent.app.study.outcome.FindingsJson;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Change;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Findings.Verdict;
import se.dirigent.simulator.twin.Measure;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real experiment on a real region, small, and the reports of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinReportTest {
  private static final Experiment EXPERIMENT = new Experiment(4, 7, 1, 2);

  private List<Scenario> scenarios = List.of();
  private Findings findings;

  @BeforeAll
  void runOnce() {
    findings = run(EXPERIMENT, List.of("jamtland", "jamtland-triple"));
    scenarios = findings.scenarios();
  }

  private static Findings run(Experiment experiment, List<String> names) {
    try {
      List<Scenario> scenarios =
          List.of(
              new ScenarioFile().read(names.getFirst()), new ScenarioFile().read(names.getLast()));
      Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
      return Findings.of(scenarios, experiment, experiment.run(scenarios, worlds, (_, _) -> true));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Figure figure(Findings of, int scenario, Measure.Kind kind, int level) {
    return of.figures().get(scenario).get(of.measures().indexOf(new Measure(kind, level)));
  }

  @Test
  void s1_threeTimesTheCallsAreMetLater() {
    assertEquals(Verdict.HIGHER, figure(findings, 1, Measure.Kind.CALLS, 1).verdict());
    assertEquals(Verdict.HIGHER, figure(findings, 1, Measure.Kind.RESPONSE_MEAN, 0).verdict());
    assertEquals(Verdict.LOWER, figure(findings, 1, Measure.Kind.MEALS, 0).verdict());
    assertEquals(Verdict.NONE, figure(findings, 0, Measure.Kind.MEALS, 0).verdict());
  }

  /** The most honest answer: nothing changed, nothing found. */
  @Test
  void s2_theSameScenarioTwiceHasNoDetectableDifference() {
    Findings same = run(EXPERIMENT, List.of("jamtland", "jamtland"));
    same.figures()
        .getLast()
        .forEach(figure ->
            assertTrue(
                figure.verdict() == Verdict.NO_DETECTABLE_DIFFERENCE
                    || figure.value() == null
                    || figure.atLeast(),
                figure.toString()));
    assertEquals(same.traceHashes().getFirst(), same.traceHashes().getLast());
  }

  @Test
  void s3_sameSeedSameTraceWhateverTheThreads() {
    Findings alone = run(new Experiment(4, 7, 1, 1), List.of("jamtland", "jamtland-triple"));
    assertEquals(findings.traceHashes(), alone.traceHashes());
    assertEquals(findings.figures(), alone.figures());
    Findings other = run(new Experiment(4, 7, 2, 1), List.of("jamtland", "jamtland-triple"));
    assertNotEquals(findings.traceHashes(), other.traceHashes());
  }

  @Test
  void s4_everyFormatIsWritten() throws Exception {
    byte[] page = TwinReport.of(Path.of("r.html"), findings, "sv");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(page));
    assertEquals(5, document.getElementsByTagName("table").getLength());
    String text = new String(page, StandardCharsets.UTF_8);
    assertTrue(text.contains("Per ärendetyp") && text.contains("Bröstsmärta"));
    assertTrue(text.contains("Inom målet, prioritet 1") && text.contains("Härjedalen"));
    byte[] pdf = TwinReport.of(Path.of("r.pdf"), findings, "en");
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(TwinReport.of(Path.of("r.xlsx"), findings, "sv")))) {
      assertTrue(zip.getNextEntry() != null);
    }
    assertTrue(FindingsText.of(findings, "en").contains("Within the goal, priority 1"));
  }

  @Test
  void s5_anotherEndingOrLanguageIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TwinReport.requireFormat(Path.of("r.doc")));
    assertThrows(
        IllegalArgumentException.class, () -> TwinReport.of(Path.of("r.html"), findings, "de"));
  }

  @Test
  void s6_itCanBeEnded() {
    Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
    assertThrows(
        CancellationException.class,
        () -> EXPERIMENT.run(scenarios, worlds, (done, _) -> done < 3));
  }

  @Test
  void s7_noWordIsInOneLanguageOnly() throws IOException {
    Properties[] texts = new Properties[2];
    for (int i = 0; i < 2; i++) {
      texts[i] = new Properties();
      String file = "/twin/report_" + (i == 0 ? "sv" : "en") + ".properties";
      try (var in = TwinReport.class.getResourceAsStream(file)) {
        texts[i].load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    assertEquals(texts[0].keySet(), texts[1].keySet());
  }

  @Test
  void s8_whatRoundsToNothingHasNoSign() {
    assertEquals("0,00", new Words("sv").number(-0.004));
    assertEquals("\u22120,01", new Words("sv").number(-0.006));
    assertEquals("0.00", new Words("en").number(-0.004));
  }

  /**
   * What was counted by another rule, or of other places, is not read as if it were counted now.
   */
  @Test
  void s9_findingsKeptAreReadOnlyAsWhatTheyWere() {
    ObjectNode json = new JsonMapper().valueToTree(FindingsJson.of(findings));
    Findings kept = FindingsJson.find(json, scenarios).orElseThrow();
    assertEquals(findings.figures(), kept.figures());
    assertEquals(findings.measures(), kept.measures());
    ObjectNode before = json.deepCopy();
    before.remove("counted");
    assertTrue(FindingsJson.find(before, scenarios).isEmpty());
    ObjectNode elsewhere = json.deepCopy();
    elsewhere.putArray("goalMinutes").add(8).add(30).add(60);
    assertTrue(FindingsJson.find(elsewhere, scenarios).isEmpty());
    ObjectNode renamed =
        new JsonMapper()
            .readValue(json.toString().replace("Härjedalen", "Någon annanstans"), ObjectNode.class);
    assertTrue(FindingsJson.find(renamed, scenarios).isEmpty());
    ObjectNode retyped =
        new JsonMapper()
            .readValue(json.toString().replace("Bröstsmärta", "Något annat"), ObjectNode.class);
    assertTrue(FindingsJson.find(retyped, scenarios).isEmpty());
  }

  @Test
  void s10_whatIsAtLeastSoMuchSaysSo() {
    Figure figure = new Figure(new Interval(600, 60), null, Verdict.NONE, 4, true);
    Measure measure = new Measure(Measure.Kind.RESPONSE_P90, 1);
    assertEquals("minst 10,0 ± 1,00", new Words("sv").value(measure, figure));
    assertEquals("at least 10.0 ± 1.00", new Words("en").value(measure, figure));
  }

  /** Every call has a type, and is told of once by it. */
  @Test
  void s11_callsAreToldApartByType() {
    List<String> types = scenarios.getFirst().blueprint().typeNames();
    for (int level = 1; level <= 3; level++) {
      double sum = 0;
      for (int type = 0; type < types.size(); type++) {
        var measure = new Measure(Measure.Kind.CALLS, level, Measure.By.TYPE, type);
        int at = findings.measures().indexOf(measure);
        Figure of = at < 0 ? null : findings.figures().getFirst().get(at);
        sum += of == null || of.value() == null ? 0 : of.value().mean();
      }
      Interval all = Objects.requireNonNull(figure(findings, 0, Measure.Kind.CALLS, level).value());
      assertEquals(all.mean(), sum, 1e-6);
    }
    // A cardiac arrest is never of the third level: nothing is told of that.
    int arrest = types.indexOf("Hjärtstopp");
    assertTrue(told(arrest, 1) && !told(arrest, 3));
    Comparison comparison = Comparison.of(findings, "sv");
    assertTrue(
        comparison.measures().stream()
            .anyMatch(column ->
                "Hjärtstopp".equals(column.type())
                    && column.kind() == Measure.Kind.RESPONSE_P90
                    && column.area() == null));
  }

  private boolean told(int type, int level) {
    return findings
        .measures()
        .contains(new Measure(Measure.Kind.RESPONSE_MEDIAN, level, Measure.By.TYPE, type));
  }

  @Test
  void s12_scenariosWithOtherTypesAreNotComparedByThem() {
    List<CallModel.Type> other =
        List.of(new CallModel.Type("allt", 1, List.of(0.5, 0.3, 0.2), 0.7, 1));
    Scenario first = scenarios.getFirst();
    List<Scenario> unlike =
        List.of(first, new Scenario("x", "x", first.base(), List.of(new Change.Types(other))));
    Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
    Experiment experiment = new Experiment(2, 2, 1, 2);
    Findings found;
    try {
      found = Findings.of(unlike, experiment, experiment.run(unlike, worlds, (_, _) -> true));
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
    assertTrue(found.measures().stream().noneMatch(m -> m.by() == Measure.By.TYPE));
    assertTrue(found.measures().stream().anyMatch(m -> m.by() == Measure.By.AREA));
  }
}
