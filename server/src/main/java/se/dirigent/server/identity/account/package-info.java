/**
 * Users as kept: their roles, passwords, tokens and sessions, and the audit of log-ins. It never
 * keeps a password or a token in the clear.
 */
@NullMarked
package se.dirigent.server.identity.account;

import org.jspecify.annotations.NullMarked;
