/**
 * Papers that people read when they are not at the page: XHTML, its words in both languages, and
 * the PDF that is made of it. It fetches nothing, and knows nothing of what the papers are about.
 */
@NullMarked
package se.dirigent.server.platform.paper;

import org.jspecify.annotations.NullMarked;
