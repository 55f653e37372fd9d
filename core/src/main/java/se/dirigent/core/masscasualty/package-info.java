/**
 * A major incident from its declaration to its end, and each casualty at it from the tag to the
 * bed: sealed commands and events, decided and folded without a computer. It never chooses a
 * destination by itself and never knows who a casualty is beyond a reference.
 */
@NullMarked
package se.dirigent.core.masscasualty;

import org.jspecify.annotations.NullMarked;
