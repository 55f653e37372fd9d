/**
 * The past as a film: the picture of any minute, folded from the journal, and what changed after
 * it. It only reads; its snapshots hold nothing that the journal does not tell.
 */
@ApplicationModule(
    displayName = "Film",
    allowedDependencies = {"platform", "journal", "identity", "incident"})
@NullMarked
package se.dirigent.server.film;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
