/**
 * JSON that every reader understands alike, and the base64url that carries it inside signatures.
 */
@NullMarked
package io.tanlian.contracts.json;

import org.jspecify.annotations.NullMarked;
