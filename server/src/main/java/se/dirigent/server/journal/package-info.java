/**
 * The append-only, hash-chained record of everything that has happened, one head per region, and
 * the one way a command becomes a transaction: lock, decide, write rows and entries, commit. Never
 * changes or removes an entry, and never holds the identity of a patient.
 */
@ApplicationModule(
    displayName = "Journal",
    allowedDependencies = {"platform"})
@NullMarked
package se.dirigent.server.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
