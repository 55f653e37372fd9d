package se.dirigent.core.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/** A number a patient is known by. */
public sealed interface PatientNumber {

  /** As stored and shown: twelve digits with a hyphen, or a reserve number. */
  String text();

  /**
   * A personal number (personnummer).
   *
   * @param text {@code YYYYMMDD-NNNC}
   * @param born date of birth, as the number says
   */
  record Personal(String text, LocalDate born) implements PatientNumber {}

  /**
   * A coordination number (samordningsnummer), for a person who is not registered in Sweden: as a
   * personal number, with 60 added to the day.
   *
   * @param text {@code YYYYMMDD-NNNC}, with the 60
   * @param born date of birth, as the number says
   */
  record Coordination(String text, LocalDate born) implements PatientNumber {}

  /**
   * A reserve number of ours, for a patient whose number nobody knows yet. Regions' own reserve
   * numbers differ in form; this one cannot be taken for any of them.
   *
   * @param text {@code R}, nine digits and a check digit
   */
  record Reserve(String text) implements PatientNumber {}

  /** Days added to a coordination number's day (Skatteverket, SKV 707). */
  int COORDINATION_DAYS = 60;

  /** Longest text worth reading as a number. */
  int LENGTH_MAX = 40;

  /**
   * Reads a number in the forms people write it: ten or twelve digits, with or without a hyphen; a
   * plus sign instead of the hyphen from the year a person turns 100 (Skatteverket, SKV 704).
   *
   * @param today tells the century of a ten-digit number, and that nobody is born tomorrow
   * @throws Refused {@code personalNumber.form}, {@code .date}, {@code .check} or {@code .future}
   */
  static PatientNumber parse(String field, String text, LocalDate today) {
    String bare = text.strip();
    if (bare.length() > LENGTH_MAX) {
      throw new Refused(
          "personalNumber.form", field, Map.of("value", bare.substring(0, LENGTH_MAX)));
    }
    if (bare.matches("R\\d{10}")) {
      return reserve(field, bare);
    }
    Matcher matcher = Forms.NUMBER.matcher(bare);
    if (!matcher.matches()) {
      throw new Refused("personalNumber.form", field, Map.of("value", bare));
    }
    String ten = matcher.group(2) + matcher.group(4);
    if (CheckDigit.of(ten.substring(0, 9)) != ten.charAt(9) - '0') {
      throw new Refused("personalNumber.check", field, Map.of("value", bare));
    }
    boolean hundred = "+".equals(matcher.group(3));
    return dated(field, bare, matcher, hundred, today);
  }

  /** The reserve number with the given serial, 0–999 999 999. */
  static Reserve reserve(long serial) {
    String digits = "%09d".formatted(serial);
    if (serial < 0 || digits.length() != 9) {
      throw new IllegalArgumentException("serial " + serial + " is not between 0 and 999999999");
    }
    return new Reserve("R" + digits + CheckDigit.of(digits));
  }

  private static PatientNumber reserve(String field, String text) {
    if (CheckDigit.of(text.substring(1, 10)) != text.charAt(10) - '0') {
      throw new Refused("personalNumber.check", field, Map.of("value", text));
    }
    return new Reserve(text);
  }

  private static PatientNumber dated(
      String field, String text, Matcher matcher, boolean hundred, LocalDate today) {
    String six = matcher.group(2);
    int day = Integer.parseInt(six.substring(4));
    boolean coordination = day > COORDINATION_DAYS;
    int month = Integer.parseInt(six.substring(2, 4));
    int dayOfMonth = coordination ? day - COORDINATION_DAYS : day;
    LocalDate born;
    try {
      int year = year(matcher.group(1), six, month, dayOfMonth, hundred, today);
      born = LocalDate.of(year, month, dayOfMonth);
    } catch (DateTimeException noSuchDay) {
      throw new Refused("personalNumber.date", field, Map.of("value", text));
    }
    if (born.isAfter(today)) {
      throw new Refused("personalNumber.future", field, Map.of("value", text));
    }
    String full = "%04d%s-%s".formatted(born.getYear(), six.substring(2), matcher.group(4));
    return coordination ? new Coordination(full, born) : new Personal(full, born);
  }

  /** The year: as written, else the latest in which the day is not after today. */
  private static int year(
      String century, String six, int month, int day, boolean hundred, LocalDate today) {
    int twoDigits = Integer.parseInt(six.substring(0, 2));
    if (!century.isEmpty()) {
      return Integer.parseInt(century) * 100 + twoDigits;
    }
    int year = today.getYear() / 100 * 100 + twoDigits;
    // Compared as numbers: 29 February exists in some of the candidates only.
    int date = year * 10_000 + month * 100 + day;
    int now = today.getYear() * 10_000 + today.getMonthValue() * 100 + today.getDayOfMonth();
    return year - (date > now ? 100 : 0) - (hundred ? 100 : 0);
  }

  /** The forms, kept out of the interface's face. */
  final class Forms {
    private static final Pattern NUMBER = Pattern.compile("(18|19|20|)(\\d{6})([-+]?)(\\d{4})");

    private Forms() {}
  }
}
