package se.dirigent.core.masscasualty.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.capacity.Plus;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.KeyDraft.Approval;
import se.dirigent.core.masscasualty.plan.KeyGenerator.Candidate;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.ApproveKey;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DraftKey;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DropDraft;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SetGoal;
import se.dirigent.core.masscasualty.sieve.Category;

/** Keys worked out from documents and roads, approved by a person; and goals beside documents. */
class KeyGeneratorTest {
  private static final RegionCode REGION = new RegionCode("jamtland-harjedalen");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static @Nullable HospitalCapacity takes(String facility, int first, int following) {
    return first + following == 0
        ? null
        : new HospitalCapacity(facility, List.of(hour(first), hour(following)), "Testkälla", DAY);
  }

  private static Hour hour(int each) {
    return new Hour(
        Map.of(
            Category.IMMEDIATE,
            Plus.of(each),
            Category.DELAYED,
            Plus.of(2 * each),
            Category.MINIMAL,
            Plus.of(5 * each)),
        Map.of());
  }

  private static Candidate candidate(String id, Tier tier, int minutes, int first, int following) {
    return new Candidate(id, tier, minutes, takes(id, first, following));
  }

  private static KeyDraft draft(List<Candidate> hospitals) {
    return KeyGenerator.draft("buss", "Buss", TypeEvent.BUS_CRASH, "Brunflo", hospitals);
  }

  private static List<KeyShare> red(KeyDraft draft) {
    return draft.shares().stream().filter(s -> s.category() == Category.IMMEDIATE).toList();
  }

  @Test
  void s01ThoseWithinReachShareByWhatTheyTakeAndTheRestComeAfter() {
    KeyDraft draft =
        draft(
            List.of(
                candidate("far", Tier.NATION, 300, 9, 9),
                candidate("b", Tier.HEALTH_CARE_REGION, 55, 2, 4),
                candidate("a", Tier.REGION, 10, 4, 4),
                candidate("unknown", Tier.REGION, 20, 0, 0)));
    assertEquals(
        List.of(
            new KeyShare("a", Category.IMMEDIATE, 67, 50),
            new KeyShare("b", Category.IMMEDIATE, 33, 50)),
        red(draft));
    assertEquals(
        List.of(
            new Overflow(Tier.REGION, List.of("unknown")),
            new Overflow(Tier.NATION, List.of("far"))),
        draft.overflow());
    assertEquals("a", draft.grounds().getFirst().facility(), "the nearest first");
    assertNull(draft.grounds().get(1).documentedOn());
  }

  @Test
  void s02WithNobodyInReachTheNearestThatTakesAny() {
    KeyDraft draft =
        draft(
            List.of(
                candidate("x", Tier.NATION, 200, 1, 1), candidate("y", Tier.NATION, 250, 5, 5)));
    assertEquals(List.of(new KeyShare("x", Category.IMMEDIATE, 100, 100)), red(draft));
    Refused none =
        assertThrows(Refused.class, () -> draft(List.of(candidate("x", Tier.NATION, 9, 0, 0))));
    assertEquals("key.noCapacity", none.code());
  }

  @Test
  void s03RandomDraftsAreWholeKeys() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 0; n < 500; n++) {
      List<Candidate> hospitals = new ArrayList<>();
      hospitals.add(candidate("h", Tier.REGION, random.nextInt(200), 1 + random.nextInt(9), 3));
      for (int i = random.nextInt(12); i > 0; i--) {
        Tier tier = Tier.values()[random.nextInt(4)];
        hospitals.add(
            candidate("h" + i, tier, random.nextInt(300), random.nextInt(9), random.nextInt(9)));
      }
      KeyDraft draft = draft(hospitals);
      DistributionKey key = draft.approved(REGION, 1, approval());
      assertEquals(hospitals.size(), key.facilities().size(), "nobody is forgotten");
    }
  }

  private static Approval approval() {
    return new Approval("Beredskapschef", DAY, DAY.plusYears(1), DAY.plusMonths(6));
  }

  @Test
  void s04ADraftIsNoKeyUntilSomebodyApprovesIt() {
    Preparedness now = Preparedness.none(REGION);
    KeyDraft draft = draft(List.of(candidate("a", Tier.REGION, 10, 4, 4)));
    now = after(now, new DraftKey(draft));
    assertTrue(now.keys().isEmpty());
    Preparedness drafted = now;
    refused("key.noDraft", () -> drafted.decide(new ApproveKey("annan", approval())));
    now = after(now, new ApproveKey("buss", approval()));
    assertEquals(1, Objects.requireNonNull(now.keys().get("buss")).version());
    assertTrue(now.drafts().isEmpty());
    now = after(after(now, new DraftKey(draft)), new ApproveKey("buss", approval()));
    assertEquals(2, Objects.requireNonNull(now.keys().get("buss")).version());
    now = after(after(now, new DraftKey(draft)), new DropDraft("buss"));
    assertTrue(now.drafts().isEmpty());
  }

  @Test
  void s05AGoalIsMeasuredByWhatIsDocumented() {
    Goal goal = new Goal(TypeEvent.BUS_CRASH, 40, 3, "Beredskapschef");
    HospitalCapacity a = Objects.requireNonNull(takes("a", 2, 4));
    assertEquals(30, goal.documented(List.of(a)), "three of 2, and twice three of 4");
    Preparedness now = after(Preparedness.none(REGION), new SetGoal(goal));
    assertEquals(goal, now.goals().get(TypeEvent.BUS_CRASH));
    assertEquals(List.of(), now.decide(new SetGoal(goal)));
    refused("goal.number", () -> new Goal(TypeEvent.SHIP, 0, 3, "Beredskapschef"));
    refused("goal.number", () -> new Goal(TypeEvent.SHIP, 1, 73, "Beredskapschef"));
  }

  private static Preparedness after(Preparedness before, PreparednessCommand command) {
    Preparedness now = before;
    for (PreparednessEvent event : before.decide(command)) {
      now = Preparedness.fold(now, event);
    }
    return now;
  }

  private static void refused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refused.class, work::run).code());
  }
}
