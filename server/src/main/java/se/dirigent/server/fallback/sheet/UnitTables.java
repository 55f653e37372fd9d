package se.dirigent.server.fallback.sheet;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.CrewMember;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.Position;
import se.dirigent.server.platform.paper.Html;
import se.dirigent.server.platform.paper.PaperTexts;
import se.dirigent.server.platform.region.RegionPack.PackFacility;
import se.dirigent.server.platform.region.RegionPack.PackStation;
import se.dirigent.server.platform.region.RegionPack.Place;

/** The units and the phone list of a sheet. */
final class UnitTables {
  private final Sheet sheet;
  private final PaperTexts texts;
  private final Html html;
  private final Map<String, PositionReport> positions = new HashMap<>();
  private final Map<String, Assignment> assignments = new HashMap<>();

  UnitTables(Sheet sheet, PaperTexts texts, Html html) {
    this.sheet = sheet;
    this.texts = texts;
    this.html = html;
    sheet.picture().positions().forEach(p -> positions.put(p.unit().value(), p));
    sheet.picture().assignments().forEach(a -> assignments.put(a.id().toString(), a));
  }

  void units() {
    html.open("section", "wide").element("h2", "", texts.say("units.title"));
    List<Unit> units =
        sheet.picture().units().stream()
            .sorted(Comparator.comparing(Unit::status).thenComparing(Unit::callSign))
            .toList();
    if (units.isEmpty()) {
      html.element("p", "", texts.say("units.none"));
    } else {
      html.table(
          "",
          texts.say("col.unit"),
          texts.say("col.status"),
          texts.say("col.since"),
          texts.say("col.assignment"),
          texts.say("col.kind"),
          texts.say("col.crew"),
          texts.say("col.station"),
          texts.say("col.position"),
          texts.say("col.age"),
          texts.say("col.shift"),
          texts.say("col.meal"),
          texts.say("col.phone"),
          texts.say("col.radio"));
      units.forEach(this::unitRow);
      html.endTable();
    }
    html.close("section");
  }

  private void unitRow(Unit u) {
    PositionReport where = positions.get(u.id().value());
    PhoneLine phone = sheet.phones().units().get(u.id().value());
    Shift shift = u.shift();
    html.open("tr", "")
        .cell("strong", u.callSign())
        .cell(status(u))
        .cell(texts.clock(u.statusSince()))
        .cell(assignment(u))
        .cell(texts.word("kind", u.kind()))
        .cell(u.crew().stream().map(CrewMember::role).collect(Collectors.joining(", ")))
        .cell(station(u.station()))
        .cell(where == null ? texts.say("unknown") : position(where.position(), sheet, texts))
        .cell(where == null ? texts.say("none") : texts.ago(where.at()))
        .cell(shift == null ? texts.say("none") : texts.clock(shift.end()))
        .cell(shift == null ? texts.say("none") : meal(shift))
        .cell(number(phone == null ? "" : phone.phone()))
        .cell(number(phone == null ? "" : phone.radio()))
        .close("tr");
  }

  private String status(Unit u) {
    String reason = u.unavailableReason();
    return texts.word("status", u.status()) + (reason == null ? "" : ": " + reason);
  }

  private String assignment(Unit u) {
    String id = u.assignment();
    if (id == null) {
      return texts.say("none");
    }
    Assignment a = assignments.get(id);
    return a == null ? id : a.incident().toString();
  }

  private String meal(Shift shift) {
    Instant from = shift.mealStart();
    return from == null
        ? texts.say("none")
        : texts.clock(from) + "–" + texts.clock(shift.mealEnd());
  }

  private String station(String id) {
    return sheet.region().stations().stream()
        .filter(s -> s.id().equals(id))
        .map(PackStation::name)
        .findFirst()
        .orElse(id);
  }

  static String facility(String id, Sheet sheet) {
    return sheet.region().facilities().stream()
        .filter(f -> f.id().equals(id))
        .map(PackFacility::name)
        .findFirst()
        .orElse(id);
  }

  /** Coordinates as a rescue helicopter asks for them, and the nearest place a driver knows. */
  static String position(@Nullable Position at, Sheet sheet, PaperTexts texts) {
    if (at == null) {
      return texts.say("unknown");
    }
    String degrees = String.format(Locale.ROOT, "%.5f, %.5f", at.latitude(), at.longitude());
    return sheet.region().places().stream()
        .min(Comparator.comparingDouble((Place p) -> p.position().metresTo(at)))
        .map(p -> near(p, at, texts) + " (" + degrees + ")")
        .orElse(degrees);
  }

  private static String near(Place place, Position at, PaperTexts texts) {
    double km = place.position().metresTo(at) / 1000;
    // A place is as wide as this; inside it a distance to its centre helps nobody.
    return km < 1
        ? place.name()
        : texts.say("near", String.format(Locale.ROOT, "%.0f", km), place.name());
  }

  private String number(String told) {
    return told.isEmpty() ? texts.say("unknown") : told;
  }

  void phones() {
    html.open("section", "").element("h2", "", texts.say("phones.title"));
    html.element("p", "note", texts.say("phones.missing"));
    String broken = sheet.phones().broken();
    if (!broken.isEmpty()) {
      html.element("p", "alert", texts.say("phones.broken", PhoneBook.FILE, broken));
    }
    html.table(
        "",
        texts.say("col.who"),
        texts.say("col.phone"),
        texts.say("col.radio"),
        texts.say("col.source"));
    for (PhoneLine.Of of : PhoneLine.Of.values()) {
      List<PhoneLine> lines =
          sheet.phones().lines().stream().filter(line -> line.of() == of).toList();
      if (!lines.isEmpty()) {
        html.raw("<tr><td colspan=\"4\" class=\"strong\">")
            .text(texts.word("phones", of))
            .raw("</td></tr>");
      }
      lines.forEach(this::phoneRow);
    }
    html.endTable().close("section");
  }

  private void phoneRow(PhoneLine line) {
    html.open("tr", "")
        .cell(line.name().isEmpty() ? line.id() : line.name())
        .cell("strong", number(line.phone()))
        .cell(line.radio().isEmpty() ? texts.say("none") : line.radio())
        .cell(line.source())
        .close("tr");
  }
}
