package org.zhitu.loader.extract;

/**
 * A section as it stood in the same note before.
 *
 * @param id    its fragment then
 * @param title its title then
 */
public record PreviousSection(String id, String title) {}
