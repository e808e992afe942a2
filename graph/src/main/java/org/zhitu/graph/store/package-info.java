/**
 * Keeps named graphs, in transactions.
 *
 * @see org.zhitu.graph.store.KnowledgeStore
 */
@NullMarked
package org.zhitu.graph.store;

import org.jspecify.annotations.NullMarked;
