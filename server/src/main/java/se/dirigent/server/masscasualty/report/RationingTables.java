package se.dirigent.server.masscasualty.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.rationing.Ranking;
import se.dirigent.core.masscasualty.rationing.Ranking.Ranked;
import se.dirigent.core.masscasualty.rationing.Rationing;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.platform.paper.Html;
import se.dirigent.server.platform.paper.PaperTexts;

/** On paper: which rule was in force, who decided it, and whom it put where by which principle. */
final class RationingTables {
  private final List<Rationing> rationings;
  private final Function<Category, String> name;
  private final PaperTexts texts;
  private final Html html = new Html();

  /**
   * @param name what the region calls a category
   */
  RationingTables(List<Rationing> rationings, Function<Category, String> name, PaperTexts texts) {
    this.rationings = List.copyOf(rationings);
    this.name = name;
    this.texts = texts;
  }

  /** Nothing when nothing was rationed. */
  String html() {
    for (Rationing r : rationings) {
      html.element("h2", "", texts.say("ration", r.resource()));
      html.element(
          "p",
          "",
          texts.say("ration.rule", r.rule().name(), r.rule().version(), r.rule().approver()));
      html.element(
          "p", "", texts.say("ration.by", texts.clock(r.at()), r.decider(), r.by(), r.reason()));
      String order =
          r.rule().criteria().stream()
              .map(c -> texts.word("criterion", c) + " (" + texts.word("principle", c.principle()))
              .collect(Collectors.joining("), "));
      html.element("p", "note", texts.say("ration.order", order + ")"));
      Rationing.Ended ended = r.ended();
      if (ended != null) {
        String when = texts.clock(ended.at());
        html.element("p", "", texts.say("ration.ended", when, ended.by(), ended.reason()));
      }
      ranking(r.ranking());
    }
    return html.toString();
  }

  private void ranking(@Nullable Ranking ranking) {
    if (ranking == null) {
      return;
    }
    html.element(
        "p", "", texts.say("ration.available", ranking.available(), texts.clock(ranking.at())));
    html.table(
        "",
        texts.say("ration.place"),
        texts.say("tag"),
        texts.say("category"),
        texts.say("ration.minutes"),
        texts.say("ration.granted"),
        texts.say("ration.why"));
    for (Ranked one : ranking.ranked()) {
      html.open("tr", "")
          .cell("" + one.place())
          .cell("name", one.claim().tag())
          .cell(name.apply(one.claim().category()))
          .cell("" + one.claim().minutes())
          .cell(texts.say(one.granted() ? "yes" : "no"))
          .cell(why(one))
          .close("tr");
    }
    html.endTable();
  }

  private String why(Ranked one) {
    return one.decidedBy() == null || one.principle() == null
        ? texts.say("none")
        : texts.word("criterion", one.decidedBy())
            + ": "
            + texts.word("principle", one.principle());
  }
}
