/**
 * What a sheet says and how it looks: one XHTML document, from which the PDF is made. It opens no
 * file but the phone list and fetches nothing.
 */
@NullMarked
package se.dirigent.server.fallback.sheet;

import org.jspecify.annotations.NullMarked;
