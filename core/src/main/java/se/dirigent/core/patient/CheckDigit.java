package se.dirigent.core.patient;

/** The check digit of Swedish numbers: Luhn's formula, modulus 10 (Skatteverket, SKV 704). */
final class CheckDigit {
  private CheckDigit() {}

  /**
   * The digit that follows the others.
   *
   * @param digits an odd number of decimal digits, so that the first is doubled
   */
  static int of(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
