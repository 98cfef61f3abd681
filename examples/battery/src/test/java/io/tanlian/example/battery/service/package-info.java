/** The running service, over TLS, as its callers meet it. */
@NullMarked
package io.tanlian.example.battery.service;

import org.jspecify.annotations.NullMarked;
