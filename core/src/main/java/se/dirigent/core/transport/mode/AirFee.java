package se.dirigent.core.transport.mode;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.Texts;

/**
 * What the federation of air ambulances takes beside the hours flown: a standby fee, a share of its
 * income, divided among the regions by geography, population and past use. Fewer hours flown leave
 * a part of its costs unpaid, which comes back in the fee.
 *
 * @param hoursYear flown in the country a year
 * @param kronorPerHour of a flight hour
 * @param standbyShare of the federation's income that is the standby fee, 0–1
 * @param weightGeography how much of the fee is divided by area; the three weights make 1
 * @param weightPopulation how much by inhabitants
 * @param weightUse how much by hours flown before
 * @param fixedShare how much of an hour's price pays what is there whether it flies or not, 0–1
 * @param ownHoursYear the region's own hours a year; null where nobody has said, then as its area
 *     and inhabitants say
 * @param source where the figures are from
 * @param date as of when
 * @param synthetic whether some are assumed
 */
public record AirFee(
    int hoursYear,
    int kronorPerHour,
    double standbyShare,
    double weightGeography,
    double weightPopulation,
    double weightUse,
    double fixedShare,
    @Nullable Integer ownHoursYear,
    String source,
    String date,
    boolean synthetic) {
  /** Shares are written with two decimals; thirds make 0.99. */
  private static final double ROUNDING = 0.011;

  /** Checks that shares are shares. */
  public AirFee {
    source = Texts.require("source", source, 2, 300);
    date = Texts.require("date", date, 4, 20);
    double weights = weightGeography + weightPopulation + weightUse;
    if (hoursYear < 1 || kronorPerHour < 1 || Math.abs(weights - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "hoursYear is " + hoursYear + ", weights make " + weights + "; give hours and 1");
    }
    if (!(standbyShare >= 0 && standbyShare < 1 && fixedShare >= 0 && fixedShare <= 1)) {
      throw new IllegalArgumentException(
          "standbyShare is " + standbyShare + ", fixedShare " + fixedShare + "; give 0 to 1");
    }
  }

  /**
   * What a change of hours does to the fee, in whole kronor a year.
   *
   * @param before the region's fee today
   * @param after its fee when the federation has divided it anew
   * @param others what the other regions pay more together
   */
  public record Effect(long before, long after, long others) {}

  /**
   * The effect of flying less.
   *
   * @param area the region's share of the country's area, 0–1
   * @param inhabitants its share of the country's inhabitants, 0–1
   * @param hoursSaved hours a year the region no longer flies; below zero when it flies more
   */
  public Effect effect(double area, double inhabitants, double hoursSaved) {
    double own = ownHoursYear == null ? hoursYear * (area + inhabitants) / 2 : ownHoursYear;
    double saved = Math.min(hoursSaved, own);
    double fee = standbyShare / (1 - standbyShare) * hoursYear * kronorPerHour;
    double before = fee * share(area, inhabitants, own / hoursYear);
    double unpaid = fee + saved * kronorPerHour * fixedShare;
    double after = unpaid * share(area, inhabitants, (own - saved) / (hoursYear - saved));
    return new Effect(
        Math.round(before), Math.round(after), Math.round(unpaid - after - (fee - before)));
  }

  private double share(double area, double inhabitants, double use) {
    return weightGeography * area + weightPopulation * inhabitants + weightUse * use;
  }
}
