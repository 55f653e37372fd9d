package se.dirigent.core.masscasualty.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.masscasualty.capacity.CapacityTest.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.CapacityReport.Basis;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyLimit;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.Draw.Passed;
import se.dirigent.core.masscasualty.capacity.Draw.Why;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.sieve.Category;

class DistributionKeyTest {
  static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  static final Set<Specialty> NONE = Set.of();

  /** A: 60 % of the red in the first hour and half after it; B: the rest; green goes to C. */
  private static List<KeyShare> shares() {
    return List.of(
        new KeyShare("a", Category.IMMEDIATE, 60, 50),
        new KeyShare("b", Category.IMMEDIATE, 40, 50),
        new KeyShare("a", Category.DELAYED, 50, 50),
        new KeyShare("b", Category.DELAYED, 50, 50),
        new KeyShare("c", Category.MINIMAL, 100, 100));
  }

  private static DistributionKey key(List<KeyShare> shares) {
    return key(
        shares,
        List.of(new KeyLimit("b", Specialty.CHILD, 1), new KeyLimit("d", Specialty.BURN, 2)),
        List.of(
            new Overflow(Tier.HEALTH_CARE_REGION, List.of("d")),
            new Overflow(Tier.NATION, List.of("e", "f"))));
  }

  private static DistributionKey key(
      List<KeyShare> shares, List<KeyLimit> limits, List<Overflow> overflow) {
    return new DistributionKey(
        "buss",
        "Busskrasch",
        new RegionCode("jamtland-harjedalen"),
        TypeEvent.BUS_CRASH,
        3,
        DAY,
        DAY.plusYears(1),
        "Katastrofmedicinsk beredskap",
        DAY.plusMonths(6),
        shares,
        limits,
        overflow);
  }

  static KeyInUse use() {
    return use(Map.of(), List.of());
  }

  static KeyInUse use(Map<String, HospitalCapacity> capacities, List<Standing> said) {
    return use(key(shares()), capacities, said);
  }

  static KeyInUse use(
      DistributionKey key, Map<String, HospitalCapacity> capacities, List<Standing> said) {
    Map<String, Standing> standings = new HashMap<>();
    said.forEach(s -> standings.put(s.facility(), s));
    return new KeyInUse(key, Rooms.of(TEN, capacities, standings, List.of()));
  }

  /** So many red an hour, in every hour. */
  static HospitalCapacity takes(String facility, int immediate) {
    Hour hour = new Hour(Map.of(Category.IMMEDIATE, Plus.of(immediate)), Map.of());
    return new HospitalCapacity(facility, List.of(hour), "Testkälla", DAY);
  }

  static CapacityReport report(String facility, Instant at, Basis basis, int immediate) {
    return new CapacityReport(
        facility, at, false, basis, Map.of(Category.IMMEDIATE, immediate), Map.of(), "");
  }

  static String drawn(KeyInUse use, int count, Instant at) {
    StringBuilder names = new StringBuilder();
    KeyInUse now = use;
    for (int i = 0; i < count; i++) {
      Draw draw = now.next(Category.IMMEDIATE, NONE, at);
      if (draw.facility() == null) {
        return names + "-";
      }
      names.append(draw.facility());
      now = now.with(new Placed(draw.facility(), Category.IMMEDIATE, NONE, at));
    }
    return names.toString();
  }

  @Test
  void s01TheNextIsTheOneFurthestBehindItsShare() {
    assertEquals("ababaababa", drawn(use(), 10, TEN));
    assertEquals("abababab", drawn(use(), 8, TEN.plus(Duration.ofHours(2))));
    Draw draw = use().next(Category.IMMEDIATE, NONE, TEN);
    assertEquals(Why.SHARE, draw.why());
    assertEquals("60", draw.values().get("percent"));
    assertEquals(List.of(new Passed("b", Against.AHEAD)), draw.passed());
    assertEquals("c", use().next(Category.MINIMAL, NONE, TEN).facility());
  }

  @Test
  void s02WhatAHospitalHasDocumentedIsNeverExceeded() {
    KeyInUse use = use(Map.of("a", takes("a", 2), "b", takes("b", 90)), List.of());
    assertEquals("ababbbbb", drawn(use, 8, TEN));
    KeyInUse full =
        use.with(new Placed("a", Category.IMMEDIATE, NONE, TEN))
            .with(new Placed("a", Category.IMMEDIATE, NONE, TEN));
    assertEquals(Against.FULL, full.against("a", Category.IMMEDIATE, NONE, TEN));
    assertNull(full.against("a", Category.IMMEDIATE, NONE, TEN.plusSeconds(3600)), "a new hour");
  }

  @Test
  void s03AReportGoesBeforeWhatIsDocumented() {
    Instant later = TEN.plusSeconds(600);
    Standing one = Standing.after(null, report("b", later, Basis.FROM_NOW, 1));
    KeyInUse use =
        use(Map.of("a", takes("a", 90), "b", takes("b", 90)), List.of(one))
            .with(new Placed("b", Category.IMMEDIATE, NONE, TEN));
    assertEquals(1, use.rooms().left("b", Category.IMMEDIATE, later), "those before are not of it");
    assertEquals("aaba", drawn(use, 4, later));
    assertEquals("aaaa", drawn(use().without("b"), 4, TEN));
    Draw draw = use().without("b").next(Category.IMMEDIATE, NONE, TEN);
    assertEquals(List.of(new Passed("b", Against.CLOSED)), draw.passed());
  }

  @Test
  void s04WhoFindsNoRoomGoesFurtherAway() {
    KeyInUse shut = use().without("a").without("b");
    Draw draw = shut.next(Category.IMMEDIATE, NONE, TEN);
    assertEquals("d", draw.facility());
    assertEquals(Why.OVERFLOW, draw.why());
    assertEquals(Tier.HEALTH_CARE_REGION, draw.tier());
    Draw further = shut.without("d").next(Category.IMMEDIATE, NONE, TEN);
    assertEquals("e", further.facility());
    assertEquals(Tier.NATION, further.tier());
    Draw nobody = shut.without("d").without("e").without("f").next(Category.DELAYED, NONE, TEN);
    assertNull(nobody.facility());
    assertEquals(Why.NOBODY, nobody.why());
    assertEquals(5, nobody.passed().size(), "each with what speaks against it");
  }

  @Test
  void s05ASpecialtyIsOnlyWhereSomebodyHasSaidSo() {
    Set<Specialty> child = EnumSet.of(Specialty.CHILD);
    Draw draw = use().next(Category.IMMEDIATE, child, TEN);
    assertEquals("b", draw.facility());
    KeyInUse one = use().with(new Placed("b", Category.IMMEDIATE, child, TEN));
    Draw none = one.next(Category.IMMEDIATE, child, TEN);
    assertNull(none.facility(), "one child an hour");
    assertTrue(none.passed().contains(new Passed("b", Against.SPECIALTY)));
    assertEquals("b", one.next(Category.IMMEDIATE, child, TEN.plusSeconds(3600)).facility());
    assertEquals("d", use().next(Category.DELAYED, EnumSet.of(Specialty.BURN), TEN).facility());
  }

  @Test
  void s06AKeyThatDoesNotAddUpIsRefused() {
    List<KeyShare> shares = new ArrayList<>(shares());
    shares.set(1, new KeyShare("b", Category.IMMEDIATE, 30, 50));
    refused("key.sum", () -> key(shares));
    refused("key.sum", () -> key(shares().subList(0, 4)));
    List<KeyShare> twice = new ArrayList<>(shares());
    twice.add(new KeyShare("a", Category.IMMEDIATE, 0, 0));
    refused("key.twice", () -> key(twice));
    refused("key.percent", () -> new KeyShare("a", Category.IMMEDIATE, -1, 0));
    refused("key.percent", () -> new KeyShare("a", Category.IMMEDIATE, 0, 101));
    refused("key.dead", () -> new KeyShare("a", Category.DEAD, 0, 0));
    List<Overflow> back =
        List.of(new Overflow(Tier.NATION, List.of("d")), new Overflow(Tier.REGION, List.of("e")));
    refused("key.order", () -> key(shares(), List.of(), back));
    refused("key.tier", () -> new Overflow(Tier.NATION, List.of()));
    refused("key.hospital", () -> key(shares()).requireKnown(Set.of("a", "b", "c", "d", "e")));
    key(shares()).requireKnown(Set.of("a", "b", "c", "d", "e", "f"));
    assertTrue(key(shares()).validOn(DAY));
    assertFalse(key(shares()).validOn(DAY.minusDays(1)));
  }

  @Test
  void s07RandomEventsNeverExceedAHospitalAndFollowTheKey() {
    RandomGenerator random = new SplittableRandom(11);
    for (int n = 0; n < 300; n++) {
      randomEvent(random);
    }
  }

  /** A key of some hospitals, some with documents, who close and report while it is drawn down. */
  private static void randomEvent(RandomGenerator random) {
    int hospitals = random.nextInt(1, 7);
    List<KeyShare> shares = new ArrayList<>();
    Map<String, HospitalCapacity> capacities = new HashMap<>();
    for (Category c : List.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL)) {
      shares.addAll(randomShares(random, hospitals, c));
    }
    for (int h = 0; h < hospitals; h++) {
      if (random.nextInt(3) == 0) {
        capacities.put("h" + h, randomCapacity(random, "h" + h));
      }
    }
    Overflow far = new Overflow(Tier.NATION, List.of("far"));
    DistributionKey key = key(shares, List.of(), List.of(far));
    KeyInUse use = use(key, capacities, List.of());
    boolean free = capacities.isEmpty();
    for (int i = 0; i < 60; i++) {
      Instant at = TEN.plusSeconds(120L * i);
      if (random.nextInt(40) == 0) {
        use = use.without("h" + random.nextInt(hospitals));
        free = false;
      }
      Category category = Category.values()[random.nextInt(3)];
      Draw draw = use.next(category, NONE, at);
      String facility = Objects.requireNonNull(draw.facility(), "far takes everybody");
      assertNull(use.against(facility, category, NONE, at), () -> "sent where none can be taken");
      if (draw.why() == Why.OVERFLOW) {
        for (KeyShare s : shares) {
          boolean could = s.category() == category && share(s, i) > 0;
          assertFalse(could && use.against(s.facility(), category, NONE, at) == null);
        }
      }
      use = use.with(new Placed(facility, category, NONE, at));
      if (free) {
        quota(use, shares, category, i);
      }
    }
  }

  /** Nobody is ever a whole casualty before its share. */
  private static void quota(KeyInUse use, List<KeyShare> shares, Category category, int i) {
    boolean first = i < 30;
    List<Placed> part =
        use.rooms().placed().stream()
            .filter(p -> p.category() == category)
            .filter(p -> p.at().isBefore(TEN.plusSeconds(3600)) == first)
            .toList();
    for (KeyShare s : shares) {
      if (s.category() == category) {
        long n = part.stream().filter(p -> p.facility().equals(s.facility())).count();
        assertTrue(n < share(s, i) * part.size() / 100.0 + 1, () -> s + " has " + n);
      }
    }
  }

  private static int share(KeyShare s, int i) {
    return i < 30 ? s.firstHourPercent() : s.followingPercent();
  }

  private static List<KeyShare> randomShares(RandomGenerator random, int hospitals, Category c) {
    List<KeyShare> shares = new ArrayList<>();
    int first = 100;
    int following = 100;
    for (int h = 0; h < hospitals; h++) {
      boolean last = h == hospitals - 1;
      int a = last ? first : random.nextInt(first + 1);
      int b = last ? following : random.nextInt(following + 1);
      shares.add(new KeyShare("h" + h, c, a, b));
      first -= a;
      following -= b;
    }
    return shares;
  }

  private static HospitalCapacity randomCapacity(RandomGenerator random, String facility) {
    List<Hour> hours = new ArrayList<>();
    for (int h = random.nextInt(1, 4); h > 0; h--) {
      hours.add(
          new Hour(
              Map.of(
                  Category.IMMEDIATE,
                  Plus.of(random.nextInt(5)),
                  Category.DELAYED,
                  Plus.of(random.nextInt(9)),
                  Category.MINIMAL,
                  Plus.of(random.nextInt(20))),
              Map.of()));
    }
    return new HospitalCapacity(facility, hours, "Testkälla", DAY);
  }
}
