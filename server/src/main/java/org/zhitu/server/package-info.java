/**
 * The outer face of Zhitu: the command line and the web server.
 *
 * @see org.zhitu.server.Main
 */
@NullMarked
package org.zhitu.server;

import org.jspecify.annotations.NullMarked;
