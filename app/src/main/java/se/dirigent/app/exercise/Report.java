package se.dirigent.app.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.exercise.Result.Come;
import se.dirigent.app.exercise.Result.Door;
import se.dirigent.app.exercise.Result.Goal;
import se.dirigent.app.exercise.Result.State;
import se.dirigent.app.exercise.Result.Tally;
import se.dirigent.app.exercise.play.Course.Fed;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.platform.paper.Pdf;

/** The result of an exercise as a page and as PDF, in Swedish or English. */
final class Report {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

  /** A bar of the plot is for so many: as few as fit on the paper. */
  private static final List<Integer> BAR_MINUTES = List.of(15, 30, 60, 120);

  /** More bars do not fit on a paper; no exercise lasts longer than they show. */
  private static final int BARS_MAX = 32;

  private static final int PLOT_PIXELS = 120;

  private final ExerciseWords words;
  private final String title;
  private final Result result;
  private final List<Fed> fed;
  private final StringBuilder html = new StringBuilder();

  /**
   * @param title of the exercise
   */
  Report(ExerciseWords words, String title, Result result, List<Fed> fed) {
    this.words = words;
    this.title = title;
    this.result = result;
    this.fed = List.copyOf(fed);
  }

  byte[] pdf() throws IOException {
    return Pdf.of(html());
  }

  String html() throws IOException {
    html.setLength(0);
    html.append(
        "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"UTF-8\"/>"
            .formatted(words.language()));
    element("title", "", say("title", title));
    html.append("<style>").append(style()).append("</style></head><body>");
    element("div", "drill", say("drill"));
    element("h1", "", say("title", title));
    element("p", "under", say("when", CLOCK.format(result.at()), result.minutes()));
    goals();
    casualties();
    doors();
    fed();
    element("p", "under", say("how"));
    return html.append("</body></html>").toString();
  }

  private void goals() {
    element("h2", "", say("goals"));
    head("goal", "wanted", "got", "state");
    for (Goal goal : result.goals()) {
      switch (goal) {
        case Goal.ByMinute g ->
            goal(
                say("step." + g.step()),
                say("minutes", g.wanted()),
                g.minute() == null ? say("not.yet") : say("minutes", g.minute()),
                g.state());
        case Goal.Arrived g ->
            goal(
                say("arrived", say("category." + g.category()), g.wanted().minutes()),
                say("at.least", g.wanted().sharePercent()),
                say("percent", g.percent()),
                g.state());
        case Goal.OverCapacity g ->
            goal(say("over"), say("most", g.most()), String.valueOf(g.persons()), g.state());
      }
    }
    html.append("</tbody></table>");
  }

  private void goal(String what, String wanted, String got, State state) {
    html.append("<tr>");
    element("td", "", what);
    element("td", "", wanted);
    element("td", "", got);
    element("td", state.name(), say("state." + state));
    html.append("</tr>");
  }

  private void casualties() {
    element("h2", "", say("casualties"));
    element("p", "", say("of.hurt", Math.min(result.known(), result.hurt()), result.hurt()));
    if (result.known() > result.hurt()) {
      element("p", "MISSED", say("duplicates", result.known() - result.hurt()));
    }
    if (result.byCategory().isEmpty()) {
      return;
    }
    head("category", "known", "away", "there", "median");
    result
        .byCategory()
        .forEach((category, tally) -> {
          html.append("<tr>");
          element("td", "", say("category." + category));
          for (String number : numbers(tally)) {
            element("td", "", number);
          }
          html.append("</tr>");
        });
    html.append("</tbody></table>");
  }

  private List<String> numbers(Tally tally) {
    Integer median = tally.medianMinute();
    return List.of(
        String.valueOf(tally.known()),
        String.valueOf(tally.away()),
        String.valueOf(tally.arrived()),
        median == null ? "–" : say("minutes", median));
  }

  private void doors() {
    element("h2", "", say("doors"));
    if (result.doors().isEmpty()) {
      element("p", "", say("nobody"));
      return;
    }
    plot();
    head("hospital", "all", "by.hour", "over.short");
    for (Door door : result.doors()) {
      html.append("<tr>");
      element("td", "", words.hospital(door.hospital()));
      element("td", "", String.valueOf(door.all()));
      element("td", "", String.join(" · ", door.byHour().stream().map(String::valueOf).toList()));
      element("td", door.over() > 0 ? "MISSED" : "", String.valueOf(door.over()));
      html.append("</tr>");
    }
    html.append("</tbody></table>");
  }

  /** Those who came, by category; a bar for as many minutes as lets all of them on the paper. */
  private void plot() {
    int end = result.curve().stream().mapToInt(Come::minute).max().orElse(0);
    int minutes = BAR_MINUTES.getLast();
    for (int one : BAR_MINUTES.reversed()) {
      minutes = end / one < BARS_MAX ? one : minutes;
    }
    Map<Integer, Map<Category, Integer>> bars = new TreeMap<>();
    for (Come come : result.curve()) {
      bars.computeIfAbsent(come.minute() / minutes, b -> new TreeMap<>())
          .merge(come.category(), 1, Integer::sum);
    }
    int most = 1;
    for (Map<Category, Integer> bar : bars.values()) {
      most = Math.max(most, bar.values().stream().mapToInt(n -> n).sum());
    }
    element("p", "under", say("curve", minutes));
    html.append("<table class=\"plot\"><tr>");
    for (int at = 0; at <= end / minutes; at++) {
      html.append("<td>");
      Map<Category, Integer> bar = bars.getOrDefault(at, Map.of());
      int all = bar.values().stream().mapToInt(n -> n).sum();
      html.append(all == 0 ? "&#160;" : String.valueOf(all));
      for (Map.Entry<Category, Integer> part : bar.entrySet()) {
        int pixels = Math.max(2, PLOT_PIXELS * part.getValue() / most);
        html.append(
            "<div class=\"bar %s\" style=\"height:%dpx\"></div>".formatted(part.getKey(), pixels));
      }
      html.append("</td>");
    }
    html.append("</tr><tr>");
    for (int at = 0; at <= end / minutes; at++) {
      element("td", "", at % 2 == 0 ? String.valueOf(at * minutes) : " ");
    }
    html.append("</tr></table>");
  }

  private void fed() {
    if (fed.isEmpty()) {
      return;
    }
    element("h2", "", say("fed"));
    if (refused() > 0) {
      element("p", "MISSED", say("refused", refused(), fed.size()));
    }
    head("minute", "inject");
    for (Fed one : fed) {
      html.append("<tr>");
      element("td", "", String.valueOf(one.inject().minute()));
      html.append("<td>").append(escape(words.say(one.inject())));
      if (one.refusal() != null) {
        element("div", "MISSED", say("refused.why", words.say(one.refusal())));
      }
      html.append("</td></tr>");
    }
    html.append("</tbody></table>");
  }

  /** Injects that the service did not take: nobody who practised was told of them. */
  private long refused() {
    return fed.stream().filter(one -> one.refusal() != null).count();
  }

  private void head(String... keys) {
    html.append("<table><thead><tr>");
    for (String key : keys) {
      element("th", "", say(key));
    }
    html.append("</tr></thead><tbody>");
  }

  private void element(String name, String kind, String text) {
    html.append('<').append(name);
    if (!kind.isEmpty()) {
      html.append(" class=\"").append(kind).append('"');
    }
    html.append('>').append(escape(text)).append("</").append(name).append('>');
  }

  private String say(String key, Object... values) {
    return words.say(key, values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String style() throws IOException {
    try (InputStream in = Report.class.getResourceAsStream("/exercise/report.css")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file exercise/report.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** For programs and for the page: minutes from the alarm. */
  Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", title);
    map.put("at", result.at().toString());
    map.put("minutes", result.minutes());
    map.put("hurt", result.hurt());
    map.put("known", result.known());
    List<Map<String, Object>> goals = new ArrayList<>();
    result.goals().forEach(goal -> goals.add(map(goal)));
    map.put("goals", goals);
    Map<String, Object> tallies = new LinkedHashMap<>();
    result.byCategory().forEach((category, tally) -> tallies.put(category.name(), tally));
    map.put("byCategory", tallies);
    map.put(
        "doors",
        result.doors().stream()
            .map(d -> new Door(words.hospital(d.hospital()), d.byHour(), d.over()))
            .toList());
    map.put("injects", fed.stream().map(this::map).toList());
    map.put("injectsRefused", refused());
    return map;
  }

  /** {@code refused} says why the service did not take it, and is absent when it is told. */
  private Map<String, Object> map(Fed one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("minute", one.inject().minute());
    map.put("text", words.say(one.inject()));
    if (one.refusal() != null) {
      map.put("refused", words.say(one.refusal()));
    }
    return map;
  }

  private static Map<String, Object> map(Goal goal) {
    Map<String, Object> map = new LinkedHashMap<>();
    @Nullable Object got =
        switch (goal) {
          case Goal.ByMinute g -> {
            map.put("goal", g.step().name());
            map.put("wanted", g.wanted());
            yield g.minute();
          }
          case Goal.Arrived g -> {
            map.put("goal", "ARRIVED");
            map.put("category", g.category().name());
            map.put("withinMinutes", g.wanted().minutes());
            map.put("wanted", g.wanted().sharePercent());
            yield g.percent();
          }
          case Goal.OverCapacity g -> {
            map.put("goal", "OVER_CAPACITY");
            map.put("wanted", g.most());
            yield g.persons();
          }
        };
    map.put("got", got);
    map.put("state", goal.state().name());
    return map;
  }
}
