package se.dirigent.core.masscasualty.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.DAY;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.NONE;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.TEN;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.drawn;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.report;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.takes;
import static se.dirigent.core.masscasualty.capacity.DistributionKeyTest.use;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.masscasualty.capacity.CapacityReport.Basis;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.Draw.Passed;
import se.dirigent.core.masscasualty.capacity.Draw.Why;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.sieve.Category;

/** What hospitals have left while they report, close, open again and are shared by events. */
class RoomsTest {
  @Test
  void s01WhatWasSentBeforeAReportIsNotGivenOutAgain() {
    Instant later = TEN.plusSeconds(600);
    Standing five = Standing.after(null, report("b", TEN, Basis.FROM_NOW, 2));
    KeyInUse use = use(Map.of(), List.of(five));
    use = use.with(new Placed("b", Category.IMMEDIATE, NONE, TEN.plusSeconds(60)));
    use = use.with(new Placed("b", Category.IMMEDIATE, NONE, TEN.plusSeconds(120)));
    assertEquals(0, use.rooms().left("b", Category.IMMEDIATE, later));
    CapacityReport yellow =
        new CapacityReport(
            "b", later, false, Basis.FROM_NOW, Map.of(Category.DELAYED, 4), Map.of(), "Op står");
    Standing both = Standing.after(five, yellow);
    assertEquals(0, left(both, use), "a report of the yellow says nothing of the red");
    assertEquals("Op står", both.text());
    Standing all = Standing.after(both, report("b", later, Basis.IN_ALL, 2));
    assertEquals(0, left(all, use), "two in all, and it has two");
    assertEquals(3, left(Standing.after(both, report("b", later, Basis.IN_ALL, 5)), use));
    assertEquals(5, left(Standing.after(both, report("b", later, Basis.FROM_NOW, 5)), use));
    Standing again =
        Standing.after(Standing.after(both, CapacityReport.closed("b", later, "")), yellow);
    assertEquals(0, left(again, use), "open again, with what it had");
  }

  private static int left(Standing said, KeyInUse use) {
    Rooms rooms = Rooms.of(TEN, Map.of(), Map.of("b", said), use.rooms().placed());
    return Objects.requireNonNull(rooms.left("b", Category.IMMEDIATE, TEN.plusSeconds(900)));
  }

  @Test
  void s09AHospitalHasOneDoorForAllEvents() {
    Instant later = TEN.plusSeconds(600);
    Standing open = Standing.after(null, report("b", TEN, Basis.FROM_NOW, 5));
    Rooms rooms = Rooms.of(TEN, Map.of(), Map.of("b", open), List.of());
    Standing shut = Standing.after(null, CapacityReport.closed("b", later, "Rök"));
    Rooms told = rooms.told(Map.of("b", shut));
    assertTrue(told.closed("b"), "closed for another event, and so for this one");
    assertEquals("Rök", Objects.requireNonNull(told.said("b")).text());
    Standing before = Standing.after(null, CapacityReport.closed("b", TEN.minusSeconds(9), ""));
    assertFalse(rooms.told(Map.of("b", before)).closed("b"), "it has opened since");
    Standing closed = Standing.after(open, closedAt(TEN));
    Rooms here = Rooms.of(TEN, Map.of(), Map.of("b", closed), List.of());
    Standing again = Standing.after(null, report("b", later, Basis.FROM_NOW, 1));
    Rooms opened = here.told(Map.of("b", again));
    assertFalse(opened.closed("b"), "opened for another event, and so for this one");
    assertEquals(5, opened.left("b", Category.IMMEDIATE, later), "with the room said of this one");
    assertNull(rooms.told(Map.of("c", again)).said("c"), "room that is said is of one event");
  }

  private static CapacityReport closedAt(Instant at) {
    return CapacityReport.closed("b", at, "");
  }

  @Test
  void s02OneThatOpensAgainGetsItsShareAndNotAllThatPassedItBy() {
    KeyInUse use = use(Map.of("a", takes("a", 90), "b", takes("b", 90)), List.of());
    for (int i = 0; i < 20; i++) {
      use = use.with(new Placed("a", Category.IMMEDIATE, NONE, TEN.plusSeconds(i)));
    }
    assertEquals("bbabaababa", drawn(use, 10, TEN.plusSeconds(60)));
  }

  @Test
  void s03WhatNobodyKnowsComesLastAndIsMarked() {
    KeyInUse use = use(Map.of("a", takes("a", 1)), List.of());
    Draw known = use.next(Category.IMMEDIATE, NONE, TEN);
    assertEquals("a", known.facility());
    assertFalse(known.unknown());
    assertEquals(List.of(new Passed("b", Against.UNKNOWN)), known.passed());
    KeyInUse full = use.with(new Placed("a", Category.IMMEDIATE, NONE, TEN));
    Draw marked = full.next(Category.IMMEDIATE, NONE, TEN);
    assertEquals("b", marked.facility());
    assertTrue(marked.unknown());
    assertEquals("", marked.values().get("left"));
    KeyInUse far = use(Map.of("f", takes("f", 1)), List.of()).without("a").without("b");
    Draw beyond = far.next(Category.IMMEDIATE, NONE, TEN);
    assertEquals("f", beyond.facility(), "known in the nation goes before unknown nearer");
    Draw nobody = far.without("f").next(Category.IMMEDIATE, NONE, TEN);
    assertEquals("d", nobody.facility());
    assertTrue(nobody.unknown());
    assertEquals(Tier.HEALTH_CARE_REGION, nobody.tier());
  }

  @Test
  void s04WhoIsNotExpectedToLiveGoesAsTheMostUrgentAndIsOfTheirNumber() {
    KeyInUse use = use(Map.of("a", takes("a", 2), "b", takes("b", 90)), List.of());
    Draw draw = use.next(Category.EXPECTANT, NONE, TEN);
    assertEquals("a", draw.facility());
    assertEquals(Why.SHARE, draw.why());
    KeyInUse two =
        use.with(new Placed("a", Category.EXPECTANT, NONE, TEN))
            .with(new Placed("a", Category.IMMEDIATE, NONE, TEN));
    assertEquals(Against.FULL, two.against("a", Category.IMMEDIATE, NONE, TEN));
    assertEquals("b", two.next(Category.EXPECTANT, NONE, TEN).facility());
  }

  @Test
  void s05AKeysLimitHoldsAlsoWhereMoreIsDocumented() {
    Set<Specialty> child = EnumSet.of(Specialty.CHILD);
    Hour hour =
        new Hour(Map.of(Category.IMMEDIATE, Plus.of(9)), Map.of(Specialty.CHILD, Plus.of(5)));
    HospitalCapacity b = new HospitalCapacity("b", List.of(hour), "Testkälla", DAY);
    KeyInUse one = use(Map.of("b", b), List.of());
    assertNull(one.against("b", Category.IMMEDIATE, child, TEN));
    KeyInUse two = one.with(new Placed("b", Category.IMMEDIATE, child, TEN));
    assertEquals(Against.SPECIALTY, two.against("b", Category.IMMEDIATE, child, TEN));
    KeyInUse silent = use(Map.of("b", takes("b", 9)), List.of());
    assertNull(
        silent.against("b", Category.IMMEDIATE, child, TEN), "what is documented is silent of it");
  }

  @Test
  void s06WhatIsDocumentedIsThereOnceForAllEvents() {
    List<Placed> others =
        List.of(
            new Placed("a", Category.IMMEDIATE, NONE, TEN.minusSeconds(60)),
            new Placed("a", Category.IMMEDIATE, NONE, TEN.minusSeconds(9000)));
    Rooms rooms = use(Map.of("a", takes("a", 3)), List.of()).rooms().beside(others);
    assertEquals(2, rooms.left("a", Category.IMMEDIATE, TEN), "one of them came in the last hour");
    Standing said = Standing.after(null, report("a", TEN, Basis.IN_ALL, 3));
    Rooms told = Rooms.of(TEN, Map.of(), Map.of("a", said), List.of()).beside(others);
    assertEquals(3, told.left("a", Category.IMMEDIATE, TEN), "said of this event alone");
  }
}
