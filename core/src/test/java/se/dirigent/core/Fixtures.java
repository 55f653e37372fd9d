package se.dirigent.core;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import se.dirigent.core.dispatch.DispatchRules;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.Competence;
import se.dirigent.core.fleet.CrewMember;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.IncidentRules;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.PositionQuality;
import se.dirigent.core.incident.PriorityLevel;
import se.dirigent.core.incident.PriorityScale;
import se.dirigent.core.incident.Source;

/** Things the tests of the core begin with: one invented region, its rules, a call, a unit. */
public final class Fixtures {
  /** When every scenario begins. */
  public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  public static final RegionCode REGION = new RegionCode("testregionen");
  public static final Position TOWN = new Position(63.1792, 14.6357);

  /** The domain notes' defaults, and sub-levels as regions have them. */
  public static final PriorityScale SCALE =
      new PriorityScale(
          List.of(
              level("1A", 1, 90, 90, 2, 5, 60),
              level("1B", 1, 90, 90, 2, 5, 60),
              level("2A", 2, 240, 240, 15, 20, null),
              level("3", 3, 240, null, 30, 60, null),
              level("4", 4, 600, null, 60, 1440, null)));

  public static final IncidentRules INCIDENT_RULES = IncidentRules.standard(SCALE);
  public static final DispatchRules RULES = DispatchRules.standard(INCIDENT_RULES);

  public static final CrewMember NURSE = new CrewMember("Sjuksköterska", Competence.NURSE);

  /** What a proposal to move a unit said. */
  public static final AnswerRelocation.Shown SHOWN = new AnswerRelocation.Shown(600, 0.87, 0.91);

  private Fixtures() {}

  /** A place where units may stand. */
  public static Standby.Place standby(int number) {
    return new Standby.Place("plats" + number, "Plats " + number, TOWN);
  }

  private static PriorityLevel level(
      String code,
      int level,
      int acknowledgeSeconds,
      @Nullable Integer rollSeconds,
      int firstContactMinutes,
      int thenEveryMinutes,
      @Nullable Integer alarmSeconds) {
    return new PriorityLevel(
        code,
        "Nivå " + code,
        "Level " + code,
        level,
        Duration.ofSeconds(acknowledgeSeconds),
        rollSeconds == null ? null : Duration.ofSeconds(rollSeconds),
        Duration.ofMinutes(firstContactMinutes),
        Duration.ofMinutes(thenEveryMinutes),
        alarmSeconds == null ? null : Duration.ofSeconds(alarmSeconds));
  }

  public static IncidentId incident(int number) {
    return new IncidentId("sos", "2026-11-22", "%06d".formatted(number));
  }

  public static UnitId unit(int number) {
    return new UnitId("99-%04d".formatted(number));
  }

  public static Location place(String address) {
    return new Location(address, "Testby", TOWN, PositionQuality.ADDRESS);
  }

  /** A call over 112 with nothing remarkable about it. */
  public static Open call(int number, String priority) {
    return new Open(
        incident(number),
        REGION,
        Source.SOS_ALARM,
        null,
        null,
        null,
        "070-000 00 00",
        place("Testgatan 1"),
        "15",
        "Bröstsmärta",
        priority,
        List.of());
  }

  public static Register ambulance(int number) {
    return new Register(
        unit(number),
        REGION,
        "%04d".formatted(number),
        UnitKind.AMBULANCE,
        List.of(Capability.STRETCHER, Capability.ALS),
        List.of(NURSE),
        "teststation",
        "Testregionen",
        false);
  }

  /** Twelve hours from the moment given, with a meal in the middle. */
  public static Shift shift(Instant from) {
    return new Shift(
        from,
        from.plus(Duration.ofHours(12)),
        from.plus(Duration.ofHours(4)),
        from.plus(Duration.ofHours(6)));
  }

  public static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }

  public static Duration minutes(long n) {
    return Duration.ofMinutes(n);
  }

  /** The code of the refusal that must come. */
  public static String refusal(Executable executable) {
    return assertThrows(Refused.class, executable).code();
  }
}
