/**
 * The fallback (reservrutin): dated sheets of a region as a page and a PDF in a folder outside the
 * database, for the hours when nothing else works. It only reads, and a sheet never needs anything
 * but the file it is in.
 */
@ApplicationModule(
    displayName = "Fallback",
    allowedDependencies = {"platform", "picture"})
@NullMarked
package se.dirigent.server.fallback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
