package se.dirigent.app.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a scenario, in Swedish. The readers of files speak English, as the command
 * line does; each half of what they say, what is wrong and what to do, is known by its pattern. A
 * half that nobody has translated stays as it is.
 */
final class RefusalWords {
  private static final String PLACE = "{}";
  private static final List<Said> SWEDISH = read("/twin/refusals_sv.txt");

  /**
   * One half of a message.
   *
   * @param literal how much of it stands in every such message
   */
  private record Said(Pattern english, int literal, List<String> swedish) {
    static Said of(String line) {
      String[] both = line.split(" = ", 2);
      String pattern =
          Stream.of(both[0].split(Pattern.quote(PLACE), -1))
              .map(Pattern::quote)
              .collect(Collectors.joining("(.*?)"));
      int literal = both[0].replace(PLACE, "").length();
      return new Said(
          Pattern.compile(pattern), literal, List.of(both[1].split(Pattern.quote(PLACE), -1)));
    }

    Optional<String> in(String text) {
      Matcher found = english.matcher(text);
      if (!found.matches()) {
        return Optional.empty();
      }
      StringBuilder said = new StringBuilder(swedish.getFirst());
      for (int place = 1; place < swedish.size(); place++) {
        said.append(found.group(place)).append(swedish.get(place));
      }
      return Optional.of(said.toString());
    }
  }

  private RefusalWords() {}

  /**
   * In a language.
   *
   * @param language sv or en
   */
  static String in(String language, String what) {
    return language.equals("sv")
        ? Stream.of(what.split("; ")).map(RefusalWords::half).collect(Collectors.joining("; "))
        : what;
  }

  private static String half(String text) {
    return find(text).orElse(text);
  }

  /** The Swedish of one half, if somebody has written it. */
  static Optional<String> find(String half) {
    return SWEDISH.stream().flatMap(said -> said.in(half).stream()).findFirst();
  }

  private static List<Said> read(String resource) {
    try (InputStream in = RefusalWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no file " + resource + " on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Said::of)
          // What is said of one thing alone goes before what may be said of anything.
          .sorted(Comparator.comparingInt(Said::literal).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
