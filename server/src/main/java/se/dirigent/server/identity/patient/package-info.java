/**
 * Who the patients are, and who has read about them. It stands apart from the journal, which holds
 * references only. Nothing here is shown without a line in the log of reads, in the same
 * transaction.
 */
@NullMarked
package se.dirigent.server.identity.patient;

import org.jspecify.annotations.NullMarked;
