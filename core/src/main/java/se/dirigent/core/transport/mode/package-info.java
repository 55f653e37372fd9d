/**
 * Which kind of vehicle a transport needs: a region's decision tables, what each kind takes, when
 * it drives, what it costs and when it arrives. It only advises; it never knows a patient, an order
 * or a vehicle of its own.
 */
@NullMarked
package se.dirigent.core.transport.mode;

import org.jspecify.annotations.NullMarked;
