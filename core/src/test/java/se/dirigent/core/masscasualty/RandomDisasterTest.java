package se.dirigent.core.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.Casualty.Categorised;
import se.dirigent.core.masscasualty.Casualty.Decontamination;
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.Casualty.Fact.Kind;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.CasualtyCommand.Mistake;
import se.dirigent.core.masscasualty.CasualtyCommand.WhenTaken;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyCategorised;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyDescribed;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyIdentified;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyMerged;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyRegistered;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtySplit;
import se.dirigent.core.masscasualty.MajorIncident.Help;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Declare;
import se.dirigent.core.masscasualty.MajorIncidents.Surroundings;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.CapacityReport.Basis;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** Random days at a disaster: whatever people do, nobody is lost and nobody becomes two. */
class RandomDisasterTest {
  private static final List<String> HOSPITALS = List.of("ostersund", "sundsvall", "umea");

  private static final class Day extends DisasterFixture {
    private final RandomGenerator random;
    private int refusals;

    Day(long seed) {
      random = new SplittableRandom(seed);
    }

    void play(int steps) {
      around = new Surroundings(null, 0, key(), false);
      run(new Declare(ID, REGION, CASE, TypeEvent.TRAIN, Level.STAFF, null));
      for (int i = 0; i < steps; i++) {
        now = now.plusSeconds(random.nextInt(120));
        try {
          if (random.nextInt(8) == 0) {
            run(ofIncident());
          } else {
            run(ofCasualty());
          }
        } catch (Refused refused) {
          refusals++;
        }
      }
    }

    private MajorIncidentCommand ofIncident() {
      long unsettled =
          casualties.values().stream().filter(c -> c.isPerson() && c.stage().unsettled()).count();
      around = new Surroundings(null, (int) unsettled, key(), false);
      IncidentId other = IncidentId.parse("sos:2026-11-23:00000" + random.nextInt(1, 5));
      String bus = "Buss " + random.nextInt(3);
      return switch (random.nextInt(14)) {
        case 13 ->
            new MajorIncidentCommand.ExpectHelp(
                ID, new Help(bus, any(Help.Kind.values()), 0, random.nextInt(1, 50), now));
        case 12 -> new MajorIncidentCommand.CallOffHelp(ID, bus);
        case 11 ->
            new MajorIncidentCommand.CallResponse(
                ID, "Fullt larm", 1, List.of("23-1110"), List.of("TiB"), "");
        case 10 -> new MajorIncidentCommand.ChangeType(ID, any(TypeEvent.values()), "Rättat");
        case 0 ->
            new MajorIncidentCommand.TellMethane(
                ID, new Methane("E14", "Tåg", "", "", random.nextInt(90), ""));
        case 1 -> new MajorIncidentCommand.DecideLevel(ID, any(Level.values()), "Beslut");
        case 2 ->
            new MajorIncidentCommand.Organise(
                ID, new Organisation("23-111" + random.nextInt(9), List.of(), "", null, ""));
        case 3 -> new MajorIncidentCommand.Collect(ID, other);
        case 4 -> new MajorIncidentCommand.LetGo(ID, other, "Annat");
        case 5 -> new MajorIncidentCommand.TakeKey(ID, "buss");
        case 6 -> new MajorIncidentCommand.Note(ID, "Anteckning");
        case 8 -> new MajorIncidentCommand.CountMissing(ID, 90, random.nextInt(100));
        case 7 -> new MajorIncidentCommand.End(ID, "Slut");
        default ->
            new MajorIncidentCommand.Report(
                ID,
                new CapacityReport(
                    any(HOSPITALS),
                    now.minusSeconds(random.nextInt(4000)),
                    random.nextInt(4) == 0,
                    any(Basis.values()),
                    Map.of(Category.IMMEDIATE, random.nextInt(9)),
                    Map.of(),
                    ""));
      };
    }

    private CasualtyCommand ofCasualty() {
      CasualtyId id = any();
      Verdict verdict =
          Verdict.byHand(Category.values()[random.nextInt(random.nextInt(6) == 0 ? 5 : 3)], "Syn");
      Instant told = random.nextInt(3) == 0 ? now.minusSeconds(random.nextInt(900)) : null;
      return switch (random.nextInt(18)) {
        case 0, 1, 2, 3 ->
            new CasualtyCommand.Register(
                tag("T" + random.nextInt(30)),
                REGION,
                about(),
                random.nextBoolean() ? verdict : null,
                told,
                random.nextInt(5) == 0 ? WhenTaken.MARK : WhenTaken.REFUSE);
        case 4, 5 -> new CasualtyCommand.Categorise(id, verdict, told);
        case 6 -> new CasualtyCommand.Describe(id, fact(), told);
        case 7 ->
            new CasualtyCommand.Identify(
                id, new PatientId(new UUID(0, random.nextInt(20))), random.nextBoolean());
        case 8, 9 -> new CasualtyCommand.Send(id, any(HOSPITALS), "", "");
        case 10 -> new CasualtyCommand.Depart(id, "23-1110", told);
        case 11 -> new CasualtyCommand.Arrive(id, any(HOSPITALS), told);
        case 12 ->
            random.nextBoolean()
                ? new CasualtyCommand.Admit(id, "Kirurgen")
                : new CasualtyCommand.Settle(id, "Gick hem");
        case 13, 14 -> new CasualtyCommand.Merge(id, any());
        case 15 -> split(id);
        case 16 -> new CasualtyCommand.Correct(id, any(Mistake.values()), "Fel kort");
        default -> new CasualtyCommand.Reopen(id, "Fel knapp");
      };
    }

    /** A tag that is worn, or may be. */
    private CasualtyId any() {
      return casualties.isEmpty() || random.nextInt(6) == 0
          ? tag("T" + random.nextInt(30))
          : any(List.copyOf(casualties.keySet()));
    }

    private CasualtyCommand split(CasualtyId id) {
      List<CasualtyId> apart = casualties.containsKey(id) ? get(id.tag()).otherTags() : List.of();
      return new CasualtyCommand.Split(id, apart.isEmpty() ? any() : any(apart), "Två personer");
    }

    private Fact fact() {
      List<Fact> facts = new ArrayList<>(about().facts());
      facts.add(new Fact(Kind.DECONTAMINATION, any(Decontamination.values()).name()));
      facts.add(new Fact(Kind.NO_NEED, any(Specialty.values()).name()));
      return any(facts);
    }

    private About about() {
      return new About(
          "",
          random.nextBoolean(),
          random.nextBoolean() ? Set.of() : Set.of(any(Specialty.values())),
          any(Decontamination.values()),
          "");
    }

    private <T> T any(T[] values) {
      return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }

  @Test
  void s01NobodyIsLostOrDoubled() {
    Set<String> met = new TreeSet<>();
    int refusals = 0;
    for (long seed = 0; seed < 300; seed++) {
      Day day = new Day(seed);
      day.play(300);
      met.addAll(day.met);
      refusals += day.refusals;
      refold(day);
      count(day);
      for (Casualty c : day.casualties.values()) {
        whole(c, day.casualties);
      }
    }
    TreeSet<String> all = new TreeSet<>();
    for (Class<?> room : List.of(MajorIncidentEvent.class, CasualtyEvent.class)) {
      Arrays.stream(room.getPermittedSubclasses()).map(Class::getSimpleName).forEach(all::add);
    }
    assertEquals(all, met, "every event is met");
    assertTrue(refusals > 1000, "much is tried that may not be done");
  }

  /** What is in the journal makes what is kept, and nothing else does. */
  private static void refold(Day day) {
    MajorIncident incident = null;
    Map<CasualtyId, Casualty> casualties = new HashMap<>();
    for (Map.Entry<Stamp, Event> entry : day.journal) {
      switch (entry.getValue()) {
        case MajorIncidentEvent e -> incident = MajorIncidents.fold(incident, e, entry.getKey());
        case CasualtyEvent e ->
            casualties.compute(e.casualty(), (_, before) -> fold(before, e, entry.getKey()));
        default -> throw new IllegalStateException("of another room: " + entry);
      }
    }
    assertEquals(day.incident, incident);
    assertEquals(day.casualties, casualties);
  }

  private static Casualty fold(@Nullable Casualty before, CasualtyEvent event, Stamp stamp) {
    return Casualties.fold(before, event, stamp);
  }

  /** Persons are the tags less those merged, and what was said is all there, once each. */
  private static void count(Day day) {
    long tags = of(day, CasualtyRegistered.class);
    long merges = of(day, CasualtyMerged.class) - of(day, CasualtySplit.class);
    assertEquals(tags, day.casualties.size());
    List<Casualty> persons = day.casualties.values().stream().filter(Casualty::isPerson).toList();
    assertEquals(tags - merges, persons.size());
    Set<CasualtyId> named = new HashSet<>();
    for (Casualty p : persons) {
      assertTrue(named.add(p.id()), "twice");
      p.otherTags().forEach(tag -> assertTrue(named.add(tag), () -> tag + " is of two persons"));
      p.history().forEach(one -> assertTrue(mine(p, one.tag()), () -> p + " says of another"));
      p.stated().forEach(one -> assertTrue(mine(p, one.tag()), () -> p + " says of another"));
      p.identities().forEach(one -> assertTrue(mine(p, one.tag()), () -> p + " is another"));
    }
    assertEquals(day.casualties.keySet(), named, "every tag is of one person");
    assertEquals(
        of(day, CasualtyCategorised.class),
        persons.stream().mapToLong(p -> p.history().size()).sum());
    assertEquals(
        of(day, CasualtyIdentified.class),
        persons.stream().mapToLong(p -> p.identities().size()).sum());
    long facts = of(day, CasualtyDescribed.class);
    for (Map.Entry<Stamp, Event> entry : day.journal) {
      facts += entry.getValue() instanceof CasualtyRegistered e ? e.facts().size() : 0;
    }
    assertEquals(facts, persons.stream().mapToLong(p -> p.stated().size()).sum());
  }

  private static boolean mine(Casualty p, CasualtyId tag) {
    return p.id().equals(tag) || p.otherTags().contains(tag);
  }

  private static long of(Day day, Class<? extends Event> type) {
    return day.journal.stream().filter(e -> type.isInstance(e.getValue())).count();
  }

  private static void whole(Casualty c, Map<CasualtyId, Casualty> all) {
    List<Instant> given = c.history().stream().map(Categorised::at).toList();
    assertEquals(given.stream().sorted().toList(), given);
    CasualtyId into = c.mergedInto();
    if (into != null) {
      Casualty other = Objects.requireNonNull(all.get(into));
      assertTrue(other.otherTags().contains(c.id()) || !other.isPerson());
      return;
    }
    if (c.stage() == Stage.DEPARTED) {
      assertNotNull(c.destination());
      assertFalse(c.vehicle().isEmpty());
    }
    if (c.stage() == Stage.ARRIVED || c.stage() == Stage.ADMITTED) {
      assertFalse(c.facility().isEmpty());
    }
    assertEquals(c.stage() == Stage.ADMITTED || !c.ward().isEmpty(), !c.ward().isEmpty());
    List<Instant> times = new ArrayList<>();
    for (Instant at :
        Arrays.asList(c.times().registeredAt(), c.times().departedAt(), c.times().arrivedAt())) {
      if (at != null) {
        times.add(at);
      }
    }
    assertEquals(times.stream().sorted().toList(), times, c::toString);
  }
}
