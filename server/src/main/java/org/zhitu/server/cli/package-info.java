/**
 * The command line.
 *
 * @see org.zhitu.server.cli.CommandLineInterface
 */
@NullMarked
package org.zhitu.server.cli;

import org.jspecify.annotations.NullMarked;
