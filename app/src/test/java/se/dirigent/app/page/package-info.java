/**
 * The page as a user meets it: a real browser against the real program. These tests never reach
 * behind the page except to make a call arrive; they carry the tag {@code browser}.
 */
@NullMarked
package se.dirigent.app.page;

import org.jspecify.annotations.NullMarked;
