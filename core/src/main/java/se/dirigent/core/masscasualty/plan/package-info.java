/**
 * What a region has prepared for major incidents: what its hospitals have documented, and its
 * distribution keys. It never holds what is so just now.
 */
@NullMarked
package se.dirigent.core.masscasualty.plan;

import org.jspecify.annotations.NullMarked;
