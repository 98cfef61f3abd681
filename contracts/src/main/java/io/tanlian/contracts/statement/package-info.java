/**
 * What a participant signs: a W3C Verifiable Credential 2.0 secured as SD-JWT (RFC 9901), the parts
 * of it that may be shown or withheld, and the reading of one that came from outside.
 */
@NullMarked
package io.tanlian.contracts.statement;

import org.jspecify.annotations.NullMarked;
