package se.dirigent.app.exercise;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import se.dirigent.app.exercise.play.Course.Refusal;
import se.dirigent.app.exercise.scenario.Goals;
import se.dirigent.app.exercise.scenario.Inject;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.problem.ProblemTexts;

/** What an exercise says to people, in one language. */
final class ExerciseWords {
  private final ResourceBundle texts;
  private final Locale locale;
  private final Map<String, String> hospitals;

  /**
   * @param language {@code sv} or {@code en}
   * @param hospitals what each is called, by id
   */
  ExerciseWords(String language, Map<String, String> hospitals) {
    this.locale = language.equals("en") ? Locale.UK : Locale.of("sv", "SE");
    this.texts =
        ResourceBundle.getBundle(
            "exercise.report", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    this.hospitals = Map.copyOf(hospitals);
  }

  String language() {
    return locale.getLanguage();
  }

  /** A text by its key, filled in. */
  String say(String key, Object... values) {
    return String.format(locale, texts.getString(key), values);
  }

  String hospital(String id) {
    return hospitals.getOrDefault(id, id);
  }

  /** Why the service refused something: in its own words, which are Swedish, or by what kind. */
  String say(Refusal refusal) {
    if (language().equals("sv") || refusal.code().isEmpty()) {
      return refusal.words();
    }
    return new ProblemTexts().problem(Fault.of(0, refusal.code()), Language.EN).title();
  }

  /** An inject in words. */
  String say(Inject inject) {
    return switch (inject) {
      case Inject.Call call -> call.address() + ": " + call.description();
      case Inject.News news -> news.text();
      case Inject.Closed closed -> say("closed", hospital(closed.hospital()), closed.text());
      case Inject.Takes takes ->
          say(
              "takes",
              hospital(takes.hospital()),
              Goals.CATEGORIES.stream()
                  .filter(takes.persons()::containsKey)
                  .map(c -> takes.persons().get(c) + " " + say("many." + c))
                  .collect(Collectors.joining(", ")));
    };
  }
}
