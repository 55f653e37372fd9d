package se.dirigent.core.masscasualty.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.capacity.BedPlan.Release;
import se.dirigent.core.masscasualty.capacity.BedPlan.Risk;
import se.dirigent.core.masscasualty.capacity.CapacityProposal.Method;
import se.dirigent.core.masscasualty.capacity.CapacityProposal.Per;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.capacity.Plus.Part;
import se.dirigent.core.masscasualty.sieve.Category;

class CapacityTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void s01TheNarrowestOfTheFourDecides() {
    Plus plus = new Plus(6, 4, 9, 4);
    assertEquals(4, plus.takes());
    assertEquals(Part.PREMISES, plus.narrowest());
    assertEquals(Part.LEADERSHIP, new Plus(6, 4, 9, 3).narrowest());
    assertEquals(Part.STAFF, Plus.of(0).narrowest());
    refused("capacity.count", () -> new Plus(-1, 4, 9, 3));
    refused("capacity.count", () -> new Plus(1, 4, 9, 10_001));
  }

  @Test
  void s02TheLastHourHoldsForThoseAfterIt() {
    HospitalCapacity has =
        new HospitalCapacity("ostersund", List.of(hour(2, 0), hour(4, 1)), "Testkälla", DAY);
    assertEquals(2, has.takes(0, Category.IMMEDIATE));
    assertEquals(4, has.takes(1, Category.IMMEDIATE));
    assertEquals(4, has.takes(70, Category.IMMEDIATE));
    assertEquals(0, has.takes(0, Category.DELAYED), "what is not named cannot be taken");
    assertEquals(0, has.takes(0, Specialty.BURN));
    assertEquals(1, has.takes(9, Specialty.BURN));
    refused("capacity.hours", () -> new HospitalCapacity("a", List.of(), "Testkälla", DAY));
  }

  @Test
  void s03ProposalsAsPublished() {
    List<CapacityProposal> all = CapacityProposal.of(new Resources(500, 30, 13, 9, 20));
    assertEquals(List.of(Method.values()), all.stream().map(CapacityProposal::method).toList());
    assertEquals(15, all.get(0).persons(), "3 % of 500 beds an hour");
    assertEquals(8, all.get(0).hours());
    assertEquals(12, all.get(1).persons(), "30 places by 2.5 hours");
    assertEquals(6, all.get(2).persons(), "13 doctors, two for each");
    assertEquals(Per.AT_ONCE, all.get(2).per());
    assertEquals(0, CapacityProposal.of(new Resources(0, 0, 1, 0, 0)).get(2).persons());
    refused("capacity.count", () -> new Resources(-1, 0, 0, 0, 0));
  }

  @Test
  void s04BedsAreFreedByThoseWhoRiskLeast() {
    BedPlan plan =
        new BedPlan(
            "ostersund",
            List.of(
                new Release("Kirurgen", 12, 2, Risk.MINIMAL, "Hemmet"),
                new Release("Medicin", 8, 6, Risk.LOW, "Vårdcentral"),
                new Release("Ortopeden", 5, 2, Risk.HIGH, "Annat sjukhus")),
            "Testkälla",
            DAY);
    assertEquals(0, plan.freed(1, Risk.VERY_HIGH));
    assertEquals(12, plan.freed(2, Risk.MODERATE));
    assertEquals(20, plan.freed(6, Risk.LOW));
    assertEquals(25, plan.freed(96, Risk.VERY_HIGH));
    refused("capacity.within", () -> new Release("Kirurgen", 1, 0, Risk.LOW, "Hemmet"));
    refused("capacity.releases", () -> new BedPlan("a", List.of(), "Testkälla", DAY));
  }

  @Test
  void s05AReportThatCannotBeIsRefused() {
    Map<Category, Integer> minus = new EnumMap<>(Map.of(Category.IMMEDIATE, -2));
    refused("capacity.count", () -> new CapacityReport("a", TEN, false, null, minus, Map.of(), ""));
    CapacityReport report =
        new CapacityReport(
            "a",
            TEN,
            false,
            null,
            Map.of(Category.MINIMAL, 9, Category.IMMEDIATE, 2),
            Map.of(),
            " Op står ");
    assertEquals("{IMMEDIATE=2, MINIMAL=9}", report.takes().toString(), "always in one order");
    assertEquals("Op står", report.text());
  }

  private static Hour hour(int immediate, int burn) {
    return new Hour(
        Map.of(Category.IMMEDIATE, Plus.of(immediate)), Map.of(Specialty.BURN, Plus.of(burn)));
  }

  static void refused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refused.class, work::run).code());
  }
}
