package io.tanlian.exchange.pact;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.node.ObjectNode;

/** One footprint. */
record OneFootprint(
    @Schema(
            implementation = Object.class,
            description =
                "See /schemas/PactProductFootprint/1.json, of version 2"
                    + " /schemas/PactProductFootprintV2/1.json")
        ObjectNode data) {}
