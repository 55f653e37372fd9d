package se.dirigent.app.study.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Findings.Verdict;
import se.dirigent.simulator.twin.Measure;
import se.dirigent.simulator.twin.Measure.By;
import se.dirigent.simulator.twin.Measure.Kind;
import se.dirigent.simulator.twin.Scenario;
import tools.jackson.databind.JsonNode;

/**
 * Findings as JSON and back. A mean is in the measure's own unit (seconds, hours, a share of 0 to
 * 1); {@code half} is half its 95 % interval.
 */
public final class FindingsJson {
  private static final Set<String> KINDS =
      Stream.of(Kind.values()).map(Enum::name).collect(Collectors.toSet());

  private static final List<By> PARTS = List.of(By.AREA, By.REGION, By.TYPE);

  private FindingsJson() {}

  /** As maps and lists, ready to be written. */
  public static Map<String, Object> of(Findings findings) {
    List<Object> scenarios = new ArrayList<>();
    Blueprint first = findings.scenarios().getFirst().blueprint();
    for (int s = 0; s < findings.scenarios().size(); s++) {
      scenarios.add(scenario(findings, s, first));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("replications", findings.experiment().replications());
    map.put("days", findings.experiment().days());
    map.put("seed", findings.experiment().seed());
    map.put("counted", Findings.COUNTED);
    map.put("goalMinutes", goalMinutes(findings.scenarios()));
    map.put("scenarios", scenarios);
    return map;
  }

  private static List<Long> goalMinutes(List<Scenario> scenarios) {
    return scenarios.getFirst().blueprint().calls().levels().stream()
        .map(level -> level.within().toMinutes())
        .toList();
  }

  private static Map<String, Object> scenario(Findings findings, int s, Blueprint first) {
    List<Object> measures = new ArrayList<>();
    for (int m = 0; m < findings.measures().size(); m++) {
      Measure measure = findings.measures().get(m);
      Figure figure = findings.figures().get(s).get(m);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("measure", measure.kind());
      one.put("unit", measure.kind().unit());
      one.put("level", measure.level() == 0 ? null : measure.level());
      for (By by : PARTS) {
        one.put(key(by), measure.by() == by ? by.names(first).get(measure.part()) : null);
      }
      one.put("value", figure.value());
      one.put("change", figure.change());
      one.put("verdict", figure.verdict());
      one.put("runs", figure.runs());
      one.put("atLeast", figure.atLeast());
      measures.add(one);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", findings.scenarios().get(s).name());
    map.put("title", findings.scenarios().get(s).title());
    map.put("traceHash", Long.toHexString(findings.traceHashes().get(s)));
    map.put("measures", measures);
    return map;
  }

  /**
   * Findings that were written once; empty when they were counted otherwise than now, or of places
   * or goals that the scenarios no longer have, so that they would be read as what they are not.
   *
   * @param scenarios those that were run, in their order
   */
  public static Optional<Findings> find(JsonNode json, List<Scenario> scenarios) {
    List<Long> goals = new ArrayList<>();
    json.path("goalMinutes").forEach(goal -> goals.add(goal.asLong()));
    boolean same =
        json.path("counted").asInt(1) == Findings.COUNTED && goals.equals(goalMinutes(scenarios));
    Blueprint first = scenarios.getFirst().blueprint();
    for (JsonNode one : json.path("scenarios").path(0).path("measures")) {
      for (By by : PARTS) {
        String name = one.path(key(by)).asString("");
        same &= name.isEmpty() || by.names(first).contains(name);
      }
      same &= KINDS.contains(one.path("measure").asString());
    }
    return same ? Optional.of(read(json, scenarios)) : Optional.empty();
  }

  private static Findings read(JsonNode json, List<Scenario> scenarios) {
    Experiment by =
        new Experiment(
            json.path("replications").asInt(),
            json.path("days").asInt(),
            json.path("seed").asLong(),
            1);
    List<List<Figure>> figures = new ArrayList<>();
    List<Long> hashes = new ArrayList<>();
    for (JsonNode scenario : json.path("scenarios")) {
      List<Figure> of = new ArrayList<>();
      scenario.path("measures").forEach(one -> of.add(figure(one)));
      figures.add(of);
      hashes.add(Long.parseUnsignedLong(scenario.path("traceHash").asString(), 16));
    }
    Blueprint first = scenarios.getFirst().blueprint();
    List<Measure> measures = new ArrayList<>();
    json.path("scenarios")
        .path(0)
        .path("measures")
        .forEach(one -> measures.add(measure(one, first)));
    return new Findings(scenarios, by, measures, figures, hashes);
  }

  private static Measure measure(JsonNode one, Blueprint first) {
    Kind kind = Kind.valueOf(one.path("measure").asString());
    int level = one.path("level").asInt(0);
    for (By by : PARTS) {
      String name = one.path(key(by)).asString("");
      if (!name.isEmpty()) {
        return new Measure(kind, level, by, by.names(first).indexOf(name));
      }
    }
    return new Measure(kind, level);
  }

  private static String key(By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  private static Figure figure(JsonNode one) {
    return new Figure(
        interval(one.path("value")),
        interval(one.path("change")),
        Verdict.valueOf(one.path("verdict").asString()),
        one.path("runs").asInt(),
        one.path("atLeast").asBoolean());
  }

  private static @Nullable Interval interval(JsonNode of) {
    return of.isObject()
        ? new Interval(of.path("mean").asDouble(), of.path("half").asDouble())
        : null;
  }
}
