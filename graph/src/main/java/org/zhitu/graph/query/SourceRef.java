package org.zhitu.graph.query;

/**
 * A source that a note gives.
 *
 * @param url   exactly as the note has it
 * @param title what the note calls it, else what the address tells
 * @param kind  {@code paper}, {@code video}, {@code article}, {@code discussion}, {@code book}, {@code code},
 *              {@code encyclopedia} or {@code page}
 * @param note  the path of the note
 * @param line  the line it stands in
 */
public record SourceRef(String url, String title, String kind, String note, int line) {}
