package se.dirigent.server.masscasualty.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.capacity.Standing;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.server.masscasualty.HospitalService.Situation;

/**
 * What one hospital takes from now on, hour by hour of the event, number by number: what it has
 * said, else what it has documented, less whom it has been given; of a hospital that has done
 * neither, the standard of its level.
 *
 * @param categories a line for each of the categories that travel, in their order
 * @param specialties a line for each specialty, in their order
 * @param urgent those who need what the most urgent need, the expectant with the immediate
 * @param assumed whether any line is the standard
 * @param saidAt when it last said something; null when it has not
 */
record HospitalLines(
    Facility facility,
    List<Line> categories,
    List<Line> specialties,
    Line urgent,
    boolean closed,
    boolean assumed,
    @Nullable Instant saidAt) {
  /** Categories that travel, in the order of their numbers. */
  static final List<Category> TRAVELLING =
      Arrays.stream(Category.values()).filter(Category::travels).toList();

  /**
   * One number.
   *
   * @param perHour persons in each hour from the one that goes on
   * @param stock whether all hours together take no more than any of them says: a hospital that
   *     says "three more" means three, not three an hour
   */
  record Line(int[] perHour, boolean stock) {
    static Line closed(int hours) {
      return new Line(new int[hours], false);
    }
  }

  /** The hours, and the situation that all hospitals are seen in. */
  record Hours(Situation situation, Instant now, int count) {
    /** When an hour's figure is asked for: the one that goes on now, others at their beginning. */
    Instant at(int hour) {
      return hour == 0 ? now : origin().plusSeconds(3_600L * hour);
    }

    /** When the hour that goes on began. */
    Instant origin() {
      return situation.major().declaredAt().plusSeconds(3_600L * passed());
    }

    /** Whole hours since the alarm. */
    int passed() {
      long millis = now.toEpochMilli() - situation.major().declaredAt().toEpochMilli();
      return (int) Math.max(0, millis / 3_600_000);
    }
  }

  static HospitalLines of(Facility facility, Hours hours) {
    Rooms rooms = hours.situation().rooms();
    Standing said = hours.situation().major().standings().get(facility.id());
    Maker maker = new Maker(facility, hours, said, hours.situation().documented(facility.id()));
    if (rooms.closed(facility.id())) {
      Line none = Line.closed(hours.count());
      List<Line> eight = Collections.nCopies(Specialty.values().length, none);
      List<Line> four = Collections.nCopies(TRAVELLING.size(), none);
      return new HospitalLines(
          facility, four, eight, none, true, false, said == null ? null : said.at());
    }
    List<Line> categories = TRAVELLING.stream().map(maker::line).toList();
    List<Line> specialties = Arrays.stream(Specialty.values()).map(maker::line).toList();
    return new HospitalLines(
        facility,
        categories,
        specialties,
        maker.urgent(categories),
        false,
        maker.assumed,
        said == null ? null : said.at());
  }

  /** Makes the lines of one hospital. */
  private static final class Maker {
    private final Facility facility;
    private final Hours hours;
    private final @Nullable Standing said;
    private final @Nullable HospitalCapacity documented;
    private final List<Intake> standard;
    private boolean assumed;

    Maker(
        Facility facility,
        Hours hours,
        @Nullable Standing said,
        @Nullable HospitalCapacity documented) {
      this.facility = facility;
      this.hours = hours;
      this.said = said;
      this.documented = documented;
      this.standard = StandardIntake.of(facility.id(), facility.level());
    }

    Line line(Category category) {
      Rooms rooms = hours.situation().rooms();
      String id = facility.id();
      if (rooms.left(id, category, hours.now()) == null) {
        assumed = true;
        int number = TRAVELLING.indexOf(category);
        int given = given(category);
        return figures(false, h -> standard(h).categories().get(number) - (h == 0 ? given : 0));
      }
      boolean stock =
          said != null
              && (said.takes().containsKey(category)
                  || category == Category.EXPECTANT
                      && !named()
                      && said.takes().containsKey(Category.IMMEDIATE));
      return figures(stock, h -> zeroIfNull(rooms.left(id, category, hours.at(h))));
    }

    Line line(Specialty specialty) {
      boolean told = said != null && said.specialties().containsKey(specialty);
      if (told || documented != null || hours.situation().key() != null) {
        return figures(told, h -> hours.situation().left(facility.id(), specialty, hours.at(h)));
      }
      assumed = true;
      return figures(false, h -> standard(h).specialties().get(specialty.ordinal()));
    }

    /** Where the expectant have no number of their own they are of that of the immediate. */
    Line urgent(List<Line> categories) {
      Line immediate = categories.get(TRAVELLING.indexOf(Category.IMMEDIATE));
      Line expectant = categories.get(TRAVELLING.indexOf(Category.EXPECTANT));
      if (!named()
          && hours.situation().rooms().left(facility.id(), Category.EXPECTANT, hours.now())
              != null) {
        return immediate;
      }
      return figures(false, h -> immediate.perHour()[h] + expectant.perHour()[h]);
    }

    private boolean named() {
      return said != null && said.takes().containsKey(Category.EXPECTANT)
          || documented != null
              && documented.hours().stream()
                  .anyMatch(hour -> hour.categories().containsKey(Category.EXPECTANT));
    }

    private Intake standard(int hour) {
      return standard.get(Math.min(standard.size() - 1, hours.passed() + hour));
    }

    private int given(Category category) {
      int given = 0;
      for (Casualty one : hours.situation().casualties()) {
        Placed placed = one.placed();
        if (placed != null
            && placed.facility().equals(facility.id())
            && placed.category() == category
            && !placed.at().isBefore(hours.origin())) {
          given++;
        }
      }
      return given;
    }

    private Line figures(boolean stock, IntUnaryOperator of) {
      int[] figures = new int[hours.count()];
      for (int h = 0; h < figures.length; h++) {
        figures[h] = Math.max(0, of.applyAsInt(h));
      }
      return new Line(figures, stock);
    }

    private static int zeroIfNull(@Nullable Integer left) {
      return left == null ? 0 : left;
    }
  }

  /** The lines that are stocks, with their numbers among the kernel's. */
  List<Stock> stocks(int hospital) {
    List<Stock> stocks = new ArrayList<>();
    for (int c = 0; c < categories.size(); c++) {
      add(stocks, hospital, true, c, categories.get(c));
    }
    for (int s = 0; s < specialties.size(); s++) {
      add(stocks, hospital, false, s, specialties.get(s));
    }
    add(stocks, hospital, false, Question.URGENT, urgent);
    return stocks;
  }

  private static void add(
      List<Stock> stocks, int hospital, boolean category, int number, Line line) {
    if (line.stock()) {
      stocks.add(new Stock(hospital, category, number, line.perHour()[0]));
    }
  }
}
