/**
 * What every answer over HTTP has in common: negotiation, problems, validators, headers.
 *
 * @see org.zhitu.server.web.Accept
 */
@NullMarked
package org.zhitu.server.web;

import org.jspecify.annotations.NullMarked;
