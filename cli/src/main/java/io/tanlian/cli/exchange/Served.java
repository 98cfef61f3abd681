package io.tanlian.cli.exchange;

import tools.jackson.databind.JsonNode;

/**
 * An exchange's answer.
 *
 * @param body as it came, for programs
 * @param answer as it is understood here
 */
public record Served<T>(JsonNode body, T answer) {}
