package se.dirigent.optimiser.distribute.search;

/**
 * One trip while the search goes on: who is on board by group.
 *
 * @param begin minute when loading begins
 * @param arrival minute at the hospital
 * @param groups the group of each on board, one entry for each casualty
 * @param harm of those on board
 */
record Run(
    int vehicle, int place, int hospital, int begin, int arrival, int[] groups, double harm) {
  int free(Grid grid) {
    return arrival + grid.fleet.unload[grid.fleet.vehicleKind[vehicle]];
  }
}
