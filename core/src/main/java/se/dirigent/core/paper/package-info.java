/**
 * Paper: what was written by hand while the systems were away, and the rules for entering it
 * afterwards. All of a form is entered or nothing; it never changes what was journalled before.
 */
@NullMarked
package se.dirigent.core.paper;

import org.jspecify.annotations.NullMarked;
