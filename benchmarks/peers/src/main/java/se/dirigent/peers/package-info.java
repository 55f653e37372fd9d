/**
 * Other programs given the same rides: each reads an instance, searches for the same time and
 * writes its routes. They judge nothing: that is the checker's, in another process. Never part of
 * the delivered program.
 */
@NullMarked
package se.dirigent.peers;

import org.jspecify.annotations.NullMarked;
