package se.dirigent.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Fixtures;
import se.dirigent.core.alarm.AlarmEvent.AlarmAcknowledged;
import se.dirigent.core.alarm.AlarmEvent.AlarmEnded;
import se.dirigent.core.alarm.AlarmEvent.AlarmLapsed;
import se.dirigent.core.alarm.AlarmEvent.AlarmRaised;
import se.dirigent.core.alarm.AlarmEvent.AlarmTaken;
import se.dirigent.core.alarm.Hygiene.Count;
import se.dirigent.core.alarm.Hygiene.Load;
import se.dirigent.core.alarm.Hygiene.PeakLoad;
import se.dirigent.core.alarm.Occurrence.Told;

/** The figures of EEMUA 191, from none to a flood. */
class HygieneTest {
  private static final Instant END = START.plus(Duration.ofHours(10));

  private static AlarmId alarm(AlarmKind kind, int incident) {
    String subject =
        switch (kind.about()) {
          case INCIDENT -> Fixtures.incident(incident).toString();
          case ASSIGNMENT -> Fixtures.incident(incident) + ":1";
          case UNIT -> Fixtures.unit(incident).value();
        };
    return new AlarmId(kind, subject);
  }

  private static Occurrence at(AlarmKind kind, int incident, double seconds) {
    Instant raisedAt = START.plusMillis((long) (seconds * 1000));
    return new Occurrence(alarm(kind, incident), raisedAt, null, raisedAt.plusSeconds(5));
  }

  private static Hygiene of(List<Occurrence> known) {
    return Hygiene.of(known, START, END, 1);
  }

  @Test
  void s01NoneIsAcceptable() {
    Hygiene none = of(List.of());
    assertEquals(Load.ACCEPTABLE, none.load());
    assertEquals(PeakLoad.MANAGEABLE, none.peakLoad());
    assertNull(none.peakAt());
    assertNull(none.acknowledgeSeconds());
    assertEquals(60, none.tens().size());
    assertEquals(0, none.floodShare());
  }

  @Test
  void s02TheAverageFallsInTheBandsAtTheirEdges() {
    int[] counts = {60, 61, 120, 121, 600, 601};
    Load[] loads = {
      Load.ACCEPTABLE,
      Load.MANAGEABLE,
      Load.MANAGEABLE,
      Load.OVER_DEMANDING,
      Load.OVER_DEMANDING,
      Load.UNACCEPTABLE
    };
    for (int i = 0; i < counts.length; i++) {
      int count = counts[i];
      List<Occurrence> even =
          IntStream.range(0, count)
              .mapToObj(n -> at(AlarmKind.OLD_POSITION, n + 1, n * 36_000.0 / count))
              .toList();
      assertEquals(loads[i], of(even).load(), counts[i] + " in ten hours");
      assertEquals(count / 60.0, of(even).perTenMinutes(), 1e-9);
      assertEquals(count / 120.0, Hygiene.of(even, START, END, 2).perTenMinutes(), 1e-9);
    }
  }

  @Test
  void s03AFloodIsFoundWhereverItBegins() {
    List<Occurrence> flood = new ArrayList<>();
    // Half before and half after a border of the clock's ten minutes.
    for (int n = 0; n < 22; n++) {
      flood.add(at(AlarmKind.NOT_ROLLING, n + 1, 595 + n * 0.5));
    }
    Hygiene h = of(flood);
    assertEquals(22, h.peak());
    assertEquals(PeakLoad.HARD, h.peakLoad());
    assertEquals(START.plusSeconds(595), h.peakAt());
    assertEquals(List.of(10, 12), h.tens().subList(0, 2));
    assertEquals(1 / 60.0, h.floodShare(), 1e-9);
    assertEquals(PeakLoad.FLOOD, PeakLoad.of(11));
    assertEquals(PeakLoad.EXCESSIVE, PeakLoad.of(101));
  }

  @Test
  void s04StandingAndStale() {
    Instant yesterday = START.minus(Duration.ofHours(20));
    AlarmId id = alarm(AlarmKind.UNASSIGNED, 1);
    Occurrence longEnded = new Occurrence(id, yesterday, null, START.minusSeconds(1));
    Occurrence stale = new Occurrence(id, yesterday, null, END.minusSeconds(1));
    Occurrence stands = new Occurrence(id, END.minusSeconds(9), null, null);
    Hygiene h = of(List.of(longEnded, stale, stands));
    assertEquals(1, h.standing());
    assertEquals(1, h.stale());
    assertEquals(1, h.alarms(), "the others were raised before");
    assertEquals(1, h.unacknowledged());
  }

  @Test
  void s05ThreeInAMinuteChatter() {
    List<Occurrence> calm =
        List.of(
            at(AlarmKind.OLD_POSITION, 1, 0),
            at(AlarmKind.OLD_POSITION, 1, 30),
            at(AlarmKind.OLD_POSITION, 1, 60));
    assertEquals(List.of(), of(calm).chattering());
    List<Occurrence> quick = new ArrayList<>(calm);
    quick.add(at(AlarmKind.OLD_POSITION, 1, 59));
    assertEquals(
        List.of(new Count(alarm(AlarmKind.OLD_POSITION, 1).toString(), 4)), of(quick).chattering());
  }

  @Test
  void s06TopListsSharesAndTheMedian() {
    List<Occurrence> all = new ArrayList<>();
    all.add(at(AlarmKind.UNASSIGNED, 1, 1));
    all.add(at(AlarmKind.NOT_ROLLING, 1, 2));
    all.add(at(AlarmKind.OLD_POSITION, 2, 3));
    all.add(at(AlarmKind.OLD_POSITION, 1, 4));
    Hygiene h = of(all);
    assertEquals(new Count("OLD_POSITION", 2), h.kinds().getFirst());
    assertEquals(new Count(Fixtures.incident(1).toString(), 3), h.subjects().getFirst());
    assertEquals(new Count("DISPATCHER", 4), h.desks().getFirst());
    assertEquals(List.of(0.25, 0.25, 0.5), h.shares().stream().map(Hygiene.Share::share).toList());
    List<Occurrence> seen =
        IntStream.of(10, 20, 60)
            .mapToObj(s -> {
              Instant at = START.plusSeconds(s);
              return new Occurrence(alarm(AlarmKind.UNASSIGNED, s), START, at, null);
            })
            .toList();
    assertEquals(20.0, of(seen).acknowledgeSeconds());
    assertEquals(15.0, of(seen.subList(0, 2)).acknowledgeSeconds());
  }

  @Test
  void s07EventsTellWhenEachStood() {
    AlarmId id = alarm(AlarmKind.UNASSIGNED, 1);
    Told raised = new Told(new AlarmRaised(id, Fixtures.REGION, null, END), START);
    List<Told> told =
        List.of(
            new Told(new AlarmEnded(id, START.minusSeconds(90)), START.minusSeconds(1)),
            raised,
            new Told(new AlarmAcknowledged(id), START.plusSeconds(7)),
            new Told(new AlarmLapsed(id), START.plusSeconds(60)),
            new Told(new AlarmTaken(id), START.plusSeconds(70)),
            new Told(new AlarmEnded(id, START), START.plusSeconds(80)),
            new Told(raised.event(), START.plusSeconds(100)));
    assertEquals(
        List.of(
            new Occurrence(id, START.minusSeconds(90), null, START.minusSeconds(1)),
            new Occurrence(id, START, START.plusSeconds(7), START.plusSeconds(80)),
            new Occurrence(id, START.plusSeconds(100), null, null)),
        Occurrence.list(told));
  }

  @Test
  void s08WhateverThereWasTheFiguresAgree() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Occurrence> all =
          IntStream.range(0, random.nextInt(300))
              .mapToObj(_ ->
                  at(
                      AlarmKind.values()[random.nextInt(AlarmKind.values().length)],
                      1 + random.nextInt(20),
                      random.nextInt(-3_600, 40_000)))
              .toList();
      Hygiene h = of(all);
      String which = "seed " + seed;
      assertEquals(h.alarms(), h.tens().stream().mapToInt(n -> n).sum(), which);
      assertEquals(h.alarms(), h.desks().stream().mapToInt(Count::count).sum(), which);
      assertEquals(h.alarms(), h.kinds().stream().mapToInt(Count::count).sum(), which);
      assertTrue(h.peak() >= h.tens().stream().mapToInt(n -> n).max().orElse(0), which);
      double shares = h.shares().stream().mapToDouble(Hygiene.Share::share).sum();
      assertEquals(h.alarms() == 0 ? 0 : 1, shares, 1e-9, which);
    }
  }

  @Test
  void s09APeriodThatCannotBeCountedIsRefused() {
    assertEquals("period.order", refusal(() -> Hygiene.of(List.of(), END, START, 1)));
    assertEquals(
        "period.long",
        refusal(() -> Hygiene.of(List.of(), START, START.plus(Duration.ofDays(32)), 1)));
    assertEquals("number.range", refusal(() -> Hygiene.of(List.of(), START, END, 0)));
  }
}
