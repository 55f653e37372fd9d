package se.dirigent.simulator.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.Samples;
import se.dirigent.simulator.chance.Streams;

class DemandTest {
  private static final Instant START = Instant.parse("2026-11-01T23:00:00Z");

  @Test
  void s1CallsComeInOrderAndTheirTimesToo() {
    List<Call> calls = calls(100, 500, 1);
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      assertEquals(i + 1, call.number());
      assertTrue(call.queuedAt().isBefore(call.answeredAt()));
      assertTrue(call.answeredAt().isBefore(call.prioritisedAt()));
      assertTrue(i == 0 || !call.queuedAt().isBefore(calls.get(i - 1).queuedAt()));
    }
  }

  @Test
  void s2AThousandDaysHaveTheNumberAndTheHoursAskedFor() {
    List<Call> calls = calls(60, 60_000, 2);
    double days = Duration.between(START, calls.getLast().queuedAt()).toMinutes() / 1440.0;
    assertEquals(60, calls.size() / days, 1);
    HourShape shape = HourShape.danish(Samples.ZONE);
    int[] byHour = new int[24];
    calls.forEach(c -> byHour[c.queuedAt().atZone(Samples.ZONE).getHour()]++);
    for (int hour = 0; hour < 24; hour++) {
      assertEquals(shape.share().get(hour), byHour[hour] / 60_000.0, 0.004, "hour " + hour);
    }
  }

  @Test
  void s3PlacesFollowThePopulationAndStayInside() {
    List<Call> calls = calls(60, 20_000, 3);
    long town = calls.stream().filter(c -> c.address().endsWith("Provstad")).count();
    assertEquals(50_000.0 / 52_000, town / 20_000.0, 0.01);
    assertTrue(calls.stream().allMatch(c -> Samples.square().contains(c.position())));
  }

  @Test
  void s4PrioritiesAreTheRegionsOwn() {
    List<Call> calls = calls(60, 20_000, 4);
    assertEquals(0.45, share(calls, 1), 0.02);
    assertEquals(0.35, share(calls, 2), 0.02);
    assertTrue(calls.stream().allMatch(c -> List.of("1A", "1B", "2A", "3").contains(c.priority())));
    assertTrue(
        calls.stream().filter(c -> c.level() == 4).allMatch(c -> c.priority().equals("3")),
        "a level without a code takes the next more urgent one");
  }

  @Test
  void s5NobodysTelephoneRings() {
    for (Call call : calls(60, 5_000, 5)) {
      String number = call.callbackNumber();
      assertTrue(number.matches("\\+46701740(60[5-9]|6[1-9][0-9])"), number);
    }
  }

  @Test
  void s6TheSameSeedGivesTheSameCalls() {
    assertEquals(calls(60, 300, 6), calls(60, 300, 6));
  }

  @Test
  void s7AProfileThatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Samples.demand(0));
    assertThrows(IllegalArgumentException.class, () -> new HourShape(List.of(1.0), Samples.ZONE));
  }

  private static double share(List<Call> calls, int level) {
    return calls.stream().filter(c -> c.level() == level).count() / (double) calls.size();
  }

  private static List<Call> calls(double perDay, int count, long seed) {
    Demand demand = new Demand(Samples.demand(perDay), new Streams(seed), START);
    return Stream.generate(demand::next).limit(count).toList();
  }
}
