/**
 * The service under measurement: a real JVM of its own on a data folder of its own, and a client
 * that speaks to it over HTTP as anyone would. Never reaches into the server's memory.
 */
@NullMarked
package se.dirigent.benchmarks.service;

import org.jspecify.annotations.NullMarked;
