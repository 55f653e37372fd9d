/**
 * Logging in and out, over HTTP. The way a person proves who they are is behind one interface, so
 * that SITHS cards over OpenID Connect can stand beside the password. It never tells whether a user
 * exists.
 */
@NullMarked
package se.dirigent.server.identity.login;

import org.jspecify.annotations.NullMarked;
