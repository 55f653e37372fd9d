package se.dirigent.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {
  /** Where scenarios are read and changed: what is refused there stands on the page. */
  private static final List<String> SOURCES =
      List.of(
          "../app/src/main/java/se/dirigent/app/twin/Section.java",
          "../app/src/main/java/se/dirigent/app/twin/ScenarioFile.java",
          "../app/src/main/java/se/dirigent/app/twin/CallSection.java",
          "../app/src/main/java/se/dirigent/app/twin/ChainSection.java",
          "../app/src/main/java/se/dirigent/app/twin/EventSection.java",
          "../app/src/main/java/se/dirigent/app/twin/RideSection.java",
          "../simulator/src/main/java/se/dirigent/simulator/arrival/Year.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Air.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Breakdowns.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Centre.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/DoctorCars.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Event.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Receiving.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Staffing.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Talk.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/Travel.java",
          "../simulator/src/main/java/se/dirigent/simulator/chain/WaitingRules.java",
          "../simulator/src/main/java/se/dirigent/simulator/ride/model/RideChange.java",
          "../simulator/src/main/java/se/dirigent/simulator/ride/model/RideModel.java",
          "../simulator/src/main/java/se/dirigent/simulator/roster/ShiftPlan.java",
          "../simulator/src/main/java/se/dirigent/simulator/trial/CallModel.java",
          "../simulator/src/main/java/se/dirigent/simulator/twin/Befalls.java",
          "../simulator/src/main/java/se/dirigent/simulator/twin/Change.java",
          "../simulator/src/main/java/se/dirigent/simulator/twin/ChainChange.java");

  /** A message in one literal: what is wrong, a semicolon, what to do. */
  private static final Pattern MESSAGE = Pattern.compile("\"([^\"\n]*[a-z'%sd]; [a-z][^\"\n]*)\"");

  /** Said of files alone, which the page never names. */
  private static final List<String> OF_FILES =
      List.of("there is no scenario '", "there is no file '", " on the class path");

  @Test
  void t01_bothHalvesAreTranslatedWithWhatStandsInThem() {
    assertEquals(
        "faktorn är -1.0; ange ett tal över 0, högst 20",
        RefusalWords.in("sv", "the factor is -1.0; give a number above 0, at most 20"));
    assertEquals(
        "'kind' är 'hovercraft'; ange ett av ambulance, other",
        RefusalWords.in("sv", "'kind' is 'hovercraft'; give one of ambulance, other"));
  }

  @Test
  void t01b_whatSaysMostGoesBeforeWhatMayBeSaidOfAnything() {
    assertEquals(
        "'policies' är ingen lista; börja varje rad med ett streck",
        RefusalWords.in("sv", "'policies' is no list; begin each line with a dash"));
  }

  @Test
  void t02_whatNobodyHasTranslatedAndEnglishStayAsTheyAre() {
    assertEquals("the moon is full; wait", RefusalWords.in("sv", "the moon is full; wait"));
    assertEquals("'a' is no list", RefusalWords.in("en", "'a' is no list"));
  }

  @Test
  void t03_everyRefusalOfAScenarioHasItsSwedish() throws IOException {
    StringBuilder missing = new StringBuilder();
    int seen = 0;
    for (String source : SOURCES) {
      for (String message : messages(Files.readString(Path.of(source)))) {
        seen++;
        Stream.of(message.split("; "))
            .map(half -> half.replaceAll("%(\\.\\d)?[sdf]", "7"))
            .filter(half -> RefusalWords.find(half).isEmpty())
            .forEach(half -> missing.append(half).append('\n'));
      }
    }
    assertEquals("", missing.toString(), "add them to twin/refusals_sv.txt");
    assertEquals(true, seen > 30, () -> "the scan sees too little");
  }

  private static List<String> messages(String source) {
    return MESSAGE
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .filter(message -> OF_FILES.stream().noneMatch(message::startsWith))
        .toList();
  }
}
