package se.dirigent.server.advice;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.dirigent.core.fleet.Unit;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.server.advice.RankedUnits.Lender;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack.PackAgreement;
import se.dirigent.server.platform.region.Regions;

/**
 * Units of neighbours that may be asked for by agreement. Only of neighbours that this service
 * serves too: of others nobody here knows where their units are.
 */
@Component
class Neighbours {
  private final Regions regions;
  private final Pictures pictures;

  /** A neighbour's unit with what was agreed about it. */
  record Lent(Candidate candidate, Unit unit, Lender lender) {}

  Neighbours(Regions regions, Pictures pictures) {
    this.regions = regions;
    this.pictures = pictures;
  }

  /** Those that may be asked for to an incident of a level. */
  List<Lent> list(Region region, int level) {
    List<PackAgreement> agreements = region.pack().agreements();
    return agreements == null
        ? List.of()
        : agreements.stream()
            .filter(a -> a.levels().contains(level) && regions.served().contains(a.neighbour()))
            .flatMap(a -> lent(a).stream())
            .toList();
  }

  private List<Lent> lent(PackAgreement agreement) {
    Region neighbour = regions.get(agreement.neighbour());
    Picture picture = pictures.latest(agreement.neighbour());
    Crowd crowd = Crowd.of(neighbour, picture);
    Lender lender =
        new Lender(
            agreement.neighbour(),
            neighbour.pack().name(),
            agreement.condition(),
            agreement.conditionEn());
    return crowd.candidates().stream()
        .filter(c -> agreement.kinds().contains(c.kind()))
        .flatMap(c -> {
          Unit unit = crowd.units().get(c.unit());
          return unit == null ? Stream.empty() : Stream.of(new Lent(c.lent(), unit, lender));
        })
        .toList();
  }
}
