package se.dirigent.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.NURSE;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.ambulance;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.shift;
import static se.dirigent.core.Fixtures.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitCommand.StartShift;

class FleetTest {
  private final Centre centre = new Centre();

  private void begin(UnitId unit, Shift shift) {
    centre.ask(new StartShift(unit, shift, List.of(NURSE)));
  }

  @Test
  void s01ANewUnitIsOffDuty() {
    assertEquals(List.of("UnitRegistered"), names(centre.ask(ambulance(1))));
    Unit unit = centre.unit(unit(1));
    assertEquals(UnitStatus.OFF_DUTY, unit.status());
    assertEquals("0001", unit.callSign());
    assertEquals(1, unit.version());
    assertEquals("unit.exists", refusal(() -> centre.ask(ambulance(1))));
  }

  @Test
  void s02AnUnknownUnitIsSaidToBeSo() {
    assertEquals("unit.unknown", refusal(() -> centre.ask(new EndShift(unit(9)))));
  }

  @Test
  void s03AShiftMakesItAvailableAndItsEndOffDuty() {
    UnitId id = centre.onDuty(1);
    assertEquals(UnitStatus.AVAILABLE, centre.unit(id).status());
    assertEquals(shift(START), centre.unit(id).shift());
    centre.after(minutes(30)).ask(new EndShift(id));
    assertEquals(UnitStatus.OFF_DUTY, centre.unit(id).status());
    assertEquals(START.plus(minutes(30)), centre.unit(id).statusSince());
    assertNull(centre.unit(id).shift());
    assertEquals("unit.offDuty", refusal(() -> centre.ask(new EndShift(id))));
  }

  @Test
  void s04AShiftThatIsOverOrFarAheadDoesNotManAUnit() {
    centre.ask(ambulance(1));
    Shift over = shift(START.minus(Duration.ofHours(13)));
    assertEquals("shift.past", refusal(() -> begin(unit(1), over)));
    assertEquals("shift.early", refusal(() -> begin(unit(1), shift(START.plus(minutes(121))))));
    begin(unit(1), shift(START.plus(minutes(120))));
    assertEquals(UnitStatus.AVAILABLE, centre.unit(unit(1)).status());
  }

  @Test
  void s05AShiftIsAtMostADayAndItsMealWithinIt() {
    Instant end = START.plus(Duration.ofHours(10));
    assertEquals("shift.length", refusal(() -> new Shift(START, START, null, null)));
    Instant day = START.plus(Duration.ofHours(24));
    assertEquals(day, new Shift(START, day, null, null).end());
    assertEquals("shift.length", refusal(() -> new Shift(START, day.plusMillis(1), null, null)));
    assertEquals("shift.meal", refusal(() -> new Shift(START, end, START, null)));
    assertEquals("shift.meal", refusal(() -> new Shift(START, end, null, end)));
    assertEquals("shift.meal", refusal(() -> new Shift(START, end, end, START)));
    assertEquals("shift.meal", refusal(() -> new Shift(START, end, START.minusSeconds(1), end)));
    assertEquals("shift.meal", refusal(() -> new Shift(START, end, START, end.plusSeconds(1))));
  }

  @Test
  void s06OutOfServiceNeedsAReason() {
    UnitId id = centre.onDuty(1);
    assertEquals("text.missing", refusal(() -> new SetAvailability(id, false, "")));
    centre.after(minutes(1)).ask(new SetAvailability(id, false, "tankar"));
    assertEquals(UnitStatus.UNAVAILABLE, centre.unit(id).status());
    assertEquals("tankar", centre.unit(id).unavailableReason());
    assertEquals(START.plus(minutes(1)), centre.unit(id).statusSince());
    centre.after(minutes(1)).ask(new SetAvailability(id, false, "tvättar"));
    assertEquals(START.plus(minutes(1)), centre.unit(id).statusSince(), "out since the first");
    centre.ask(new SetAvailability(id, true, ""));
    assertEquals(UnitStatus.AVAILABLE, centre.unit(id).status());
    assertNull(centre.unit(id).unavailableReason());
  }

  @Test
  void s07ABusyUnitKeepsItsAssignmentWhateverIsSaidOfIt() {
    UnitId id = centre.onDuty(1);
    centre.send(centre.open(1, "1A"), id);
    assertEquals("unit.busy", refusal(() -> centre.ask(new SetAvailability(id, false, "lunch"))));
    assertEquals("unit.busy", refusal(() -> centre.ask(new SetAvailability(id, true, ""))));
    assertEquals("unit.busy", refusal(() -> centre.ask(new EndShift(id))));
  }

  @Test
  void s08AShiftMayBeChangedWhileBusy() {
    UnitId id = centre.onDuty(1);
    centre.send(centre.open(1, "1A"), id);
    Shift longer = new Shift(START, START.plus(Duration.ofHours(14)), null, null);
    centre.after(minutes(5));
    begin(id, longer);
    assertEquals(longer, centre.unit(id).shift());
    assertEquals(UnitStatus.TASKED, centre.unit(id).status());
    assertEquals(START, centre.unit(id).statusSince());
  }

  @Test
  void s09AChangedShiftLeavesAUnitOutOfServiceOut() {
    UnitId id = centre.onDuty(1);
    centre.ask(new SetAvailability(id, false, "tankar"));
    begin(id, shift(START));
    assertEquals(UnitStatus.UNAVAILABLE, centre.unit(id).status());
    assertEquals("tankar", centre.unit(id).unavailableReason());
  }

  @Test
  void s10CapabilitiesComeOnceAndInOrder() {
    Register r = ambulance(1);
    Register doubled =
        new Register(
            r.unit(),
            r.region(),
            r.callSign(),
            r.kind(),
            List.of(Capability.SNOW, Capability.ALS, Capability.SNOW),
            r.crew(),
            r.station(),
            r.owner(),
            r.special());
    assertEquals(List.of(Capability.ALS, Capability.SNOW), doubled.capabilities());
    List<CrewMember> crowd = Collections.nCopies(21, NURSE);
    assertEquals("list.long", refusal(() -> new StartShift(unit(1), shift(START), crowd)));
    assertEquals("unit.form", refusal(() -> new UnitId("99 0001")));
  }

  @Test
  void s11EveryStatusHasItsOwnLetter() {
    List<Character> letters = Arrays.stream(UnitStatus.values()).map(UnitStatus::letter).toList();
    assertEquals("KTURFPLDSXO", String.join("", letters.stream().map(String::valueOf).toList()));
    assertEquals(letters.size(), letters.stream().distinct().count());
  }

  @Test
  void s12AUnitCannotBeBusyWithNothing() {
    Unit u = centre.unit(centre.onDuty(1));
    assertThrows(
        IllegalStateException.class,
        () ->
            new Unit(
                u.id(),
                u.region(),
                u.callSign(),
                u.kind(),
                u.capabilities(),
                u.crew(),
                u.station(),
                u.owner(),
                u.special(),
                UnitStatus.ROLLING,
                u.statusSince(),
                null,
                u.shift(),
                null,
                null,
                null,
                null,
                u.version()));
  }

  @Test
  void s13APositionReportHasPossibleNumbers() {
    UnitId id = unit(1);
    PositionReport still = new PositionReport(id, Fixtures.TOWN, START, null, null);
    assertNull(still.speedKmh());
    assertFalse(new PositionReport(id, Fixtures.TOWN, START, 0.0, 360.0).equals(still));
    assertEquals(
        "number.range", refusal(() -> new PositionReport(id, Fixtures.TOWN, START, -1.0, null)));
    assertEquals(
        "number.range",
        refusal(() -> new PositionReport(id, Fixtures.TOWN, START, Double.NaN, null)));
    assertEquals(
        "number.range", refusal(() -> new PositionReport(id, Fixtures.TOWN, START, 90.0, 361.0)));
  }
}
