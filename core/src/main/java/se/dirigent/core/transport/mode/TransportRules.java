package se.dirigent.core.transport.mode;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * All that a region has settled about care transports.
 *
 * @param tables one is in force on each day it answers for
 * @param modes one for each mode the region has
 * @param deadlines for orders
 * @param receiving when a ward can receive a patient without its on-call staff
 * @param departments that can be named; a facility without any takes every name
 * @param examples what the tables must answer, kept beside them and tried by a test
 * @param airFee what flying less does to the region's part of the standby fee; null when unknown
 */
public record TransportRules(
    List<DecisionTable> tables,
    List<Terms> modes,
    List<Deadline> deadlines,
    Hours receiving,
    List<Department> departments,
    List<Example> examples,
    @Nullable AirFee airFee) {
  /**
   * A part of a facility that sends and receives patients.
   *
   * @param facility its id
   * @param name as people say it
   * @param careUnit whose users answer for it; empty when none of them uses the program
   * @param synthetic whether it is invented for the demonstration
   */
  public record Department(String facility, String name, String careUnit, boolean synthetic) {
    public Department {
      facility = Texts.require("facility", facility, 1, 64);
      name = Texts.require("name", name, 1, 120);
      careUnit = Texts.optional("careUnit", careUnit, 120);
    }
  }

  /** What the table of a version must answer; a table that changes changes its examples too. */
  public record Example(String name, String version, Facts facts, Mode mode, String rule) {}

  /** Checks that no day has two tables and no mode two terms. */
  public TransportRules {
    tables = tables.stream().sorted(Comparator.comparing(DecisionTable::validFrom)).toList();
    modes = List.copyOf(modes);
    deadlines = List.copyOf(deadlines);
    departments = List.copyOf(departments);
    examples = List.copyOf(examples);
    Objects.requireNonNull(receiving, "receiving");
    for (int i = 0; i + 1 < tables.size(); i++) {
      if (tables.get(i).inForce(tables.get(i + 1).validFrom())) {
        throw new IllegalArgumentException(
            "the tables "
                + tables.get(i).version()
                + " and "
                + tables.get(i + 1).version()
                + " are in force on the same day; end the first the day before");
      }
    }
    Map<Mode, Terms> seen = new EnumMap<>(Mode.class);
    for (Terms terms : modes) {
      if (seen.put(terms.mode(), terms) != null) {
        throw new IllegalArgumentException("two terms for " + terms.mode() + "; keep one");
      }
    }
  }

  /**
   * The table in force on a day.
   *
   * @throws Refused {@code transport.noTable}
   */
  public DecisionTable table(LocalDate day) {
    return tables.stream()
        .filter(t -> t.inForce(day))
        .findAny()
        .orElseThrow(
            () -> Refused.state("transport.noTable", "readyAt", Map.of("day", day.toString())));
  }

  /** The terms of a mode, or null when the region has none of it. */
  public @Nullable Terms terms(Mode mode) {
    return modes.stream().filter(t -> t.mode() == mode).findAny().orElse(null);
  }

  /** The department of a facility, if it is listed. */
  public Optional<Department> findDepartment(String facility, String name) {
    return departments.stream()
        .filter(d -> d.facility().equals(facility) && d.name().equals(name))
        .findAny();
  }

  /** Whether the facility may be named with the department: one without any listed takes every. */
  public boolean takes(String facility, String name) {
    return findDepartment(facility, name).isPresent()
        || departments.stream().noneMatch(d -> d.facility().equals(facility));
  }
}
