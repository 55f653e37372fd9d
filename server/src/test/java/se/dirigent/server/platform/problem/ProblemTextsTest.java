package se.dirigent.server.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Reception;
import se.dirigent.core.incident.PositionQuality;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.mode.Mode;

/** Every refusal in the source has its sentences in both languages, and they can be filled. */
class ProblemTextsTest {
  private static final List<RefusalSite> SITES =
      RefusalSite.all(
          Path.of("../core/src/main/java"),
          Path.of("src/main/java"),
          Path.of("../app/src/main/java/se/dirigent/app/study"),
          Path.of("../app/src/main/java/se/dirigent/app/demo"),
          Path.of("../app/src/main/java/se/dirigent/app/exercise"));

  /** Codes put together at run time, with the values they carry; the scan cannot see them. */
  private static final Map<String, Set<String>> BUILT =
      Map.of(
          "incident.unknown", Set.of("incident"),
          "unit.unknown", Set.of("unit"),
          "assignment.unknown", Set.of("assignment"),
          "casualty.closed", Set.of("tag", "hospital", "left", "instead"),
          "casualty.full", Set.of("tag", "hospital", "left", "instead"),
          "casualty.specialty", Set.of("tag", "hospital", "left", "instead"));

  /** Sites that pass on a fault somebody else has named, or are listed above. */
  private static final Set<String> WITHOUT_CODE =
      Set.of(
          "ExerciseWords.java",
          "Scene.java",
          "Fault.java",
          "Faults.java",
          "Refused.java",
          "Sending.java");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
  private static final List<String> PARTS = List.of(".title", ".detail", ".remedy");

  /** By code, the values every one of its sites gives. */
  private static Map<String, Set<String>> codes() {
    Map<String, Set<String>> codes = new TreeMap<>(BUILT);
    for (RefusalSite site : SITES) {
      for (String code : site.codes()) {
        codes.merge(code, site.values(), ProblemTextsTest::common);
      }
    }
    return codes;
  }

  private static Set<String> common(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.retainAll(b);
    return both;
  }

  private static Properties texts(Language language) throws IOException {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources/problems_" + language.code() + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void scenario1TheScanSeesTheRefusals() {
    assertTrue(SITES.size() > 100, () -> "only " + SITES.size());
    assertEquals(Set.of("unit", "assignment"), codes().get("unit.busy"));
    assertEquals(Set.of("start", "end"), codes().get("shift.length"));
    assertEquals(Set.of(), codes().get("text.missing"));
    List<String> unread =
        SITES.stream()
            .filter(site -> site.codes().isEmpty())
            .map(RefusalSite::place)
            .filter(place -> !WITHOUT_CODE.contains(place.substring(0, place.indexOf(':'))))
            .toList();
    assertEquals(List.of(), unread, "write the code as one literal, or list it in BUILT");
  }

  @Test
  void scenario2EveryCodeHasItsSentencesInBothLanguages() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Language language : Language.values()) {
      Properties texts = texts(language);
      for (String code : codes().keySet()) {
        PARTS.stream()
            .filter(part -> texts.getProperty(code + part, "").isBlank())
            .forEach(part -> missing.add(language.code() + " " + code + part));
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void scenario3EverySentenceBelongsToACodeAndNamesOnlyItsValues() throws IOException {
    Map<String, Set<String>> codes = codes();
    codes.put("general", Set.of());
    List<String> wrong = new ArrayList<>();
    for (Language language : Language.values()) {
      Properties texts = texts(language);
      for (String key : texts.stringPropertyNames()) {
        String code = key.substring(0, key.lastIndexOf('.'));
        boolean word = key.startsWith("word.");
        if (!word && (!codes.containsKey(code) || !PARTS.contains(key.substring(code.length())))) {
          wrong.add(language.code() + " " + key + ": no code uses it");
        }
        Set<String> known = codes.getOrDefault(code, Set.of());
        PLACEHOLDER
            .matcher(texts.getProperty(key))
            .results()
            .map(m -> m.group(1))
            .filter(name -> !known.contains(name) && !Set.of("field", "code").contains(name))
            .forEach(name -> wrong.add(language.code() + " " + key + " {" + name + "}"));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void scenario4BothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(
        new TreeSet<>(texts(Language.SV).stringPropertyNames()),
        new TreeSet<>(texts(Language.EN).stringPropertyNames()));
  }

  @Test
  void scenario5ACodeIsOfOneKindWhereverItIsUsed() {
    Map<String, Set<String>> kinds = new HashMap<>();
    for (RefusalSite site : SITES) {
      String kind = site.kind().contains("Refused") ? site.kind() : "Fault";
      site.codes().forEach(code -> kinds.computeIfAbsent(code, _ -> new TreeSet<>()).add(kind));
    }
    // One character PostgreSQL cannot store is told by the database, the others by the text.
    kinds.remove("text.characters");
    kinds.values().removeIf(kind -> kind.size() == 1);
    assertEquals(Map.of(), kinds);
  }

  @Test
  void scenario6NamesOfTheInterfaceAreSaidInWords() throws IOException {
    Map<String, Stream<? extends Enum<?>>> names =
        Map.of(
            "milestone", Stream.of(Milestone.values()),
            "current", Stream.of(Milestone.values()),
            "state",
                Stream.concat(
                    Stream.of(Assignment.State.values()), Stream.of(Reception.State.values())),
            "quality", Stream.of(PositionQuality.values()),
            "mode", Stream.of(Mode.values()),
            "recommended", Stream.of(Mode.values()),
            "ride", Stream.of(Transport.Ride.values()),
            "reception", Stream.of(Transport.Reception.values()),
            "category", Stream.of(Category.values()),
            "tier", Stream.of(DistributionKey.Tier.values()));
    Set<String> keys =
        names.entrySet().stream()
            .flatMap(e -> e.getValue().map(name -> "word." + e.getKey() + "." + name.name()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Language language : Language.values()) {
      Set<String> words = new TreeSet<>(texts(language).stringPropertyNames());
      words.removeIf(key -> !key.startsWith("word."));
      assertEquals(keys, words);
    }
    Map<String, String> values = Map.of("milestone", "ROLLING", "current", "AT_ADDRESS");
    Fault fault = Faults.of(Refused.state("milestone.passed", "milestone", values), "");
    assertEquals(
        "Uppdraget är redan på \"framme\"; \"rullar\" går inte att stämpla nu.",
        new ProblemTexts().problem(fault, Language.SV).detail());
  }

  @Test
  void scenario7TheStatusFollowsTheKindAndThePath() {
    Map<String, String> id = Map.of("incident", "sos:2026-11-22:000001");
    Refused unknown = Refused.unknown("incident.unknown", "incident", id);
    String base = "/api/regions/x";
    assertEquals(422, Faults.of(new Refused("text.missing", "", Map.of()), base).status());
    assertEquals(409, Faults.of(Refused.state("incident.closed", "", id), base).status());
    assertEquals(422, Faults.of(unknown, base + "/units/23-1110/redirect").status());
    assertEquals(404, Faults.of(unknown, base + "/incidents/sos:2026-11-22:000001").status());
    assertEquals(404, Faults.of(unknown, base + "/intake/sos/2026-11-22/000001/updates").status());
    assertEquals(422, Faults.of(unknown, base + "/incidents/sos:2026-11-22:0000012").status());
  }

  @Test
  void scenario8ADatabaseLostUnderAFilterIsNoFaultOfOurs() {
    var closed = new TransactionSystemException("JDBC rollback failed", new SQLException("closed"));
    assertEquals(503, Faults.ofContainer(500, closed).status());
    assertEquals(503, Faults.ofContainer(500, new ServletException("x", closed)).status());
    assertEquals(500, Faults.ofContainer(500, new IllegalStateException("x")).status());
    assertEquals(404, Faults.ofContainer(404, null).status());
  }
}
