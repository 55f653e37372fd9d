package se.dirigent.server.fallback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.mock.env.MockEnvironment;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.Dispatch;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Incidents;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.PositionQuality;
import se.dirigent.core.incident.Source;
import se.dirigent.core.incident.Threat;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.fallback.sheet.PhoneBook;
import se.dirigent.server.fallback.sheet.Sheet;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.Regions;

/** Sheets for tests, of a real region with as many cases as wanted, made by the real rules. */
public final class Sheets {
  public static final Instant NOW = Instant.parse("2026-11-22T18:42:07Z");
  public static final long SEQ = 48_213;

  private static final List<String> EVENTS =
      List.of("Bröstsmärta, svår ångest", "Fall från höjd vid Åvägen", "Andnöd, känd KOL");

  private final Region region;
  private final Scene scene = new Scene();
  private final List<PositionReport> positions = new ArrayList<>();

  private Sheets() {
    MockEnvironment environment = new MockEnvironment();
    Regions regions = new Regions(JsonConfiguration.mapper(), environment);
    region = regions.get(new RegionCode("jamtland-harjedalen"));
  }

  /** A sheet with so many cases, a third of them with a unit. */
  public static Sheet of(int cases, Link link, boolean drill, Path folder) {
    Sheets sheets = new Sheets();
    sheets.units();
    for (int n = 1; n <= cases; n++) {
      sheets.incident(n);
    }
    Instant at = link == Link.LIVE ? NOW : NOW.minus(Duration.ofMinutes(14));
    PhoneBook phones =
        PhoneBook.of(sheets.region.pack(), Map.of("vasterbotten", "Region Västerbotten"), folder);
    return new Sheet(sheets.region.pack(), sheets.picture(), at, NOW, link, drill, phones);
  }

  private Picture picture() {
    return new Picture(
        SEQ,
        NOW,
        1,
        scene.incidents(),
        scene.units(),
        scene.assignments(),
        scene.alarms(),
        positions,
        List.of());
  }

  private void units() {
    Stamp then = new Stamp("demo.dirigent", NOW.minus(Duration.ofHours(3)));
    for (RegionPack.PackUnit u : region.pack().units()) {
      unit(
          new UnitCommand.Register(
              u.id(),
              region.code(),
              u.callSign(),
              u.kind(),
              u.capabilities(),
              u.crew(),
              u.station(),
              u.owner(),
              u.special()),
          then);
      Instant from = then.at();
      Instant meal = from.plus(Duration.ofHours(4));
      Shift shift =
          new Shift(from, from.plus(Duration.ofHours(12)), meal, meal.plus(Duration.ofHours(1)));
      unit(new UnitCommand.StartShift(u.id(), shift, u.crew()), then);
      positions.add(
          new PositionReport(u.id(), region.pack().centre(), NOW.minusSeconds(95), 0.0, null));
    }
  }

  private void unit(UnitCommand command, Stamp stamp) {
    Unit before = scene.find(command.unit());
    for (UnitEvent event : Fleet.decide(before, command, stamp)) {
      scene.apply(event, stamp);
    }
  }

  private void incident(int n) {
    Stamp stamp = new Stamp("demo.dirigent", NOW.minus(Duration.ofMinutes(5L + n % 50)));
    IncidentId id = new IncidentId("sos", "2026-11-22", "%06d".formatted(n));
    List<Threat> threats =
        n % 7 == 0
            ? List.of(
                new Threat(
                    "Polisen",
                    "Hotfull man med kniv på adressen, invänta polis",
                    stamp.at(),
                    stamp.at().plus(Duration.ofHours(6))))
            : List.of();
    happen(
        new IncidentCommand.Open(
            id,
            region.code(),
            Source.SOS_ALARM,
            null,
            null,
            null,
            "070-174 06 %02d".formatted(n % 100),
            new Location(
                "Storgatan " + n,
                "Östersund",
                region.pack().places().getFirst().position(),
                PositionQuality.ADDRESS),
            "15",
            EVENTS.get(n % EVENTS.size()) + " <" + n + "> & \"ÅÄÖ åäö\"",
            region.pack().priorities().get(n % region.pack().priorities().size()).code(),
            threats),
        stamp);
    Stamp later = new Stamp("demo.vantrum", stamp.at().plusSeconds(90));
    happen(new IncidentCommand.AddNote(id, "Portkod 1234, våning 3"), later);
    happen(new IncidentCommand.LogContact(id, true, "Oförändrad", "Vänta", null), later);
    scene.units().stream()
        .filter(u -> n % 3 == 0 && !u.status().busy() && !u.special())
        .findFirst()
        .ifPresent(u -> send(id, u, later));
  }

  private void send(IncidentId incident, Unit unit, Stamp stamp) {
    Dispatch.decide(scene, new Assign(incident, List.of(unit.id())), region.rules(), stamp);
  }

  private void happen(IncidentCommand command, Stamp stamp) {
    List<IncidentEvent> events =
        Incidents.decide(
            scene.find(command.incident()), null, command, region.rules().incidents(), stamp);
    events.forEach(event -> scene.apply(event, stamp));
  }
}
