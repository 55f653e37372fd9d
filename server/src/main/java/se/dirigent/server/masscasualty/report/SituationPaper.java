package se.dirigent.server.masscasualty.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Level;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncident.Line;
import se.dirigent.core.masscasualty.Methane;
import se.dirigent.core.masscasualty.Organisation;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.masscasualty.HospitalService.HospitalRoom;
import se.dirigent.server.masscasualty.HospitalService.RoomLeft;
import se.dirigent.server.masscasualty.SieveRules;
import se.dirigent.server.masscasualty.report.SituationReport.CategoryCount;
import se.dirigent.server.masscasualty.report.SituationReport.LastTold;
import se.dirigent.server.masscasualty.report.SituationReport.PlaceCount;
import se.dirigent.server.masscasualty.report.SituationReport.ReportedCasualty;
import se.dirigent.server.masscasualty.report.SituationReport.ReportedHospital;
import se.dirigent.server.platform.paper.Html;
import se.dirigent.server.platform.paper.PaperTexts;

/** A situation report as one XHTML document: a browser shows and prints it, PDF is made of it. */
final class SituationPaper {
  /** More lines nobody turns pages for, and a PDF of them takes long. */
  private static final int CASUALTIES_MAX = 1_000;

  private final SituationReport report;
  private final SieveRules rules;
  private final String language;
  private final PaperTexts texts;
  private final Html html = new Html();

  /**
   * @param language {@code sv} or {@code en}
   */
  SituationPaper(SituationReport report, SieveRules rules, ZoneId zone, String language) {
    this.report = report;
    this.rules = rules;
    this.language = language;
    this.texts = new PaperTexts("paper/situation", language, zone, report.at());
  }

  String html() throws IOException {
    html.raw("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"/>")
        .raw("<meta name=\"viewport\" content=\"width=device-width\"/>")
        .element("title", "", texts.say("title") + " " + texts.moment(report.at()))
        .raw("<style>" + style() + "</style></head><body>\n");
    head();
    methane(report.majorIncident());
    organisation(report.majorIncident());
    counts();
    places();
    hospitals();
    html.raw(new RationingTables(report.rationings(), this::name, texts).html());
    told();
    log();
    each();
    return html.raw("</body></html>\n").toString();
  }

  private void head() {
    MajorIncident m = report.majorIncident();
    // For the screen alone: a paper has no use for them.
    html.open("p", "screen")
        .raw("<a href=\"?format=PDF&amp;language=" + language + "\">PDF</a> · ")
        .raw("<a href=\"../situation-report\">")
        .text(texts.say("data"))
        .raw("</a>")
        .close("p");
    if (report.exercise()) {
      html.element("div", "drill", texts.say("drill"));
      html.element("p", "", texts.say("drill.note"));
    }
    html.element("h1", "", texts.say("title") + " · " + report.region());
    String made = texts.say("made", texts.moment(report.at()), report.madeBy(), "" + report.seq());
    html.element("p", "", made);
    String level = texts.word("level", m.level().level());
    String since = texts.clock(m.level().at());
    html.element("p", "level", texts.say("level", level, since, m.level().by()));
    String type = texts.word("type", m.type());
    html.element("p", "", texts.say("began", type, texts.clock(m.happenedAt())));
    if (m.endedAt() != null) {
      html.element("p", "level", texts.say("ended", texts.clock(m.endedAt())));
    }
  }

  private void methane(MajorIncident m) {
    Methane told = m.methane();
    html.element("h2", "", texts.say("methane")).open("table", "").open("tbody", "");
    fact("methane.exactLocation", told == null ? "" : told.exactLocation());
    fact("methane.type", told == null ? "" : told.type());
    fact("methane.hazards", told == null ? "" : told.hazards());
    fact("methane.access", told == null ? "" : told.access());
    Integer hurt = told == null ? null : told.casualties();
    fact("methane.casualties", hurt == null ? "" : "" + hurt);
    fact("methane.services", told == null ? "" : told.services());
    html.endTable();
  }

  private void organisation(MajorIncident major) {
    Organisation place = major.organisation();
    html.element("h2", "", texts.say("organisation")).open("table", "").open("tbody", "");
    fact("lead", place.medicalLead());
    fact("breakPoint", place.breakPoint());
    fact("talkgroup", place.talkgroup());
    fact(
        "sectors",
        place.sectors().stream()
            .map(s -> s.lead().isEmpty() ? s.name() : s.name() + ": " + s.lead())
            .collect(Collectors.joining("\n")));
    fact(
        "help",
        major.help().stream()
            .map(h -> "%s %s".formatted(texts.clock(h.at()), h.name()))
            .collect(Collectors.joining("\n")));
    html.endTable();
  }

  private void fact(String key, String value) {
    html.open("tr", "")
        .cell("name", texts.say(key))
        .cell(value.isEmpty() ? texts.say("unknown") : value)
        .close("tr");
  }

  private void counts() {
    html.element("h2", "", texts.say("counts"));
    numbers(
        texts.say("category"),
        Stream.of(
            texts.say("step.scene"),
            texts.say("step.decided"),
            texts.say("step.onTheWay"),
            texts.say("step.there"),
            texts.say("step.settled"),
            texts.say("all")));
    int[] sums = new int[6];
    for (CategoryCount c : report.counts()) {
      int[] row = {c.scene(), c.decided(), c.onTheWay(), c.there(), c.settled(), c.all()};
      Arrays.setAll(sums, i -> sums[i] + row[i]);
      row(name(c.category()), Arrays.stream(row).mapToObj(n -> "" + n));
    }
    row(texts.say("all"), Arrays.stream(sums).mapToObj(n -> "" + n));
    html.endTable();
    MajorIncident.Missing missing = report.majorIncident().missing();
    String text =
        missing == null
            ? texts.say("missing.none")
            : texts.say(
                "missing",
                missing.asked(),
                missing.answered(),
                missing.asked() - missing.answered(),
                texts.clock(missing.at()),
                missing.by());
    html.element("p", "", text);
  }

  private void places() {
    if (report.places().isEmpty()) {
      return;
    }
    html.element("h2", "", texts.say("places"));
    html.table("", texts.say("place"), texts.say("category"), texts.say("persons"));
    for (PlaceCount p : report.places()) {
      html.open("tr", "")
          .cell("name", p.place().isEmpty() ? texts.say("place.none") : p.place())
          .cell(name(p.category()))
          .cell("n", "" + p.persons())
          .close("tr");
    }
    html.endTable();
  }

  private void hospitals() {
    html.element("h2", "", texts.say("hospitals"));
    DistributionKey key = report.majorIncident().key();
    html.element(
        "p",
        "",
        key == null
            ? texts.say("key.none")
            : texts.say("key", key.name(), key.version(), key.approver()));
    if (report.hospitals().isEmpty()) {
      html.element("p", "", texts.say("hospital.none"));
      return;
    }
    html.element("p", "note", texts.say("hospitals.how"));
    List<Category> columns =
        Arrays.stream(Category.values()).filter(Category::travels).filter(this::asked).toList();
    numbers(
        texts.say("hospital"),
        Stream.concat(
            columns.stream().map(this::name), Stream.of(texts.say("coming"), texts.say("there"))));
    for (ReportedHospital hospital : report.hospitals()) {
      HospitalRoom room = hospital.room();
      boolean closed = room.said() != null && room.said().closed();
      row(
          hospital.name() + (closed ? " " + texts.say("closed") : ""),
          Stream.concat(
              columns.stream().map(c -> left(room, c)),
              Stream.of("" + (room.decided() + room.onTheWay()), "" + room.there())));
    }
    html.endTable();
  }

  /** The grey go to hospitals too, but seldom: a column when one has got somebody. */
  private boolean asked(Category category) {
    return category != Category.EXPECTANT
        || report.hospitals().stream()
            .flatMap(h -> h.room().rooms().stream())
            .anyMatch(r -> r.category() == category && r.given() > 0);
  }

  private String left(HospitalRoom room, Category category) {
    Optional<RoomLeft> found =
        room.rooms().stream().filter(r -> r.category() == category).findFirst();
    Integer left = found.map(RoomLeft::left).orElse(null);
    int given = found.map(RoomLeft::given).orElse(0);
    return given + " / " + (left == null ? texts.say("none") : "" + left);
  }

  private void told() {
    html.element("h2", "", texts.say("told"));
    if (report.told().isEmpty()) {
      html.element("p", "", texts.say("told.none"));
      return;
    }
    html.table("", texts.say("when"), texts.say("what"), texts.say("who"));
    for (LastTold one : report.told()) {
      String what = texts.say("line." + one.what());
      html.open("tr", "")
          .cell("time", texts.clock(one.at()))
          .cell(one.about().isEmpty() ? what : what + " · " + one.about())
          .cell(one.by())
          .close("tr");
    }
    html.endTable();
  }

  private void log() {
    html.element("h2", "", texts.say("log"));
    html.table("", texts.say("when"), texts.say("what"), texts.say("who"));
    for (Line line : report.majorIncident().log()) {
      html.open("tr", "")
          .cell("time", texts.clock(line.at()))
          .cell(inWords(line))
          .cell(line.by())
          .close("tr");
    }
    html.endTable();
  }

  /** Names of levels, types and hospitals stand in the log as the program writes them. */
  private String inWords(Line line) {
    String[] said = line.text().split(": ", 2);
    String first =
        switch (line.what()) {
          case "MajorIncidentDeclared", "LevelDecided" -> word("level", Level.class, said[0]);
          case "TypeChanged" -> word("type", TypeEvent.class, said[0]);
          case "CapacityReported", "OldCapacityReported" -> hospital(said[0]);
          default -> said[0];
        };
    String text = said.length == 1 ? first : first + ": " + said[1];
    String what = texts.say("line." + line.what());
    return text.isEmpty() ? what : what + " · " + text;
  }

  private <E extends Enum<E>> String word(String kind, Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> texts.word(kind, one))
        .orElse(name);
  }

  private String hospital(String facility) {
    return report.hospitals().stream()
        .filter(h -> h.room().facility().equals(facility))
        .map(ReportedHospital::name)
        .findFirst()
        .orElse(facility);
  }

  private void each() {
    html.element("h2", "", texts.say("each"));
    List<ReportedCasualty> all = report.casualties();
    if (all == null) {
      html.element("p", "", texts.say("each.hidden"));
      return;
    }
    html.table("", texts.say("tag"), texts.say("category"), texts.say("needs"), texts.say("where"));
    for (ReportedCasualty one : all.subList(0, Math.min(all.size(), CASUALTIES_MAX))) {
      html.open("tr", "")
          .cell("name", one.tag())
          .cell(name(one.category()))
          .cell(needs(one))
          .cell(where(one))
          .close("tr");
    }
    html.endTable();
    if (all.size() > CASUALTIES_MAX) {
      html.element("p", "", texts.say("each.more", all.size() - CASUALTIES_MAX));
    }
  }

  private String needs(ReportedCasualty one) {
    return Stream.of(
            one.child() ? Stream.of(texts.say("child")) : Stream.<String>empty(),
            Stream.of(texts.word("cleaning", one.decontamination())).filter(t -> !t.isEmpty()),
            one.needs().stream().map(need -> texts.word("need", need)))
        .flatMap(part -> part)
        .collect(Collectors.joining(", "));
  }

  private String where(ReportedCasualty one) {
    boolean leaving = one.stage() == Casualty.Stage.AT_SCENE;
    String stage =
        leaving && !one.hospital().isEmpty()
            ? texts.say("stage.leaving", one.hospital())
            : texts.say("stage." + one.stage(), one.hospital());
    if (leaving) {
      return one.place().isEmpty() ? stage : stage + " (" + one.place() + ")";
    }
    boolean driven = one.stage() == Casualty.Stage.DEPARTED && !one.vehicle().isEmpty();
    return driven ? stage + " " + texts.say("vehicle", one.vehicle()) : stage;
  }

  private void numbers(String first, Stream<String> heads) {
    html.open("table", "").open("thead", "").open("tr", "").element("th", "", first);
    heads.forEach(head -> html.element("th", "n", head));
    html.close("tr").close("thead").open("tbody", "");
  }

  private void row(String first, Stream<String> cells) {
    html.open("tr", "").cell("name", first);
    cells.forEach(cell -> html.cell("n", cell));
    html.close("tr");
  }

  private String name(@Nullable Category category) {
    return rules.categories().stream()
        .filter(look -> look.category() == category)
        .findFirst()
        .map(look -> language.equals("en") ? look.labelEn() : look.label())
        .orElseGet(() -> texts.say("notSieved"));
  }

  private static String style() throws IOException {
    try (InputStream in = SituationPaper.class.getResourceAsStream("/paper/situation.css")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file paper/situation.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
