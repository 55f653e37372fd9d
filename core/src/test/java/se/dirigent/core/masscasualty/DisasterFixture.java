package se.dirigent.core.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.WhenTaken;
import se.dirigent.core.masscasualty.MajorIncidents.Surroundings;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** A major incident and its casualties as the service keeps them. */
abstract class DisasterFixture {
  static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  static final RegionCode REGION = new RegionCode("jamtland-harjedalen");
  static final MajorIncidentId ID = new MajorIncidentId("buss");
  static final IncidentId CASE = IncidentId.parse("sos:2026-11-23:000001");

  final Map<CasualtyId, Casualty> casualties = new TreeMap<>();
  final TreeSet<String> met = new TreeSet<>();

  /** All that happened, with who and when, as a journal would hold it. */
  final List<Map.Entry<Stamp, Event>> journal = new ArrayList<>();

  @Nullable MajorIncident incident;
  Surroundings around = Surroundings.none();
  Instant now = TEN;

  /** When the major incident began. */
  Instant began = TEN.minusSeconds(3600);

  static CasualtyId tag(String tag) {
    return new CasualtyId(ID, tag);
  }

  static DistributionKey key() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    List<KeyShare> shares = new ArrayList<>();
    for (Category c : List.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL)) {
      shares.add(new KeyShare("ostersund", c, 50, 50));
      shares.add(new KeyShare("sundsvall", c, 50, 50));
    }
    return new DistributionKey(
        "buss",
        "Buss",
        REGION,
        TypeEvent.BUS_CRASH,
        1,
        day,
        day.plusYears(2),
        "Beredskapschef",
        day.plusYears(1),
        shares,
        List.of(),
        List.of());
  }

  Stamp stamp() {
    return new Stamp("test.ett", now);
  }

  List<MajorIncidentEvent> run(MajorIncidentCommand command) {
    Stamp stamp = stamp();
    List<MajorIncidentEvent> events = MajorIncidents.decide(incident, command, around, stamp);
    for (MajorIncidentEvent e : events) {
      incident = MajorIncidents.fold(incident, e, stamp);
      note(e, stamp);
    }
    return events;
  }

  /** As the service does it: a command on a tag that is another's is for that other. */
  List<CasualtyEvent> run(CasualtyCommand command) {
    Stamp stamp = stamp();
    CasualtyId other =
        switch (command) {
          case CasualtyCommand.Merge m -> m.into();
          case CasualtyCommand.Split m -> m.apart();
          default -> command.casualty();
        };
    boolean itself =
        command instanceof CasualtyCommand.Register || command instanceof CasualtyCommand.Merge;
    Casualty before = casualties.get(command.casualty());
    while (!itself && before != null && before.mergedInto() != null) {
      before = casualties.get(before.mergedInto());
    }
    Casualties.Around known = new Casualties.Around(casualties.get(other), began);
    List<CasualtyEvent> events = Casualties.decide(before, command, known, stamp);
    for (CasualtyEvent e : events) {
      casualties.put(e.casualty(), Casualties.fold(casualties.get(e.casualty()), e, stamp));
      note(e, stamp);
    }
    return events;
  }

  private void note(Event e, Stamp stamp) {
    met.add(e.getClass().getSimpleName());
    journal.add(Map.entry(stamp, e));
  }

  void register(String tag, @Nullable Category category) {
    Verdict verdict = category == null ? null : Verdict.byHand(category, "Klinisk blick");
    run(new Register(tag(tag), REGION, About.unknown(), verdict, null, WhenTaken.REFUSE));
  }

  void tell(String tag, Fact.Kind kind, String value) {
    run(new CasualtyCommand.Describe(tag(tag), new Fact(kind, value), null));
  }

  Casualty get(String tag) {
    return Objects.requireNonNull(casualties.get(tag(tag)), tag);
  }

  MajorIncident incident() {
    return Objects.requireNonNull(incident, "not declared");
  }

  void refused(String code, MajorIncidentCommand command) {
    assertEquals(code, assertThrows(Refused.class, () -> run(command)).code());
  }

  void refused(String code, CasualtyCommand command) {
    assertEquals(code, assertThrows(Refused.class, () -> run(command)).code());
  }
}
