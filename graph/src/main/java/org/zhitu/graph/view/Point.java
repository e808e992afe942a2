package org.zhitu.graph.view;

/** Where a node's box has its left upper corner, in pixels at scale 1; x grows to the right, y downwards. */
public record Point(double x, double y) {}
