package se.dirigent.server.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in the source that refuses something, as the text of the file tells it.
 *
 * @param place file and line
 * @param kind how the refusal was made, for instance {@code Refused.state}
 * @param codes the codes written there; none when they are made at run time
 * @param values names of the values it gives
 */
record RefusalSite(String place, String kind, List<String> codes, Set<String> values) {
  private static final Pattern CALL =
      Pattern.compile(
          "new Refused\\(|Refused\\.state\\(|Refused\\.unknown\\(|new Fault\\("
              + "|Fault\\.of\\(|Fault\\.in\\(");
  private static final Pattern CODE = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[a-z][A-Za-z]*)*)\"");
  private static final Pattern KEY = Pattern.compile("^\\s*\"([A-Za-z]+)\"\\s*$");

  static List<RefusalSite> all(Path... roots) {
    List<RefusalSite> sites = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(f -> read(f, sites));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sites;
  }

  private static void read(Path file, List<RefusalSite> sites) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (MatchResult call : CALL.matcher(text).results().toList()) {
      List<String> arguments = arguments(text, call.end());
      long line = text.substring(0, call.start()).lines().count();
      String kind = call.group().replace("(", "");
      boolean refused = kind.contains("Refused");
      String code = arguments.get(refused ? 0 : kind.equals("Fault.in") ? 2 : 1);
      int at = refused ? 2 : 3;
      String values = arguments.size() > at ? arguments.get(at) : "Map.of()";
      List<String> codes = CODE.matcher(code).results().map(m -> m.group(1)).toList();
      sites.add(new RefusalSite(file.getFileName() + ":" + line, kind, codes, names(text, values)));
    }
  }

  /** Names of the values: the even arguments of a {@code Map.of}, here or where it was made. */
  private static Set<String> names(String text, String expression) {
    String made = expression;
    if (expression.matches("[a-z][A-Za-z]*")) {
      Matcher variable =
          Pattern.compile("\\b" + expression + "\\s*=\\s*(Map\\.of\\()").matcher(text);
      made = variable.find() ? text.substring(variable.start(1)) : "";
    }
    Set<String> names = new TreeSet<>();
    int map = made.indexOf("Map.of(");
    if (map >= 0) {
      List<String> arguments = arguments(made, map + "Map.of(".length());
      for (int i = 0; i < arguments.size(); i += 2) {
        KEY.matcher(arguments.get(i)).results().forEach(key -> names.add(key.group(1)));
      }
    }
    return names;
  }

  /** The arguments of a call, from behind its parenthesis. */
  private static List<String> arguments(String text, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 1;
    boolean quoted = false;
    int start = from;
    for (int i = from; depth > 0; i++) {
      char c = text.charAt(i);
      if (c == '"' && text.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      }
      if (depth == 0 || depth == 1 && !quoted && c == ',') {
        arguments.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    return arguments;
  }
}
