package se.dirigent.server.platform.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.dirigent.core.Refused;
import se.dirigent.core.transport.mode.DecisionTable;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvice.Option;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.core.transport.mode.TransportRules.Example;
import se.dirigent.server.platform.json.JsonConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The regions' rules of care transports, as their files hold them. */
class TransportRulesTest {
  private static final JsonMapper JSON = JsonConfiguration.mapper();
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final Instant TEN = Instant.parse("2026-11-24T09:00:00Z");
  private static final When WHEN = new When(TEN, TEN, null);
  private static final int ORDERS = 100_000;

  private static JsonNode file(String name) throws IOException {
    try (InputStream in =
        TransportRulesTest.class.getResourceAsStream("/regions/transport/" + name + ".json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    }
  }

  private static ModeAdvisor advisor(JsonNode file) {
    return new ModeAdvisor(JSON.treeToValue(file, TransportRules.class), ZONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "jamtland-harjedalen"})
  void s1EveryExampleIsAnsweredAsItSays(String name) throws IOException {
    ModeAdvisor advisor = advisor(file(name));
    TreeSet<String> tried = new TreeSet<>();
    for (Example e : advisor.rules().examples()) {
      ModeAdvice advice = advisor.advise(e.facts(), WHEN);
      String said = advice.mode() + " by " + advice.rule() + " of " + advice.version();
      assertEquals(e.mode() + " by " + e.rule() + " of " + e.version(), said, e.name());
      tried.add(e.rule());
    }
    assertTrue(tried.size() >= 16, () -> "only " + tried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "jamtland-harjedalen"})
  void s2EveryRandomOrderIsAnsweredAsTheFileReads(String name) throws IOException {
    JsonNode file = file(name);
    ModeAdvisor advisor = advisor(file);
    SplittableRandom random = new SplittableRandom(5);
    TreeSet<String> met = new TreeSet<>();
    for (int n = 0; n < ORDERS; n++) {
      ObjectNode order = RandomOrders.next(random);
      Oracle oracle = Oracle.of(file, order);
      String where = name + " order " + n + " " + order;
      Facts facts = JSON.treeToValue(order, Facts.class);
      if (oracle.rule().isEmpty()) {
        assertThrows(Refused.class, () -> advisor.advise(facts, WHEN), where);
        continue;
      }
      ModeAdvice advice = advisor.advise(facts, WHEN);
      assertEquals(oracle.rule(), advice.rule(), where);
      assertEquals(oracle.mode(), advice.mode().name(), where);
      for (Option option : advice.options()) {
        assertEquals(
            oracle.kronor().getOrDefault(option.mode().name(), -1.0), option.kronor(), 0.51, where);
      }
      assertEquals(oracle.kronor().size(), advice.options().size(), where);
      met.add(advice.rule());
    }
    DecisionTable table = advisor.rules().tables().getFirst();
    TreeSet<String> all = new TreeSet<>();
    table.rules().forEach(rule -> all.add(rule.id()));
    assertEquals(all, met, "a rule that never decides is a mistake in the table");
  }

  @Test
  void s3TenThousandAnswersASecond() throws IOException {
    JsonNode file = file("jamtland-harjedalen");
    ModeAdvisor advisor = advisor(file);
    SplittableRandom random = new SplittableRandom(6);
    List<Facts> orders = new ArrayList<>();
    while (orders.size() < 20_000) {
      ObjectNode order = RandomOrders.next(random);
      if (!Oracle.of(file, order).rule().isEmpty()) {
        orders.add(JSON.treeToValue(order, Facts.class));
      }
    }
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = System.nanoTime();
      orders.forEach(o -> assertNotNull(advisor.advise(o, WHEN)));
      best = Math.min(best, System.nanoTime() - before);
    }
    double perSecond = orders.size() / (best / 1e9);
    System.out.printf("mode advice: %.0f a second on one thread%n", perSecond);
    assertTrue(perSecond > 10_000, perSecond + " a second, best of " + Duration.ofNanos(best));
  }
}
