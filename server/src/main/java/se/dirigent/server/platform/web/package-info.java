/**
 * The web server: size limits, the page's files, health and the description of the interface. It
 * knows nothing of users; what is not open to all is closed by the identity room.
 */
@NullMarked
package se.dirigent.server.platform.web;

import org.jspecify.annotations.NullMarked;
