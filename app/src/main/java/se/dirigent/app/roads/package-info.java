/**
 * Reads map extracts in OpenStreetMap's PBF format and stores the road network made of them. It
 * never fetches a file and never decides how a road is driven.
 */
@NullMarked
package se.dirigent.app.roads;

import org.jspecify.annotations.NullMarked;
