package se.dirigent.app.roads;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Way;
import java.util.List;
import java.util.Set;

/** One reading of a PBF file. What a reading is not about is passed over. */
abstract class PbfPass extends BinaryParser {
  private static final Set<String> UNDERSTOOD =
      Set.of("OsmSchema-V0.6", "DenseNodes", "HistoricalInformation");

  @Override
  protected void parse(HeaderBlock header) {
    header.getRequiredFeaturesList().stream()
        .filter(feature -> !UNDERSTOOD.contains(feature))
        .findFirst()
        .ifPresent(feature -> {
          throw new IllegalArgumentException(
              "the file needs the feature "
                  + feature
                  + ", which is not understood; give a plain"
                  + " OSM PBF file");
        });
  }

  @Override
  protected void parseRelations(List<Relation> relations) {}

  @Override
  protected void parseDense(DenseNodes nodes) {}

  @Override
  protected void parseNodes(List<Node> nodes) {}

  @Override
  protected void parseWays(List<Way> ways) {}

  @Override
  public void complete() {}
}
