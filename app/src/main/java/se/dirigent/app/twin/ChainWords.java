package se.dirigent.app.twin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chain.Receiving;
import se.dirigent.simulator.twin.ChainChange;

/** Changes between call and free unit in the words of the file. */
final class ChainWords {
  private ChainWords() {}

  static String told(ChainChange change) {
    return switch (change) {
      case ChainChange.Centres c ->
          "centres: "
              + c.centres().stream().map(ChainWords::centre).collect(Collectors.joining("; "));
      case ChainChange.Waiting c ->
          plain(
              "waiting-room: answers %.2f, worse-per-hour %.3f, missed-contacts %d",
              c.rules().answers(), c.rules().worsePerHour(), c.rules().missedMax());
      case ChainChange.Breaking c ->
          plain(
              "breakdowns: days-between %.1f, repair-hours %.1f",
              c.breakdowns().between().toHours() / 24.0,
              c.breakdowns().repair().toMinutes() / 60.0);
      case ChainChange.Emergency c ->
          plain(
              "emergency-rooms: choice %s; %s",
              c.receiving().choice().name().toLowerCase(Locale.ROOT),
              c.receiving().rooms().stream()
                  .map(ChainWords::room)
                  .collect(Collectors.joining("; ")));
      case ChainChange.Travelling c ->
          plain(
              "travel: spread %.2f%s",
              c.travel().spread(),
              c.travel().begins() == null ? "" : ", begins " + c.travel().begins());
      case ChainChange.Flying c ->
          plain(
              "air: not-flyable %.2f, not-flyable-dark %.2f, spell-hours %.1f,"
                  + " beyond-minutes %d, start-minutes %d",
              c.air().notFlyable(),
              c.air().notFlyableDark(),
              c.air().spell().toMinutes() / 60.0,
              c.air().beyond().toMinutes(),
              c.air().start().toMinutes());
      case ChainChange.Doctors c ->
          plain("doctor-cars: within-minutes %d", c.cars().within().toMinutes());
      case ChainChange.Crews c ->
          plain(
              "crews: turnout %.2f, conveyed %s, left %s, hospital %s",
              c.turnout().toMillis() / 60_000.0,
              ScenarioText.three(c.service().conveyed()),
              ScenarioText.three(c.service().left()),
              ScenarioText.three(c.service().hospital()));
      case ChainChange.Happens c -> "events: " + span(c.event().span()) + " " + event(c.event());
    };
  }

  private static String centre(Centre of) {
    return plain(
        "%s (takers %s, nurses %s, settled %.2f%s)",
        of.name(),
        desk(of.takers()),
        desk(of.nurses()),
        of.settled(),
        of.areas().isEmpty() ? "" : ", areas " + String.join(" ", of.areas()));
  }

  private static String desk(Centre.@Nullable Desk desk) {
    if (desk == null) {
      return "none";
    }
    int least = desk.staff().byHour().stream().min(Integer::compare).orElse(0);
    int most = desk.staff().byHour().stream().max(Integer::compare).orElse(0);
    String number = least == most ? String.valueOf(least) : least + "–" + most;
    return plain("%s of %.2f min", number, desk.talk().minutes());
  }

  private static String event(Event event) {
    return switch (event) {
      case Event.CentreLost e ->
          plain(
              "centre-lost %s, taken-over-by %s after-minutes %d",
              e.centre(), e.other(), e.takesOverAfter().toMinutes());
      case Event.AreasTaken e -> plain("areas-taken %s by %s", areas(e.areas()), e.centre());
      case Event.MoreCalls e -> "calls-factor " + e.factor();
      case Event.Casualties e ->
          plain("casualties %d, areas %s, shares %s", e.count(), areas(e.areas()), e.shares());
      case Event.UnitsLost e -> "units-lost " + String.join(" ", e.units());
      case Event.StationLost e -> "station-lost " + e.station();
      case Event.HospitalClosed e -> "hospital-closed " + e.hospital();
      case Event.SlowerRoads e ->
          plain("driving-factor %s, areas %s", e.factor(), areas(e.areas()));
      case Event.Convoys e ->
          plain("convoys-every-minutes %d, areas %s", e.every().toMinutes(), areas(e.areas()));
      case Event.CutOff e ->
          plain("unreachable %s, later-minutes %d", e.share(), e.later().toMinutes());
    };
  }

  private static String room(Receiving.Room of) {
    return plain(
        "%s (places %d, walk-ins-per-day %.1f, minutes %.1f)",
        of.hospital(), of.places(), of.walkInsPerDay(), of.stay().minutes());
  }

  private static String areas(List<String> areas) {
    return areas.isEmpty() ? "all" : String.join(", ", areas);
  }

  private static String span(Event.Span span) {
    Duration from = span.from();
    Duration lasts = span.until().minus(from);
    String at = plain("day %d %02d:%02d", from.toDays(), from.toHoursPart(), from.toMinutesPart());
    return lasts.toDays() > 3_660 ? at : at + plain(" hours %.1f", lasts.toMinutes() / 60.0);
  }

  private static String plain(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
