/** Tests of log-in, sessions, tokens and the log of patient reads, against the real server. */
@NullMarked
package se.dirigent.server.identity;

import org.jspecify.annotations.NullMarked;
