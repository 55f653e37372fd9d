package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.replay.Recording;
import se.dirigent.simulator.arrival.ArrivalFit;
import se.dirigent.simulator.arrival.HeldOut;
import se.dirigent.simulator.arrival.Unrest;

/** Recorded calls counted by hour, and a rhythm found in real ones. */
class CallWeeksTest {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final Path POLICE =
      Path.of("../../shared/data/calls/polisen_events_2022-2026.csv.gz");

  @TempDir private Path folder = Path.of("");

  private Recording recording(String... times) throws IOException {
    StringBuilder text = new StringBuilder("id,event_time_local,type,lat,lon\n");
    for (int i = 0; i < times.length; i++) {
      text.append("%d,%s,Trafikolycka,63,14%n".formatted(i, times[i]));
    }
    return Recording.read(Files.writeString(folder.resolve("calls.csv"), text));
  }

  @Test
  void s1_wholeWeeksFromTheFirstMondayAreCounted() throws IOException {
    // 2026-06-01 is a Monday; the Sunday before and the last half week are left out.
    CallWeeks weeks =
        CallWeeks.of(
            recording(
                "2026-05-31T12:00:00",
                "2026-06-01T00:30:00",
                "2026-06-01T00:59:59",
                "2026-06-07T23:00:00",
                "2026-06-10T10:00:00"),
            "",
            SWEDEN);
    assertEquals(LocalDate.of(2026, 6, 1), weeks.from());
    assertEquals(1, weeks.count());
    assertEquals(2, weeks.hours()[0]);
    assertEquals(1, weeks.hours()[167]);
    assertEquals(2, weeks.leftOut());
    assertTrue(weeks.holds(LocalDate.of(2026, 6, 7)));
    assertFalse(weeks.holds(LocalDate.of(2026, 5, 31)) || weeks.holds(LocalDate.of(2026, 6, 8)));
  }

  @Test
  void s2_noWholeWeekOrNoSuchTypeIsSaid() throws IOException {
    Recording days = recording("2026-06-02T12:00:00", "2026-06-09T12:00:00");
    assertThrows(IllegalArgumentException.class, () -> CallWeeks.of(days, "", SWEDEN));
    assertThrows(IllegalArgumentException.class, () -> CallWeeks.of(days, "Brand", SWEDEN));
  }

  /** Real accidents of years: a plain Poisson process is too sure of days, unrest is not. */
  @Test
  void s3_heldOutWeeksOfSwedishAccidentsAreForetold() throws IOException {
    assumeTrue(Files.exists(POLICE), "the shared data is not here");
    CallWeeks weeks = CallWeeks.of(Recording.read(POLICE), "Trafikolycka", SWEDEN);
    int found = weeks.count() * 3 / 4;
    ArrivalFit fit = ArrivalFit.of(ArrivalFit.weeks(weeks.hours(), 0, found));
    int[] rest = ArrivalFit.weeks(weeks.hours(), found, weeks.count());
    HeldOut with = HeldOut.of(fit, rest, 1);
    HeldOut plain =
        HeldOut.of(new ArrivalFit(fit.perDay(), fit.rhythm().with(Unrest.none()), found), rest, 1);
    assertEquals(0.9, with.hour90(), 0.02);
    assertEquals(0.9, with.day90(), 0.03);
    assertTrue(plain.day90() < 0.82, "plain Poisson: " + plain);
  }
}
