package org.zhitu.server.web;

/** Whether all that a server holds is what everybody has: the curated scheme and the bundled notes, nothing of its owner's. */
@FunctionalInterface
public interface Openness {
    /** Says whether nothing of the owner's is held at this moment. */
    boolean isPublic();
}
