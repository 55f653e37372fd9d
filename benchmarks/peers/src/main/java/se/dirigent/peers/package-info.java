/**
 * Other programs given the same rides or casualties: each reads an instance, searches for the same
 * time, or to the proven optimum, and writes what it found. They judge nothing: that is the
 * checker's, in another process. Never part of the delivered program.
 */
@NullMarked
package se.dirigent.peers;

import org.jspecify.annotations.NullMarked;
