package se.dirigent.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmCommand;
import se.dirigent.core.alarm.AlarmCommand.CheckDeadline;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.Desk;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.ChangeReception;
import se.dirigent.core.dispatch.DispatchCommand.ChooseDestination;
import se.dirigent.core.dispatch.DispatchCommand.Pass;
import se.dirigent.core.dispatch.DispatchCommand.Redirect;
import se.dirigent.core.dispatch.DispatchCommand.SendAssessmentCar;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Reception;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation;
import se.dirigent.core.fleet.UnitCommand.AnswerStandby;
import se.dirigent.core.fleet.UnitCommand.ArriveAtStandby;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.EndStandby;
import se.dirigent.core.fleet.UnitCommand.NoteOwnMove;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentCommand.AnswerProposal;
import se.dirigent.core.incident.IncidentCommand.AttachPatient;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.LogContact;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentCommand.Update;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.incident.Source;
import se.dirigent.core.incident.Threat;
import se.dirigent.core.paper.PaperCase;
import se.dirigent.core.paper.PaperCase.Ending;
import se.dirigent.core.paper.PaperCase.Opening;
import se.dirigent.core.paper.PaperCase.PaperContact;
import se.dirigent.core.paper.PaperCase.PaperUnit;

/**
 * A shift in which three persons and the clock do whatever comes to mind, sensible or not. The same
 * chance gives the same shift.
 */
final class RandomShift {
  // The newest so many incidents are spoken of, few enough that commands meet.
  private static final int INCIDENTS = 7;
  private static final int UNITS = 6;
  private static final int MOVES_MAX = 1;
  private static final List<String> PRIORITIES = List.of("1A", "1B", "2A", "3", "4", "9Z", "");
  private static final List<AnswerProposal.Answer> ANSWERS =
      List.of(AnswerProposal.Answer.values());
  private static final List<AnswerProposal.Basis> BASES = List.of(AnswerProposal.Basis.values());
  private static final List<String> TEXTS =
      List.of("", "x", "a\0b", "\u202Elle", "\uD800", "å".repeat(2001), " \n ");

  private final RandomGenerator random;
  private final Centre centre = new Centre();
  private final RandomTriage triage;
  private final TreeMap<String, Integer> refusals = new TreeMap<>();
  private String last = "nothing";

  RandomShift(RandomGenerator random) {
    this.random = random;
    triage = new RandomTriage(random, centre, this::text, this::priority);
    IntStream.rangeClosed(1, UNITS).forEach(centre::onDuty);
  }

  Centre centre() {
    return centre;
  }

  /** Codes of the refusals, with how often each came. */
  TreeMap<String, Integer> refusals() {
    return refusals;
  }

  /** Names of the events that have happened. */
  TreeSet<String> events() {
    TreeSet<String> events = new TreeSet<>();
    centre.journal().forEach(written -> events.add(written.event().getClass().getSimpleName()));
    return events;
  }

  /** What was asked last, for the message of a failure. */
  String last() {
    return last;
  }

  /** Lets some time pass and somebody ask something. */
  void step() {
    centre.after(pause()).as(pick(List.of("demo.ett", "demo.tva", "demo.tre")));
    try {
      var _ =
          switch (random.nextInt(17)) {
            case 13, 14, 15 -> centre.ask(said(triage.of(incidentId())));
            case 12 -> alarm();
            case 10 -> centre.enter(said(form()));
            case 11, 16 -> centre.ask(said(RandomRides.or(random, unit(), this::standby)));
            case 0 -> fleet();
            case 1, 2, 3 -> incident();
            case 4, 5 -> clock();
            default -> dispatch();
          };
    } catch (Refused refused) {
      refusals.merge(refused.code(), 1, Integer::sum);
    }
  }

  private Duration pause() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> Duration.ZERO;
      case 5, 6, 7 -> Duration.ofMillis(random.nextInt(30_000));
      case 8 -> Duration.ofSeconds(random.nextInt(600));
      default -> Duration.ofMinutes(random.nextInt(60));
    };
  }

  private List<Event> fleet() {
    UnitId unit = unit();
    return switch (random.nextInt(9)) {
      case 0 -> centre.ask(said(Fixtures.ambulance(number(UNITS + 2))));
      case 1, 2, 3, 4 -> centre.ask(said(new StartShift(unit, shift(), List.of(Fixtures.NURSE))));
      case 5 -> centre.ask(said(new EndShift(unit)));
      default -> centre.ask(said(new SetAvailability(unit, random.nextInt(3) > 0, text())));
    };
  }

  private UnitCommand standby() {
    UnitId unit = unit();
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> new OrderStandby(unit, place(), text(), terms());
      case 3 -> new AnswerStandby(unit, random.nextInt(3) > 0, text());
      case 4 -> new ArriveAtStandby(unit);
      case 5 -> new EndStandby(unit, pick(List.of(Standby.End.values())), text());
      case 6 -> new NoteOwnMove(unit, place());
      default -> {
        AnswerRelocation.Answer answer = pick(List.of(AnswerRelocation.Answer.values()));
        boolean changed = answer == AnswerRelocation.Answer.CHANGED;
        Standby.Place chosen = changed == random.nextInt(20) > 0 ? place() : null;
        yield new AnswerRelocation(unit, place(), answer, chosen, text(), Fixtures.SHOWN, terms());
      }
    };
  }

  private Standby.Terms terms() {
    return new Standby.Terms(MOVES_MAX, Duration.ofMinutes(2), random.nextInt(4) == 0);
  }

  private Standby.Place place() {
    return Fixtures.standby(number(3));
  }

  private Shift shift() {
    Instant start = centre.now().plus(Duration.ofMinutes(random.nextInt(-700, 150)));
    return new Shift(start, start.plus(Duration.ofMinutes(random.nextInt(-30, 1500))), null, null);
  }

  private List<Event> clock() {
    return random.nextBoolean()
        ? centre.ask(said(new IncidentCommand.CheckDeadlines(incidentId())))
        : centre.ask(said(new DispatchCommand.CheckDeadlines(assignment())));
  }

  private List<Event> alarm() {
    List<Alarm> known = centre.scene().alarms();
    List<AlarmId> ids = new ArrayList<>();
    for (int n = number(3); n > 0 && !known.isEmpty(); n--) {
      ids.add(known.get(Math.max(0, known.size() - number(8))).id());
    }
    return switch (random.nextInt(8)) {
      case 6, 7 -> centre.lookAtStandby(unit());
      case 0 -> centre.ask(said(new AlarmCommand.Take(ids)));
      case 1 -> centre.ask(said(new AlarmCommand.Hand(ids, pick(List.of(Desk.values())))));
      case 2, 3 -> ids.isEmpty() ? List.of() : centre.ask(said(new CheckDeadline(ids.getFirst())));
      case 4 -> position();
      default -> centre.ask(said(new AlarmCommand.Acknowledge(ids)));
    };
  }

  private List<Event> position() {
    List<Assignment> all = centre.scene().assignments();
    if (all.isEmpty()) {
      return List.of();
    }
    Assignment a = pick(all);
    Instant at = centre.now().minusSeconds(random.nextInt(600));
    return centre.look(a.id(), new PositionReport(a.unit(), Fixtures.TOWN, at, null, null));
  }

  private List<Event> incident() {
    IncidentId id = incidentId();
    return switch (random.nextInt(24)) {
      case 22 -> centre.ask(said(new Update(id, text(), null, null, null)));
      case 0, 1, 2, 3, 4 -> centre.ask(said(call()));
      case 5 ->
          centre.ask(said(new Update(id, text(), Fixtures.place(text()), priority(), text())));
      case 6, 7 -> centre.ask(said(new ChangePriority(id, priority(), text())));
      case 8, 9 ->
          centre.ask(said(new ConfirmDowngrade(id, random.nextBoolean() ? null : priority())));
      case 10 -> centre.ask(said(new IncidentCommand.RejectDowngrade(id, text())));
      case 11, 12 ->
          centre.ask(said(new LogContact(id, random.nextBoolean(), text(), text(), time(1500))));
      case 13 -> centre.ask(said(new IncidentCommand.AddNote(id, text())));
      case 14 -> centre.ask(said(new IncidentCommand.MoveTo(id, Fixtures.place(text()))));
      case 15 -> centre.ask(said(new IncidentCommand.AddThreat(id, threat())));
      case 16 -> centre.ask(said(new IncidentCommand.WithdrawThreat(id, number(4), text())));
      case 17 -> centre.ask(said(new AttachPatient(id, new PatientId(new UUID(0, number(5))))));
      case 18 -> centre.ask(said(new Close(id, outcome())));
      case 19, 20 -> centre.ask(said(new Reopen(id, text())));
      case 21 ->
          centre.ask(
              said(new AnswerProposal(id, text(), pick(ANSWERS), null, text(), pick(BASES))));
      default -> link(id, incidentId());
    };
  }

  private List<Event> link(IncidentId duplicate, IncidentId original) {
    said("link " + duplicate + " to " + original);
    return centre.link(duplicate, original);
  }

  private Open call() {
    int next = centre.scene().incidents().size() + (random.nextInt(8) == 0 ? 0 : 1);
    Open c = Fixtures.call(next, priority());
    return new Open(
        c.incident(),
        c.region(),
        pick(List.of(Source.values())),
        time(5),
        time(5),
        time(5),
        c.callbackNumber(),
        c.location(),
        c.indexCode(),
        text(),
        c.priority(),
        random.nextInt(4) == 0 ? List.of(threat()) : List.of());
  }

  /** A form about a new case or an old one, with times that may be in any order. */
  private PaperCase form() {
    Open call = call();
    boolean fresh = random.nextInt(4) > 0;
    Instant at = centre.now().minus(Duration.ofMinutes(random.nextInt(-2, 120)));
    List<PaperContact> contacts =
        random.nextBoolean()
            ? List.of()
            : List.of(new PaperContact(near(at), "A", random.nextBoolean(), "", "", time(300)));
    List<Note> notes = random.nextInt(3) > 0 ? List.of() : List.of(new Note(near(at), "A", text()));
    List<PaperUnit> rows = units().stream().map(unit -> row(unit, at)).toList();
    return new PaperCase(
        fresh ? call.incident() : incidentId(),
        fresh ? new Opening(at, call) : null,
        "1200-01",
        "A",
        contacts,
        notes,
        random.nextBoolean() ? rows : List.of(),
        random.nextInt(3) > 0 ? null : new Ending(outcome(), near(at)));
  }

  private PaperUnit row(UnitId unit, Instant at) {
    Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
    Instant next = at;
    for (Milestone m : Milestone.values()) {
      next = next.plus(Duration.ofMinutes(random.nextInt(0, 9)));
      if (m == Milestone.ASSIGNED ? random.nextInt(6) > 0 : random.nextInt(3) > 0) {
        times.put(m, random.nextInt(40) == 0 ? near(at) : next);
      }
    }
    boolean recalled = random.nextInt(6) == 0;
    return new PaperUnit(
        unit, "A", times, null, recalled ? near(next) : null, recalled ? text() : null);
  }

  private Instant near(Instant at) {
    return at.plus(Duration.ofMinutes(random.nextInt(-3, 60)));
  }

  private Threat threat() {
    Instant observedAt = centre.now().minus(Duration.ofHours(random.nextInt(-1, 48)));
    return new Threat(
        "Polisen", "hotfull", observedAt, observedAt.plus(Duration.ofHours(number(72))));
  }

  private List<Event> dispatch() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 ->
          centre.ask(said(new Assign(incidentId(), units(), random.nextBoolean())));
      case 6 -> centre.ask(said(new StandDown(assignment(), text())));
      case 7 -> centre.ask(said(new SendAssessmentCar(incidentId(), unit())));
      case 8 -> centre.ask(said(new Redirect(unit(), incidentId(), text())));
      case 9 ->
          centre.ask(
              said(new ChooseDestination(assignment(), pick(List.of("sjukhus", "annat", "")))));
      case 10 ->
          centre.ask(
              said(new ChangeReception(assignment(), pick(List.of(Reception.State.values())))));
      default -> centre.ask(said(pass()));
    };
  }

  private Pass pass() {
    AssignmentId id = assignment();
    Assignment now = centre.scene().find(id);
    List<Milestone> all = List.of(Milestone.values());
    int next = now == null ? 0 : Math.min(now.milestone().ordinal() + 1, all.size() - 1);
    Milestone milestone = random.nextInt(10) < 7 ? all.get(next) : pick(all);
    boolean ends = milestone == Milestone.CLEAR ? random.nextBoolean() : random.nextInt(20) == 0;
    return new Pass(id, milestone, time(10), ends ? outcome() : null);
  }

  private List<UnitId> units() {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> unit()).distinct().toList();
  }

  private Outcome outcome() {
    return new Outcome(pick(List.of(Outcome.Kind.values())), text());
  }

  /** Mostly a good text, sometimes one that nobody should accept. */
  private String text() {
    return random.nextInt(12) == 0 ? pick(TEXTS) : "112";
  }

  private String priority() {
    return PRIORITIES.get(Math.min(random.nextInt(12) % 6, PRIORITIES.size() - 1));
  }

  /** Mostly none; else a time about now, in the past or somewhat in the future, or far away. */
  private @Nullable Instant time(int minutes) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> centre.now().minusSeconds(random.nextInt(60 * minutes));
      case 2, 3 -> centre.now().plusSeconds(random.nextInt(30 * minutes));
      case 4 -> random.nextInt(8) == 0 ? pick(List.of(Instant.MIN, Instant.MAX)) : null;
      default -> null;
    };
  }

  private AssignmentId assignment() {
    List<Assignment> all = centre.scene().assignments();
    Stream<Assignment> open = all.stream().filter(a -> a.state() == Assignment.State.OPEN);
    List<Assignment> chosen = random.nextInt(10) == 0 ? all : open.toList();
    return chosen.isEmpty() || random.nextInt(30) == 0
        ? new AssignmentId(incidentId(), number(9))
        : pick(chosen).id();
  }

  private IncidentId incidentId() {
    int opened = centre.scene().incidents().size();
    int back = random.nextInt(30) == 0 ? -1 : random.nextInt(INCIDENTS);
    return Fixtures.incident(Math.max(1, opened - back));
  }

  private UnitId unit() {
    return Fixtures.unit(number(random.nextInt(20) == 0 ? UNITS + 5 : UNITS));
  }

  private int number(int max) {
    return 1 + random.nextInt(max);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> T said(T command) {
    last = String.valueOf(command);
    return command;
  }
}
