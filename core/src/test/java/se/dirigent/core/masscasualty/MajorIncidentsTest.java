package se.dirigent.core.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.MajorIncident.Help;
import se.dirigent.core.masscasualty.MajorIncident.Missing;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CallOffHelp;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CallResponse;
import se.dirigent.core.masscasualty.MajorIncidentCommand.ChangeType;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Collect;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CountMissing;
import se.dirigent.core.masscasualty.MajorIncidentCommand.DecideLevel;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Declare;
import se.dirigent.core.masscasualty.MajorIncidentCommand.End;
import se.dirigent.core.masscasualty.MajorIncidentCommand.ExpectHelp;
import se.dirigent.core.masscasualty.MajorIncidentCommand.LetGo;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Note;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Organise;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Report;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TakeKey;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TellMethane;
import se.dirigent.core.masscasualty.MajorIncidentEvent.CapacityReported;
import se.dirigent.core.masscasualty.MajorIncidents.Surroundings;
import se.dirigent.core.masscasualty.Organisation.Sector;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.CapacityReport.Basis;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.capacity.KeyInUse;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Plus;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DocumentCapacity;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SettleKey;
import se.dirigent.core.masscasualty.plan.PreparednessEvent;
import se.dirigent.core.masscasualty.sieve.Category;

class MajorIncidentsTest extends DisasterFixture {
  private static final IncidentId OTHER = IncidentId.parse("sos:2026-11-23:000002");

  private void declare() {
    run(new Declare(ID, REGION, CASE, TypeEvent.BUS_CRASH, Level.STAFF, TEN.minusSeconds(300)));
  }

  @Test
  void s01ItIsDeclaredFromACase() {
    declare();
    assertEquals(List.of(CASE), incident().incidents());
    assertEquals(TEN.minusSeconds(300), incident().happenedAt());
    assertEquals("test.ett", incident().level().by());
    assertTrue(incident().open());
    refused(
        "majorIncident.exists", new Declare(ID, REGION, CASE, TypeEvent.SHIP, Level.STAFF, null));
    incident = null;
    refused("majorIncident.unknown", new Note(ID, "Hej"));
    around = new Surroundings(new MajorIncidentId("annan"), 0, null, false);
    refused(
        "majorIncident.collected",
        new Declare(ID, REGION, CASE, TypeEvent.SHIP, Level.STAFF, null));
  }

  @Test
  void s02TheFirstReportTheLevelAndThePlace() {
    declare();
    Methane methane = new Methane("E14 Brunflo", "Buss i diket", "Diesel", "Norrifrån", 60, "");
    run(new TellMethane(ID, methane));
    assertEquals(List.of(), run(new TellMethane(ID, methane)), "the same again is no news");
    assertEquals("", incident().organisation().medicalLead(), "nobody said who told it");
    run(new TellMethane(ID, methane, "23-1110", null));
    assertEquals("23-1110", incident().organisation().medicalLead(), "the first unit leads");
    assertEquals(
        List.of(), run(new TellMethane(ID, methane, "23-1120", null)), "until others come");
    run(new CallResponse(ID, "Fullt larm", 1, List.of("23-1130"), List.of("TiB"), ""));
    assertEquals("ResponseCalled", incident().log().getLast().what());
    now = TEN.plusSeconds(120);
    run(new DecideLevel(ID, Level.DISASTER, "Fler än vi klarar"));
    assertEquals(TEN.plusSeconds(120), incident().level().at());
    refused("majorIncident.sameLevel", new DecideLevel(ID, Level.DISASTER, "Igen"));
    Sector north = new Sector("Norr", "23-1110", null);
    run(new Organise(ID, new Organisation("23-1110", List.of(north), "Rastplats", null, "1234")));
    assertEquals("Norr", incident().organisation().sectors().getFirst().name());
    run(new Note(ID, "Buss för gröna beställd"));
    assertEquals("Buss för gröna beställd", incident().log().getLast().text());
    assertEquals(7, incident().log().size());
    value("majorIncident.casualties", () -> new Methane("", "", "", "", -1, ""));
    value("majorIncident.sectors", () -> new Organisation("", List.of(north, north), "", null, ""));
  }

  /** A phone without a network keeps a report until it has one; others have written meanwhile. */
  @Test
  void s02bAReportThatComesLateHidesNothingNewer() {
    declare();
    now = TEN.plusSeconds(300);
    run(new TellMethane(ID, new Methane("", "Buss i diket", "", "", 60, "")));
    now = TEN.plusSeconds(600);
    Methane old = new Methane("E14 Brunflo", "Trafikolycka", "Diesel", "", 20, "");
    run(new TellMethane(ID, old, "23-1110", TEN.plusSeconds(200)));
    assertEquals(
        new Methane("E14 Brunflo", "Buss i diket", "Diesel", "", 60, ""), incident().methane());
    assertEquals("23-1110", incident().organisation().medicalLead(), "it was there first");
    assertEquals(
        "E E14 Brunflo · T Trafikolycka · H Diesel · N 20",
        incident().log().stream()
            .filter(line -> line.what().equals("OldMethaneTold"))
            .findFirst()
            .orElseThrow()
            .text());
    Methane news = new Methane("E14 Brunflo", "Buss i diket", "Brand", "", 62, "");
    run(new TellMethane(ID, news, "23-1110", TEN.plusSeconds(590)));
    assertEquals(news, incident().methane(), "written after the last that was in force");
  }

  @Test
  void s03CallsOfTheSameEventAreCollected() {
    declare();
    run(new Collect(ID, OTHER));
    assertEquals(List.of(), run(new Collect(ID, OTHER)));
    assertEquals(List.of(CASE, OTHER), incident().incidents());
    run(new LetGo(ID, OTHER, "Var något annat"));
    refused("majorIncident.notCollected", new LetGo(ID, OTHER, "Igen"));
    refused("majorIncident.notCollected", new LetGo(ID, CASE, "Den första"));
    around = new Surroundings(new MajorIncidentId("annan"), 0, null, false);
    refused("majorIncident.collected", new Collect(ID, OTHER));
  }

  @Test
  void s04AReportOlderThanTheEventIsKeptButNotReckonedWith() {
    declare();
    CapacityReport old = CapacityReport.closed("ostersund", TEN.minusSeconds(3600), "");
    CapacityReported told = (CapacityReported) run(new Report(ID, old)).getFirst();
    assertTrue(told.old());
    assertEquals(Map.of(), incident().standings());
    assertEquals("OldCapacityReported", incident().log().getLast().what());
    now = TEN.plusSeconds(60);
    run(new Report(ID, CapacityReport.closed("ostersund", now, "Strömavbrott")));
    assertTrue(Objects.requireNonNull(incident().standings().get("ostersund")).closed());
    CapacityReport late =
        new CapacityReport("ostersund", TEN, false, null, Map.of(), Map.of(), "Sent framme");
    assertTrue(((CapacityReported) run(new Report(ID, late)).getFirst()).old());
    assertTrue(Objects.requireNonNull(incident().standings().get("ostersund")).closed());
    CapacityReport ahead = CapacityReport.closed("ostersund", TEN.plusSeconds(9999), "");
    refused("time.future", new Report(ID, ahead));
  }

  @Test
  void s05AKeyIsTakenAndDrawnDownByTheCasualties() {
    declare();
    refused("key.unknown", new TakeKey(ID, "buss"));
    around = new Surroundings(null, 0, key(), false);
    run(new TakeKey(ID, "buss"));
    register("A1", Category.IMMEDIATE);
    run(new CasualtyCommand.Send(tag("A1"), "ostersund", "ostersund", ""));
    assertEquals("sundsvall", use().next(Category.IMMEDIATE, Set.of(), now).facility());
    run(new Report(ID, CapacityReport.closed("sundsvall", now, "")));
    assertEquals("ostersund", use().next(Category.IMMEDIATE, Set.of(), now).facility());
    now = TEN.plusSeconds(86_400L * 1000);
    refused("key.notValid", new TakeKey(ID, "buss"));
  }

  private KeyInUse use() {
    return new KeyInUse(Objects.requireNonNull(incident().key()), rooms(""));
  }

  private Rooms rooms(String but) {
    List<Placed> placed = new ArrayList<>();
    for (Casualty c : casualties.values()) {
      Placed one = c.placed();
      if (one != null && !c.id().tag().equals(but)) {
        placed.add(one);
      }
    }
    return incident().rooms(Map.of(), placed);
  }

  @Test
  void s06ItEndsWhenEverybodyIsSettled() {
    declare();
    around = new Surroundings(null, 3, null, false);
    refused("majorIncident.unsettled", new End(ID, "Klart"));
    around = Surroundings.none();
    run(new End(ID, "Klart"));
    assertFalse(incident().open());
    refused("majorIncident.ended", new Note(ID, "Efteråt"));
  }

  @Test
  void s07WhatIsPreparedIsDocumentedAndKeysCountTheirVersions() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    Hour hour = new Hour(Map.of(Category.IMMEDIATE, Plus.of(4)), Map.of());
    HospitalCapacity has = new HospitalCapacity("ostersund", List.of(hour), "Testkälla", day);
    Preparedness none = Preparedness.none(REGION);
    PreparednessEvent told = none.decide(new DocumentCapacity(has)).getFirst();
    Preparedness after = Preparedness.fold(null, told);
    assertEquals(List.of(), after.decide(new DocumentCapacity(has)));
    after = Preparedness.fold(after, after.decide(new SettleKey(key())).getFirst());
    assertEquals(2, after.version());
    assertEquals(1, Objects.requireNonNull(after.keys().get("buss")).version());
    Preparedness settled = after;
    value("key.nextVersion", () -> settled.decide(new SettleKey(key())));
  }

  @Test
  void s09TheSortOfEventIsCorrectedWithAReason() {
    declare();
    run(new ChangeType(ID, TypeEvent.TRAIN, "Det var ett tåg"));
    assertEquals(TypeEvent.TRAIN, incident().type());
    assertEquals("TRAIN: Det var ett tåg", incident().log().getLast().text());
    assertEquals(List.of(), run(new ChangeType(ID, TypeEvent.TRAIN, "Igen")));
    value("text.length", () -> new ChangeType(ID, TypeEvent.SHIP, "x"));
  }

  @Test
  void s10TheDecisionTakesTheRoomAndIsHeldAgainstWhatIsSoNow() {
    declare();
    around = new Surroundings(null, 0, key(), false);
    run(new TakeKey(ID, "buss"));
    Map<Category, Integer> one = Map.of(Category.IMMEDIATE, 1);
    for (String facility : List.of("ostersund", "sundsvall")) {
      run(
          new Report(
              ID, new CapacityReport(facility, now, false, Basis.IN_ALL, one, Map.of(), "")));
    }
    register("A1", Category.IMMEDIATE);
    register("A2", Category.IMMEDIATE);
    register("A3", Category.IMMEDIATE);
    assertEquals("casualty.deviates", send("A1", "sundsvall", ""), "Östersund is proposed");
    assertEquals("", send("A1", "sundsvall", "Ligger närmare"));
    assertEquals("ostersund", sent("A1").proposed(), "what was proposed then, with the reason");
    assertEquals("casualty.full", send("A2", "sundsvall", "Ligger närmare"));
    assertEquals("", send("A2", "ostersund", ""));
    assertEquals("casualty.full", send("A3", "ostersund", ""), "the last place is taken");
    assertEquals("", send("A1", "sundsvall", ""), "already there: nothing to ask");
    Send beyond = new Send(tag("A3"), "ostersund", "", "Kan inte vänta", true);
    run(Sending.checked(beyond, get("A3"), rooms("A3"), incident().key(), now, name -> name));
    assertEquals("Kan inte vänta", sent("A3").reason());
    value("text.missing", () -> new Send(tag("A3"), "ostersund", "", "", true));
    run(new Report(ID, CapacityReport.closed("sundsvall", now, "")));
    register("A4", null);
    assertEquals("casualty.closed", send("A4", "sundsvall", ""));
  }

  private Casualty.Sent sent(String tag) {
    return Objects.requireNonNull(get(tag).destination());
  }

  /** Sends as the service does; gives the code of what it is refused for, or nothing. */
  private String send(String tag, String facility, String reason) {
    try {
      Send asked = new Send(tag(tag), facility, "", reason);
      run(Sending.checked(asked, get(tag), rooms(tag), incident().key(), now, name -> name));
      return "";
    } catch (Refused refused) {
      return refused.code();
    }
  }

  @Test
  void s08HowManyAreMissingIsCountedWithoutNames() {
    declare();
    run(new CountMissing(ID, 40, 12));
    Missing missing = Objects.requireNonNull(incident().missing());
    assertEquals(new Missing(40, 12, now, "test.ett"), missing);
    value("majorIncident.missing", () -> run(new CountMissing(ID, 3, 4)));
    value("majorIncident.missing", () -> run(new CountMissing(ID, 3, -1)));
  }

  @Test
  void s09HelpComesIsCorrectedAndIsCalledOff() {
    declare();
    run(new ExpectHelp(ID, new Help("Buss 1", Help.Kind.BUS, 0, 45, TEN)));
    Help later = new Help("Buss 1", Help.Kind.BUS, 0, 45, TEN.plusSeconds(600));
    run(new ExpectHelp(ID, later));
    Help ambulance = new Help("24-9110", Help.Kind.AMBULANCE, 1, 1, TEN);
    run(new ExpectHelp(ID, ambulance));
    assertEquals(List.of(later, ambulance), incident().help());
    int version = incident().version();
    run(new ExpectHelp(ID, ambulance));
    assertEquals(version, incident().version(), "nothing new");
    refused("help.unknown", new CallOffHelp(ID, "Buss 2"));
    run(new CallOffHelp(ID, "Buss 1"));
    assertEquals(List.of(ambulance), incident().help());
    value("help.room", () -> new Help("Buss 3", Help.Kind.BUS, 0, 0, TEN));
    value("help.room", () -> new Help("Buss 3", Help.Kind.BUS, -1, 4, TEN));
    Help someDay = new Help("Buss 3", Help.Kind.BUS, 0, 45, Instant.MAX);
    refused("help.late", new ExpectHelp(ID, someDay));
  }

  private static void value(String code, Runnable work) {
    assertEquals(code, assertThrows(Refused.class, work::run).code());
  }
}
