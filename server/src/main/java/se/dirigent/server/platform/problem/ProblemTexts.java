package se.dirigent.server.platform.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The sentences of problem documents, by code and language. A placeholder {@code {name}} is filled
 * from the fault's values. A code without sentences of its own gets the general ones, so that a new
 * refusal is never a blank answer; a test tells which codes lack theirs. A value that is a name of
 * the interface, for instance {@code AT_ADDRESS}, is said in the user's words.
 */
@Component
public class ProblemTexts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

  /** A longer value is cut: it comes from outside, and the answer is not the place to store it. */
  private static final int VALUE_LENGTH_MAX = 200;

  private static final String GENERAL = "general";

  /** Before a placeholder and a name of the interface: the word people say for it. */
  private static final String WORD = "word.";

  private final Map<Language, Properties> sentences = new EnumMap<>(Language.class);

  public ProblemTexts() {
    for (Language language : Language.values()) {
      sentences.put(language, read("/problems_" + language.code() + ".properties"));
    }
  }

  /** Puts a fault into words. */
  public Problem problem(Fault fault, Language language) {
    String field = fault.field().isEmpty() ? null : fault.field();
    return new Problem(
        "urn:dirigent:problem:" + fault.code(),
        sentence(fault, language, "title"),
        fault.status(),
        sentence(fault, language, "detail"),
        field,
        sentence(fault, language, "remedy"));
  }

  /** Whether the code has sentences of its own in the language. */
  public boolean knows(String code, Language language) {
    Properties properties = sentences.get(language);
    return properties != null && properties.containsKey(code + ".title");
  }

  private String sentence(Fault fault, Language language, String part) {
    Properties properties = Objects.requireNonNull(sentences.get(language));
    String template = properties.getProperty(fault.code() + "." + part);
    if (template == null) {
      template = properties.getProperty(GENERAL + "." + part, "");
    }
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(match -> {
      String name = match.group(1);
      String value = value(fault, name);
      String word = properties.getProperty(WORD + name + "." + value, value);
      return Matcher.quoteReplacement(word);
    });
  }

  private static String value(Fault fault, String name) {
    String value =
        switch (name) {
          case "field" -> fault.field();
          // What is refused may have a code of its own, such as a key's: that is the one meant.
          case "code" -> fault.values().getOrDefault(name, fault.code());
          // A missing value shows its name: a hole in a sentence would be harder to report.
          case String other -> fault.values().getOrDefault(other, "{" + other + "}");
        };
    String cut = value.length() <= VALUE_LENGTH_MAX ? value : cut(value);
    return cut.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String cut(String value) {
    return value.substring(0, VALUE_LENGTH_MAX) + "…";
  }

  static Properties read(String resource) {
    var properties = new Properties();
    try (InputStream stream = ProblemTexts.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The file " + resource + " is missing from the jar.");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
