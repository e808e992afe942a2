package org.zhitu.loader.extract;

/**
 * A question as it stood in the same note before, so that it keeps its identity when it is reworded.
 *
 * @param id       its identity then
 * @param bareText its text then, without enumerator
 */
public record PreviousQuestion(String id, String bareText) {}
