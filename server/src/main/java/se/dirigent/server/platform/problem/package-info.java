/**
 * What the service answers when it cannot do what was asked: RFC 9457 problem documents that name
 * the field and the remedy in the user's language. It never shows a stack trace, a query or another
 * user's data.
 */
@NullMarked
package se.dirigent.server.platform.problem;

import org.jspecify.annotations.NullMarked;
