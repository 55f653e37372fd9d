package se.dirigent.core.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;

/** The numbers are Skatteverket's published test numbers, or made from them; nobody has them. */
class PatientNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void t1_readsAPersonalNumberInEveryForm() {
    for (String text :
        new String[] {"189001019802", "18900101-9802", " 18900101-9802 ", "18900101+9802"}) {
      PatientNumber number = PatientNumber.parse("personalNumber", text, TODAY);
      if (text.contains("+")) {
        // The plus sign with a written century says the same again; the century wins.
        assertEquals("18900101-9802", number.text());
        continue;
      }
      assertEquals(new PatientNumber.Personal("18900101-9802", LocalDate.of(1890, 1, 1)), number);
    }
  }

  @Test
  void t2_tellsTheCenturyOfTenDigits() {
    assertEquals("19900101-9802", text("900101-9802"));
    assertEquals("18900101-9802", text("900101+9802"));
    assertEquals("20241231-" + tail("241231"), text("241231-" + tail("241231")));
    // Tomorrow's date is last century's.
    assertEquals("19261123-" + tail("261123"), text("261123-" + tail("261123")));
    assertEquals("20261122-" + tail("261122"), text("261122-" + tail("261122")));
  }

  @Test
  void t3_readsACoordinationNumber() {
    String number = "19701063-" + tail("701063");
    PatientNumber read = PatientNumber.parse("personalNumber", number, TODAY);
    assertEquals(LocalDate.of(1970, 10, 3), ((PatientNumber.Coordination) read).born());
    assertEquals(number, read.text());
  }

  @Test
  void t4_refusesAWrongCheckDigit() {
    for (char digit = '0'; digit <= '9'; digit++) {
      if (digit != '2') {
        String text = "18900101-980" + digit;
        assertEquals("personalNumber.check", code(text));
      }
    }
  }

  @Test
  void t5_refusesDaysThatDoNotExist() {
    for (String six : new String[] {"700230", "701301", "700032", "700132", "700192", "700160"}) {
      assertEquals("personalNumber.date", code("19" + six + "-" + tail(six)));
    }
  }

  @Test
  void t6_refusesTomorrow() {
    assertEquals("personalNumber.future", code("20261123-" + tail("261123")));
  }

  @Test
  void t7_refusesOtherText() {
    for (String text :
        new String[] {
          "", "1", "190001", "abcdefgh-ijkl", "1890010198021", "17900101-9802", "R12"
        }) {
      assertEquals("personalNumber.form", code(text));
    }
    assertEquals("personalNumber.form", code("1".repeat(10_000)));
    // Digits of other scripts look right and are not.
    assertEquals("personalNumber.form", code("١٨٩٠٠١٠١-٩٨٠٢"));
  }

  @Test
  void t8_reserveNumbersReadBack() {
    for (long serial : new long[] {0, 1, 42, 999_999_999}) {
      PatientNumber.Reserve reserve = PatientNumber.reserve(serial);
      assertEquals(reserve, PatientNumber.parse("personalNumber", reserve.text(), TODAY));
    }
    assertEquals("personalNumber.check", code("R0000000010"));
    assertThrows(IllegalArgumentException.class, () -> PatientNumber.reserve(1_000_000_000));
  }

  @Test
  void t9_everyMistakenDigitAndMostSwapsAreFound() {
    var random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      LocalDate born = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(38_000));
      String six =
          "%02d%02d%02d"
              .formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth());
      String nine = six + "%03d".formatted(random.nextInt(1000));
      String ten = nine + CheckDigit.of(nine);
      PatientNumber number =
          PatientNumber.parse("n", born.getYear() / 100 + six + ten.substring(6), TODAY);
      assertInstanceOf(PatientNumber.Personal.class, number);
      int place = 6 + random.nextInt(4);
      char other = (char) ('0' + (ten.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
      String wrong = ten.substring(0, place) + other + ten.substring(place + 1);
      assertEquals("personalNumber.check", code(born.getYear() / 100 + wrong));
    }
  }

  private static String text(String text) {
    return PatientNumber.parse("personalNumber", text, TODAY).text();
  }

  private static String code(String text) {
    return assertThrows(
            Refused.class, () -> PatientNumber.parse("personalNumber", text, TODAY), text)
        .code();
  }

  /** A last four with the right check digit: 238 is in the range kept for tests. */
  private static String tail(String six) {
    return "238" + CheckDigit.of(six + "238");
  }
}
