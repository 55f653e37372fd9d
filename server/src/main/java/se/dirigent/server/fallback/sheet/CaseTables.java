package se.dirigent.server.fallback.sheet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Contact;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.PendingDowngrade;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.ThreatFlag;
import se.dirigent.core.incident.Waiting;
import se.dirigent.server.platform.paper.Html;
import se.dirigent.server.platform.paper.PaperTexts;
import se.dirigent.server.platform.region.RegionPack.PackPriority;

/** The waiting room and the open cases of a sheet. */
final class CaseTables {
  /** Contacts and notes printed of each case, the latest; the count of the others is said. */
  private static final int LATEST_MAX = 6;

  private final Sheet sheet;
  private final PaperTexts texts;
  private final Html html;

  CaseTables(Sheet sheet, PaperTexts texts, Html html) {
    this.sheet = sheet;
    this.texts = texts;
    this.html = html;
  }

  static boolean overdue(Incident incident, Instant now) {
    Waiting waiting = incident.waiting();
    return waiting != null && waiting.nextDueAt().isBefore(now);
  }

  void waitingRoom() {
    html.open("section", "wide").element("h2", "", texts.say("waiting.title"));
    List<Incident> waiting =
        sheet.picture().incidents().stream()
            .filter(i -> i.waiting() != null)
            .sorted(Comparator.comparing(CaseTables::due).thenComparing(Incident::id))
            .toList();
    if (waiting.isEmpty()) {
      html.element("p", "", texts.say("waiting.none"));
    } else {
      html.table(
          "",
          texts.say("col.due"),
          texts.say("col.case"),
          texts.say("col.priority"),
          texts.say("col.received"),
          texts.say("col.callback"),
          texts.say("col.address"),
          texts.say("col.event"),
          texts.say("col.last"));
      waiting.forEach(this::waitingRow);
      html.endTable();
    }
    html.close("section");
  }

  private static Instant due(Incident incident) {
    Waiting waiting = incident.waiting();
    return waiting == null ? Instant.MAX : waiting.nextDueAt();
  }

  private void waitingRow(Incident i) {
    html.open("tr", "").open("td", "").element("span", "strong", texts.clock(due(i)));
    Waiting waiting = i.waiting();
    if (waiting != null) {
      flag(overdue(i, sheet.madeAt()), "overdue");
      flag(waiting.escalatedAt() != null, "escalated");
      flag(waiting.alarmedAt() != null, "alarm");
      if (waiting.missedContacts() > 0) {
        html.raw("<br/>").text(texts.say("missed", waiting.missedContacts()));
      }
    }
    html.close("td")
        .cell("strong", i.id().toString())
        .cell("strong", i.priority())
        .cell(texts.clock(i.receivedAt()))
        .cell("strong", callback(i))
        .cell(address(i))
        .cell(i.description())
        .cell(i.contacts().isEmpty() ? texts.say("none") : contact(i.contacts().getLast()))
        .close("tr");
  }

  private void flag(boolean raised, String key) {
    if (raised) {
      html.raw("<br/>").element("span", "alert", texts.say(key));
    }
  }

  private String callback(Incident i) {
    return i.callbackNumber().isEmpty() ? texts.say("unknown") : i.callbackNumber();
  }

  private String address(Incident i) {
    String place = i.location().municipality();
    String address = i.location().address();
    return address + (address.isEmpty() || place.isEmpty() ? "" : ", ") + place;
  }

  void cases() {
    html.open("section", "").element("h2", "", texts.say("cases.title"));
    List<Incident> open =
        sheet.picture().incidents().stream()
            .sorted(Comparator.comparing(this::rank).thenComparing(Incident::receivedAt))
            .toList();
    if (open.isEmpty()) {
      html.element("p", "", texts.say("cases.none"));
    }
    open.forEach(this::caseBlock);
    html.close("section");
  }

  private int rank(Incident incident) {
    List<String> codes = sheet.region().priorities().stream().map(PackPriority::code).toList();
    int rank = codes.indexOf(incident.priority());
    return rank < 0 ? codes.size() : rank;
  }

  private void caseBlock(Incident i) {
    html.open("div", "case");
    html.element(
        "p",
        "case-head",
        i.priority()
            + " "
            + priorityLabel(i.priority())
            + " · "
            + i.id()
            + " · "
            + texts.word("phase", i.phase()));
    threats(i);
    html.open("table", "").open("tbody", "");
    row("col.address", address(i));
    row("col.callback", callback(i));
    row("col.event", i.description());
    row("field.source", source(i));
    row(
        "field.position",
        UnitTables.position(i.location().position(), sheet, texts)
            + " · "
            + texts.word("quality", i.location().quality()));
    row("col.due", i.phase() == Phase.WAITING ? texts.clock(due(i)) : null);
    row("field.units", units(i));
    row("field.contacts", latest(i.contacts().stream().map(this::contact).toList()));
    row("field.notes", latest(i.notes().stream().map(this::note).toList()));
    row("field.patients", patients(i));
    row("field.downgrade", downgrade(i.pendingDowngrade()));
    row("field.duplicateOf", i.duplicateOf() == null ? null : i.duplicateOf().toString());
    row(
        "field.duplicates",
        i.duplicates().stream().map(Object::toString).collect(Collectors.joining(", ")));
    html.close("tbody").close("table").close("div");
  }

  private void threats(Incident i) {
    for (ThreatFlag t : i.threats()) {
      String source =
          texts.say(
              "threat.line", t.source(), texts.clock(t.observedAt()), texts.clock(t.expiresAt()));
      html.open("p", "alert")
          .text(texts.say("threat") + ": " + t.wording() + " (" + source + ")")
          .close("p");
    }
  }

  private void row(String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      html.open("tr", "").cell("name", texts.say(key)).cell(value).close("tr");
    }
  }

  private String priorityLabel(String code) {
    return sheet.region().priorities().stream()
        .filter(p -> p.code().equals(code))
        .map(PackPriority::label)
        .findFirst()
        .orElse("");
  }

  private String source(Incident i) {
    String index = i.indexCode().isEmpty() ? "" : " · " + texts.say("field.index") + " ";
    return texts.word("source", i.source())
        + " "
        + texts.clock(i.receivedAt())
        + index
        + i.indexCode();
  }

  private @Nullable String patients(Incident i) {
    return i.patients().isEmpty() ? null : texts.say("field.patients.text", i.patients().size());
  }

  private @Nullable String downgrade(@Nullable PendingDowngrade p) {
    return p == null
        ? null
        : texts.say("field.downgrade.text", p.to(), p.by(), texts.clock(p.at()), p.reason());
  }

  private String contact(Contact c) {
    String answer = texts.say(c.answered() ? "field.answered" : "field.silent");
    String next = texts.say("field.next", texts.clock(c.nextDueAt()));
    return "%s %s: %s. %s %s (%s)"
        .formatted(texts.clock(c.at()), c.by(), answer, c.condition(), c.decision(), next);
  }

  private String note(Note n) {
    return texts.clock(n.at()) + " " + n.by() + ": " + n.text();
  }

  private String latest(List<String> lines) {
    int left = Math.max(0, lines.size() - LATEST_MAX);
    String kept = lines.stream().skip(left).collect(Collectors.joining("\n"));
    return left == 0 ? kept : texts.say("field.more", left) + "\n" + kept;
  }

  private String units(Incident i) {
    return sheet.picture().assignments().stream()
        .filter(a -> a.incident().equals(i.id()))
        .sorted(Comparator.comparingInt(a -> a.id().number()))
        .map(this::assignment)
        .collect(Collectors.joining("\n"));
  }

  private String assignment(Assignment a) {
    String callSign =
        sheet.picture().units().stream()
            .filter(u -> u.id().equals(a.unit()))
            .map(Unit::callSign)
            .findFirst()
            .orElse(a.unit().value());
    StringBuilder line = new StringBuilder(callSign);
    line.append(" (").append(texts.say("state." + a.state().name())).append(")");
    for (Milestone m : Milestone.values()) {
      Instant at = a.times().of(m);
      if (at != null) {
        line.append(" · ").append(texts.word("milestone", m)).append(' ').append(texts.clock(at));
      }
    }
    String destination = a.destination();
    if (destination != null) {
      line.append(" → ").append(UnitTables.facility(destination, sheet));
      line.append(" (").append(texts.say("reception." + a.reception().state().name())).append(")");
    }
    return line.toString();
  }
}
