package se.dirigent.core.masscasualty.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.BedPlan;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.ApproveKey;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DocumentCapacity;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DraftKey;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DropDraft;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.PlanBeds;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SetGoal;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SettleKey;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.BedsPlanned;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.CapacityDocumented;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.DraftDropped;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.GoalSet;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.KeyDrafted;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.KeySettled;

/**
 * What a region has prepared.
 *
 * @param capacities by facility
 * @param bedPlans by facility: reverse triage, which beds are freed and what that risks
 * @param keys by code, the latest version of each
 * @param drafts by code, not approved yet
 * @param goals by sort of event
 * @param version how many events it has seen
 */
public record Preparedness(
    RegionCode region,
    Map<String, HospitalCapacity> capacities,
    Map<String, BedPlan> bedPlans,
    Map<String, DistributionKey> keys,
    Map<String, KeyDraft> drafts,
    Map<TypeEvent, Goal> goals,
    int version) {
  /** A few for each type event. */
  private static final int KEYS_MAX = 100;

  /** More hospitals than the country has. */
  private static final int HOSPITALS_MAX = 200;

  public Preparedness {
    capacities = Collections.unmodifiableMap(new TreeMap<>(capacities));
    bedPlans = Collections.unmodifiableMap(new TreeMap<>(bedPlans));
    keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    drafts = Collections.unmodifiableMap(new TreeMap<>(drafts));
    goals = Collections.unmodifiableMap(new TreeMap<>(goals));
  }

  /** A region that has prepared nothing yet. */
  public static Preparedness none(RegionCode region) {
    return new Preparedness(region, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0);
  }

  /**
   * Decides a command.
   *
   * @throws Refused {@code key.nextVersion}, {@code key.noDraft} or {@code plan.full}
   */
  public List<PreparednessEvent> decide(PreparednessCommand command) {
    return switch (command) {
      case DocumentCapacity c -> {
        String facility = c.capacity().facility();
        requireRoom(capacities, facility, HOSPITALS_MAX);
        yield c.capacity().equals(capacities.get(facility))
            ? List.of()
            : List.of(new CapacityDocumented(region, c.capacity()));
      }
      case PlanBeds c -> {
        String facility = c.plan().facility();
        requireRoom(bedPlans, facility, HOSPITALS_MAX);
        yield c.plan().equals(bedPlans.get(facility))
            ? List.of()
            : List.of(new BedsPlanned(region, c.plan()));
      }
      case SettleKey c -> settle(c.key());
      case DraftKey c -> {
        requireRoom(drafts, c.draft().code(), KEYS_MAX);
        yield c.draft().equals(drafts.get(c.draft().code()))
            ? List.of()
            : List.of(new KeyDrafted(region, c.draft()));
      }
      case ApproveKey c ->
          settle(draft(c.code()).approved(region, nextVersion(c.code()), c.approval()));
      case DropDraft c -> List.of(new DraftDropped(region, draft(c.code()).code()));
      case SetGoal c ->
          c.goal().equals(goals.get(c.goal().type()))
              ? List.of()
              : List.of(new GoalSet(region, c.goal()));
    };
  }

  private KeyDraft draft(String code) {
    KeyDraft draft = drafts.get(code);
    if (draft == null) {
      throw Refused.unknown("key.noDraft", "code", Map.of("code", code));
    }
    return draft;
  }

  private int nextVersion(String code) {
    DistributionKey before = keys.get(code);
    return before == null ? 1 : before.version() + 1;
  }

  private List<PreparednessEvent> settle(DistributionKey key) {
    requireRoom(keys, key.code(), KEYS_MAX);
    int next = nextVersion(key.code());
    if (key.version() != next) {
      throw Refused.state(
          "key.nextVersion",
          "version",
          Map.of("code", key.code(), "value", "" + key.version(), "next", "" + next));
    }
    return List.of(new KeySettled(region, key));
  }

  private static void requireRoom(Map<String, ?> map, String name, int max) {
    if (map.size() >= max && !map.containsKey(name)) {
      throw Refused.state("plan.full", "", Map.of("max", "" + max));
    }
  }

  /** What is prepared after the event. */
  public static Preparedness fold(@Nullable Preparedness before, PreparednessEvent event) {
    Preparedness p = before == null ? none(event.region()) : before;
    Map<String, HospitalCapacity> capacities = new TreeMap<>(p.capacities);
    Map<String, BedPlan> bedPlans = new TreeMap<>(p.bedPlans);
    Map<String, DistributionKey> keys = new TreeMap<>(p.keys);
    Map<String, KeyDraft> drafts = new TreeMap<>(p.drafts);
    Map<TypeEvent, Goal> goals = new TreeMap<>(p.goals);
    switch (event) {
      case CapacityDocumented e -> capacities.put(e.capacity().facility(), e.capacity());
      case BedsPlanned e -> bedPlans.put(e.plan().facility(), e.plan());
      case KeyDrafted e -> drafts.put(e.draft().code(), e.draft());
      case DraftDropped e -> drafts.remove(e.code());
      case GoalSet e -> goals.put(e.goal().type(), e.goal());
      case KeySettled e -> {
        keys.put(e.key().code(), e.key());
        drafts.remove(e.key().code());
      }
    }
    return new Preparedness(p.region, capacities, bedPlans, keys, drafts, goals, p.version + 1);
  }
}
