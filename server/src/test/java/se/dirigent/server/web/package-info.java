/**
 * Tests over real HTTP against the real server with a real PostgreSQL: who may do what, and what
 * bad input is answered. They go over every route there is, whichever room it is in.
 */
@NullMarked
package se.dirigent.server.web;

import org.jspecify.annotations.NullMarked;
