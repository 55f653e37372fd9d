package se.dirigent.peers;

/** One node to be visited; numbers as in the file. */
public record TourVisit(int node) {}
