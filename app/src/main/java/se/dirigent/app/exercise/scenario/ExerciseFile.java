package se.dirigent.app.exercise.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import se.dirigent.app.exercise.scenario.Exercise.Alarm;
import se.dirigent.app.exercise.scenario.Goals.Arrival;
import se.dirigent.app.exercise.scenario.Goals.Step;
import se.dirigent.app.masscasualty.EventFile;
import se.dirigent.app.masscasualty.MassEvent;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.app.twin.ScenarioRefused;
import se.dirigent.app.twin.Section;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Reads exercises: a mass-casualty event (docs/events.md), and under {@code exercise} how it is
 * told and what is to be reached. What is wrong is refused with file, line, value and remedy.
 */
public final class ExerciseFile {
  private static final int INJECTS_MAX = 500;
  private static final int MINUTES_MAX = 48 * 60;
  private static final int PERSONS_MAX = 1000;

  private final Set<String> regions;
  private final Set<String> hospitals;

  /**
   * A reader that knows what there is.
   *
   * @param regions codes of regions
   * @param hospitals ids of hospitals
   */
  public ExerciseFile(Set<String> regions, Set<String> hospitals) {
    this.regions = Set.copyOf(regions);
    this.hospitals = Set.copyOf(hospitals);
  }

  /**
   * Reads one.
   *
   * @param name a file, or the name of an event that comes with the program
   * @throws ScenarioRefused when it cannot be used
   */
  public Exercise read(String name) throws IOException {
    return parse(EventFile.fileOf(name), EventFile.source(name));
  }

  /** Reads a text. An event that says nothing of an exercise is practised with standard goals. */
  public Exercise parse(String file, String text) {
    MassEvent event = new EventFile(regions, hospitals).parse(file, text);
    Section top = new Section(file, ScenarioFile.compose(file, text), EventFile.KEYS);
    String first = event.sites().getFirst().name();
    if (!top.has("exercise")) {
      return new Exercise(
          event.title(), event, new Alarm(first, "", event.title()), List.of(), Goals.STANDARD);
    }
    Section of =
        new Section(file, top.at("exercise"), Set.of("title", "alarm", "injects", "goals"));
    return new Exercise(
        of.has("title") ? of.text("title") : event.title(),
        event,
        of.has("alarm") ? alarm(file, of.at("alarm")) : new Alarm(first, "", event.title()),
        injects(file, of),
        of.has("goals") ? goals(file, of.at("goals")) : Goals.STANDARD);
  }

  private static Alarm alarm(String file, Node node) {
    Section of = new Section(file, node, Set.of("address", "municipality", "description"));
    return new Alarm(of.text("address"), of.text("municipality"), of.text("description"));
  }

  private List<Inject> injects(String file, Section exercise) {
    List<Node> nodes = exercise.list("injects");
    if (nodes.size() > INJECTS_MAX) {
      throw exercise.refused(
          exercise.at("injects"),
          "there are %d injects; give at most %d".formatted(nodes.size(), INJECTS_MAX));
    }
    List<Inject> all = new ArrayList<>();
    for (Node node : nodes) {
      all.add(inject(file, node));
    }
    all.sort(Comparator.comparingInt(Inject::minute));
    return all;
  }

  private Inject inject(String file, Node node) {
    Section of =
        new Section(file, node, Set.of("minute", "call", "news", "closed", "takes", "text"));
    int minute = of.whole("minute", 0, MINUTES_MAX);
    List<String> kinds = Stream.of("call", "news", "closed", "takes").filter(of::has).toList();
    if (kinds.size() != 1) {
      throw of.refused(node, "an inject is one of call, news, closed, takes; give one of them");
    }
    return switch (kinds.getFirst()) {
      case "call" -> new Inject.Call(minute, of.text("call"), of.text("text"));
      case "news" -> new Inject.News(minute, of.text("news"));
      case "closed" -> new Inject.Closed(minute, hospital(of, "closed"), of.text("text"));
      default -> takes(file, minute, of.at("takes"));
    };
  }

  private Inject takes(String file, int minute, Node node) {
    Section of =
        new Section(
            file,
            node,
            Stream.concat(Stream.of("hospital"), byName().keySet().stream())
                .collect(Collectors.toSet()));
    Map<Category, Integer> persons = new EnumMap<>(Category.class);
    byName()
        .forEach((name, category) -> {
          if (of.has(name)) {
            persons.put(category, of.whole(name, 0, PERSONS_MAX));
          }
        });
    return new Inject.Takes(minute, hospital(of, "hospital"), persons);
  }

  private String hospital(Section of, String key) {
    String id = of.text(key);
    if (!hospitals.contains(id)) {
      throw of.refused(
          of.at(key),
          "there is no hospital '%s'; give one of %s"
              .formatted(id, hospitals.stream().sorted().collect(Collectors.joining(", "))));
    }
    return id;
  }

  private static Goals goals(String file, Node node) {
    Map<String, Step> steps =
        Stream.of(Step.values())
            .collect(Collectors.toMap(s -> name(s) + "-minutes", Function.identity()));
    Set<String> keys =
        Stream.of(steps.keySet(), byName().keySet(), Set.of("over-capacity"))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    Section of = new Section(file, node, keys);
    Map<Step, Integer> wanted = new EnumMap<>(Step.class);
    steps.forEach((key, step) -> {
      if (of.has(key)) {
        wanted.put(step, of.whole(key, 1, MINUTES_MAX));
      }
    });
    Map<Category, Arrival> arrivals = new EnumMap<>(Category.class);
    byName()
        .forEach((name, category) -> {
          if (of.has(name)) {
            Section to = new Section(file, of.at(name), Set.of("within-minutes", "share-percent"));
            int share = to.has("share-percent") ? to.whole("share-percent", 1, 100) : 100;
            arrivals.put(category, new Arrival(to.whole("within-minutes", 1, MINUTES_MAX), share));
          }
        });
    int over = of.has("over-capacity") ? of.whole("over-capacity", 0, 20_000) : 0;
    return new Goals(wanted, arrivals, over);
  }

  private static Map<String, Category> byName() {
    return Goals.CATEGORIES.stream().collect(Collectors.toMap(c -> name(c), c -> c));
  }

  private static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
