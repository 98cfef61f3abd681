/** The OpenAPI document at {@code /v3/api-docs}. */
@NullMarked
package io.tanlian.exchange.openapi;

import org.jspecify.annotations.NullMarked;
