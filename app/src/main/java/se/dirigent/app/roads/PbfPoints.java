package se.dirigent.app.roads;

import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import java.util.List;
import se.dirigent.routing.extract.Points;

/** The second reading: where the points of the driven ways are. */
final class PbfPoints extends PbfPass {
  private final Points points;

  PbfPoints(Points points) {
    this.points = points;
  }

  @Override
  protected void parseDense(DenseNodes nodes) {
    long id = 0;
    long lat = 0;
    long lon = 0;
    for (int i = 0; i < nodes.getIdCount(); i++) {
      id += nodes.getId(i);
      lat += nodes.getLat(i);
      lon += nodes.getLon(i);
      points.set(id, parseLat(lat), parseLon(lon));
    }
  }

  @Override
  protected void parseNodes(List<Node> nodes) {
    for (Node node : nodes) {
      points.set(node.getId(), parseLat(node.getLat()), parseLon(node.getLon()));
    }
  }
}
