package se.dirigent.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.geo.Position;
import se.dirigent.server.platform.region.RegionPack;

class ReplayTest {
  private static final String POLICE =
      """
      id,event_time_local,published,type,location,lat,lon,place,summary
      1,2024-06-01T14:21,x,"Trafikolycka, personskada",A,63.18,14.64,Östersund,"Två bilar, kö."
      2,2024-01-01T14:21,x,Trafikolycka,Östersund,63.18,14.64,Östersund,Avkörning.
      3,2024-06-01T14:21,x,Brand,Östersund,63.18,14.64,Östersund,Brand i container.
      4,2024-06-01T14:21,x,Trafikolycka,Stockholm,59.33,18.07,Stockholm,Kö.
      5,not a time,x,Trafikolycka,Stockholm,59.33,18.07,Stockholm,Kö.
      """;

  private static final String HOUSTON =
      """
      call_time_utc,lat,lon,type,n_units,units,first_seen_utc,last_seen_utc
      2025-09-01T05:00Z,29.65798,-95.38223,EMS EVENT,1,A046,2025-09-01T05:10Z,2025-09-01T05:10Z
      2025-09-01T05:01Z,29.65799,-95.38224,EMS EVENT,1,A046,2025-09-01T05:10Z,2025-09-01T05:10Z
      2025-09-01T05:02Z,29.72717,-95.33524,NON EMERGENCY RESPONSE,1,A01,x,x
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void s1PoliceEventsAreReadInOrderOfTimeAndLocalTimeIsUnderstood() throws IOException {
    Recording recording = Recording.read(write("police.csv.gz", POLICE));
    assertEquals(Recording.Format.POLICE, recording.format());
    assertEquals(4, recording.calls().size());
    assertEquals(1, recording.unreadable());
    assertEquals("2", recording.calls().getFirst().key());
    assertEquals(
        Instant.parse("2024-01-01T13:21:00Z"), recording.calls().getFirst().at(), "winter time");
    assertEquals(Instant.parse("2024-06-01T12:21:00Z"), recording.calls().get(1).at());
  }

  @Test
  void s2WhatIsNotWantedIsCountedNotForgotten() throws IOException {
    Recording recording = Recording.read(write("police.csv", POLICE));
    Plan plan =
        Plan.of(recording, wanted("Trafikolycka", LocalDate.parse("2024-03-01"), 10), jamtland());
    assertEquals(List.of("polisen:2024-06-01:1"), ids(plan));
    assertEquals(1, plan.otherType());
    assertEquals(1, plan.otherTime());
    assertEquals(1, plan.outside());
    assertEquals("1A", plan.cases().getFirst().priority());
    assertEquals(1, Plan.of(recording, wanted("", null, 2), jamtland()).overLimit());
  }

  @Test
  void s3HoustonIsCarriedToTheSameSpotEachTimeAndInsideTheRegion() throws IOException {
    Recording recording = Recording.read(write("houston.csv", HOUSTON));
    assertEquals(Recording.Format.HOUSTON, recording.format());
    Plan plan = Plan.of(recording, wanted("", null, 10), jamtlandFor(Recording.Format.HOUSTON));
    assertEquals(3, plan.cases().size());
    assertEquals(location(plan, 0), location(plan, 1), "one square there is one spot here");
    assertFalse(location(plan, 0).equals(location(plan, 2)));
    Plan again = Plan.of(recording, wanted("", null, 10), jamtlandFor(Recording.Format.HOUSTON));
    assertEquals(plan, again);
    RegionPack pack = new Packs().get("jamtland-harjedalen");
    Map<?, ?> at = (Map<?, ?>) Optional.ofNullable(location(plan, 0).get("position")).orElseThrow();
    Position spot = new Position((Double) get(at, "lat"), (Double) get(at, "lon"));
    assertTrue(Packs.boundary(pack).contains(spot), spot.toString());
  }

  @Test
  void s4AFileOfAnotherKindIsRefusedWithWhatItHas() throws IOException {
    Path file = write("other.csv", "a,b\n1,2\n");
    var e = assertThrows(IllegalArgumentException.class, () -> Recording.read(file));
    assertTrue(e.toString().contains("event_time_local"), e.toString());
  }

  @Test
  void s5IntervalsAreCountedByTheirDefinition() {
    List<Duration> values = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes).toList();
    IntervalSummary.Interval interval = IntervalSummary.interval(values, Duration.ofMinutes(8));
    assertEquals(300, interval.median());
    assertEquals(540, interval.p90());
    assertEquals(0.8, interval.shareInGoal());
    assertNull(IntervalSummary.interval(List.of(), null).shareInGoal());
    assertNull(IntervalSummary.interval(values, null).goal());
  }

  @Test
  void s6TheRealSwedishAccidentsFallIntoTheRegions() throws IOException {
    Path file = Path.of("../../shared/data/calls/polisen_events_2022-2026.csv.gz");
    assumeTrue(Files.exists(file), "no ../shared/data beside the project: left out");
    Packs packs = new Packs();
    List<RegionPack> all = packs.codes().stream().map(packs::get).toList();
    Placing placing = new Placing(Recording.Format.POLICE, all);
    Plan plan = Plan.of(Recording.read(file), wanted("Trafikolycka", null, 1_000_000), placing);
    assertEquals(84_826, plan.read());
    assertEquals(18_331, plan.read() - plan.otherType());
    double outside = plan.outside() / 18_331.0;
    assertTrue(outside < 0.02, plan.outside() + " of 18 331 accidents lie in no region");
  }

  private static Plan.Wanted wanted(String type, @Nullable LocalDate from, int limit) {
    return new Plan.Wanted(type, from, null, limit);
  }

  private static Placing jamtland() {
    return jamtlandFor(Recording.Format.POLICE);
  }

  private static Placing jamtlandFor(Recording.Format format) {
    return new Placing(format, List.of(new Packs().get("jamtland-harjedalen")));
  }

  private static List<String> ids(Plan plan) {
    return plan.cases().stream().map(PlannedCase::id).toList();
  }

  private static Map<?, ?> location(Plan plan, int index) {
    return (Map<?, ?>) get(plan.cases().get(index).body(), "location");
  }

  private static Object get(Map<?, ?> map, String key) {
    return Optional.<Object>ofNullable(map.get(key)).orElseThrow();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (Writer out =
        new OutputStreamWriter(
            name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file),
            StandardCharsets.UTF_8)) {
      out.write(text);
    }
    return file;
  }
}
