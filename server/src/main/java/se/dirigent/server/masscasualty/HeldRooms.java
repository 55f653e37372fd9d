package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.Sending;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.capacity.Standing;

/**
 * What hospitals have left of one major incident while one command decides where casualties go, one
 * after another. Whoever asks for it first has it alone until the transaction ends.
 */
final class HeldRooms {
  private final MajorIncident major;
  private final Map<String, HospitalCapacity> capacities;
  private final Map<CasualtyId, Placed> placed;
  private final List<Placed> elsewhere;
  private final Map<String, Standing> toldElsewhere;
  private final UnaryOperator<String> nameOf;

  HeldRooms(
      MajorIncident major,
      Map<String, HospitalCapacity> capacities,
      Map<CasualtyId, Placed> placed,
      List<Placed> elsewhere,
      Map<String, Standing> toldElsewhere,
      UnaryOperator<String> nameOf) {
    this.major = major;
    this.capacities = capacities;
    this.placed = new HashMap<>(placed);
    this.elsewhere = List.copyOf(elsewhere);
    this.toldElsewhere = Map.copyOf(toldElsewhere);
    this.nameOf = nameOf;
  }

  /** What is left when one casualty is not reckoned with. */
  Rooms without(CasualtyId one) {
    List<Placed> others = new ArrayList<>();
    placed.forEach((id, p) -> {
      if (!id.equals(one)) {
        others.add(p);
      }
    });
    return major.rooms(capacities, others).beside(elsewhere).told(toldElsewhere);
  }

  /**
   * The decision as it is to be taken.
   *
   * @param x as it is, or null when nobody wears the tag, which is not for here to refuse
   * @throws Refused as {@link Sending#checked} does
   */
  Send checked(Send c, @Nullable Casualty x, Instant now) {
    return x == null ? c : Sending.checked(c, x, without(x.id()), major.key(), now, nameOf);
  }

  /** What a casualty takes after it was decided on. */
  void note(Casualty after) {
    Placed now = after.placed();
    if (now == null) {
      placed.remove(after.id());
    } else {
      placed.put(after.id(), now);
    }
  }
}
