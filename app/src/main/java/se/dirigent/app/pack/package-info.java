/**
 * Reads the region packs for the programs that play the world. It never asks the service for them.
 */
@NullMarked
package se.dirigent.app.pack;

import org.jspecify.annotations.NullMarked;
