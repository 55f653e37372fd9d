package se.dirigent.core.fleet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;

/** What may be asked of a unit apart from its assignments. */
public sealed interface UnitCommand {
  UnitId unit();

  /** Most seats and capabilities accepted: more than any vehicle of the field has. */
  int LIST_MAX = 20;

  /** Enter a new unit in the fleet. */
  record Register(
      UnitId unit,
      RegionCode region,
      String callSign,
      UnitKind kind,
      List<Capability> capabilities,
      List<CrewMember> crew,
      String station,
      String owner,
      boolean special)
      implements UnitCommand {
    public Register {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(region, "region");
      callSign = Texts.require("callSign", callSign, 1, 20);
      Objects.requireNonNull(kind, "kind");
      capabilities = capabilities.stream().distinct().sorted().toList();
      crew = List.copyOf(crew);
      station = Texts.require("station", station, 1, 64);
      owner = Texts.require("owner", owner, 1, 120);
      requireFew("crew", crew);
    }
  }

  /** Begin a shift, or change the one the unit is on. */
  record StartShift(UnitId unit, Shift shift, List<CrewMember> crew) implements UnitCommand {
    public StartShift {
      Objects.requireNonNull(shift, "shift");
      crew = List.copyOf(crew);
      requireFew("crew", crew);
    }
  }

  record EndShift(UnitId unit) implements UnitCommand {}

  /** Say that a free unit can, or cannot, be sent. */
  record SetAvailability(UnitId unit, boolean available, String reason) implements UnitCommand {
    public SetAvailability {
      reason = available ? Texts.optional("reason", reason, 200) : reasonOf(reason);
    }

    private static String reasonOf(String reason) {
      return Texts.require("reason", reason, 2, 200);
    }
  }

  private static void requireFew(String field, List<?> list) {
    if (list.size() > LIST_MAX) {
      throw new Refused("list.long", field, Map.of("max", String.valueOf(LIST_MAX)));
    }
  }
}
