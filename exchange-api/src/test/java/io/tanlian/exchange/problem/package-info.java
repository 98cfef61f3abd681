/** What is answered to requests that no endpoint understands. */
@org.jspecify.annotations.NullMarked
package io.tanlian.exchange.problem;
