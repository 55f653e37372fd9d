package se.dirigent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.dirigent.core.Fixtures.refusal;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static String check(String text) {
    return Texts.require("text", text, 1, 20);
  }

  @Test
  void s01AnOrdinaryTextIsStripped() {
    assertEquals("Åre, Öst 3", check("  Åre, Öst 3\t\n"));
  }

  @Test
  void s02NothingIsMissing() {
    assertEquals("text.missing", refusal(() -> Texts.require("text", null, 1, 20)));
    assertEquals("text.missing", refusal(() -> check("")));
    assertEquals("text.missing", refusal(() -> check(" \u2003\t ")));
  }

  @Test
  void s03TheLengthIsBoundedAtBothEnds() {
    assertEquals("text.length", refusal(() -> Texts.require("text", "a", 2, 20)));
    assertEquals("a".repeat(20), check("a".repeat(20)));
    assertEquals("text.length", refusal(() -> check("a".repeat(21))));
    assertEquals("a".repeat(20), check(" ".repeat(500) + "a".repeat(20)));
  }

  @Test
  void s04TheRefusalNamesFieldValueAndBounds() {
    Refused refused = assertThrows(Refused.class, () -> check("a".repeat(21)));
    assertEquals("text", refused.field());
    assertEquals(Map.of("length", "21", "min", "1", "max", "20"), refused.values());
  }

  @Test
  void s05LinesAndTabsAreText() {
    assertEquals("ett\ntvå\ttre", check("ett\ntvå\ttre"));
    assertEquals("ett\ntvå", check("ett\r\ntvå"), "another system's line ends are not a fault");
  }

  @Test
  void s06ControlCharactersAreRefused() {
    for (int c = 0; c < 0xA0; c++) {
      boolean control = c < 0x20 || c >= 0x7F;
      String text = "a" + Character.toString(c) + "b";
      if (control && c != '\n' && c != '\t') {
        assertEquals("text.characters", refusal(() -> check(text)), "character " + c);
      } else {
        assertEquals(text, check(text));
      }
    }
  }

  @Test
  void s07DirectionOverridesAreRefused() {
    for (int c :
        new int[] {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
      String text = "väg " + Character.toString(c) + "1";
      assertEquals("text.characters", refusal(() -> check(text)), Integer.toHexString(c));
    }
  }

  @Test
  void s08HalvesOfSurrogatePairsAreRefused() {
    assertEquals("text.characters", refusal(() -> check("a\uD83D")));
    assertEquals("text.characters", refusal(() -> check("\uDE91a")));
    assertEquals("text.characters", refusal(() -> check("\uDE91\uD83D")));
    assertEquals("\uD83D\uDE91", check("\uD83D\uDE91"), "a whole pair is an ambulance");
  }

  @Test
  void s09OtherScriptsAreText() {
    assertEquals("غرفة", check("غرفة"));
    assertEquals("Þórshöfn 東京", check("Þórshöfn 東京"));
  }

  @Test
  void s10OptionalTextMayBeAbsentButNotBad() {
    assertEquals("", Texts.optional("text", null, 20));
    assertEquals("", Texts.optional("text", "  ", 20));
    assertEquals("text.length", refusal(() -> Texts.optional("text", "a".repeat(21), 20)));
    assertEquals("text.characters", refusal(() -> Texts.optional("text", "a\0", 20)));
  }

  @Test
  void s11WhatIsLetInCanBeWrittenAndReadBack() {
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x300 : 0x1_0000));
      }
      try {
        String kept = Texts.require("text", text.toString(), 1, 100);
        byte[] bytes = kept.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(
            kept, new String(bytes, java.nio.charset.StandardCharsets.UTF_8), "seed " + seed);
        assertEquals(kept, Texts.require("text", kept, 1, 100), "seed " + seed);
      } catch (Refused refused) {
        assertEquals("text", refused.field(), "seed " + seed);
      }
    }
  }

  @Test
  void s12AClockALittleAheadIsBelievedButNotKept() {
    Stamp stamp = new Stamp(" demo.ett ", Fixtures.START);
    assertEquals("demo.ett", stamp.by());
    assertEquals(Fixtures.START.minusSeconds(5), stamp.past("at", Fixtures.START.minusSeconds(5)));
    assertEquals(Fixtures.START, stamp.past("at", Fixtures.START.plus(Duration.ofMinutes(1))));
    assertEquals("time.future", refusal(() -> stamp.past("at", Fixtures.START.plusSeconds(61))));
  }
}
