package se.dirigent.simulator.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;

class AgreementTest {
  /** Parts of an experiment are known by their scenarios' text, made by processes of their own. */
  @Test
  void s1WhatIsAgreedReadsTheSameInEveryProcess() {
    var agreement =
        new Blueprint.Agreement(
            "dalarna", Set.of(UnitKind.values()), Set.of(7, 3, 1, 9, 5, 2, 8, 4, 6));
    assertEquals(List.of(UnitKind.values()), List.copyOf(agreement.kinds()));
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), List.copyOf(agreement.levels()));
  }
}
