/**
 * Roads that are closed or slow for a while, as somebody has reported them. It knows what was said,
 * where and for how long, and says when two reports cannot both be true; it never changes a road.
 */
@NullMarked
package se.dirigent.routing.closure;

import org.jspecify.annotations.NullMarked;
